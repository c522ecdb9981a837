import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'hash-for-old-market',
  title: 'A bare hash that could sell items today',
  family: 'C5',
  severity: 'danger',
  proves:
    'An exchange that takes bare hashes for orders may still move items the account has: its proxy is registered and approved.',
  falsePositives: 'A Safe’s hash signed by somebody who never took back what they let OpenSea do before 2022.',
  blindSpots: 'Other exchanges that take bare hashes; an endpoint that will not search its old events.',
  clears: 'Take back the approval of the old proxy, and ask with eth_signTypedData_v4.',
  references: ['https://etherscan.io/address/0x7be8076f4ea4a4ad08075c2508e481d6c946d12b'],
};

export const hashForOldMarket: Detector = {
  meta,
  applies: ({ action }) => action.kind === 'message' && action.looksLikeHash,
  detect({ chain }) {
    if (chain === null) return inconclusive(meta);
    const open = chain.openByHash;
    return open === undefined
      ? clear(meta)
      : fired(meta, { what: fact.asset({ type: 'erc721', address: open.collection, id: null }) });
  },
};
