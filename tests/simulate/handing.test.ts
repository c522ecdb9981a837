import { type Abi, type Address, encodeDeployData, encodeFunctionData, getAddress, type Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCall } from '../../src/decode/call.ts';
import type { ChainView } from '../../src/simulate/Simulator.ts';
import { ownContract } from '../corpus/attacks/Heist.ts';
import { own } from '../corpus/protocols/contract.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { transactionQuery } from './requests.ts';

const UNIT = 10n ** 18n;
const HELD = 30n * UNIT;

let chain: Chain;
let user: Address;
let thief: Address;
let keeper: Address;
let other: Address;

beforeAll(async () => {
  chain = await startChain();
  user = chain.accounts.user.address;
  thief = chain.accounts.attacker.address;
  keeper = chain.accounts.deployer.address;
  other = chain.accounts.stranger.address;
  // Compiles everything once, which takes its time.
  own('Raise');
  ownContract('UpgradeDesk');
}, 240_000);

afterAll(() => chain?.stop());

interface Made {
  readonly address: Address;
  readonly abi: Abi;
}

async function made(
  { abi, bytecode }: { readonly abi: Abi; readonly bytecode: Hex },
  args: readonly unknown[] = [],
): Promise<Made> {
  const { contractAddress } = await chain.send({
    from: keeper,
    data: encodeDeployData({ abi, bytecode, args }),
    gas: 6_000_000n,
  });
  if (contractAddress == null) throw new Error('Not deployed.');
  return { address: getAddress(contractAddress), abi };
}

async function send(from: Address, to: Made, functionName: string, args: readonly unknown[] = []) {
  const data = encodeFunctionData({ abi: to.abi, functionName, args });
  const { status } = await chain.send({ from, to: to.address, data });
  if (status !== 'success') throw new Error(`${functionName} reverted.`);
}

async function asked(
  to: Made,
  functionName: string,
  args: readonly unknown[] = [],
  known: readonly Address[] = [],
): Promise<ChainView> {
  const data = encodeFunctionData({ abi: to.abi, functionName, args });
  const action = decodeCall({ to: to.address, valueWei: 0n, data, sender: user });
  const query = transactionQuery({ chainId: chain.chainId, from: user, action, known }, { to: to.address, data });
  const view = await look(simulatorOn(chain.rpcUrl), query, 20_000);
  expect(view.run?.status, view.run?.revertReason ?? '').toBe('success');
  expect(view.notes.filter((note) => note.endsWith('-failed'))).toEqual([]);
  return view;
}

/** A coin of which the user holds `HELD`, and allows `spender` all of it. */
async function coinFor(spender: Made): Promise<Made> {
  const coin = await made(ownContract('Coin'), ['Harbour', 'HRBR', 18]);
  await send(keeper, coin, 'mint', [user, HELD]);
  await send(user, coin, 'approve', [spender.address, HELD]);
  return coin;
}

describe('a coin handed on', () => {
  it('is followed through the contract to those who share it', async () => {
    const desk = await made(ownContract('UpgradeDesk'), [thief, other]);
    const coin = await coinFor(desk);
    const { handedOn } = await asked(desk, 'upgradeTokens', [coin.address, 2n]);
    expect(handedOn).toEqual({ token: coin.address.toLowerCase(), to: thief.toLowerCase(), amount: HELD });
    expect((await asked(desk, 'upgradeTokens', [coin.address, 2n], [desk.address])).handedOn).toBeUndefined();
  });

  it.each([
    ['a book says whose it was', 'Raise', 'contribute'],
    ['an event says whose it was', 'Counter', 'depositAll'],
  ])('is no proof where %s', async (_, name, functionName) => {
    const place = await made(own(name), [thief]);
    const coin = await coinFor(place);
    expect((await asked(place, functionName, [coin.address])).handedOn).toBeUndefined();
  });

  it('is no proof where the call names the receiver, a part is taken, or a new coin comes', async () => {
    const gatherer = await made(own('Gatherer'));
    const coin = await coinFor(gatherer);
    expect((await asked(gatherer, 'gather', [coin.address, other])).handedOn).toBeUndefined();

    const desk = await made(own('InvoiceDesk'), [thief]);
    const paid = await coinFor(desk);
    const invoice = `0x${'0'.repeat(63)}1`;
    await send(keeper, desk, 'bill', [invoice, HELD / 2n]);
    expect((await asked(desk, 'pay', [paid.address, invoice])).handedOn).toBeUndefined();

    const old = await made(ownContract('Coin'), ['Old', 'OLD', 18]);
    await send(keeper, old, 'mint', [user, HELD]);
    const next = await made(own('NextCoin'), [thief, old.address]);
    await send(user, old, 'approve', [next.address, HELD]);
    expect((await asked(next, 'migrate')).handedOn).toBeUndefined();
  });
});

