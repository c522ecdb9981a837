import { encodeErrorResult, parseAbi, zeroAddress } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Probe } from './Probe.ts';
import type { Words } from './probeCode.ts';
import type { RawRun } from './RawRun.ts';
import { readRun, revertReasonOf } from './readRun.ts';
import type { Scenario } from './Scenario.ts';

const user = `0x${'aa'.repeat(20)}` as const;
const target = `0x${'bb'.repeat(20)}` as const;
const token = `0x${'dd'.repeat(20)}` as const;
const call = {
  to: target,
  valueWei: 10n,
  data: '0x',
  gas: null,
  gasPriceWei: null,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: null,
} as const;
const scenario: Scenario = { user, calls: [call], delegate: null };
const words = (first: bigint | null, second = 0n, third = 0n): Words =>
  first === null ? null : [first, second, third];

function runOf(probe: Probe, before: Words, after: Words, feeWei = 0n) {
  const raw: RawRun = {
    number: 1n,
    timeSeconds: 1n,
    feeWei,
    before: [before],
    after: [after],
    calls: [{ success: true, gasUsed: 7n, logs: [], returnData: '0x', message: null }],
  };
  return readRun(raw, scenario, [probe]);
}

describe('command', () => {
  const probe: Probe = { kind: 'command', contract: token };
  const [mine, theirs] = [words(BigInt(user)), words(BigInt(target))];
  it('is lost when the user was owner before and another is after', () => {
    expect(runOf(probe, mine, theirs).commands).toEqual([{ of: token, to: target }]);
    expect(runOf(probe, mine, words(0n)).commands).toEqual([{ of: token, to: zeroAddress }]);
  });
  it('is not the user’s to lose, or stays, or could not be read', () => {
    for (const [before, after] of [
      [mine, mine],
      [theirs, mine],
      [theirs, words(5n)],
      [null, theirs],
      [mine, null],
    ] as const)
      expect(runOf(probe, before, after).commands).toBeUndefined();
  });
});

describe('deltas come from state', () => {
  it('gives the fee back to the ether row', () => {
    expect(runOf({ kind: 'account' }, words(100n), words(85n), 5n).deltas).toEqual([
      { asset: { type: 'native' }, delta: -10n, to: target },
    ]);
    expect(runOf({ kind: 'account' }, words(100n), words(95n), 5n).deltas).toEqual([]);
  });
  it('does not name a recipient when another sum than the value left', () => {
    expect(runOf({ kind: 'account' }, words(100n), words(50n)).deltas[0]?.to).toBeNull();
  });
  it('shows an NFT that arrives, leaves, is minted, is burned', () => {
    const probe: Probe = { kind: 'owner', token, id: 1n };
    const [mine, theirs] = [words(BigInt(user)), words(BigInt(target))];
    const delta = (before: Words, after: Words) => runOf(probe, before, after).deltas.map((row) => [row.delta, row.to]);
    expect(delta(theirs, mine)).toEqual([[1n, user]]);
    expect(delta(mine, theirs)).toEqual([[-1n, target]]);
    expect(delta(null, mine)).toEqual([[1n, user]]);
    expect(delta(mine, null)).toEqual([[-1n, null]]);
    expect(delta(mine, mine)).toEqual([]);
  });
  it('says nothing of what could not be read', () => {
    expect(runOf({ kind: 'erc20', token }, null, words(5n)).deltas).toEqual([]);
  });
});

