import { describe, expect, it } from 'vitest';
import type { Gist } from '../decode/Action.ts';
import type { Exit } from '../simulate/Simulator.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  makeChain,
  makeRegistry,
  makeRequest,
  makeScene,
  NATIVE,
  OTHER_OWN,
  STRANGER,
  transactionAsk,
  USER,
} from './testing/scene.ts';
import { withdrawalRedirect } from './withdrawal-redirect.ts';

const on = (to: Gist['to'], does: Gist['does'] = 'withdraws', more: Parameters<typeof makeScene>[0] = {}) =>
  answer(withdrawalRedirect, makeScene({ action: call({ gist: { does, to, minimum: null } }), ...more }));
const SEEN = { history: { counterparties: [STRANGER], ownAccounts: [] } };

describe('withdrawal-redirect', () => {
  it('fires when what is taken out or borrowed goes to a stranger', () => {
    expect(on(STRANGER)).toBe('fired: danger');
    expect(on(STRANGER, 'borrows')).toBe('fired: danger');
    expect(on(STRANGER, 'withdraws', { consequences: [arrives()] })).toBe('fired: danger');
  });

  it('fires as caution for deposits, bridges and names, and for somebody dealt with before', () => {
    expect(on(STRANGER, 'deposits')).toBe('fired: caution');
    expect(on(STRANGER, 'bridges')).toBe('fired: caution');
    expect(on(STRANGER, 'names')).toBe('fired: caution');
    expect(on(STRANGER, 'withdraws', SEEN)).toBe('fired: caution');
  });

  it('tells the danger among several', () => {
    const gist = (does: Gist['does']) => call({ gist: { does, to: STRANGER, minimum: null } });
    const action = {
      kind: 'batch',
      wrapper: 'multicall',
      to: CONTRACT,
      valueWei: 0n,
      actions: [gist('deposits'), gist('withdraws')],
    } as const;
    expect(answer(withdrawalRedirect, makeScene({ action }))).toBe('fired: danger');
  });

  it('stays quiet on own accounts, the Safe itself and contracts that pass it on', () => {
    expect(on(USER)).toBe('clear');
    expect(on(OTHER_OWN)).toBe('clear');
    expect(on('0x0000000000000000000000000000000000000000', 'names')).toBe('clear');
    expect(on(STRANGER, 'bridges', SEEN)).toBe('clear');
    const registry = makeRegistry({ contracts: [{}] });
    expect(on(CONTRACT, 'withdraws', { registry, consequences: [arrives()] })).toBe('clear');
    expect(on(CONTRACT, 'deposits', { registry })).toBe('clear');
    const action = call({ gist: { does: 'withdraws', to: STRANGER, minimum: null }, by: STRANGER });
    expect(answer(withdrawalRedirect, makeScene({ action }))).toBe('clear');
    expect(answer(withdrawalRedirect, makeScene({ action: call() }))).toBe('quiet');
    expect(on(STRANGER, 'swaps')).toBe('quiet');
  });

  it('cannot tell when the user is not known', () => {
    const request = makeRequest({ account: null, ask: transactionAsk({ from: null }) });
    expect(on(STRANGER, 'withdraws', { request })).toBe('inconclusive');
  });
});

describe('withdrawal-redirect by a function nobody knows', () => {
  const gone = (exit: Partial<Exit> = {}, more: Parameters<typeof makeScene>[0] = {}) => {
    const whole: Exit = { of: CONTRACT, to: STRANGER, asset: NATIVE, amount: 7n, share: 1, toContract: false, ...exit };
    return makeScene({ action: call(), chain: makeChain({ exit: whole }), ...more });
  };

  it('fires when an entry of the user’s goes to a stranger', () => {
    expect(answer(withdrawalRedirect, gone())).toBe('fired: danger');
    expect(answer(withdrawalRedirect, gone({ share: 0.93 }))).toBe('fired: danger');
    expect(withdrawalRedirect.detect(gone()).message).toBe('reason.withdrawal-redirect.books');
  });

  it('is milder for a part, a contract and somebody dealt with before', () => {
    expect(answer(withdrawalRedirect, gone({ share: 0.5 }))).toBe('fired: caution');
    expect(answer(withdrawalRedirect, gone({ share: 0.08 }))).toBe('fired: note');
    expect(answer(withdrawalRedirect, gone({ toContract: true }))).toBe('fired: caution');
    expect(answer(withdrawalRedirect, gone({}, SEEN))).toBe('fired: caution');
  });

  it('stays quiet for the user’s other account and for a contract the registry knows', () => {
    expect(answer(withdrawalRedirect, gone({ to: OTHER_OWN }))).toBe('clear');
    const registry = makeRegistry({ contracts: [{ address: STRANGER }] });
    expect(answer(withdrawalRedirect, gone({}, { registry }))).toBe('clear');
    expect(answer(withdrawalRedirect, makeScene({ action: call() }))).toBe('quiet');
  });
});
