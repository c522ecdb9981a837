import type { Header } from '../header.ts';
import type { ChainQuery, ChainView } from '../Simulator.ts';

/** A header for tests that only need one. */
export function headerAt(number: bigint): Header {
  return {
    number,
    timeSeconds: 1_760_000_000n + 12n * number,
    feeRecipient: '0x95222290dd7278aa3ddd389cc1e1d165cc4bafe5',
    baseFeeWei: 1_000_000_000n,
    gasLimit: 30_000_000n,
    gasUsed: 15_000_000n,
  };
}

/** A settled look at nothing in particular. */
export const sampleView: { readonly query: ChainQuery; readonly view: ChainView } = {
  query: {
    request: {
      id: '0'.repeat(32),
      origin: 'https://dapp.test',
      topOrigin: 'https://dapp.test',
      documentId: null,
      frame: 'top',
      wallet: null,
      chainId: 1,
      account: null,
      contradicted: [],
      method: 'personal_sign',
      paramsText: '[]',
      ask: { kind: 'unreadable', why: 'bad-params', detail: '' },
    },
    action: { kind: 'unreadable', why: 'bad-params', detail: '' },
    addresses: [],
    tokens: [],
  },
  view: {
    chainId: 1,
    blockNumber: 1n,
    blockTimeSeconds: 1_760_000_012n,
    run: null,
    runFailure: null,
    accounts: new Map(),
    tokens: new Map(),
    balanceWei: 0n,
    local: false,
    engine: 'facts',
    notes: [],
    roundTrips: 1,
  },
};
