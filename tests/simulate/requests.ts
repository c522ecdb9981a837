import type { Address, Hex } from 'viem';
import type { Action, Asset } from '../../src/decode/Action.ts';
import type { CallsAsk, SigningRequest, TransactionAsk } from '../../src/request/SigningRequest.ts';
import type { ChainQuery } from '../../src/simulate/Simulator.ts';

/** What decode would have handed to the simulator; tests name only what matters. */
export interface QueryParts {
  readonly chainId: number;
  readonly from: Address;
  readonly action?: Action;
  readonly addresses?: readonly Address[];
  readonly tokens?: readonly Asset[];
  /** Contracts a registry would know. */
  readonly known?: readonly Address[];
}

export interface TransactionParts {
  readonly to?: Address | null;
  readonly data?: Hex;
  readonly value?: bigint;
  readonly more?: Partial<TransactionAsk>;
}

export function transactionQuery(parts: QueryParts, transaction: TransactionParts): ChainQuery {
  const ask: TransactionAsk = {
    from: parts.from,
    to: transaction.to ?? null,
    valueWei: transaction.value ?? 0n,
    data: transaction.data ?? '0x',
    gas: null,
    gasPriceWei: null,
    maxFeePerGasWei: null,
    maxPriorityFeePerGasWei: null,
    nonce: null,
    chainId: parts.chainId,
    authorizations: [],
    oddities: [],
    otherData: null,
    ...transaction.more,
  };
  const to = transaction.to == null ? [] : [transaction.to];
  return queryOf({ ...parts, addresses: [...to, ...(parts.addresses ?? [])] }, 'eth_sendTransaction', {
    kind: 'transaction',
    transaction: ask,
    send: true,
  });
}

export function callsQuery(parts: QueryParts, calls: CallsAsk['calls']): ChainQuery {
  return queryOf(parts, 'wallet_sendCalls', {
    kind: 'calls',
    from: parts.from,
    chainId: parts.chainId,
    calls,
    atomicRequired: true,
  });
}

export function messageQuery(parts: QueryParts): ChainQuery {
  return queryOf(parts, 'personal_sign', { kind: 'message', account: parts.from, bytes: '0x6869', text: 'hi' });
}

function queryOf(parts: QueryParts, method: string, ask: SigningRequest['ask']): ChainQuery {
  const { chainId, from } = parts;
  return {
    request: {
      id: '0'.repeat(32),
      origin: 'https://dapp.test',
      topOrigin: 'https://dapp.test',
      documentId: null,
      frame: 'top',
      wallet: null,
      chainId,
      account: from,
      contradicted: [],
      method,
      paramsText: '[]',
      ask,
    },
    action: parts.action ?? { kind: 'unreadable', why: 'test', detail: '' },
    addresses: parts.addresses ?? [],
    tokens: parts.tokens ?? [],
    ...(parts.known === undefined ? {} : { known: parts.known }),
  };
}
