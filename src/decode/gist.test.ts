import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { KNOWN_CALLS } from './gist.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, router } = SAMPLE;
const ZERO = `0x${'0'.repeat(40)}`;
const MARKET = [token, token, token, token, 1n];
const gist = (signature: string, args: readonly unknown[]) => {
  const action = decodeSample(signature, args, { to: router });
  return action.kind === 'call' ? action.gist : action.kind;
};

describe('the table', () => {
  it.each([...KNOWN_CALLS])('%s is its own text', (selector, { signature }) => {
    expect(toFunctionSelector(signature)).toBe(selector);
  });
});

describe('who gets it', () => {
  it.each<[string, readonly unknown[]]>([
    ['withdraw(uint256,address,address)', [5n, stranger, user]],
    ['redeem(uint256,address,address)', [5n, stranger, user]],
    ['requestRedeem(uint256,address,address)', [5n, stranger, user]],
    ['withdraw(address,uint256,address)', [token, 5n, stranger]],
    ['withdrawETH(address,uint256,address)', [token, 5n, stranger]],
    ['withdrawTo(address,address,uint256)', [stranger, token, 5n]],
    ['withdrawFrom(address,address,address,uint256)', [user, stranger, token, 5n]],
    [
      'withdraw((address,address,address,address,uint256) m,uint256,uint256,address,address)',
      [MARKET, 1n, 1n, user, stranger],
    ],
    [
      'withdrawCollateral((address,address,address,address,uint256) m,uint256,address,address)',
      [MARKET, 1n, user, stranger],
    ],
    ['collect((uint256,address,uint128,uint128) p)', [[1n, stranger, 5n, 5n]]],
    [
      'removeLiquidity(address,address,uint256,uint256,uint256,address,uint256)',
      [token, token, 1n, 1n, 1n, stranger, 9n],
    ],
    ['removeLiquidityETH(address,uint256,uint256,uint256,address,uint256)', [token, 1n, 1n, 1n, stranger, 9n]],
    ['remove_liquidity_one_coin(uint256,int128,uint256,address)', [1n, 0n, 1n, stranger]],
    ['queueWithdrawal(uint256[],address[],uint256[],address,bool)', [[0n], [token], [5n], stranger, false]],
    ['queueWithdrawals((address[],uint256[],address)[] p)', [[[[token], [5n], stranger]]]],
    [
      'completeQueuedWithdrawal((address,address,address,uint256,uint32,address[],uint256[]) w,address[],uint256,bool)',
      [[user, ZERO, stranger, 1n, 2, [token], [5n]], [token], 0n, true],
    ],
    [
      'completeQueuedWithdrawal((address,address,address,uint256,uint32,address[],uint256[]) w,address[],bool)',
      [[user, ZERO, stranger, 1n, 2, [token], [5n]], [token], true],
    ],
    ['requestWithdrawals(uint256[],address)', [[5n], stranger]],
    ['claimWithdrawalsTo(uint256[],uint256[],address)', [[5n], [1n], stranger]],
  ])('%s withdraws to whom it names', (signature, args) => {
    expect(gist(signature, args)).toEqual({ does: 'withdraws', to: stranger, minimum: null });
  });

  it('of several EigenLayer withdrawals names the one that goes elsewhere', () => {
    const mine = [[token], [5n], user];
    const theirs = [[token], [5n], stranger];
    expect(gist('queueWithdrawals((address[],uint256[],address)[] p)', [[mine, theirs]])).toMatchObject({
      to: stranger,
    });
    expect(gist('queueWithdrawals((address[],uint256[],address)[] p)', [[mine]])).toMatchObject({ to: user });
  });

  it('reads zero as the caller', () => {
    expect(gist('requestWithdrawals(uint256[],address)', [[5n], ZERO])).toMatchObject({ to: user });
  });

  it('reads deposits, loans, bridges, names and positions', () => {
    expect(gist('deposit(uint256,address)', [5n, stranger])).toMatchObject({ does: 'deposits', to: stranger });
    expect(gist('supply(address,uint256,address,uint16)', [token, 5n, stranger, 0])).toMatchObject({
      does: 'deposits',
    });
    expect(
      gist('borrow((address,address,address,address,uint256) m,uint256,uint256,address,address)', [
        MARKET,
        1n,
        1n,
        user,
        stranger,
      ]),
    ).toMatchObject({ does: 'borrows', to: stranger });
    expect(gist('bridgeETHTo(address,uint32,bytes)', [stranger, 1, '0x'])).toMatchObject({ does: 'bridges' });
    expect(gist('setAddr(bytes32,address)', [`0x${'00'.repeat(32)}`, stranger])).toMatchObject({ does: 'names' });
    expect(gist('setAddr(bytes32,uint256,bytes)', [`0x${'00'.repeat(32)}`, 60n, stranger])).toMatchObject({
      does: 'names',
      to: stranger,
    });
    expect(gist('setAddr(bytes32,uint256,bytes)', [`0x${'00'.repeat(32)}`, 0n, '0x1234'])).toBeUndefined();
    expect(gist('signalTransfer(address)', [stranger])).toEqual({
      does: 'moves-position',
      to: stranger,
      minimum: null,
    });
  });

  it('keeps the floor of a swap that names no tokens', () => {
    expect(gist('unoswap(uint256,uint256,uint256,uint256)', [1n, 2n, 0n, 4n])).toEqual({
      does: 'swaps',
      to: user,
      minimum: 0n,
    });
    expect(gist('unoswapTo(address,address,uint256,uint256,uint256[])', [stranger, token, 5n, 7n, [1n]])).toEqual({
      does: 'swaps',
      to: stranger,
      minimum: 7n,
    });
  });

  it('says nothing of arguments that are cut short', () => {
    const data = encodeSample('withdraw(address,uint256,address)', [token, 5n, stranger]).slice(0, 10 + 64);
    expect(decodeSample('multicall(bytes[])', [[data]], { to: router })).toMatchObject({
      actions: [{ kind: 'call', signature: 'withdraw(address,uint256,address)' }],
    });
    expect(JSON.stringify(decodeSample('multicall(bytes[])', [[data]], { to: router }), noBigint)).not.toContain(
      'gist',
    );
  });
});

describe('Uniswap V3 positions', () => {
  const collect = encodeSample('collect((uint256,address,uint128,uint128) p)', [[1n, ZERO, 5n, 5n]]);
  const unwrap = (to: string) => encodeSample('unwrapWETH9(uint256,address)', [0n, to]);
  const sweep = (to: string) => encodeSample('sweepToken(address,uint256,address)', [token, 0n, to]);
  const paid = (...items: readonly `0x${string}`[]) =>
    decodeSample('multicall(bytes[])', [[collect, ...items]], { to: router });

  it('follow what was collected to whom it is paid on', () => {
    expect(paid(unwrap(user), sweep(user))).toMatchObject({ actions: [{ gist: { does: 'withdraws', to: user } }] });
    expect(paid(unwrap(user), sweep(stranger))).toMatchObject({ actions: [{ gist: { to: stranger } }] });
  });
});

function noBigint(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
