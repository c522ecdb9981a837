import { describe, expect, it } from 'vitest';
import { RpcError } from '../../errors.ts';
import { decodeSteps, encodeSteps } from './executor.ts';
import { readDiff } from './readDiff.ts';
import { readFrames } from './readFrames.ts';

const A = `0x${'aa'.repeat(20)}` as const;
const SLOT = `0x${'01'.repeat(32)}` as const;
const ZERO = `0x${'0'.repeat(64)}` as const;
const word = (value: number) => value.toString(16).padStart(64, '0');

describe('readDiff', () => {
  it('gives the state after, cleared slots as zero', () => {
    const other = `0x${'02'.repeat(32)}`;
    const answer = {
      pre: { [A]: { balance: '0x5', storage: { [SLOT]: ZERO, [other]: `0x${word(7)}` } } },
      post: { [A]: { balance: '0x4', nonce: 3, storage: { [SLOT]: `0x${word(9)}` } } },
    };
    const stateDiff = { [SLOT]: `0x${word(9)}`, [other]: ZERO };
    expect(readDiff(answer)).toEqual({ [A]: { balance: '0x4', nonce: '0x3', stateDiff } });
  });

  it.each([null, [], { pre: {} }, { pre: {}, post: { x: {} } }, { pre: {}, post: { [A]: { balance: -1 } } }])(
    'refuses %j',
    (answer) => {
      expect(() => readDiff(answer)).toThrow(RpcError);
    },
  );
});

describe('readFrames', () => {
  const log = { address: A, topics: [SLOT], data: '0x' };
  it('collects the logs of frames that did not fail', () => {
    const failed = { error: 'execution reverted', logs: [log], calls: [{ logs: [log] }] };
    const answer = { gasUsed: '0x5208', output: '0x01', logs: [log], calls: [{ logs: [log] }, failed] };
    expect(readFrames(answer)).toMatchObject({ success: true, gasUsed: 21_000n, logs: [log, log] });
  });

  it('has none of a call that failed', () => {
    const answer = { gasUsed: '0x5208', error: 'execution reverted', output: '0x08c379a0', logs: [log] };
    expect(readFrames(answer)).toMatchObject({ success: false, logs: [], message: 'execution reverted' });
  });

  it('refuses nonsense', () => {
    expect(() => readFrames(null)).toThrow(RpcError);
    expect(() => readFrames({ gasUsed: '0x1', calls: 'x' })).toThrow(RpcError);
  });
});

describe('the steps of the executor', () => {
  it('are padded to words', () => {
    const data = encodeSteps([{ to: A, value: 1n, gas: 2n, data: '0x123456' }]);
    expect(data).toHaveLength(2 + 64 * 5);
  });

  it('come back one by one, and nothing less', () => {
    const answer =
      `0x${word(1)}${word(500)}${word(3)}${'123456'.padEnd(64, '0')}${word(0)}${word(7)}${word(0)}` as const;
    expect(decodeSteps(answer, 2)).toEqual([
      { success: true, gasUsed: 500n, returnData: '0x123456' },
      { success: false, gasUsed: 7n, returnData: '0x' },
    ]);
    expect(decodeSteps(answer, 1)).toBeNull();
    expect(decodeSteps(answer, 3)).toBeNull();
    expect(decodeSteps('0x', 1)).toBeNull();
  });
});
