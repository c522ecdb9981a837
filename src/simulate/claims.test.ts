import { type Address, encodeAbiParameters, type Hex, padHex, parseAbiParameters, toEventSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims.ts';
import type { Probe } from './Probe.ts';
import type { Words } from './probeCode.ts';
import type { RunLog } from './probesFromLogs.ts';
import type { RawRun } from './RawRun.ts';

const user: Address = `0x${'aa'.repeat(20)}`;
const other: Address = `0x${'bb'.repeat(20)}`;
const token: Address = `0x${'dd'.repeat(20)}`;
const nobody: Address = `0x${'00'.repeat(20)}`;
const word = (value: Address | bigint): Hex => padHex(typeof value === 'bigint' ? toHex(value) : value, { size: 32 });
const words = (first: bigint): Words => [first, 0n, 0n];

const TRANSFER = toEventSelector('Transfer(address,address,uint256)');
const moved = (from: Address, to: Address, amount: bigint): RunLog => ({
  address: token,
  topics: [TRANSFER, word(from), word(to)],
  data: word(amount),
});
const item = (from: Address, to: Address, id: bigint): RunLog => ({
  address: token,
  topics: [TRANSFER, word(from), word(to), word(id)],
  data: '0x',
});
const editions = (from: Address, to: Address, ids: readonly bigint[], amounts: readonly bigint[]): RunLog => ({
  address: token,
  topics: [
    toEventSelector('TransferBatch(address,address,address,uint256[],uint256[])'),
    ...[other, from, to].map(word),
  ],
  data: encodeAbiParameters(parseAbiParameters('uint256[], uint256[]'), [ids, amounts]),
});
const allowed = (amount: bigint): RunLog => ({
  address: token,
  topics: [toEventSelector('Approval(address,address,uint256)'), word(user), word(other)],
  data: word(amount),
});

function claims(logs: readonly RunLog[], probe: Probe, before: Words, after: Words, success = true) {
  const call = { success, gasUsed: 7n, logs, returnData: '0x', message: null } as const;
  const raw: RawRun = { number: 1n, timeSeconds: 1n, feeWei: 0n, before: [before], after: [after], calls: [call] };
  return claimsOf(raw, user, [probe]);
}

const coin: Probe = { kind: 'erc20', token };
const mint = [moved(nobody, user, 5n)];

describe('coins that logs say arrived', () => {
  const claim = { kind: 'arrives', asset: { type: 'erc20', address: token }, amount: 5n };
  it('are a claim where the balance stands still or nobody keeps one', () => {
    expect(claims(mint, coin, words(9n), words(9n))).toEqual([claim]);
    expect(claims(mint, coin, null, null)).toEqual([claim]);
    expect(claims(mint, coin, null, words(0n))).toEqual([claim]);
  });
  it('are none where it moves at all, as with a fee on the way', () => {
    expect(claims(mint, coin, words(9n), words(14n))).toEqual([]);
    expect(claims(mint, coin, words(9n), words(10n))).toEqual([]);
    expect(claims(mint, coin, null, words(5n))).toEqual([]);
  });
  it('are none where they leave again, where nobody looked, and in a failed call', () => {
    expect(claims([...mint, moved(user, other, 5n)], coin, words(9n), words(9n))).toEqual([]);
    expect(claims([moved(user, user, 5n)], coin, words(9n), words(9n))).toEqual([]);
    expect(claims([moved(nobody, other, 5n)], coin, words(9n), words(9n))).toEqual([]);
    expect(claims(mint, { kind: 'account' }, words(9n), words(9n))).toEqual([]);
    expect(claims(mint, coin, words(9n), words(9n), false)).toEqual([]);
  });
});

describe('items that logs say arrived', () => {
  const probe: Probe = { kind: 'owner', token, id: 3n };
  it('are a claim where somebody else or nobody owns them', () => {
    const claim = { kind: 'arrives', asset: { type: 'erc721', address: token, id: 3n }, amount: 1n };
    expect(claims([item(nobody, user, 3n)], probe, null, words(BigInt(other)))).toEqual([claim]);
    expect(claims([item(nobody, user, 3n)], probe, null, null)).toEqual([claim]);
  });
  it('are none where the user owns them, and none where they went on', () => {
    expect(claims([item(nobody, user, 3n)], probe, null, words(BigInt(user)))).toEqual([]);
    expect(claims([item(nobody, user, 3n), item(user, other, 3n)], probe, null, words(BigInt(other)))).toEqual([]);
  });
  it('count by id in a batch', () => {
    const held: Probe = { kind: 'items', token, id: 8n };
    const logs = [editions(nobody, user, [7n, 8n], [1n, 4n])];
    const claim = { kind: 'arrives', asset: { type: 'erc1155', address: token, id: 8n }, amount: 4n };
    expect(claims(logs, held, words(2n), words(2n))).toEqual([claim]);
    expect(claims(logs, held, words(2n), words(6n))).toEqual([]);
  });
});

describe('an allowance that logs say ended', () => {
  const probe: Probe = { kind: 'allowance', token, spender: other };
  it('is a claim where it stands or nobody keeps one', () => {
    const claim = { kind: 'revoked', token, spender: other };
    expect(claims([allowed(0n)], probe, words(9n), words(9n))).toEqual([claim]);
    expect(claims([allowed(0n)], probe, null, null)).toEqual([claim]);
  });
  it('is none where it ended, or where the last event gives it again', () => {
    expect(claims([allowed(0n)], probe, words(9n), words(0n))).toEqual([]);
    expect(claims([allowed(0n), allowed(4n)], probe, words(9n), words(4n))).toEqual([]);
  });
});
