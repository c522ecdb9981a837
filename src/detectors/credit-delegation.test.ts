import { describe, expect, it } from 'vitest';
import type { Taker } from '../simulate/Simulator.ts';
import { creditDelegation } from './credit-delegation.ts';
import {
  account,
  answer,
  arrives,
  CONTRACT,
  call,
  erc20,
  grant,
  leaves,
  makeChain,
  makeRegistry,
  makeRun,
  makeScene,
  OTHER_OWN,
  STRANGER,
  transfer,
  UNLISTED_TOKEN,
  USDC,
  WETH,
} from './testing/scene.ts';

const on = (to: `0x${string}`, more: Parameters<typeof makeScene>[0] = {}, parts: Parameters<typeof grant>[0] = {}) =>
  answer(creditDelegation, makeScene({ consequences: [grant({ to, power: 'borrow', ...parts })], ...more }));

describe('credit-delegation', () => {
  it('fires when a person without a contract could borrow', () => {
    expect(on(STRANGER)).toBe('fired: danger');
    expect(on(STRANGER, { registry: null }, { limit: 5n })).toBe('fired: danger');
  });

  it('fires as caution for an unlisted contract and for a friend', () => {
    expect(on(CONTRACT)).toBe('fired: caution');
    expect(on(STRANGER, { history: { counterparties: [STRANGER], ownAccounts: [] } })).toBe('fired: caution');
  });

  it('fires when somebody was seen to borrow by an unlisted contract', () => {
    const taken = (by: Taker['by'], power: Taker['power'] = 'borrow') => {
      const asset = { type: 'erc20', address: USDC } as const;
      const taker: Taker = {
        through: CONTRACT,
        by,
        selector: '0x0f694584',
        asset,
        amount: 5n,
        ...(power && { power }),
      };
      const consequences = [grant({ to: CONTRACT, power: 'borrow' })];
      return makeScene({ consequences, chain: makeChain({ takers: [taker] }) });
    };
    expect(answer(creditDelegation, taken(STRANGER))).toBe('fired: danger');
    expect(creditDelegation.detect(taken(STRANGER)).message).toBe('reason.credit-delegation.taken');
    expect(creditDelegation.detect(taken('anyone')).message).toBe('reason.credit-delegation.anyone');
    expect(creditDelegation.detect(taken('listed')).message).toBe('reason.credit-delegation.listed');
    expect(answer(creditDelegation, taken(STRANGER, 'command'))).toBe('fired: caution');
  });

  it('is a note where nobody could, and it reaches a part of the credit', () => {
    const chain = makeChain({ takers: [], boundedCredit: [CONTRACT] });
    expect(on(CONTRACT, { chain })).toBe('fired: note');
    expect(on(CONTRACT, { chain: makeChain({ takers: [], boundedCredit: [] }) })).toBe('fired: caution');
  });

  it('stays quiet for known contracts, own accounts, revokes and other powers', () => {
    expect(on(CONTRACT, { registry: makeRegistry({ contracts: [{}] }) })).toBe('clear');
    expect(on(OTHER_OWN)).toBe('quiet');
    expect(on(STRANGER, {}, { revokes: true })).toBe('quiet');
    expect(on(STRANGER, {}, { power: 'spend' })).toBe('quiet');
  });

  it('cannot tell who it is without the chain', () => {
    expect(on(STRANGER, { chain: null })).toBe('inconclusive');
    expect(on(CONTRACT, { registry: null })).toBe('inconclusive');
  });
});

describe('credit-delegation in a loan that the run takes', () => {
  const loan = leaves({ asset: erc20(UNLISTED_TOKEN), amount: 100n, to: null, share: null, debtOf: USDC });
  const passed = (to: `0x${string}`, amount = 100n, parts: Parameters<typeof makeChain>[0] = {}) =>
    makeChain({ run: makeRun({ passed: [{ token: USDC, to, amount }] }), ...parts });
  const drawn = (parts: Parameters<typeof makeScene>[0] = {}, arrived: readonly ReturnType<typeof arrives>[] = []) =>
    makeScene({ action: call(), consequences: [loan, ...arrived], chain: passed(STRANGER), ...parts });

  it('fires when a plain account nobody knows gets what is borrowed, whatever token no list knows comes in', () => {
    expect(answer(creditDelegation, drawn())).toBe('fired: danger');
    expect(answer(creditDelegation, drawn({ registry: makeRegistry({ contracts: [{}] }) }))).toBe('fired: danger');
    expect(answer(creditDelegation, drawn({}, [arrives({ asset: erc20(OTHER_OWN) })]))).toBe('fired: danger');
    expect(creditDelegation.detect(drawn()).message).toBe('reason.credit-delegation.drawn');
    const half = (to: `0x${string}`) => ({ token: USDC, to, amount: 40n });
    const other = `0x${'7'.repeat(40)}` as const;
    const accounts = new Map([STRANGER, other].map((one) => [one, account('none')]));
    const split = makeChain({ run: makeRun({ passed: [half(STRANGER), half(other)] }), accounts });
    expect(answer(creditDelegation, drawn({ chain: split }))).toBe('fired: danger');
    const delegated = passed(STRANGER, 60n, { accounts: new Map([[STRANGER, account('delegated')]]) });
    expect(answer(creditDelegation, drawn({ chain: delegated }))).toBe('fired: danger');
  });

  it('is caution for a friend, for a payment the batch names, for a contract, and where nobody was seen', () => {
    expect(answer(creditDelegation, drawn({ history: { counterparties: [STRANGER], ownAccounts: [] } }))).toBe(
      'fired: caution',
    );
    const pays = [call(), transfer({ asset: erc20(USDC) })];
    expect(answer(creditDelegation, drawn({ actions: pays }))).toBe('fired: caution');
    expect(answer(creditDelegation, drawn({ chain: passed(CONTRACT) }))).toBe('fired: caution');
    expect(answer(creditDelegation, drawn({ chain: passed(STRANGER, 5n) }))).toBe('fired: caution');
    expect(creditDelegation.detect(drawn({ chain: makeChain() })).message).toBe('reason.credit-delegation.drawn-away');
  });

  it('stays quiet where the loan comes to the user, or something for it', () => {
    expect(answer(creditDelegation, drawn({}, [arrives({ asset: erc20(USDC), amount: 99n })]))).toBe('clear');
    expect(answer(creditDelegation, drawn({}, [arrives({ asset: erc20(WETH) })]))).toBe('clear');
    expect(answer(creditDelegation, drawn({}, [arrives({ asset: { type: 'native' } })]))).toBe('clear');
    const receipt = [arrives({ asset: erc20(OTHER_OWN), amount: 100n })];
    expect(answer(creditDelegation, drawn({ chain: passed(CONTRACT) }, receipt))).toBe('clear');
    expect(answer(creditDelegation, drawn({ chain: passed(OTHER_OWN) }))).toBe('clear');
    const known = makeRegistry({ contracts: [{}] });
    expect(answer(creditDelegation, drawn({ chain: passed(CONTRACT), registry: known }))).toBe('clear');
  });
});
