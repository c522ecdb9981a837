import { encodeAbiParameters, keccak256, parseAbiParameters, stringToHex } from 'viem';
import type { Case } from '../../Case.ts';
import { aave } from '../../protocols/aave.ts';
import type { Contract } from '../../protocols/contract.ts';
import { lumen, quarry, usdc } from '../coins.ts';
import { benign, CENTS, dataOf, MAX, type Site, type Stage, UNIT } from '../kit.ts';

const STAKE: Site = {
  origin: 'https://stake.quarrydao.xyz',
  provenance: 'tiered staking of young protocols (own Solidity)',
};
const POOL: Site = {
  origin: 'https://pool.heronstake.fi',
  provenance: 'native staking with shares or a book (own Solidity; Lido and Rocket Pool manners)',
};
const VEST: Site = { origin: 'https://vesting.lumenfield.org', provenance: 'AbdelStark token-vesting-contracts shape' };
const PAYROLL: Site = {
  origin: 'https://payroll.tallyroom.work',
  provenance: 'on-chain payroll (Request, Superfluid manners)',
};
const SUBS: Site = {
  origin: 'https://members.longreadclub.com',
  provenance: 'subscriptions by allowance (Unlock, Loop Crypto manners)',
};
const SWAP: Site = {
  origin: 'https://swap.youngpair.finance',
  provenance: 'constant-product pair without a router (own Solidity)',
};
const LEND: Site = {
  origin: 'https://app.marlinlend.xyz',
  provenance: 'young lending and margin (own Solidity; npm @aave/core-v3)',
};
const MARKET: Site = { origin: 'https://oracle8.markets', provenance: 'conditional tokens (Polymarket manners)' };
const VAULT: Site = { origin: 'https://yield.quarrydao.xyz', provenance: 'npm @openzeppelin/contracts 5.7.0 ERC4626' };

async function staking(s: Stage): Promise<{ made: Contract; coin: Contract }> {
  const coin = await quarry(s.world);
  const made = await s.place('TierStaking', [coin.address]);
  await s.allowed(coin, made, 40_000n * UNIT);
  return { made, coin };
}

async function vested(s: Stage): Promise<{ made: Contract; id: `0x${string}` }> {
  const coin = await lumen(s.world);
  const made = await s.place('Grants', [coin.address]);
  await s.did(coin, 'approve', [made.address, MAX], 0n, s.world.friend);
  const start = (await s.world.nowSeconds()) - 864_000n;
  await s.did(made, 'createVestingSchedule', [s.user, start, 8_640_000n, 4000n * UNIT], 0n, s.world.friend);
  return { made, id: keccak256(encodeAbiParameters(parseAbiParameters('address, uint256'), [s.user, 0n])) };
}

async function salaries(s: Stage): Promise<{ made: Contract; coin: Contract }> {
  const coin = await usdc(s.world);
  return { coin, made: await s.place('Salaries', [coin.address]) };
}

async function club(s: Stage): Promise<{ made: Contract; coin: Contract }> {
  const coin = await quarry(s.world);
  return { coin, made: await s.place('Memberships', [coin.address, s.world.deployer]) };
}

async function pair(s: Stage): Promise<{ made: Contract; a: Contract; b: Contract }> {
  const [a, b] = [await quarry(s.world), await lumen(s.world)];
  const made = await s.place('YoungPair', [a.address, b.address]);
  for (const who of [s.world.deployer, s.user]) {
    for (const coin of [a, b]) await s.did(coin, 'approve', [made.address, MAX], 0n, who);
  }
  await s.did(made, 'provide', [20_000n * UNIT, 10_000n * UNIT], 0n, s.world.deployer);
  return { made, a, b };
}

async function lending(s: Stage): Promise<{ made: Contract; coin: Contract }> {
  const coin = await quarry(s.world);
  const made = await s.place('YoungLending', [coin.address]);
  await s.did(coin, 'transfer', [made.address, 20_000n * UNIT], 0n, s.world.deployer);
  return { made, coin };
}

async function vault(s: Stage): Promise<Contract> {
  const coin = await quarry(s.world);
  const made = await s.place('CoinVault', [coin.address]);
  await s.allowed(coin, made, 30_000n * UNIT);
  return made;
}

