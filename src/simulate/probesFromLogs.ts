import type { Address, Hex } from 'viem';
import { decodeAbiParameters, parseAbiParameters } from 'viem';
import type { Probe } from './Probe.ts';
import { PERMIT2_ADDRESS } from './permit2.ts';
import { lowerAddress } from './rpcValue.ts';

/** A log as `eth_simulateV1` reports it, shapes checked, address lower case. */
export interface RunLog {
  readonly address: Address;
  readonly topics: readonly Hex[];
  readonly data: Hex;
}

/** keccak256 of each event's signature. */
export const TOPIC = {
  /** Transfer(address,address,uint256): ERC-20 with 3 topics, ERC-721 with 4. */
  transfer: '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef',
  /** Approval(address,address,uint256): as above. */
  approval: '0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925',
  /** ApprovalForAll(address,address,bool). */
  approvalForAll: '0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31',
  /** TransferSingle(address,address,address,uint256,uint256). */
  transferSingle: '0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62',
  /** TransferBatch(address,address,address,uint256[],uint256[]). */
  transferBatch: '0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb',
  /** ERC-777: AuthorizedOperator(address,address), operator first. */
  authorizedOperator: '0xf4caeb2d6ca8932a215a353d0703c326ec2d81fc68170f320eb2ab49e9df61f9',
  /** ERC-777: RevokedOperator(address,address), operator first. */
  revokedOperator: '0x50546e66e5f44d728365dc3908c63bc5cfeeab470722c1677e3073a6ac294aa1',
  /** ERC-6909: OperatorSet(address,address,bool). */
  operatorSet: '0xceb576d9f15e4e200fdb5096d64d5dfd667e16def20c1eefd14256d8e3faa267',
  /** ERC-6909: Approval(address,address,uint256,uint256). */
  itemApproval: '0xb3fd5071835887567a0671151121894ddccc2842f1d10bedad13e0d17cace9a7',
  /** ERC-6909: Transfer(address,address,address,uint256,uint256), its caller not indexed. */
  itemTransfer: '0x1b3d7edb2e9c0b0e7c525b20aaaef0f5940d2ed71663c7d39266ecafac728859',
  /** LSP7: OperatorAuthorizationChanged(address,address,uint256,bytes), operator first. */
  lspOperator: '0xf772a43bfdf4729b196e3fb54a818b91a2ca6c49d10b2e16278752f9f515c25d',
  /** LSP7: OperatorRevoked(address,address,bool,bytes), operator first. */
  lspRevoked: '0x0ebf5762d8855cbe012d2ca42fb33a81175e17c8a8751f8859931ba453bd4167',
  /** WETH9: Deposit(address,uint256). */
  deposit: '0xe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c',
  /** WETH9: Withdrawal(address,uint256). */
  withdrawal: '0x7fcf532c15f0a6db0bd6d0e038bea71d30d808c7d98cb3bf7268a95bf5081b65',
  /** Permit2: Approval(address,address,address,uint160,uint48). */
  permit2Approval: '0xda9fa7c1b00402c17d0161b249b1ab8bbec047c5a52207b9c112deffd817036b',
  /** Permit2: Permit(address,address,address,uint160,uint48,uint48). */
  permit2Permit: '0xc6a377bfc4eb120024a8ac08eef205be16b817020812c73223e81d1bdb9708ec',
} as const;

/** Items one TransferBatch may name before the rest is left out. */
const MAX_BATCH_ITEMS = 32;

/**
 * Where a successful run's logs say something of the user's changed. Logs only name where to look: the amounts come
 * from state, so an event that lies (H3) yields a probe that finds no change.
 */
export function probesFromLogs(logs: readonly RunLog[], user: Address): readonly Probe[] {
  return logs.flatMap((log) => probesFromLog(log, user));
}

/**
 * Whether those who were called could take what left even before they were called: one probe for each token and target.
 * What stands already is asked along with what the logs name, so it costs no round trip of its own.
 */
export function powersFromLogs(
  logs: readonly RunLog[],
  user: Address,
  targets: readonly (Address | null)[],
): readonly Probe[] {
  const called = targets.filter((target) => target !== null);
  return logs.flatMap(({ address: token, topics: [topic, first, second, third] }): readonly Probe[] => {
    const isItem = topic === TOPIC.transfer ? third !== undefined : addressIn(second) === user;
    const isFrom = topic === TOPIC.transfer ? addressIn(first) === user : isItem;
    if (!isFrom || !(topic === TOPIC.transfer || topic === TOPIC.transferSingle || topic === TOPIC.transferBatch))
      return [];
    return called.map((who) =>
      isItem ? { kind: 'operator', token, operator: who } : { kind: 'allowance', token, spender: who },
    );
  });
}