describe('permissions come from state', () => {
  it('moves one NFT approval from one to another', () => {
    const changes = runOf({ kind: 'approved', token, id: 1n }, words(1n), words(2n)).permissions;
    expect(changes.map(({ to, before, after }) => [BigInt(to), before, after])).toEqual([
      [1n, 1n, 0n],
      [2n, 0n, 1n],
    ]);
  });
  it('sees an extended Permit2 expiry at the same amount', () => {
    const probe: Probe = { kind: 'permit2', token, spender: target };
    expect(runOf(probe, words(5n, 1n), words(5n, 9n)).permissions).toMatchObject([{ untilSeconds: 9n, after: 5n }]);
    expect(runOf(probe, words(5n, 1n), words(5n, 1n)).permissions).toEqual([]);
  });
  it('has no limit for an operator of ERC-777, and none left without one', () => {
    const probe: Probe = { kind: 'allowance', token, spender: target, standard: 'erc777' };
    const change = { kind: 'allowance', token, tokenType: 'erc20', to: target };
    const [none, all] = [0n, 2n ** 256n - 1n];
    expect(runOf(probe, words(0n), words(1n)).permissions).toMatchObject([{ ...change, before: none, after: all }]);
    expect(runOf(probe, words(1n), words(0n)).permissions).toMatchObject([{ ...change, before: all, after: none }]);
    expect(runOf(probe, words(1n), words(1n)).stood).toEqual([{ token, to: target, limit: 'everything' }]);
  });
  it('counts an allowance of one id apart', () => {
    const probe: Probe = { kind: 'itemAllowance', token, spender: target, id: 5n };
    const change = { kind: 'allowance', tokenType: 'erc1155', to: target, itemId: 5n, before: 0n, after: 9n };
    expect(runOf(probe, words(0n), words(9n)).permissions).toMatchObject([change]);
    expect(runOf(probe, words(9n), words(9n)).permissions).toEqual([]);
  });
  it('takes any non-zero answer for an operator', () => {
    const probe: Probe = { kind: 'operator', token, operator: target };
    expect(runOf(probe, words(0n), words(5n)).permissions).toMatchObject([{ before: 0n, after: 1n }]);
    expect(runOf(probe, words(1n), words(5n)).permissions).toEqual([]);
  });
});

describe('account code', () => {
  const designator = BigInt(`0xef0100${'cc'.repeat(20)}${'00'.repeat(9)}`);
  it('names a new delegate', () => {
    const after = words(0n, 0n, designator);
    expect(runOf({ kind: 'account' }, words(0n), after).accountCode).toBe(`0x${'cc'.repeat(20)}`);
    expect(runOf({ kind: 'account' }, after, after).accountCode).toBeNull();
    expect(runOf({ kind: 'account' }, after, words(0n)).accountCode).toBe(zeroAddress);
  });
});

describe('revertReasonOf', () => {
  const abi = parseAbi(['error Error(string)', 'error Panic(uint256)', 'error Custom(uint256)']);
  const reason = (errorName: 'Error' | 'Panic' | 'Custom', value: string | bigint) => {
    const data =
      errorName === 'Error'
        ? encodeErrorResult({ abi, errorName, args: [String(value)] })
        : encodeErrorResult({ abi, errorName, args: [BigInt(value)] });
    return revertReasonOf({ returnData: data, message: 'execution reverted' });
  };
  it("is the contract's words, a panic code, or a custom error's selector", () => {
    expect(reason('Error', 'no')).toBe('no');
    expect(reason('Error', 'x'.repeat(1000))).toHaveLength(200);
    expect(reason('Panic', 17n)).toBe('Panic(17)');
    expect(reason('Custom', 1n)).toMatch(/^0x[0-9a-f]{8}$/u);
  });
  it('falls back on what the engine says', () => {
    expect(revertReasonOf({ returnData: '0x', message: 'out of gas' })).toBe('out of gas');
    expect(revertReasonOf({ returnData: '0x', message: null })).toBeNull();
  });
});

describe('powers that stood before', () => {
  it('are read from state before the run, nothing where there was none', () => {
    const stood = (probe: Probe, before: bigint) => runOf(probe, words(before), words(0n)).stood;
    expect(stood({ kind: 'allowance', token, spender: target }, 5n)).toEqual([{ token, to: target, limit: 5n }]);
    expect(stood({ kind: 'operator', token, operator: target }, 1n)).toEqual([
      { token, to: target, limit: 'everything' },
    ]);
    expect(stood({ kind: 'allowance', token, spender: target }, 0n)).toEqual([]);
    expect(stood({ kind: 'erc20', token }, 5n)).toEqual([]);
  });
});
