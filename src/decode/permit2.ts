import type { Address } from 'viem';
import type { Action, Permit2Action, TypedDomain } from './Action.ts';
import { permit2AmountOf, permit2UntilOf } from './amounts.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';
import type { Struct, StructReader } from './struct.ts';
import { uniswapX } from './uniswapX.ts';

/** Permit2 on chain: AllowanceTransfer.sol of Uniswap/permit2. */
export const PERMIT2_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0x87517c45', approve], // approve(address,address,uint160,uint48)
  ['0xcc53287f', lockdown], // lockdown((address,address)[])
  ['0x36c78516', transferFrom], // transferFrom(address,address,uint160,address)
  ['0x2a2d80d1', permitBatch], // permit(address,((address,uint160,uint48,uint48)[],address,uint256),bytes)
  ['0x2b67b570', permitSingle], // permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)
]);

/** Permit2 as a signature: PermitHash.sol of Uniswap/permit2, by primaryType. */
export const PERMIT2_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['PermitSingle', (struct, domain) => allowance(struct, domain, 'allowance')],
  ['PermitBatch', (struct, domain) => allowance(struct, domain, 'allowance-batch')],
  ['PermitTransferFrom', (struct, domain) => transfer(struct, domain, 'transfer')],
  ['PermitBatchTransferFrom', (struct, domain) => transfer(struct, domain, 'transfer-batch')],
  ['PermitWitnessTransferFrom', (struct, domain) => transfer(struct, domain, 'witness')],
  ['PermitBatchWitnessTransferFrom', (struct, domain) => transfer(struct, domain, 'witness-batch')],
]);

type Item = Permit2Action['items'][number];

/** The `PermitSingle` of a `permit` call, at the word where its details begin. */
export function permitSingleAt(args: Arguments, word: number, owner: Address | null): Permit2Action {
  const item = detailAt(args, word);
  return onChain('allowance', owner, args.address(word + 4), [item], args.uint(word + 5));
}

/** A `PermitBatch` tuple: `(details[], spender, sigDeadline)`. */
export function permitBatchOf(batch: Arguments, owner: Address | null): Permit2Action | null {
  const details = batch.list(0, 4, MOST_ITEMS);
  if (details === null) return null;
  const items = details.map((detail) => detailAt(detail, 0));
  return onChain('allowance-batch', owner, batch.address(1), items, batch.uint(2));
}

const MOST_ITEMS = 256;

function detailAt(args: Arguments, word: number): Item {
  return {
    token: args.address(word),
    amount: permit2AmountOf(args.uint(word + 1)),
    until: permit2UntilOf(args.uint(word + 2)),
  };
}

function approve(call: Call, args: Arguments): Action | null {
  if (args.words < 4) return null;
  const item = { token: args.address(0), amount: permit2AmountOf(args.uint(2)), until: permit2UntilOf(args.uint(3)) };
  return onChain('approve', call.sender, args.address(1), [item], null);
}

/** Takes allowances back: an approval of nothing for each pair. */
function lockdown(call: Call, args: Arguments): Action | null {
  const pairs = args.list(0, 2, MOST_ITEMS);
  if (pairs === null) return null;
  const actions = pairs.map((pair) =>
    onChain('approve', call.sender, pair.address(1), [{ token: pair.address(0), amount: 0n, until: 0n }], null),
  );
  return { kind: 'batch', wrapper: 'lockdown', to: call.to, valueWei: call.valueWei, actions };
}

function transferFrom(_call: Call, args: Arguments): Action | null {
  if (args.words < 4) return null;
  return {
    kind: 'transfer',
    asset: { type: 'erc20', address: args.address(3) },
    from: args.address(0),
    to: args.address(1),
    amount: permit2AmountOf(args.uint(2)),
    data: '0x',
  };
}

function permitSingle(_call: Call, args: Arguments): Action | null {
  return args.words < 8 ? null : permitSingleAt(args, 1, args.address(0));
}

function permitBatch(_call: Call, args: Arguments): Action | null {
  const batch = args.tuple(1);
  return batch === null ? null : permitBatchOf(batch, args.address(0));
}

function onChain(
  form: Permit2Action['form'],
  owner: Address | null,
  spender: Address,
  items: readonly Item[],
  deadlineSeconds: bigint | null,
): Permit2Action {
  return { kind: 'permit2', form, owner, spender, items, deadlineSeconds, witnessType: null, domain: null };
}

function allowance(struct: Struct, domain: TypedDomain, form: Permit2Action['form']): Action | null {
  const details = form === 'allowance' ? one(struct.struct('details')) : struct.structs('details');
  const spender = struct.address('spender');
  const deadline = struct.uint('sigDeadline');
  if (details === null || spender === null || deadline === null) return null;
  const items: Item[] = [];
  for (const detail of details) {
    const token = detail.address('token');
    const amount = detail.uint('amount');
    const expiration = detail.uint('expiration');
    if (token === null || amount === null || expiration === null) return null;
    items.push({ token, amount: permit2AmountOf(amount), until: permit2UntilOf(expiration) });
  }
  return signed(form, struct.account, spender, items, deadline, null, domain);
}

function transfer(struct: Struct, domain: TypedDomain, form: Permit2Action['form']): Action | null {
  const single = form === 'transfer' || form === 'witness';
  const permitted = single ? one(struct.struct('permitted')) : struct.structs('permitted');
  const spender = struct.address('spender');
  const deadline = struct.uint('deadline');
  if (permitted === null || spender === null || deadline === null) return null;
  const items: Item[] = [];
  for (const permission of permitted) {
    const token = permission.address('token');
    const amount = permission.uint('amount');
    if (token === null || amount === null) return null;
    items.push({ token, amount: permit2AmountOf(amount), until: deadline });
  }
  // PermitHash.sol appends the witness after the five members of its own stub.
  const witness = form === 'witness' || form === 'witness-batch' ? struct.typeAfter('deadline') : null;
  const permit = signed(form, struct.account, spender, items, deadline, witness, domain);
  const order = orderOf(struct, domain);
  if (order === null) return permit;
  return { kind: 'batch', wrapper: witness ?? form, to: spender, valueWei: 0n, actions: [permit, order] };
}

/** What the spender promises for it, where the witness says so in a form that is known. */
function orderOf(struct: Struct, domain: TypedDomain): Action | null {
  const witness = struct.struct('witness');
  return witness === null ? null : uniswapX(witness, domain);
}

function signed(
  form: Permit2Action['form'],
  owner: Address | null,
  spender: Address,
  items: readonly Item[],
  deadlineSeconds: bigint,
  witnessType: string | null,
  domain: TypedDomain,
): Permit2Action {
  return { kind: 'permit2', form, owner, spender, items, deadlineSeconds, witnessType, domain };
}

function one(struct: Struct | null): readonly Struct[] | null {
  return struct === null ? null : [struct];
}