/** What logs say of the user's account, summed: what arrived net, and which allowances ended at nothing. */
export interface Said {
  /** One row for each token or item; positive arrives. Addresses lower case. */
  readonly moved: readonly { readonly token: Address; readonly id: bigint | null; readonly net: bigint }[];
  /** Allowances whose last event says zero. */
  readonly revoked: readonly { readonly token: Address; readonly spender: Address }[];
}

export function saidIn(logs: readonly RunLog[], user: Address): Said {
  const moved = new Map<string, { token: Address; id: bigint | null; net: bigint }>();
  const allowed = new Map<string, { token: Address; spender: Address; amount: bigint }>();
  const add = (token: Address, id: bigint | null, from: Address | null, to: Address | null, amount: bigint): void => {
    const net = (to === user ? amount : 0n) - (from === user ? amount : 0n);
    const key = `${token} ${id ?? ''}`;
    moved.set(key, { token, id, net: (moved.get(key)?.net ?? 0n) + net });
  };
  for (const { address: token, topics, data } of logs) {
    const [topic, first, second, third] = topics;
    const [one, other] = [addressIn(first), addressIn(second)];
    if (topic === TOPIC.transfer && third !== undefined) add(token, BigInt(third), one, other, 1n);
    else if (topic === TOPIC.transfer) add(token, null, one, other, wordIn(data) ?? 0n);
    else if (topic === TOPIC.transferSingle || topic === TOPIC.transferBatch) {
      for (const [id, amount] of itemsIn(topic, data)) add(token, id, other, addressIn(third), amount);
    } else if (topic === TOPIC.approval && third === undefined && one === user && other !== null) {
      const amount = wordIn(data);
      if (amount !== null) allowed.set(`${token} ${other}`, { token, spender: other, amount });
    }
  }
  return {
    moved: [...moved.values()],
    revoked: [...allowed.values()].flatMap(({ amount, token, spender }) => (amount === 0n ? [{ token, spender }] : [])),
  };
}

/** Everybody the logs say received something of the user's. */
export function recipientsIn(logs: readonly RunLog[], user: Address): readonly Address[] {
  const recipients = new Set<Address>();
  for (const { topics } of logs) {
    const [topic, first, second, third] = topics;
    const isMove = topic === TOPIC.transfer || topic === TOPIC.itemTransfer;
    if (isMove && addressIn(first) === user) addTo(recipients, addressIn(second));
    const ofItems = topic === TOPIC.transferSingle || topic === TOPIC.transferBatch;
    if (ofItems && addressIn(second) === user) addTo(recipients, addressIn(third));
  }
  return [...recipients];
}

/** Who received `token` from the user by the logs; `null` unless it is one address. */
export function recipientIn(logs: readonly RunLog[], user: Address, token: Address, id: bigint | null): Address | null {
  const recipients = new Set<Address>();
  for (const { address, topics, data } of logs) {
    if (address !== token) continue;
    const [topic, first, second, third] = topics;
    if (topic === TOPIC.transfer && addressIn(first) === user) {
      const item = third === undefined ? null : BigInt(third);
      if (item !== id) continue;
      addTo(recipients, addressIn(second));
    } else if (topic === TOPIC.itemTransfer) {
      if (addressIn(first) === user && third !== undefined && BigInt(third) === id)
        addTo(recipients, addressIn(second));
    } else if (topic === TOPIC.transferSingle || topic === TOPIC.transferBatch) {
      const ids = itemIds(topic, data);
      if (addressIn(second) === user && id !== null && ids.includes(id)) addTo(recipients, addressIn(third));
    }
  }
  const [only] = recipients;
  return recipients.size === 1 && only !== undefined ? only : null;
}

/** Most rows of what others got. */
const MAX_PASSED = 64;

/** What ERC-20 transfers brought to others than the user, net, the largest number of base units first. */
export function passedIn(
  logs: readonly RunLog[],
  user: Address,
): readonly { readonly token: Address; readonly to: Address; readonly amount: bigint }[] {
  const moved = new Map<string, { token: Address; to: Address; amount: bigint }>();
  const add = (token: Address, to: Address | null, amount: bigint): void => {
    if (to === null || to === user || BigInt(to) === 0n) return;
    const key = `${token} ${to}`;
    moved.set(key, { token, to, amount: (moved.get(key)?.amount ?? 0n) + amount });
  };
  for (const { address, topics, data } of logs) {
    const [topic, first, second, third] = topics;
    const amount = topic === TOPIC.transfer && third === undefined ? wordIn(data) : null;
    if (amount === null) continue;
    add(address, addressIn(second), amount);
    add(address, addressIn(first), -amount);
  }
  const got = [...moved.values()].filter(({ amount }) => amount > 0n);
  return got.sort((one, other) => (one.amount < other.amount ? 1 : -1)).slice(0, MAX_PASSED);
}

