import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  type Hex,
  maxUint256,
  parseAbi,
} from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainQuery, Resale } from '../../src/simulate/Simulator.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { callsQuery, transactionQuery } from './requests.ts';

/** Uniswap V2 as published on npm: factory and router, byte for byte what runs on Ethereum. */
const require = createRequire(import.meta.url);
const published = (path: string): { abi: Abi; bytecode: Hex } => {
  const { abi, bytecode, evm } = JSON.parse(readFileSync(require.resolve(path), 'utf8'));
  const code: string = evm?.bytecode?.object ?? bytecode;
  return { abi, bytecode: code.startsWith('0x') ? `0x${code.slice(2)}` : `0x${code}` };
};
const FACTORY = published('@uniswap/v2-core/build/UniswapV2Factory.json');
const ROUTER = published('@uniswap/v2-periphery/build/UniswapV2Router02.json');
const WETH = published('@uniswap/v2-periphery/build/WETH9.json');

const ETHER = 10n ** 18n;
const FAR = 4_000_000_000n;
const TOKENS = [
  ...['PlainToken', 'SmallFeeToken', 'CooldownToken', 'BlacklistToken', 'MaxSaleToken'],
  ...['GreedyToken', 'ClosingToken', 'StuckToken'],
] as const;

let chain: Chain;
let maker: Address;
let user: Address;
let router: Address;
let weth: Address;
const tokens = new Map<string, Address>();

async function deploy({ abi, bytecode }: { abi: Abi; bytecode: Hex }, args: readonly unknown[] = []): Promise<Address> {
  const data = encodeDeployData({ abi, bytecode, args });
  const { contractAddress } = await chain.send({ from: maker, data, gas: 12_000_000n });
  if (contractAddress == null) throw new Error('Not deployed.');
  return getAddress(contractAddress);
}

async function send(to: Address, abi: Abi, functionName: string, args: readonly unknown[], value = 0n): Promise<void> {
  const data = encodeFunctionData({ abi, functionName, args });
  const { status } = await chain.send({ from: maker, to, data, value, gas: 6_000_000n });
  if (status !== 'success') throw new Error(`${functionName} reverted.`);
}

beforeAll(async () => {
  chain = await startChain();
  maker = chain.accounts.deployer.address;
  user = chain.accounts.user.address;
  weth = await deploy(WETH);
  const factory = await deploy(FACTORY, [maker]);
  router = await deploy(ROUTER, [factory, weth]);
  const artefacts = compileContracts();
  for (const name of TOKENS) {
    const artefact = artefacts[name];
    if (artefact === undefined) throw new Error(name);
    const token = await deploy(artefact);
    tokens.set(name, token);
    await send(token, artefact.abi, 'approve', [router, maxUint256]);
    await send(token, artefact.abi, 'transfer', [maker, 1n]);
    const pooled = [token, 1_000_000n * ETHER, 0n, 0n, maker, FAR];
    await send(router, ROUTER.abi, 'addLiquidityETH', pooled, 50n * ETHER);
    const data = encodeFunctionData({ abi: FACTORY.abi, functionName: 'getPair', args: [token, weth] });
    const pair = String(await chain.request('eth_call', [{ to: factory, data }, 'latest']));
    await send(token, artefact.abi, 'setPool', [getAddress(`0x${pair.slice(-40)}`)]);
  }
  const { timestamp } = await chain.client.getBlock();
  const closing = tokens.get('ClosingToken') ?? maker;
  await send(closing, artefacts.ClosingToken?.abi ?? [], 'setClosing', [timestamp + 600n]);
}, 120_000);
afterAll(() => chain?.stop());

const SWAPS = parseAbi([
  'function swapExactETHForTokens(uint256, address[], address, uint256)',
  'function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256, address[], address, uint256)',
]);

function buying(name: string, more: Partial<ChainQuery> = {}): ChainQuery {
  const data = encodeFunctionData({
    abi: SWAPS,
    functionName: 'swapExactETHForTokensSupportingFeeOnTransferTokens',
    args: [0n, [weth, tokens.get(name) ?? maker], user, FAR],
  });
  const query = transactionQuery({ chainId: chain.chainId, from: user }, { to: router, data, value: ETHER });
  return { ...query, ...more };
}