describe('a proxy’s script', () => {
  async function proxied(): Promise<{ proxy: Made; scripts: Made; coin: Made }> {
    const [proxy, scripts] = [await made(own('PersonalProxy'), [user]), await made(own('ProxyScripts'))];
    const coin = await made(ownContract('Coin'), ['Harbour', 'HRBR', 18]);
    await send(keeper, coin, 'mint', [proxy.address, HELD]);
    return { proxy, scripts, coin };
  }
  const run = (on: Made, scripts: Made, functionName: string, args: readonly unknown[], known?: readonly Address[]) =>
    asked(on, 'execute', [scripts.address, encodeFunctionData({ abi: scripts.abi, functionName, args })], known);

  it('is seen to send what the proxy holds away, and how much of it', async () => {
    const { proxy, scripts, coin } = await proxied();
    const { scriptTakes } = await run(proxy, scripts, 'send', [coin.address, thief, HELD / 4n]);
    expect(scriptTakes).toEqual({
      of: proxy.address.toLowerCase(),
      to: thief.toLowerCase(),
      asset: { type: 'erc20', address: coin.address.toLowerCase() },
      amount: HELD / 4n,
      share: 0.25,
    });
  });

  it('takes nothing where it goes to its owner or to a contract, or is a listed one', async () => {
    const { proxy, scripts, coin } = await proxied();
    const locker = await made(own('Locker'));
    expect((await run(proxy, scripts, 'draw', [coin.address])).scriptTakes).toBeUndefined();
    expect((await run(proxy, scripts, 'lock', [coin.address, locker.address, HELD])).scriptTakes).toBeUndefined();
    const listed = [scripts.address];
    expect((await run(proxy, scripts, 'send', [coin.address, thief, HELD], listed)).scriptTakes).toBeUndefined();
  });
});

describe('powers of other standards', () => {
  it('are read from state: given, found inside a batch, and taken back', async () => {
    const coin = await made(ownContract('OperatorCoin'));
    await send(keeper, coin, 'mint', [user, HELD]);
    const given = { token: coin.address.toLowerCase(), to: thief.toLowerCase(), before: 0n, after: 2n ** 256n - 1n };
    expect((await asked(coin, 'authorizeOperator', [thief])).run?.permissions).toMatchObject([given]);
    const data = encodeFunctionData({ abi: coin.abi, functionName: 'authorizeOperator', args: [thief] });
    expect((await asked(coin, 'multicall', [[data]])).run?.permissions).toMatchObject([given]);
  });

  it('count operators and allowances of many coins apart', async () => {
    const coins = await made(ownContract('ManyCoins'));
    await send(keeper, coins, 'mint', [user, 7n, 5n]);
    const at = { token: coins.address.toLowerCase(), to: thief.toLowerCase() };
    expect((await asked(coins, 'approve', [thief, 7n, 4n])).run?.permissions).toMatchObject([
      { ...at, kind: 'allowance', itemId: 7n, after: 4n },
    ]);
    await send(user, coins, 'setOperator', [thief, true]);
    expect((await asked(coins, 'setOperator', [thief, false])).run?.permissions).toMatchObject([
      { ...at, kind: 'operator', before: 1n, after: 0n },
    ]);
  });
});
