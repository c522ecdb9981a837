import { type Abi, type Address, encodeDeployData, encodeFunctionData, getAddress, type Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../src/decode/Action.ts';
import type { ChainView } from '../../src/simulate/Simulator.ts';
import { readArtifact } from '../corpus/artifact.ts';
import { ownContract } from '../corpus/attacks/Heist.ts';
import { own } from '../corpus/protocols/contract.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { transactionQuery } from './requests.ts';

const ETHER = 10n ** 18n;
const YEAR = 365n * 86_400n;
const NO_HASH: Hex = `0x${'0'.repeat(64)}`;
/** anvil's accounts hold 10,000. */
const THIRD = 3000n * ETHER;

let chain: Chain;
let user: Address;
let thief: Address;
let keeper: Address;
let friend: Address;

beforeAll(async () => {
  chain = await startChain();
  user = chain.accounts.user.address;
  thief = chain.accounts.attacker.address;
  keeper = chain.accounts.deployer.address;
  friend = chain.accounts.stranger.address;
  // Compiles everything once, which takes its time.
  own('Raffle');
  ownContract('PayableLure');
}, 240_000);

afterAll(() => chain?.stop());

interface Made {
  readonly address: Address;
  readonly abi: Abi;
}

async function made(
  { abi, bytecode }: { readonly abi: Abi; readonly bytecode: Hex },
  from: Address,
  args: readonly unknown[] = [],
  value = 0n,
): Promise<Made> {
  const data = encodeDeployData({ abi, bytecode, args });
  const { contractAddress } = await chain.send({ from, data, value, gas: 6_000_000n });
  if (contractAddress == null) throw new Error('Not deployed.');
  return { address: getAddress(contractAddress), abi };
}

async function send(from: Address, to: Made, functionName: string, args: readonly unknown[] = [], value = 0n) {
  const data = encodeFunctionData({ abi: to.abi, functionName, args });
  const { status } = await chain.send({ from, to: to.address, data, value });
  if (status !== 'success') throw new Error(`${functionName} reverted.`);
}

async function asked(to: Made, functionName: string, args: readonly unknown[] = [], value = 0n): Promise<ChainView> {
  const data = encodeFunctionData({ abi: to.abi, functionName, args });
  const selector: Hex = `0x${data.slice(2, 10)}`;
  const action: Action = { kind: 'call', to: to.address, selector, signature: null, valueWei: value, data };
  const parts = { chainId: chain.chainId, from: user, action };
  const view = await look(simulatorOn(chain.rpcUrl), transactionQuery(parts, { to: to.address, data, value }), 20_000);
  expect(view.run?.status, view.run?.revertReason ?? '').toBe('success');
  expect(view.notes.filter((note) => note.endsWith('-failed'))).toEqual([]);
  return view;
}

describe('coins paid for nothing', () => {
  it('are followed to who gets them at once', async () => {
    const lure = await made(ownContract('ForwardingLure'), thief);
    const { payment } = await asked(lure, 'register', [], THIRD);
    expect(payment).toEqual({ of: lure.address.toLowerCase(), to: thief.toLowerCase(), trace: 'none' });
  });

  it('are followed to who could take them out', async () => {
    const { payment } = await asked(await made(ownContract('PayableLure'), thief), 'mint', [2n], THIRD);
    expect(payment).toMatchObject({ to: thief.toLowerCase(), trace: 'none' });
  });

  it('are followed through a proxy', async () => {
    const { address, abi } = await made(ownContract('ForwardingLure'), thief);
    const proxy = readArtifact('@openzeppelin/contracts/build/contracts/ERC1967Proxy.json');
    const lure = {
      address: (await made(proxy, thief, [address, encodeFunctionData({ abi, functionName: 'register' })])).address,
      abi,
    };
    expect((await asked(lure, 'register', [], THIRD)).payment).toMatchObject({
      to: thief.toLowerCase(),
      trace: 'none',
    });
  });

  it('leave the same whatever the sum, where a token is handed out to everybody', async () => {
    const lure = await made(ownContract('WorthlessToken'), thief);
    expect((await asked(lure, 'claim', [], 3n * THIRD + 200n * ETHER)).payment).toMatchObject({ trace: 'same' });
    // Of less than nearly everything it is an odd sale, no more.
    expect((await asked(lure, 'claim', [], THIRD)).payment).toBeUndefined();
  });

  it('leave something else, where the sum is written down without a word', async () => {
    const years = await made(own('NameYears'), keeper);
    expect((await asked(years, 'prolong', ['gardeners'], 3n * THIRD + 200n * ETHER)).payment).toBeUndefined();
  });

  it('are asked about from a tenth of a coin on, however much is held, and not below', async () => {
    const lure = await made(ownContract('PayableLure'), thief);
    expect((await asked(lure, 'mint', [2n], THIRD / 10n)).payment).toMatchObject({ trace: 'none' });
    expect((await asked(lure, 'mint', [2n], ETHER / 20n)).payment).toBeUndefined();
  });

  it.each([
    ['a sum is written down by name', 'NameYears', 'prolong', ['gardeners']],
    ['a total is', 'GivingPot', 'give', [NO_HASH]],
    ['whoever paid is, whatever the sum', 'GuestBook', 'sign', ['hello']],
    ['it is a deposit for later', 'TimeBox', 'lockAway', []],
    ['an event tells of it', 'BillTill', 'payBill', [NO_HASH]],
    ['it is held for a deal', 'Escrow', 'hold', ['0x70997970C51812dc3A010C7d01b50e0d17dc79C8']],
    ['an event speaks to another chain', 'BridgeGate', 'lockFor', [10n, NO_HASH]],
  ])('are no proof where %s', async (_, name, functionName, args) => {
    expect((await asked(await made(own(name), keeper), functionName, args, THIRD)).payment).toBeUndefined();
  });

  it('cost no further round trip where they turn out to be told of', async () => {
    const gate = await made(own('BridgeGate'), keeper);
    const [dear, small] = [THIRD, ETHER / 20n].map((wei) => asked(gate, 'lockFor', [10n, NO_HASH], wei));
    expect((await dear)?.roundTrips).toBe((await small)?.roundTrips);
  });

  it('are no proof where there is a price', async () => {
    const shop = await made(own('RepairShop'), keeper);
    await send(keeper, shop, 'agree', [NO_HASH, THIRD]);
    expect((await asked(shop, 'settle', [NO_HASH], THIRD)).payment).toBeUndefined();
    const raffle = await made(own('Raffle'), keeper, [ETHER]);
    expect((await asked(raffle, 'enter', [3000n], THIRD)).payment).toBeUndefined();
  });
});

describe('what leaves a contract’s own books', () => {
  async function staked(kind: 'Positions' | 'Cellar'): Promise<Made> {
    const coin = await made(ownContract('Coin'), keeper, ['Harbour', 'HRBR', 18]);
    const pool = await made(kind === 'Cellar' ? own(kind) : ownContract(kind), keeper, [coin.address]);
    await send(keeper, coin, 'mint', [user, 30n * ETHER]);
    await send(user, coin, 'approve', [pool.address, 30n * ETHER]);
    if (kind === 'Cellar') await send(user, pool, 'bring', [30n * ETHER]);
    else await send(user, pool, 'stakeFor', [user, 30n * ETHER]);
    return pool;
  }

  it('is seen to go to somebody the call names', async () => {
    const { exit } = await asked(await staked('Positions'), 'exitTo', [thief]);
    expect(exit).toMatchObject({ to: thief.toLowerCase(), amount: 30n * ETHER, share: 1, toContract: false });
  });

  it('is the user’s own business when it comes to the user', async () => {
    expect((await asked(await staked('Cellar'), 'fetchTo', [user])).exit).toBeUndefined();
  });

  it('is no exit where the next contract writes it down for the user', async () => {
    const next = await made(own('NextCellar'), keeper);
    expect((await asked(await staked('Cellar'), 'moveOn', [next.address])).exit).toBeUndefined();
  });

  it('is told by how much of it goes', async () => {
    const card = await made(own('PrepaidCard'), keeper);
    await send(user, card, 'topUp', [], 10n * ETHER);
    const { exit } = await asked(card, 'payShop', [friend, 2n * ETHER, NO_HASH]);
    expect(exit).toMatchObject({ asset: { type: 'native' }, amount: 2n * ETHER, share: 0.2 });
  });

  it('is not the user’s where the user only keeps the budget', async () => {
    const payroll = await made(own('Payroll'), keeper, [user], 20n * ETHER);
    expect((await asked(payroll, 'payWage', [friend, 20n * ETHER])).exit).toBeUndefined();
  });
});

describe('a token bought from its maker', () => {
  const resaleIn = ({ resale }: ChainView) => [...(resale?.values() ?? [])][0];

  it('is bound when others can pass it on and the buyer never could', async () => {
    const token = await made(ownContract('TrapToken'), thief, [0]);
    const sale = await made(ownContract('PresaleLure'), thief, [token.address]);
    await send(thief, token, 'open', [sale.address]);
    await send(thief, token, 'transfer', [sale.address, 500_000n * ETHER]);
    expect(resaleIn(await asked(sale, 'buy', [], ETHER))).toMatchObject({ outcome: 'cannot-sell', bound: true });
  });

  it('is not, when nobody passes it on', async () => {
    const receipt = resaleIn(await asked(await made(own('MemberReceipt'), keeper), 'join', [], ETHER));
    expect(receipt).toEqual({ outcome: 'cannot-sell', returned: null, variant: 'transfer' });
  });

  it('is not, when it opens by the clock', async () => {
    const { timestamp } = await chain.client.getBlock();
    const token = await made(own('EarlyToken'), keeper, [timestamp + 3n * YEAR]);
    expect(resaleIn(await asked(token, 'buyEarly', [], ETHER))?.bound).toBeUndefined();
  });

  it('is not, when its maker has yet to open the trade', async () => {
    const launch = resaleIn(await asked(await made(own('LaunchToken'), keeper), 'buyEarly', [], ETHER));
    expect(launch).toEqual({ outcome: 'cannot-sell', returned: null, variant: 'transfer' });
  });
});
