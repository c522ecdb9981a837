import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import type { Payment } from '../simulate/Simulator.ts';
import type { Scene } from './Detector.ts';
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
  USER,
  WETH,
} from './testing/scene.ts';
import { valueForNothing } from './value-for-nothing.ts';

const ETHER = 10n ** 18n;
const paid = (
  share: number | null,
  signature: string | null,
  ...others: readonly ReturnType<typeof arrives | typeof grant>[]
) =>
  makeScene({
    action: call({ valueWei: ETHER, signature, data: '0x12345678' }),
    consequences: [leaves({ to: CONTRACT, share }), ...others],
  });

describe('value-for-nothing beside another account', () => {
  it('is not bought off by what a contract says it pays itself', () => {
    const action: Action = {
      kind: 'batch',
      wrapper: 'execute',
      to: CONTRACT,
      valueWei: 0n,
      actions: [call(), call({ by: CONTRACT })],
    };
    const bait = arrives({ of: CONTRACT });
    const gift = grant({ of: CONTRACT, to: CONTRACT });
    const scene = makeScene({ action, consequences: [leaves({ share: 1 }), bait, gift] });
    expect(answer(valueForNothing, scene)).toBe('fired: danger');
    const theirs = makeScene({ action, consequences: [leaves({ share: 1, of: CONTRACT })] });
    expect(answer(valueForNothing, theirs)).toBe('quiet');
  });
});

describe('value-for-nothing', () => {
  it('fires as danger on a bait name, whatever the amount', () => {
    expect(answer(valueForNothing, paid(0.0001, 'claim()'))).toBe('fired: danger');
    expect(answer(valueForNothing, paid(0.0001, 'SecurityUpdate()'))).toBe('fired: danger');
    const scene = makeScene({
      action: call({ valueWei: 1n, selector: '0x5fba79f5' }),
      consequences: [leaves({ share: 0.2 })],
    });
    expect(answer(valueForNothing, scene)).toBe('fired: danger');
  });

  it('fires as danger on nearly the whole balance, also where the share must be worked out', () => {
    expect(valueForNothing.detect(paid(0.9, 'deposit()'))).toMatchObject({ severity: 'danger', family: 'D2' });
    const scene = makeScene({
      action: call({ valueWei: 95n * ETHER }),
      consequences: [leaves({ amount: 95n * ETHER, share: null })],
      chain: makeChain({ balanceWei: 100n * ETHER }),
    });
    expect(answer(valueForNothing, scene)).toBe('fired: danger');
  });

  it('is caution at most for an honest-looking payment and for tokens', () => {
    expect(answer(valueForNothing, paid(0.2, 'payInvoice(uint256)'))).toBe('fired: caution');
    expect(answer(valueForNothing, paid(null, 'mint(uint256)'))).toBe('fired: caution');
    const tokens = makeScene({
      action: call(),
      consequences: [leaves({ asset: erc20(USDC), to: CONTRACT, share: 1 })],
    });
    expect(answer(valueForNothing, tokens)).toBe('fired: caution');
  });

  it('stays quiet when something comes back', () => {
    expect(answer(valueForNothing, paid(0.95, 'claim()', arrives({ asset: erc20(WETH) })))).toBe('clear');
    expect(
      answer(
        valueForNothing,
        paid(0.1, 'mint()', arrives({ asset: { type: 'erc721', address: UNLISTED_TOKEN, id: 1n } })),
      ),
    ).toBe('clear');
    expect(answer(valueForNothing, paid(0.1, 'x()', grant()))).toBe('clear');
  });

  it('is caution when nearly everything buys what no list knows', () => {
    expect(answer(valueForNothing, paid(0.95, 'buy()', arrives({ asset: erc20(UNLISTED_TOKEN) })))).toBe(
      'fired: caution',
    );
  });

  it('stays quiet on a deposit the contract could have taken anyway, but not under a bait name', () => {
    const chain = makeChain({ run: makeRun({ stood: [{ token: USDC, to: CONTRACT, limit: 10n ** 18n }] }) });
    const consequences = [leaves({ asset: erc20(USDC), to: CONTRACT, share: 1 })];
    const on = (signature: string, more = '') =>
      answer(
        valueForNothing,
        makeScene({ action: call({ signature, data: `0x12345678${more}` }), consequences, chain }),
      );
    expect(on('stake(uint256)')).toBe('clear');
    expect(on('claimReward()')).toBe('fired: danger');
    expect(on('stakeFor(address)', `${'0'.repeat(24)}${UNLISTED_TOKEN.slice(2)}`)).toBe('fired: caution');
  });

  it('fires with caution where a contract hands nearly all it was allowed on to a plain account', () => {
    const stood = makeRun({ stood: [{ token: USDC, to: CONTRACT, limit: 10n ** 18n }] });
    const on = (share: number, code: 'none' | 'contract', history: string[] = []) =>
      answer(
        valueForNothing,
        makeScene({
          action: call({ signature: 'revokeAll(address)', data: '0x12345678' }),
          consequences: [leaves({ asset: erc20(USDC), to: STRANGER, share })],
          chain: makeChain({ run: stood, accounts: new Map([[STRANGER, account(code)]]) }),
          history: { counterparties: history.length > 0 ? [STRANGER] : [], ownAccounts: [] },
        }),
      );
    expect(on(1, 'none')).toBe('fired: caution');
    expect(on(0.5, 'none')).toBe('clear');
    expect(on(1, 'contract')).toBe('clear');
    expect(on(1, 'none', ['known'])).toBe('clear');
  });

  it('looks at every call of a batch', () => {
    const registry = makeRegistry({ contracts: [{}] });
    const listed = call({ valueWei: 1n });
    const stranger = call({ to: UNLISTED_TOKEN, signature: 'claim()', valueWei: ETHER });
    const action = { kind: 'batch', wrapper: 'x', to: null, valueWei: 0n, actions: [listed, stranger] } as const;
    const consequences = [leaves({ share: 0.1 }), leaves({ asset: erc20(USDC), share: 0.2 })];
    const evidence = valueForNothing.detect(makeScene({ action, registry, consequences }));
    expect(evidence).toMatchObject({ severity: 'danger', family: 'D1', message: 'reason.value-for-nothing.bait' });
    expect(evidence.facts.share).toEqual({ type: 'share', value: 0.2 });
  });

  it('counts coins that come back, and names a bait by that even when all goes', () => {
    expect(answer(valueForNothing, paid(0.9, 'x()', arrives({ asset: { type: 'native' } })))).toBe('clear');
    expect(answer(valueForNothing, paid(0.9, 'x()', arrives({ asset: erc20(UNLISTED_TOKEN) })))).toBe('fired: caution');
    expect(valueForNothing.detect(paid(0.95, 'claim()')).family).toBe('D1');
  });

  it('stays quiet on listed contracts, failed runs, plain payments and own accounts', () => {
    const registry = makeRegistry({ contracts: [{}] });
    expect(answer(valueForNothing, { ...paid(0.95, 'claim()'), registry })).toBe('clear');
    const chain = makeChain({ run: makeRun({ status: 'reverted' }) });
    expect(answer(valueForNothing, { ...paid(0.95, 'claim()'), chain })).toBe('clear');
    expect(answer(valueForNothing, makeScene({ action: transfer(), consequences: [leaves({ share: 1 })] }))).toBe(
      'quiet',
    );
    expect(answer(valueForNothing, makeScene({ action: call(), consequences: [leaves({ to: USER })] }))).toBe('quiet');
  });

  it('cannot tell without a run', () => {
    expect(answer(valueForNothing, { ...paid(0.95, 'claim()'), chain: null })).toBe('inconclusive');
    expect(answer(valueForNothing, { ...paid(0.95, 'claim()'), chain: makeChain({ run: null }) })).toBe('inconclusive');
  });
});