async function resaleOf(name: string, query: ChainQuery): Promise<Resale | undefined> {
  const view = await look(simulatorOn(chain.rpcUrl), query, 20_000);
  expect(view.run?.status, view.run?.revertReason ?? '').toBe('success');
  return view.resale?.get(`0x${(tokens.get(name) ?? maker).slice(2).toLowerCase()}`);
}

describe('buying and selling again', () => {
  it.each(['PlainToken', 'SmallFeeToken', 'CooldownToken'])(
    '%s can be sold',
    async (name) => {
      const resale = await resaleOf(name, buying(name));
      expect(resale?.outcome).toBe('sold');
      expect(resale?.returned).toBeGreaterThan(0.9);
    },
    30_000,
  );

  it.each(['BlacklistToken', 'MaxSaleToken'])(
    '%s cannot be sold, from the first moment on',
    async (name) => {
      expect(await resaleOf(name, buying(name))).toEqual({ outcome: 'cannot-sell', returned: null, variant: null });
    },
    30_000,
  );

  it('a sale that brings one part in a hundred is a loss', async () => {
    const resale = await resaleOf('GreedyToken', buying('GreedyToken'));
    expect(resale?.outcome).toBe('sells-at-loss');
    expect(resale?.returned).toBeLessThan(0.02);
  }, 30_000);

  it('sales that close later are seen under a later clock', async () => {
    const resale = await resaleOf('ClosingToken', buying('ClosingToken'));
    expect(resale).toEqual({ outcome: 'cannot-sell', returned: null, variant: '+30 min' });
  }, 30_000);

  it('approve and swap in one batch is tried the same way', async () => {
    const token = tokens.get('BlacklistToken') ?? maker;
    const swap = buying('BlacklistToken').request.ask;
    if (swap.kind !== 'transaction') throw new Error('A swap is a transaction.');
    const { to, data, valueWei } = swap.transaction;
    const approve = encodeFunctionData({
      abi: parseAbi(['function approve(address, uint256)']),
      args: [router, 1n],
    });
    const calls = [
      { to: token, data: approve, valueWei: 0n },
      { to, data, valueWei },
    ];
    const query = callsQuery({ chainId: chain.chainId, from: user }, calls);
    expect((await resaleOf('BlacklistToken', query))?.outcome).toBe('cannot-sell');
  }, 30_000);
});

describe('without a known way back', () => {
  const shop = async (name: string): Promise<ChainQuery> => {
    const artefacts = compileContracts();
    const token = tokens.get(name) ?? maker;
    const { abi, bytecode } = artefacts.FixedShop ?? { abi: [], bytecode: '0x' as const };
    const at = await deploy({ abi, bytecode }, [token]);
    const own = artefacts[name]?.abi ?? [];
    await send(token, own, 'transfer', [at, 1000n * ETHER]);
    await send(token, own, 'setPool', [at]);
    const data = encodeFunctionData({ abi, functionName: 'buy' });
    return transactionQuery({ chainId: chain.chainId, from: user }, { to: at, data, value: ETHER });
  };

  it('a token that cannot be passed on is told apart from one that can', async () => {
    expect(await resaleOf('StuckToken', await shop('StuckToken'))).toEqual({
      outcome: 'cannot-sell',
      returned: null,
      variant: 'transfer',
      bound: true,
    });
    const plain = await resaleOf('PlainToken', await shop('PlainToken'));
    expect(plain).toEqual({ outcome: 'sold', returned: 1, variant: 'transfer' });
  }, 30_000);
});

describe('no trial', () => {
  it('is made for a listed token, for a sale, and for a gift', async () => {
    expect(await resaleOf('BlacklistToken', buying('BlacklistToken', { isListed: () => true }))).toBeUndefined();
    const gift = transactionQuery(
      { chainId: chain.chainId, from: user },
      { to: chain.contracts.token, data: chain.encode('token', 'transfer', [maker, 1n]) },
    );
    expect(await resaleOf('PlainToken', gift)).toBeUndefined();
  }, 30_000);

  it('is cheap: all further questions about an unlisted token take two more round trips at most', async () => {
    const [listed, tried] = await Promise.all(
      [{ isListed: () => true }, {}].map((more) => look(simulatorOn(chain.rpcUrl), buying('PlainToken', more), 20_000)),
    );
    expect((tried?.roundTrips ?? 0) - (listed?.roundTrips ?? 0)).toBeLessThanOrEqual(2);
  }, 30_000);
});
