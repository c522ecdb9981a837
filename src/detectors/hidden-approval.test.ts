import { describe, expect, it } from 'vitest';
import { hiddenApproval } from './hidden-approval.ts';
import {
  account,
  answer,
  CONTRACT,
  call,
  grant,
  makeChain,
  makeRequest,
  makeScene,
  messageAsk,
  PERMIT2,
  transactionAsk,
  USDC,
  USER,
} from './testing/scene.ts';

const on = (parts: Parameters<typeof grant>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  answer(hiddenApproval, makeScene({ action: call(), consequences: [grant(parts)], ...more }));

describe('hidden-approval', () => {
  it('fires on a permission only the simulation shows, whoever gets it', () => {
    expect(on({ basis: 'simulated' })).toBe('fired: caution');
    expect(on({ basis: 'simulated', to: PERMIT2 })).toBe('fired: caution');
  });

  it('stays quiet on stated ones, revokes, own accounts and signatures', () => {
    expect(on({ basis: 'both' })).toBe('clear');
    expect(on({ basis: 'simulated', revokes: true })).toBe('clear');
    expect(on({ basis: 'simulated', to: USER })).toBe('clear');
    expect(on({ basis: 'simulated' }, { request: makeRequest({ ask: messageAsk('x') }) })).toBe('quiet');
  });

  it('only notes the use of a permit by the contract it was signed for', () => {
    const at = { accounts: new Map([[USER, account('none')]]) };
    const used = (more: Parameters<typeof makeChain>[0] = at, to = CONTRACT) =>
      on(
        { basis: 'simulated', to: CONTRACT },
        { chain: makeChain(more), request: makeRequest({ ask: transactionAsk({ to, data: '0xded9382a' }) }) },
      );
    expect(used()).toBe('fired: note');
    expect(used(at, USDC)).toBe('fired: caution');
    expect(used({ accounts: new Map([[USER, account('delegated')]]) })).toBe('fired: caution');
    expect(used({ accounts: new Map() })).toBe('fired: caution');
  });

  it('cannot tell without a run', () => {
    expect(on({ basis: 'stated' }, { chain: null })).toBe('inconclusive');
    expect(on({ basis: 'stated' }, { chain: makeChain({ run: null }) })).toBe('inconclusive');
  });
});
