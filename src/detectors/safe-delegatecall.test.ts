import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { safeDelegatecall } from './safe-delegatecall.ts';
import {
  answer,
  CONTRACT,
  call,
  makeChain,
  makeRegistry,
  makeScene,
  NATIVE,
  OTHER_OWN,
  STRANGER,
  transfer,
  USDC,
} from './testing/scene.ts';

const SIGN_MESSAGE_LIB = '0xd53cd0aB83D845Ac265BE939c57F53AD838012c9';

const runs = (to: Address): Action => ({ kind: 'delegatecall', of: CONTRACT, to, functionName: 'delegatecall' });

function on(...actions: Action[]): string {
  const action: Action = { kind: 'batch', wrapper: 'SafeTx', to: CONTRACT, valueWei: 0n, actions };
  return answer(safeDelegatecall, makeScene({ action, actions }));
}

describe('safe-delegatecall', () => {
  it('fires when the Safe would run code that is not its maker’s', () => {
    expect(on(runs(STRANGER))).toBe('fired: danger');
    expect(on(transfer(), runs(SIGN_MESSAGE_LIB), runs(CONTRACT))).toBe('fired: danger');
  });

  it('fires where no Safe is named: an order whose proxy would run a stranger’s code', () => {
    const action = runs(STRANGER);
    expect(answer(safeDelegatecall, makeScene({ action, actions: [action] }))).toBe('fired: danger');
  });

  it('fires as caution for Safe’s own libraries', () => {
    expect(on(runs(SIGN_MESSAGE_LIB))).toBe('fired: caution');
  });

  it('is caution for a DSProxy’s script that no list knows, and says nothing of a known one', () => {
    const script: Action = { kind: 'delegatecall', of: CONTRACT, to: STRANGER, functionName: 'execute(address,bytes)' };
    expect(on(call(), script)).toBe('fired: caution');
    expect(on(script, runs(STRANGER))).toBe('fired: danger');
    const registry = makeRegistry({ contracts: [{ address: STRANGER }] });
    expect(answer(safeDelegatecall, makeScene({ action: script, registry }))).toBe('clear');
  });

  it('is danger where a DSProxy’s script is seen to empty it to a stranger', () => {
    const action: Action = { kind: 'delegatecall', of: CONTRACT, to: STRANGER, functionName: 'execute(address,bytes)' };
    const seen = (share: number, to: Address, of: Address = CONTRACT) =>
      answer(
        safeDelegatecall,
        makeScene({ action, chain: makeChain({ scriptTakes: { of, to, asset: NATIVE, amount: 9n, share } }) }),
      );
    expect(seen(1, USDC)).toBe('fired: danger');
    expect(seen(0.9, USDC)).toBe('fired: danger');
    expect(seen(0.5, USDC)).toBe('fired: caution');
    expect(seen(1, OTHER_OWN)).toBe('fired: caution');
    expect(seen(1, USDC, STRANGER)).toBe('fired: caution');
  });

  it('stays quiet for calls, and where there is no Safe', () => {
    expect(on(transfer())).toBe('clear');
    expect(on(call())).toBe('clear');
    expect(answer(safeDelegatecall, makeScene())).toBe('quiet');
  });

  it('cannot tell when a part could not be read', () => {
    expect(on({ kind: 'unreadable', why: 'bad-params', detail: 'cut' })).toBe('inconclusive');
    expect(on({ kind: 'unreadable', why: 'bad-params', detail: 'cut' }, runs(STRANGER))).toBe('fired: danger');
  });
});