export const EARNING: readonly Case[] = [
  benign(STAKE, 'stake-approve', 'A1', 'approve of the amount to stake, young contract', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('TierStaking', [coin.address]);
    return s.call(coin, 'approve', [made.address, s.part(2000n * UNIT)]);
  }),
  benign(STAKE, 'stake-approve-all', 'A1', 'approve without limit to young staking', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('TierStaking', [coin.address]);
    return s.call(coin, 'approve', [made.address, MAX]);
  }),
  benign(STAKE, 'stake-tier', 'D1', 'stake(uint256,uint8)', async (s) => {
    const { made } = await staking(s);
    return s.call(made, 'stake', [s.part(2000n * UNIT), 2]);
  }),
  benign(STAKE, 'unstake-lock', 'G1', 'unstake(uint256) of a free lock', async (s) => {
    const { made } = await staking(s);
    await s.did(made, 'stake', [100n * UNIT, 0]);
    return s.call(made, 'unstake', [0n]);
  }),
  benign(STAKE, 'extend-lock', 'D1', 'extend(uint256,uint8)', async (s) => {
    const { made } = await staking(s);
    await s.did(made, 'stake', [100n * UNIT, 1]);
    return s.call(made, 'extend', [0n, 2]);
  }),
  benign(STAKE, 'harvest-all', 'D1', 'harvestAll() with rewards due', async (s) => {
    const { made } = await staking(s);
    await s.did(made, 'stake', [900n * UNIT, 0]);
    await s.world.rpc('evm_increaseTime', [86_400]);
    await s.world.rpc('evm_mine', []);
    await s.did(made, 'unstake', [0n]);
    await s.did((await staking(s)).coin, 'transfer', [made.address, 900n * UNIT], 0n, s.world.deployer);
    return s.call(made, 'harvestAll');
  }),
  benign(POOL, 'pool-join', 'D1', 'join() payable for shares', async (s) =>
    s.call(await s.place('CoinPool'), 'join', [], s.part(4n * UNIT)),
  ),
  benign(POOL, 'pool-leave', 'G1', 'leave(uint256) for coins', async (s) => {
    const made = await s.place('CoinPool');
    await s.did(made, 'join', [], 20n * UNIT);
    return s.call(made, 'leave', [s.part(4n * UNIT)]);
  }),
  benign(POOL, 'book-deposit', 'D1', 'deposit(bytes32) payable, kept in a book with an exit', async (s) =>
    s.call(await s.place('BookStaking'), 'deposit', [keccak256('0x77')], s.part(32n * UNIT)),
  ),
  benign(POOL, 'book-request', 'G1', 'requestExit()', async (s) => {
    const made = await s.place('BookStaking');
    await s.did(made, 'deposit', [keccak256('0x77')], 2n * UNIT);
    return s.call(made, 'requestExit');
  }),
  benign(POOL, 'book-exit', 'G1', 'exit() that pays back', async (s) => {
    const made = await s.place('BookStaking');
    await s.did(made, 'deposit', [keccak256('0x77')], 2n * UNIT);
    await s.did(made, 'requestExit');
    await s.world.rpc('evm_increaseTime', [4 * 86_400]);
    await s.world.rpc('evm_mine', []);
    return s.call(made, 'exit');
  }),
  benign(VEST, 'vesting-release', 'D1', 'release(bytes32,uint256) of vested coins', async (s) => {
    const { made, id } = await vested(s);
    return s.call(made, 'release', [id, s.part(100n * UNIT)]);
  }),
  benign(VEST, 'vesting-create', 'A1', 'createVestingSchedule for an employee', async (s) => {
    const coin = await lumen(s.world);
    const made = await s.place('Grants', [coin.address]);
    await s.allowed(coin, made, 20_000n * UNIT);
    return s.call(made, 'createVestingSchedule', [s.world.friend, await s.in(0), 31_536_000n, s.part(9000n * UNIT)]);
  }),
  benign(PAYROLL, 'payroll-run', 'A6', 'runPayroll(address[],uint256[],string)', async (s) => {
    const { made, coin } = await salaries(s);
    await s.allowed(coin, made, 30_000n * CENTS);
    const pay = s.part(1200n * CENTS);
    return s.call(made, 'runPayroll', [[s.world.friend, s.second], [pay, pay * 2n], 'October']);
  }),
  benign(PAYROLL, 'payroll-direct', 'C2', 'payNow(address[],uint256[]) to three people', async (s) => {
    const { made, coin } = await salaries(s);
    await s.allowed(coin, made, 30_000n * CENTS);
    const pay = s.part(900n * CENTS);
    return s.call(made, 'payNow', [
      [s.world.friend, s.second, s.world.deployer],
      [pay, pay, pay],
    ]);
  }),
  benign(PAYROLL, 'salary-withdraw', 'D1', 'withdrawSalary()', async (s) => {
    const { made, coin } = await salaries(s);
    await s.did(coin, 'approve', [made.address, MAX], 0n, s.world.friend);
    await s.did(made, 'runPayroll', [[s.user], [2400n * CENTS], 'October'], 0n, s.world.friend);
    return s.call(made, 'withdrawSalary');
  }),
  benign(PAYROLL, 'flow-upgrade', 'A1', 'upgrade(uint256) into flowing money', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Flows', [coin.address]);
    await s.allowed(coin, made, 9000n * UNIT);
    return s.call(made, 'upgrade', [s.part(700n * UNIT)]);
  }),
  benign(PAYROLL, 'flow-create', 'A1', 'createFlow(address,int96,bytes)', async (s) => {
    const coin = await quarry(s.world);
    return s.call(await s.place('Flows', [coin.address]), 'createFlow', [s.world.friend, 385_802_469n, '0x']);
  }),
  benign(PAYROLL, 'flow-delete', 'A1', 'deleteFlow(address)', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Flows', [coin.address]);
    await s.did(made, 'createFlow', [s.world.friend, 385_802_469n, '0x']);
    return s.call(made, 'deleteFlow', [s.world.friend]);
  }),
  benign(PAYROLL, 'flow-downgrade', 'G1', 'downgrade(uint256) out of flowing money', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Flows', [coin.address]);
    await s.allowed(coin, made, 9000n * UNIT);
    await s.did(made, 'upgrade', [5000n * UNIT]);
    return s.call(made, 'downgrade', [s.part(2000n * UNIT)]);
  }),
  benign(SUBS, 'subscribe-approve-year', 'A1', 'approve of a year of a plan', async (s) => {
    const { made, coin } = await club(s);
    return s.call(coin, 'approve', [made.address, 108n * UNIT]);
  }),
  benign(SUBS, 'subscribe', 'A1', 'subscribe(uint256)', async (s) => {
    const { made, coin } = await club(s);
    await s.allowed(coin, made, 108n * UNIT);
    return s.call(made, 'subscribe', [1n]);
  }),
  benign(SUBS, 'subscribe-in-one', 'A6', 'wallet_sendCalls: approve a plan and subscribe', async (s) => {
    const { made, coin } = await club(s);
    return s.calls([
      { to: coin.address, data: dataOf(coin, 'approve', [made.address, 90n * UNIT]) },
      { to: made.address, data: dataOf(made, 'subscribe', [2n]) },
    ]);
  }),
  benign(SUBS, 'subscription-cancel', 'A1', 'cancel() of a plan', async (s) => s.call((await club(s)).made, 'cancel')),
  benign(SUBS, 'invoice', 'D1', 'payInvoice(bytes32) payable to a merchant', async (s) => {
    const made = await s.place('Invoices');
    const [id, amount] = [keccak256(stringToHex('INV-2041')), s.part(UNIT / 2n)];
    await s.did(made, 'issue', [id, amount], 0n, s.world.friend);
    return s.call(made, 'payInvoice', [id], amount);
  }),
  benign(SWAP, 'pair-trade', 'G4', 'trade(bool,uint256,uint256,uint256) on a young pair', async (s) => {
    const { made } = await pair(s);
    const give = s.part(100n * UNIT);
    return s.call(made, 'trade', [true, give, give / 3n, await s.in(1200)]);
  }),
  benign(SWAP, 'pair-provide', 'A1', 'provide(uint256,uint256) liquidity', async (s) => {
    const { made } = await pair(s);
    return s.call(made, 'provide', [s.part(2000n * UNIT), s.part(1000n * UNIT)]);
  }),
  benign(SWAP, 'pair-remove', 'G1', 'removeAll(uint256) liquidity', async (s) => {
    const { made } = await pair(s);
    await s.did(made, 'provide', [4000n * UNIT, 2000n * UNIT]);
    return s.call(made, 'removeAll', [s.part(3000n * UNIT)]);
  }),
  benign(SWAP, 'pair-approve-trade', 'F3', 'wallet_sendCalls: exact approve and trade', async (s) => {
    const { made, a } = await pair(s);
    const give = s.part(300n * UNIT);
    return s.calls([
      { to: a.address, data: dataOf(a, 'approve', [made.address, give]) },
      { to: made.address, data: dataOf(made, 'trade', [true, give, give / 3n, await s.in(1200)]) },
    ]);
  }),
  benign(LEND, 'lend-collateral', 'D1', 'depositCollateral() payable', async (s) =>
    s.call((await lending(s)).made, 'depositCollateral', [], s.part(9n * UNIT)),
  ),
  benign(LEND, 'lend-borrow', 'G2', 'borrow(uint256) from a young market', async (s) => {
    const { made } = await lending(s);
    await s.did(made, 'depositCollateral', [], 20n * UNIT);
    return s.call(made, 'borrow', [s.part(5000n * UNIT)]);
  }),
  benign(LEND, 'lend-repay', 'A1', 'repay(uint256)', async (s) => {
    const { made, coin } = await lending(s);
    await s.did(made, 'depositCollateral', [], 20n * UNIT);
    await s.did(made, 'borrow', [15_000n * UNIT]);
    await s.allowed(coin, made, 20_000n * UNIT);
    return s.call(made, 'repay', [s.part(10_000n * UNIT)]);
  }),
  benign(LEND, 'lend-withdraw', 'G1', 'withdrawCollateral(uint256)', async (s) => {
    const { made } = await lending(s);
    await s.did(made, 'depositCollateral', [], 20n * UNIT);
    return s.call(made, 'withdrawCollateral', [s.part(15n * UNIT)]);
  }),
  benign(LEND, 'open-long', 'D1', 'openLong(uint256) payable margin', async (s) =>
    s.call((await lending(s)).made, 'openLong', [5n], s.part(2n * UNIT)),
  ),
  benign(LEND, 'aave-supply-self', 'A1', 'Aave supply(address,uint256,address,uint16)', async (s) => {
    const { pool, dollars } = await aave(s.world);
    await s.allowed(dollars.asset, pool);
    return s.call(pool, 'supply', [dollars.asset.address, s.part(4000n * CENTS), s.user, 0]);
  }),
  benign(LEND, 'aave-collateral', 'G1', 'Aave setUserUseReserveAsCollateral', async (s) => {
    const { pool, dollars } = await aave(s.world);
    await s.allowed(dollars.asset, pool);
    await s.did(pool, 'supply', [dollars.asset.address, 4000n * CENTS, s.user, 0]);
    return s.call(pool, 'setUserUseReserveAsCollateral', [dollars.asset.address, false]);
  }),
  benign(MARKET, 'buy-outcome', 'D1', 'buyOutcome(uint256,bool,uint256)', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Oracle8', [coin.address]);
    await s.allowed(coin, made, 12_000n * UNIT);
    return s.call(made, 'buyOutcome', [12n, true, s.part(300n * UNIT)]);
  }),
  benign(MARKET, 'merge-positions', 'G1', 'mergePositions(uint256,uint256)', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Oracle8', [coin.address]);
    await s.allowed(coin, made);
    for (const yes of [true, false]) await s.did(made, 'buyOutcome', [12n, yes, 400n * UNIT]);
    return s.call(made, 'mergePositions', [12n, s.part(300n * UNIT)]);
  }),
  benign(VAULT, 'vault-deposit', 'A1', 'ERC-4626 deposit for oneself', async (s) =>
    s.call(await vault(s), 'deposit', [s.part(700n * UNIT), s.user]),
  ),
  benign(VAULT, 'vault-mint', 'A1', 'ERC-4626 mint of shares', async (s) =>
    s.call(await vault(s), 'mint', [s.part(700n * UNIT), s.user]),
  ),
  benign(VAULT, 'vault-withdraw', 'G1', 'ERC-4626 withdraw to oneself', async (s) => {
    const made = await vault(s);
    await s.did(made, 'deposit', [9000n * UNIT, s.user]);
    return s.call(made, 'withdraw', [s.part(4000n * UNIT), s.user, s.user]);
  }),
  benign(VAULT, 'vault-raise', 'A2', 'increaseAllowance of USDC to a young vault', async (s) => {
    const coin = await usdc(s.world);
    const made = await s.place('CoinVault', [coin.address], { key: 'dollar vault' });
    return s.call(coin, 'increaseAllowance', [made.address, s.part(800n * CENTS)]);
  }),
  benign(VAULT, 'vault-batch-prepared', 'A6', 'wallet_sendCalls: USDC approve and vault deposit', async (s) => {
    const coin = await usdc(s.world);
    const made = await s.place('CoinVault', [coin.address], { key: 'dollar vault' });
    const amount = s.part(800n * CENTS);
    return s.calls([
      { to: coin.address, data: dataOf(coin, 'approve', [made.address, amount]) },
      { to: made.address, data: dataOf(made, 'deposit', [amount, s.user]), valueWei: 0n },
    ]);
  }),
];
