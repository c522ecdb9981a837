import { encodeAbiParameters, parseAbiParameters, toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { ROUTER_READERS } from './router.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, router, weth } = SAMPLE;
const to = router;
const PATH = `${token}0001f4${weth.slice(2)}`;

describe('V2 routers', () => {
  it('reads who pays what, at least how much comes, and to whom', () => {
    const signature = 'swapExactTokensForTokens(uint256,uint256,address[],address,uint256)';
    expect(decodeSample(signature, [100n, 90n, [token, weth], stranger, 1n], { to })).toEqual({
      kind: 'swap',
      router,
      sell: { asset: { type: 'erc20', address: token }, amount: 100n },
      buy: { asset: { type: 'erc20', address: weth }, minimum: 90n },
      recipient: stranger,
      deadlineSeconds: 1n,
      valueWei: 0n,
    });
  });

  it('knows the chain coin on either side', () => {
    const buys = decodeSample(
      'swapExactTokensForETH(uint256,uint256,address[],address,uint256)',
      [100n, 90n, [token, weth], user, 1n],
      { to },
    );
    expect(buys).toMatchObject({ buy: { asset: { type: 'native' } } });
    const sells = decodeSample(
      'swapExactETHForTokens(uint256,address[],address,uint256)',
      [90n, [weth, token], user, 1n],
      { to, valueWei: 50n },
    );
    expect(sells).toMatchObject({ sell: { asset: { type: 'native' }, amount: 50n }, buy: { minimum: 90n } });
    const most = decodeSample(
      'swapTokensForExactTokens(uint256,uint256,address[],address,uint256)',
      [90n, 100n, [token, weth], user, 1n],
      { to },
    );
    expect(most).toMatchObject({ sell: { amount: 100n }, buy: { minimum: 90n } });
  });

  it('stays a call when the path is none', () => {
    const none = decodeSample(
      'swapExactTokensForTokens(uint256,uint256,address[],address,uint256)',
      [1n, 1n, [], user, 1n],
      { to },
    );
    expect(none).toMatchObject({ kind: 'call', selector: '0x38ed1739' });
  });
});

describe('V3 routers', () => {
  const old = 'exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))';
  const short = 'exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))';

  it('reads both shapes', () => {
    const swap = { sell: { amount: 100n }, buy: { asset: { address: weth }, minimum: 90n }, recipient: stranger };
    expect(decodeSample(old, [[token, weth, 500, stranger, 9n, 100n, 90n, 0n]], { to })).toMatchObject({
      ...swap,
      deadlineSeconds: 9n,
    });
    expect(decodeSample(short, [[token, weth, 500, stranger, 100n, 90n, 0n]], { to })).toMatchObject({
      ...swap,
      deadlineSeconds: null,
    });
    expect(
      decodeSample('exactInput((bytes,address,uint256,uint256))', [[PATH, stranger, 100n, 90n]], { to }),
    ).toMatchObject(swap);
    expect(
      decodeSample('exactInput((bytes,address,uint256,uint256,uint256))', [[PATH, stranger, 9n, 100n, 90n]], { to }),
    ).toMatchObject(swap);
    const back = `${weth}0001f4${token.slice(2)}`;
    expect(
      decodeSample('exactOutput((bytes,address,uint256,uint256))', [[back, stranger, 90n, 100n]], { to }),
    ).toMatchObject(swap);
  });

  it('resolves the small numbers routers use for recipients', () => {
    const one = `0x${'0'.repeat(39)}1`;
    expect(decodeSample(short, [[token, weth, 500, one, 100n, 90n, 0n]], { to })).toMatchObject({ recipient: user });
  });

  it('settles a multicall: the payout names the recipient and the floor', () => {
    const two = `0x${'0'.repeat(39)}2`;
    const swap = encodeSample(short, [[token, weth, 500, two, 100n, 0n, 0n]]);
    const unwrap = encodeSample('unwrapWETH9(uint256,address)', [90n, stranger]);
    expect(decodeSample('multicall(uint256,bytes[])', [1n, [swap, unwrap]], { to })).toMatchObject({
      kind: 'batch',
      wrapper: 'multicall',
      actions: [{ kind: 'swap', recipient: stranger, buy: { asset: { type: 'native' }, minimum: 90n } }],
    });
  });

  it('knows that value pays for wrapped coin', () => {
    const swap = encodeSample(short, [[weth, token, 500, user, 100n, 90n, 0n]]);
    const refund = encodeSample('refundETH()', []);
    expect(decodeSample('multicall(bytes[])', [[swap, refund]], { to, valueWei: 100n })).toMatchObject({
      valueWei: 100n,
      actions: [{ kind: 'swap', sell: { asset: { type: 'native' }, amount: 100n } }],
    });
  });

  it('shows a permit used inside', () => {
    const zero = `0x${'0'.repeat(64)}`;
    const permit = encodeSample('selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)', [
      token,
      100n,
      1n,
      27,
      zero,
      zero,
    ]);
    expect(decodeSample('multicall(bytes[])', [[permit]], { to })).toMatchObject({
      actions: [{ kind: 'allowance', spender: router, amount: 100n, asset: { address: token } }],
    });
  });
});

describe('Universal Router', () => {
  const execute = 'execute(bytes,bytes[],uint256)';
  const swapInput = (recipient: string, path: `0x${string}`, payerIsUser: boolean) =>
    encodeAbiParameters(parseAbiParameters('address,uint256,uint256,bytes,bool'), [
      recipient === 'router' ? `0x${'0'.repeat(39)}2` : stranger,
      100n,
      90n,
      path,
      payerIsUser,
    ]);

  it('reads a permit and a swap', () => {
    const permit = encodeAbiParameters(parseAbiParameters('((address,uint160,uint48,uint48),address,uint256),bytes'), [
      [[token, 2n ** 160n - 1n, 123, 0], stranger, 456n],
      '0x',
    ]);
    const action = decodeSample(
      execute,
      ['0x0a00', [permit, swapInput('x', `${token}0001f4${weth.slice(2)}`, true)], 1n],
      { to },
    );
    expect(action).toMatchObject({
      kind: 'batch',
      wrapper: 'execute',
      actions: [
        {
          kind: 'permit2',
          form: 'allowance',
          spender: stranger,
          items: [{ token, amount: 'unlimited', until: 123n }],
          deadlineSeconds: 456n,
        },
        {
          kind: 'swap',
          sell: { asset: { address: token }, amount: 100n },
          buy: { asset: { address: weth } },
          recipient: stranger,
        },
      ],
    });
  });

  it('joins the legs of one trade', () => {
    const first = swapInput('router', `${token}0001f4${weth.slice(2)}`, true);
    const second = swapInput('x', `${weth}0001f4${stranger.slice(2)}`, false);
    expect(decodeSample(execute, ['0x0000', [first, second], 1n], { to })).toMatchObject({
      actions: [
        {
          kind: 'swap',
          sell: { asset: { address: token } },
          buy: { asset: { address: stranger } },
          recipient: stranger,
          valueWei: 0n,
        },
      ],
    });
  });

  it('knows that value pays for the whole balance of the router', () => {
    const all = encodeAbiParameters(parseAbiParameters('address,uint256,uint256,bytes,bool'), [
      stranger,
      2n ** 255n,
      90n,
      `${weth}0001f4${token.slice(2)}`,
      false,
    ]);
    expect(decodeSample(execute, ['0x0b00', ['0x', all], 1n], { to, valueWei: 100n })).toMatchObject({
      actions: [{ kind: 'swap', sell: { asset: { type: 'native' }, amount: 100n } }],
    });
  });

  it('pays the output where UNWRAP_WETH says', () => {
    const first = swapInput('router', `${token}0001f4${weth.slice(2)}`, true);
    const unwrap = encodeAbiParameters(parseAbiParameters('address,uint256'), [stranger, 95n]);
    expect(decodeSample(execute, ['0x000c', [first, unwrap], 1n], { to })).toMatchObject({
      actions: [{ kind: 'swap', recipient: stranger, buy: { asset: { type: 'native' }, minimum: 95n } }],
    });
  });

  it('shows a plain taking of tokens, and a command it does not know', () => {
    const take = encodeAbiParameters(parseAbiParameters('address,address,uint160'), [token, stranger, 7n]);
    expect(decodeSample(execute, ['0x0210', [take, '0x12'], 1n], { to })).toMatchObject({
      actions: [
        { kind: 'transfer', from: user, to: stranger, amount: 7n },
        { kind: 'call', to: router, selector: null, data: '0x12' },
      ],
    });
    expect(decodeSample(execute, ['0x00', [], 1n], { to })).toMatchObject({ kind: 'call', selector: '0x3593564c' });
  });
});

it('lists the selectors it means', () => {
  const tail = 'uint256,uint256,address[],address,uint256';
  const signatures = [
    `swapExactTokensForTokens(${tail})`,
    `swapExactTokensForTokensSupportingFeeOnTransferTokens(${tail})`,
    `swapTokensForExactTokens(${tail})`,
    `swapExactTokensForETH(${tail})`,
    `swapExactTokensForETHSupportingFeeOnTransferTokens(${tail})`,
    `swapTokensForExactETH(${tail})`,
    'swapExactETHForTokens(uint256,address[],address,uint256)',
    'swapExactETHForTokensSupportingFeeOnTransferTokens(uint256,address[],address,uint256)',
    'swapETHForExactTokens(uint256,address[],address,uint256)',
    'swapExactTokensForTokens(uint256,uint256,address[],address)',
    'swapTokensForExactTokens(uint256,uint256,address[],address)',
    'exactInputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))',
    'exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))',
    'exactOutputSingle((address,address,uint24,address,uint256,uint256,uint256,uint160))',
    'exactOutputSingle((address,address,uint24,address,uint256,uint256,uint160))',
    'exactInput((bytes,address,uint256,uint256,uint256))',
    'exactInput((bytes,address,uint256,uint256))',
    'exactOutput((bytes,address,uint256,uint256,uint256))',
    'exactOutput((bytes,address,uint256,uint256))',
    'selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)',
    'selfPermitIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)',
    'selfPermitAllowed(address,uint256,uint256,uint8,bytes32,bytes32)',
    'selfPermitAllowedIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)',
  ];
  expect(signatures.map((signature) => toFunctionSelector(signature)).sort()).toEqual(
    [...ROUTER_READERS.keys()].sort(),
  );
});
