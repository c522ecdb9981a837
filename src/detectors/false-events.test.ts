import { describe, expect, it } from 'vitest';
import type { Claim, Run } from '../simulate/Simulator.ts';
import { falseEvents } from './false-events.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  erc20,
  leaves,
  makeChain,
  makeRegistry,
  makeRequest,
  makeRun,
  makeScene,
  messageAsk,
  UNLISTED_TOKEN,
  USDC,
} from './testing/scene.ts';

const mint: Claim = { kind: 'arrives', asset: erc20(UNLISTED_TOKEN), amount: 5n };
const revoke: Claim = { kind: 'revoked', token: UNLISTED_TOKEN, spender: CONTRACT };
const on = (run: Partial<Run>, ...consequences: readonly ReturnType<typeof leaves | typeof arrives>[]) =>
  makeScene({ action: call({ data: '0x12345678' }), consequences, chain: makeChain({ run: makeRun(run) }) });

describe('false-events', () => {
  it('fires as danger where coins leave for a token that only events name', () => {
    expect(answer(falseEvents, on({ claims: [mint] }, leaves()))).toBe('fired: danger');
  });

  it('fires as danger where a report of a revocation covers a loss', () => {
    const scene = on({ claims: [revoke] }, leaves({ asset: erc20(USDC) }));
    expect(falseEvents.detect(scene)).toMatchObject({ severity: 'danger', message: 'reason.false-events.revoked' });
  });

  it('fires with caution where nothing leaves, or something real arrives', () => {
    expect(answer(falseEvents, on({ claims: [mint] }))).toBe('fired: caution');
    expect(answer(falseEvents, on({ claims: [mint] }, leaves(), arrives()))).toBe('fired: caution');
  });

  it('stays quiet without such events, on failed runs, listed tokens, mere revocations and signatures', () => {
    expect(answer(falseEvents, on({}, leaves()))).toBe('clear');
    expect(answer(falseEvents, on({ claims: [revoke] }))).toBe('clear');
    expect(answer(falseEvents, on({ status: 'reverted', claims: [mint] }, leaves()))).toBe('clear');
    const registry = makeRegistry({ contracts: [{ address: UNLISTED_TOKEN }] });
    expect(answer(falseEvents, { ...on({ claims: [mint] }, leaves()), registry })).toBe('clear');
    expect(answer(falseEvents, makeScene({ request: makeRequest({ ask: messageAsk('x') }) }))).toBe('quiet');
  });

  it('cannot tell without a run: inconclusive', () => {
    expect(answer(falseEvents, { ...on({}), chain: null })).toBe('inconclusive');
  });
});