describe('value-for-nothing, when the coins were followed', () => {
  const to: Address = '0x90f79bf6eb2c4f870365e785982e1f101e93b906';
  const followed = (share: number, payment: Partial<Payment> = {}, more: Parameters<typeof makeScene>[0] = {}) =>
    makeScene({
      ...paid(share, 'register()'),
      chain: makeChain({ payment: { of: CONTRACT, to, trace: 'none', ...payment } }),
      ...more,
    });
  const said = (scene: ReturnType<typeof makeScene>) => valueForNothing.detect(scene).message;

  it('is danger where nobody keeps a record and somebody else has them', () => {
    expect(answer(valueForNothing, followed(0.3))).toBe('fired: danger');
    expect(answer(valueForNothing, followed(0.06))).toBe('fired: danger');
    expect(answer(valueForNothing, followed(0.02))).toBe('fired: caution');
    expect(said(followed(0.02))).toBe('reason.value-for-nothing.no-record');
    expect(said(followed(0.3))).toBe('reason.value-for-nothing.no-record');
    expect(valueForNothing.detect(followed(0.3)).facts.who).toEqual({ type: 'address', value: to });
  });

  it('is no payment where the asset`s own contract moves it to whom the call names', () => {
    const data = (word: string) => `0x8b72a2ec${word}${'4d'.padStart(64, '0')}` as const;
    const asked = (loss: Parameters<typeof leaves>[0], word: string) =>
      answer(
        valueForNothing,
        makeScene({
          action: call({ to: UNLISTED_TOKEN, data: data(word) }),
          consequences: [leaves({ asset: erc20(UNLISTED_TOKEN), share: 1, ...loss })],
        }),
      );
    const named = STRANGER.slice(2).padStart(64, '0');
    expect(asked({ to: STRANGER }, named)).toBe('quiet');
    expect(asked({ to: null }, named)).toBe('quiet');
    expect(asked({ to: null }, ''.padStart(64, '0'))).not.toBe('quiet');
    expect(asked({ to: CONTRACT }, named)).not.toBe('quiet');
    expect(asked({ to: STRANGER, asset: erc20(USDC) }, named)).not.toBe('quiet');
  });

  it('is danger where nearly all is asked for what a thousandth buys', () => {
    const consequences = [leaves({ to: CONTRACT, share: 0.93 }), arrives({ asset: erc20(UNLISTED_TOKEN) })];
    const scene = followed(0.93, { trace: 'same' }, { consequences });
    expect(answer(valueForNothing, scene)).toBe('fired: danger');
    expect(said(scene)).toBe('reason.value-for-nothing.any-sum');
    const less = [leaves({ to: CONTRACT, share: 0.5 }), arrives({ asset: erc20(UNLISTED_TOKEN) })];
    expect(answer(valueForNothing, followed(0.5, { trace: 'same' }, { consequences: less }))).toBe('clear');
  });

  it('is as it was where something is kept, or the user knows who gets them, or another contract was meant', () => {
    expect(answer(valueForNothing, followed(0.3, { trace: 'same' }))).toBe('fired: caution');
    expect(answer(valueForNothing, followed(0.3, { of: UNLISTED_TOKEN }))).toBe('fired: caution');
    const known = { history: { counterparties: [to], ownAccounts: [] } };
    expect(answer(valueForNothing, followed(0.3, {}, known))).toBe('fired: caution');
    const own = { history: { counterparties: [], ownAccounts: [to] } };
    expect(answer(valueForNothing, followed(0.3, {}, own))).toBe('fired: caution');
    expect(
      answer(
        valueForNothing,
        followed(0.3, {}, { consequences: [leaves({ share: 0.3 }), arrives({ asset: erc20(WETH) })] }),
      ),
    ).toBe('clear');
  });
});

