import { describe, expect, it } from 'vitest';
import type { Action, Budget } from '../decode/Action.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { reachWithin } from './kit/session.ts';
import { sessionKey } from './session-key.ts';
import {
  answer,
  CONTRACT,
  grant,
  makeChain,
  makeRequest,
  makeScene,
  NATIVE,
  NOW_SECONDS,
  OTHER_OWN,
  STRANGER,
  UNLISTED_TOKEN,
  USDC,
} from './testing/scene.ts';

const DAY = 86_400n;
const MONTH = 30n * DAY;
const ALL: Budget = { initial: 0n, every: null };
const each = (amount: bigint, seconds: bigint): Budget => ({ initial: 0n, every: { amount, seconds } });
const key = (parts: Partial<Grants>) =>
  grant({ budget: ALL, revocable: 'wallet', until: NOW_SECONDS + DAY, holding: 1_500_000_000n, ...parts });
const given = (parts: Partial<Grants>, more = {}) =>
  answer(sessionKey, makeScene({ consequences: [key(parts)], ...more }));
const calling = (parts: Partial<Extract<Action, { kind: 'session' }>>, more = {}) => {
  const until = NOW_SECONDS + DAY;
  const action: Action = { kind: 'session', key: STRANGER, target: CONTRACT, functions: ['move()'], until, ...parts };
  return answer(sessionKey, makeScene({ action, registry: null, ...more }));
};

describe('session-key', () => {
  it('fires on a key that could take nearly everything', () => {
    expect(given({ limit: 'unlimited' })).toBe('fired: danger');
    expect(given({ limit: 'unlimited', over: NATIVE, holding: 5n })).toBe('fired: danger');
    expect(given({ limit: 1_450_000_000n })).toBe('fired: danger');
  });

  it('fires on halves that make a whole', () => {
    const half = key({ limit: 740_000_000n });
    expect(answer(sessionKey, makeScene({ consequences: [half, half] }))).toBe('fired: danger');
    const other = key({ limit: 740_000_000n, over: NATIVE });
    expect(answer(sessionKey, makeScene({ consequences: [half, other] }))).toBe('clear');
  });

  it('fires on a stream that is through within a week', () => {
    const until = 'revoked';
    expect(given({ limit: 'unlimited', until, budget: each(400_000_000n, DAY) })).toBe('fired: danger');
    expect(given({ limit: 'unlimited', until, budget: each(1_400_000_000n, MONTH) })).toBe('fired: danger');
  });

  it('fires on a key that commands a token of the user’s', () => {
    expect(calling({ target: USDC, functions: null })).toBe('fired: danger');
    expect(calling({ target: USDC, functions: ['function transfer(address to, uint256 amount)'] })).toBe(
      'fired: danger',
    );
    expect(calling({ target: USDC, functions: ['0x095ea7b3'] })).toBe('fired: danger');
  });

  it('is milder on a wide budget, on a key met before, on pennies, and on calls without end', () => {
    expect(given({ limit: 'unlimited', until: 'revoked', budget: each(90_000_000n, DAY) })).toBe('fired: caution');
    const history = { counterparties: [STRANGER], ownAccounts: [] };
    expect(given({ limit: 'unlimited' }, { history })).toBe('fired: caution');
    const prices = new Map([[USDC, { usd: 1, source: 'chainlink' as const, ageSeconds: 60 }]]);
    expect(given({ limit: 10_000_000n, holding: 8_000_000n }, { chain: makeChain({ prices }) })).toBe('fired: caution');
    expect(calling({ until: 'revoked' })).toBe('fired: caution');
    expect(calling({ functions: null })).toBe('fired: caution');
  });

  it('stays quiet on a bill, a small budget and a game', () => {
    const bill = { limit: 'unlimited', until: 'revoked', budget: each(10_000_000n, MONTH) } as const;
    expect(given(bill)).toBe('clear');
    expect(given({ limit: 20_000_000n })).toBe('clear');
    expect(given({ limit: 'unlimited', until: NOW_SECONDS + DAY, budget: each(100_000_000n, DAY) })).toBe('clear');
    expect(calling({})).toBe('clear');
    expect(calling({ target: USDC, functions: ['name()'] })).toBe('clear');
  });

  it('looks where a key for a service is asked for', () => {
    const at = (origin: string, service: string) =>
      calling({ target: null, service, until: 'revoked' }, { request: makeRequest({ origin }) });
    expect(at('https://app.hyperliquid.xyz', 'Hyperliquid')).toBe('clear');
    expect(at('https://trade.example.org', 'Hyperliquid')).toBe('fired: caution');
    expect(at('https://trade.example.org', 'Perp')).toBe('fired: note');
  });

  it('stays quiet on ordinary powers and on one’s own key', () => {
    expect(answer(sessionKey, makeScene({ consequences: [grant()] }))).toBe('quiet');
    expect(given({ limit: 'unlimited', to: OTHER_OWN })).toBe('quiet');
  });

  it('could not tell without knowing what is held', () => {
    expect(given({ limit: 5n, holding: null, over: { type: 'erc20', address: UNLISTED_TOKEN } })).toBe('inconclusive');
    expect(calling({ functions: null }, { chain: null })).toBe('inconclusive');
  });
});

describe('reachWithin', () => {
  const unlimited = { limit: 'unlimited', until: 'revoked' } as const;
  it('counts a period from its first second, up to the end and the limit', () => {
    expect(reachWithin({ ...unlimited, budget: each(10n, MONTH) }, 0n, DAY)).toBe(10n);
    expect(reachWithin({ ...unlimited, budget: each(10n, DAY) }, 0n, 7n * DAY)).toBe(70n);
    expect(reachWithin({ limit: 25n, until: 'revoked', budget: each(10n, DAY) }, 0n, 7n * DAY)).toBe(25n);
    expect(reachWithin({ limit: 'unlimited', until: 2n * DAY, budget: each(10n, DAY) }, 0n, 7n * DAY)).toBe(20n);
    expect(reachWithin({ limit: 25n, until: 5n, budget: ALL }, 6n, DAY)).toBe(25n);
    expect(reachWithin({ limit: 'unlimited', until: 5n, budget: each(10n, DAY) }, 6n, 7n * DAY)).toBe(70n);
    expect(reachWithin({ ...unlimited, budget: ALL }, 0n, DAY)).toBe('unlimited');
  });
});
