import { concat, encodeAbiParameters, type Hex, pad, parseAbiParameters, toFunctionSelector, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { BATCH_LIMITS, BATCH_READERS, leavesOf } from './batch.ts';
import { decodeCall } from './call.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';
import { KNOWN_SIGNATURES } from './signatures.ts';

const { token, user, stranger } = SAMPLE;
const APPROVE = encodeSample('approve(address,uint256)', [stranger, 2n ** 256n - 1n]);

function nested(depth: number): Hex {
  return depth === 0 ? APPROVE : encodeSample('multicall(bytes[])', [[nested(depth - 1)]]);
}

describe('batches', () => {
  it('open what is wrapped, on the same contract', () => {
    expect(decodeSample('multicall(bytes[])', [[APPROVE]])).toMatchObject({
      kind: 'batch',
      wrapper: 'multicall',
      to: token,
      actions: [{ kind: 'allowance', spender: stranger, amount: 'unlimited' }],
    });
    expect(decodeSample('multicall(bytes32,bytes[])', [pad('0x1'), [APPROVE]])).toMatchObject({ kind: 'batch' });
  });

  it('open execute as the sender’s own on the account itself alone', () => {
    const own = decodeSample('execute(address,uint256,bytes)', [token, 0n, APPROVE], { to: user });
    expect(own).toMatchObject({
      kind: 'batch',
      wrapper: 'execute',
      actions: [{ kind: 'allowance', asset: { address: token } }],
    });
    const foreign = decodeSample('execute(address,uint256,bytes)', [token, 0n, APPROVE], { to: stranger });
    expect(foreign).toMatchObject({ actions: [{ kind: 'call' }, { kind: 'allowance', by: stranger }] });
    const batch = decodeSample(
      'executeBatch(address[],uint256[],bytes[])',
      [
        [token, stranger],
        [0n, 1n],
        [APPROVE, '0x'],
      ],
      { to: user },
    );
    expect(batch).toMatchObject({ actions: [{ kind: 'allowance' }, { kind: 'transfer', to: stranger, amount: 1n }] });
    const targets = decodeSample('executeBatch(address[],bytes[])', [[token], [APPROVE]], { to: user });
    expect(targets).toMatchObject({ wrapper: 'executeBatch', actions: [{ kind: 'allowance' }] });
    const calls = decodeSample('executeBatch((address,uint256,bytes)[])', [[[token, 0n, APPROVE]]], { to: user });
    expect(calls).toMatchObject({ actions: [{ kind: 'allowance' }] });
  });

  it('open ERC-7579 executions, single and batch', () => {
    const single = concat([token, pad('0x0'), APPROVE]);
    expect(decodeSample('execute(bytes32,bytes)', [pad('0x0'), single], { to: user })).toMatchObject({
      actions: [{ kind: 'allowance' }],
    });
    const list = encodeAbiParameters(parseAbiParameters('(address,uint256,bytes)[]'), [
      [
        [token, 0n, APPROVE],
        [stranger, 3n, '0x'],
      ],
    ]);
    const mode = pad('0x01', { dir: 'right' });
    expect(decodeSample('execute(bytes32,bytes)', [mode, list], { to: user })).toMatchObject({
      actions: [{ kind: 'allowance' }, { kind: 'transfer', amount: 3n }],
    });
  });

  it('flatten to leaves', () => {
    expect(leavesOf(decodeSample('multicall(bytes[])', [[nested(2), APPROVE]])).map((leaf) => leaf.kind)).toEqual([
      'allowance',
      'allowance',
    ]);
  });
});

describe('bombs', () => {
  const call = { to: token, valueWei: 0n, sender: user };

  it('stop at the depth and say so', () => {
    const kinds = (depth: number) => leavesOf(decodeCall({ ...call, data: nested(depth) })).map((leaf) => leaf.kind);
    expect(kinds(BATCH_LIMITS.depth)).toEqual(['allowance']);
    expect(kinds(BATCH_LIMITS.depth + 1)).toEqual(['unreadable']);
  });

  it('stop at the count and say so', () => {
    const sixteen = encodeSample('multicall(bytes[])', [Array(16).fill(APPROVE)]);
    const leaves = leavesOf(
      decodeCall({ ...call, data: encodeSample('multicall(bytes[])', [Array(20).fill(sixteen)]) }),
    );
    expect(leaves.some((leaf) => leaf.kind === 'unreadable' && leaf.why === 'too-large')).toBe(true);
    expect(leaves.filter((leaf) => leaf.kind === 'allowance').length).toBeLessThanOrEqual(BATCH_LIMITS.actions);
    const many = encodeSample('multicall(bytes[])', [Array(257).fill('0x12345678')]);
    expect(decodeCall({ ...call, data: many })).toMatchObject({ kind: 'call', selector: '0xac9650d8' });
  });

  it('refuse many pointers to one long item', () => {
    const pointers = Array.from({ length: 250 }, () => pad(toHex(250 * 32)));
    const item = concat([pad(toHex(900_000)), `0x${'ab'.repeat(900_000)}`]);
    const data = concat(['0xac9650d8', pad(toHex(32)), pad(toHex(250)), ...pointers, item]);
    const before = process.memoryUsage().heapUsed;
    expect(decodeCall({ ...call, data })).toMatchObject({ kind: 'call' });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 2 ** 20);
  });

  it('read 2 MB of data without building it', () => {
    const data = concat(['0xac9650d8', pad(toHex(32)), pad(toHex(2 ** 31)), `0x${'00'.repeat(2_000_000)}`]);
    expect(decodeCall({ ...call, data })).toMatchObject({ kind: 'call' });
    expect(decodeCall({ ...call, data: concat(['0xa9059cbb', `0x${'11'.repeat(2_000_000)}`]) })).toMatchObject({
      kind: 'transfer',
    });
  });
});

it('lists the selectors it means', () => {
  const signatures = [
    'multicall(bytes[])',
    'multicall(uint256,bytes[])',
    'multicall(bytes32,bytes[])',
    'executeBatch(address[],bytes[])',
    'execute(address,uint256,bytes)',
    'executeBatch(address[],uint256[],bytes[])',
    'executeBatch((address,uint256,bytes)[])',
    'execute(bytes32,bytes)',
  ];
  expect(signatures.map((signature) => toFunctionSelector(signature)).sort()).toEqual([...BATCH_READERS.keys()].sort());
  for (const [selector, signature] of KNOWN_SIGNATURES)
    expect([signature, selector]).toEqual([signature, toFunctionSelector(signature)]);
});
