import { padHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { TOPIC } from '../probesFromLogs.ts';
import { coinGains, movesIn, saidIn } from './moves.ts';
import { COIN, type Played } from './play.ts';

const A = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const B = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
const C = '0x90f79bf6eb2c4f870365e785982e1f101e93b906';
const TOKEN = '0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0';

const moved = (address: `0x${string}`, from: `0x${string}`, to: `0x${string}`, amount: bigint) => ({
  address,
  topics: [TOPIC.transfer, padHex(from, { size: 32 }), padHex(to, { size: 32 })],
  data: padHex(`0x${amount.toString(16)}`, { size: 32 }),
});
const played = (...logs: Played['logs']): Played => ({ ok: true, data: '0x', logs });

describe('movesIn', () => {
  it('tells coins, tokens and items apart', () => {
    const item = {
      ...moved(TOKEN, A, B, 0n),
      topics: [...moved(TOKEN, A, B, 0n).topics, padHex('0x07')],
      data: '0x',
    } as const;
    expect(movesIn(played(moved(COIN, A, B, 5n), moved(TOKEN, B, C, 6n), item))).toEqual([
      { asset: { type: 'native' }, from: A, to: B, amount: 5n },
      { asset: { type: 'erc20', address: TOKEN }, from: B, to: C, amount: 6n },
      { asset: { type: 'erc721', address: TOKEN, id: 7n }, from: A, to: B, amount: 1n },
    ]);
  });

  it('leaves out other events and logs cut short', () => {
    const other = { address: TOKEN, topics: [TOPIC.approval], data: '0x' } as const;
    expect(movesIn(played(other, { ...moved(TOKEN, A, B, 1n), data: '0x' }))).toEqual([]);
  });
});

describe('coinGains', () => {
  it('counts who ends with more, and not who passed it on', () => {
    const moves = movesIn(played(moved(COIN, A, B, 10n), moved(COIN, B, C, 10n), moved(TOKEN, A, B, 9n)));
    expect([...coinGains(moves)]).toEqual([[C, 10n]]);
  });
});

describe('saidIn', () => {
  it('is empty for moves of coins alone, and differs with what is said', () => {
    expect(saidIn(played(moved(COIN, A, B, 1n)))).toBe('');
    expect(saidIn(played(moved(TOKEN, A, B, 1n)))).not.toBe(saidIn(played(moved(TOKEN, A, B, 2n))));
  });
});