function probesFromLog(log: RunLog, user: Address): readonly Probe[] {
  const { address: token, topics, data } = log;
  const [topic, first, second, third] = topics;
  const firstIsUser = addressIn(first) === user;
  switch (topic) {
    case TOPIC.transfer:
      if (!firstIsUser && addressIn(second) !== user) return [];
      return third === undefined ? [{ kind: 'erc20', token }] : itemProbes(token, BigInt(third));
    case TOPIC.approval: {
      const spender = addressIn(second);
      if (!firstIsUser || spender === null) return [];
      if (third !== undefined) return itemProbes(token, BigInt(third));
      return [
        { kind: 'allowance', token, spender },
        { kind: 'erc20', token },
      ];
    }
    case TOPIC.approvalForAll: {
      const operator = addressIn(second);
      return firstIsUser && operator !== null ? [{ kind: 'operator', token, operator }] : [];
    }
    case TOPIC.transferSingle:
    case TOPIC.transferBatch:
      if (addressIn(second) !== user && addressIn(third) !== user) return [];
      return itemIds(topic, data).map((id): Probe => ({ kind: 'items', token, id }));
    case TOPIC.authorizedOperator:
    case TOPIC.revokedOperator:
    case TOPIC.lspOperator:
    case TOPIC.lspRevoked: {
      const spender = addressIn(first);
      if (addressIn(second) !== user || spender === null) return [];
      const isErc777 = topic === TOPIC.authorizedOperator || topic === TOPIC.revokedOperator;
      return [
        { kind: 'allowance', token, spender, standard: isErc777 ? 'erc777' : 'lsp7' },
        { kind: 'erc20', token },
      ];
    }
    case TOPIC.operatorSet: {
      const operator = addressIn(second);
      return firstIsUser && operator !== null ? [{ kind: 'operator', token, operator, standard: 'erc6909' }] : [];
    }
    case TOPIC.itemApproval: {
      const spender = addressIn(second);
      if (!firstIsUser || spender === null || third === undefined) return [];
      return [
        { kind: 'itemAllowance', token, spender, id: BigInt(third) },
        { kind: 'items', token, id: BigInt(third) },
      ];
    }
    case TOPIC.itemTransfer:
      if (third === undefined || (!firstIsUser && addressIn(second) !== user)) return [];
      return [{ kind: 'items', token, id: BigInt(third) }];
    case TOPIC.deposit:
    case TOPIC.withdrawal:
      return firstIsUser ? [{ kind: 'erc20', token }] : [];
    case TOPIC.permit2Approval:
    case TOPIC.permit2Permit: {
      const of = addressIn(second);
      const spender = addressIn(third);
      if (token !== PERMIT2_ADDRESS || !firstIsUser || of === null || spender === null) return [];
      return [
        { kind: 'permit2', token: of, spender },
        { kind: 'erc20', token: of },
      ];
    }
    default:
      return [];
  }
}

function itemProbes(token: Address, id: bigint): readonly Probe[] {
  return [
    { kind: 'owner', token, id },
    { kind: 'approved', token, id },
  ];
}

function itemIds(topic: Hex, data: Hex): readonly bigint[] {
  return itemsIn(topic, data).map(([id]) => id);
}

/** Ids and amounts, as TransferSingle and TransferBatch write them. */
function itemsIn(topic: Hex, data: Hex): readonly (readonly [bigint, bigint])[] {
  try {
    if (topic === TOPIC.transferSingle) return [decodeAbiParameters(parseAbiParameters('uint256, uint256'), data)];
    const [ids, amounts] = decodeAbiParameters(parseAbiParameters('uint256[], uint256[]'), data);
    return ids.slice(0, MAX_BATCH_ITEMS).map((id, index) => [id, amounts[index] ?? 0n]);
  } catch {
    // A log that does not follow its standard names nothing to look at.
    return [];
  }
}

function addressIn(topic: Hex | undefined): Address | null {
  return topic === undefined || topic.length !== 66 ? null : lowerAddress(`0x${topic.slice(26)}`);
}

/** The first word of a log's data. */
function wordIn(data: Hex): bigint | null {
  return data.length < 66 ? null : BigInt(data.slice(0, 66));
}

function addTo(addresses: Set<Address>, address: Address | null): void {
  if (address !== null) addresses.add(address);
}