describe('value-for-nothing where a debt is paid', () => {
  const less = arrives({ asset: erc20(UNLISTED_TOKEN), amount: 100n, debtOf: USDC });
  const more = leaves({ asset: erc20(WETH), amount: 100n, to: null, share: null, debtOf: WETH });
  const pays = (
    parts: Parameters<typeof leaves>[0] = {},
    others: Scene['consequences'] = [less],
    signature = 'repay()',
  ) =>
    answer(
      valueForNothing,
      makeScene({
        action: call({ signature, data: '0x12345678' }),
        consequences: [leaves({ asset: erc20(USDC), amount: 100n, to: CONTRACT, share: 0.5, ...parts }), ...others],
      }),
    );

  it('stays quiet where all that leaves pays it', () => {
    expect(pays()).toBe('clear');
    expect(pays({}, [])).toBe('fired: caution');
    expect(pays({ share: 1 })).toBe('clear');
  });

  it('fires where a plain account gets it, more leaves than that, or another debt grows', () => {
    expect(pays({ to: STRANGER })).toBe('fired: caution');
    expect(pays({}, [less, leaves({ asset: erc20(WETH), to: CONTRACT, share: 0.5 })])).toBe('fired: caution');
    expect(pays({}, [less, more])).toBe('fired: caution');
    expect(pays({}, [less], 'claim()')).toBe('fired: danger');
  });

  it('is caution where nearly all coins go, whatever the lender says', () => {
    expect(pays({ asset: { type: 'native' }, amount: ETHER, share: 1 })).toBe('fired: caution');
  });

  it('takes no new debt for something that pays', () => {
    expect(pays({}, [more])).toBe('fired: caution');
  });
});

describe('value-for-nothing where a coin is handed on', () => {
  const handed = (to: Address, share: number, ...others: readonly ReturnType<typeof arrives | typeof grant>[]) =>
    makeScene({
      action: call({ data: '0x12345678' }),
      consequences: [leaves({ asset: erc20(USDC), amount: 1_500_000_000n, to, share }), ...others],
      chain: makeChain({
        run: makeRun({ stood: [{ token: USDC, to: CONTRACT, limit: 1_500_000_000n }] }),
        handedOn: { token: USDC, to, amount: 1_500_000_000n },
      }),
    });

  it('fires where no book tells of it, allowed before or in the same call', () => {
    expect(answer(valueForNothing, handed(STRANGER, 1))).toBe('fired: danger');
    expect(answer(valueForNothing, handed(STRANGER, 1, grant({ to: CONTRACT })))).toBe('fired: danger');
  });

  it('is no theft by the user’s own account, somebody they know, or where something comes', () => {
    expect(answer(valueForNothing, handed(OTHER_OWN, 1))).toBe('quiet');
    const known = { ...handed(STRANGER, 1), history: { counterparties: [STRANGER], ownAccounts: [] } };
    expect(answer(valueForNothing, known)).not.toBe('fired: danger');
    expect(answer(valueForNothing, handed(STRANGER, 1, arrives()))).toBe('clear');
  });
});
