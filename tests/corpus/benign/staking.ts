import { parseAbi } from 'viem';
import type { Case } from '../Case.ts';
import { type Contract, dataOf, deployed, operate, own } from '../protocols/contract.ts';
import { civic, DOLLAR_UNIT, dollar, gallery, itemOf, meadow, orchard, UNIT } from '../protocols/tokens.ts';
import { type About, benign, parts, type Stage } from './kit.ts';
import { erc2612 } from './permitData.ts';
import { form } from './tokenCalls.ts';

const VAULT: About = {
  origin: 'https://app.harbourvaults.org',
  provenance: 'npm @openzeppelin/contracts 5.7.0, ERC4626',
};
const ASYNC: About = { origin: 'https://app.harbourvaults.org', provenance: 'ERC-7540 (EIPs)' };
const SYNTHETIX: About = { origin: 'https://stake.meadowfields.org', provenance: 'Synthetix StakingRewards.sol' };
const CHEF: About = { origin: 'https://farm.meadowfields.org', provenance: 'SushiSwap MasterChef and MasterChefV2' };
const LIDO: About = {
  origin: 'https://stake.tidecoin.org',
  provenance: 'Lido stETH, wstETH, WithdrawalQueue; Rocket Pool deposit pool',
};
const CURVE: About = {
  origin: 'https://dao.meadowfields.org',
  provenance: 'Curve VotingEscrow.vy, GaugeController.vy',
};
const EIGEN: About = {
  origin: 'https://app.anewlayer.org',
  provenance: 'EigenLayer StrategyManager, DelegationManager',
};
const BEACON: About = { origin: 'https://launchpad.tidecoin.org', provenance: 'Ethereum deposit contract' };
const ITEMS: About = { origin: 'https://stake.harbourgallery.xyz', provenance: 'NFT staking contracts' };
const COMPOUND: About = { origin: 'https://app.meadowlend.org', provenance: 'Compound CErc20' };
const COMET: About = { origin: 'https://app.meadowlend.org', provenance: 'Compound III Comet' };
const MORPHO: About = { origin: 'https://app.bluemarket.org', provenance: 'Morpho Blue' };

const HBD = 500n * DOLLAR_UNIT;
const MDW = 200n * UNIT;

async function vault(s: Stage): Promise<{ vault: Contract; hbd: Contract }> {
  const hbd = await dollar(s.world);
  const made = await deployed(s.world, own('Vault'), [hbd.address]);
  await s.approved(hbd, made);
  return { vault: made, hbd };
}

async function invested(s: Stage): Promise<{ vault: Contract; hbd: Contract }> {
  const both = await vault(s);
  await s.did(both.vault, 'deposit', [HBD * 4n, s.user]);
  return both;
}

async function queue(s: Stage): Promise<Contract> {
  const mdw = await meadow(s.world);
  const made = await deployed(s.world, own('QueueVault'), [mdw.address]);
  await s.approved(mdw, made);
  return made;
}

const vaults: readonly Case[] = [
  benign(VAULT, 'vault-deposit', 'A1', 'ERC4626.deposit', async (s) =>
    s.send((await vault(s)).vault, 'deposit', [s.part(HBD), s.user]),
  ),
  benign(VAULT, 'vault-mint', 'A1', 'ERC4626.mint', async (s) =>
    s.send((await vault(s)).vault, 'mint', [s.part(HBD), s.user]),
  ),
  benign(VAULT, 'vault-withdraw', 'G1', 'ERC4626.withdraw', async (s) =>
    s.send((await invested(s)).vault, 'withdraw', [s.part(HBD), s.user, s.user]),
  ),
  benign(VAULT, 'vault-redeem', 'G1', 'ERC4626.redeem', async (s) =>
    s.send((await invested(s)).vault, 'redeem', [s.part(HBD), s.user, s.user]),
  ),
  benign(VAULT, 'vault-send-shares', 'G3', 'ERC4626 share transfer to the second account', async (s) =>
    s.send((await invested(s)).vault, 'transfer', [s.second, s.part(HBD)]),
  ),
  benign(VAULT, 'vault-deposit-permit', 'B1', 'vault depositWithPermit', async (s) => {
    const hbd = await dollar(s.world);
    const made = await deployed(s.world, own('Vault'), [hbd.address]);
    const data = await erc2612(s, hbd, 'Harbor Dollar', made.address, s.part(HBD));
    const signature = await s.signed(data);
    return s.send(made, 'depositWithPermit', [s.part(HBD), s.user, data.message.deadline, ...parts(signature)]);
  }),
  benign(VAULT, 'vault-multicall', 'A6', 'vault multicall(deposit,redeem)', async (s) => {
    const { vault: v } = await vault(s);
    return s.send(v, 'multicall', [
      [dataOf(v, 'deposit', [s.part(HBD), s.user]), dataOf(v, 'redeem', [s.part(HBD) / 2n, s.user, s.user])],
    ]);
  }),
  benign(ASYNC, 'async-request-deposit', 'A1', 'ERC7540.requestDeposit', async (s) =>
    s.send(await queue(s), 'requestDeposit', [s.part(MDW), s.user, s.user]),
  ),
  benign(ASYNC, 'async-request-redeem', 'G1', 'ERC7540.requestRedeem', async (s) => {
    const made = await queue(s);
    await s.did(made, 'deposit', [MDW * 2n, s.user]);
    return s.send(made, 'requestRedeem', [s.part(MDW), s.user, s.user]);
  }),
];

async function rewards(s: Stage, staked: bigint): Promise<Contract> {
  const [mdw, civ] = [await meadow(s.world), await civic(s.world)];
  const made = await deployed(s.world, own('StakingRewards'), [mdw.address, civ.address]);
  await s.approved(mdw, made);
  await operate(s.world, civ, 'transfer', [made.address, 1_000n * UNIT]);
  if (staked > 0n) await s.did(made, 'stake', [staked]);
  return made;
}

async function chef(s: Stage, staked: bigint): Promise<Contract> {
  const [mdw, civ] = [await meadow(s.world), await civic(s.world)];
  const made = await deployed(s.world, own('Chef'), [mdw.address, civ.address]);
  await s.approved(mdw, made);
  await operate(s.world, civ, 'transfer', [made.address, 1_000n * UNIT]);
  if (staked > 0n) await s.did(made, 'deposit', [0n, staked]);
  return made;
}

const farms: readonly Case[] = [
  benign(SYNTHETIX, 'stake', 'A1', 'StakingRewards.stake', async (s) =>
    s.send(await rewards(s, 0n), 'stake', [s.part(MDW)]),
  ),
  benign(SYNTHETIX, 'stake-with-permit', 'B1', 'StakingRewards.stakeWithPermit', async (s) => {
    const [civ, mdw] = [await civic(s.world), await meadow(s.world)];
    const made = await deployed(s.world, own('StakingRewards'), [civ.address, mdw.address], {
      key: 'StakingRewards of civic',
    });
    const data = await erc2612(s, civ, 'Civic', made.address, s.part(MDW));
    return s.send(made, 'stakeWithPermit', [s.part(MDW), data.message.deadline, ...parts(await s.signed(data))]);
  }),
  benign(SYNTHETIX, 'unstake', 'G1', 'StakingRewards.withdraw', async (s) =>
    s.send(await rewards(s, MDW * 2n), 'withdraw', [s.part(MDW)]),
  ),
  benign(SYNTHETIX, 'get-reward', 'D1', 'StakingRewards.getReward', async (s) =>
    s.send(await rewards(s, MDW), 'getReward'),
  ),
  benign(SYNTHETIX, 'exit', 'G1', 'StakingRewards.exit', async (s) => s.send(await rewards(s, MDW), 'exit')),
  benign(CHEF, 'chef-deposit', 'A1', 'MasterChef.deposit', async (s) =>
    s.send(await chef(s, 0n), 'deposit', [0n, s.part(MDW)]),
  ),
  benign(CHEF, 'chef-withdraw', 'G1', 'MasterChef.withdraw', async (s) =>
    s.send(await chef(s, MDW * 2n), 'withdraw', [0n, s.part(MDW)]),
  ),
  benign(CHEF, 'chef-harvest', 'D1', 'MasterChefV2.harvest', async (s) =>
    s.send(await chef(s, MDW), 'harvest', [0n, s.user]),
  ),
  benign(CHEF, 'chef-emergency', 'G1', 'MasterChef.emergencyWithdraw', async (s) =>
    s.send(await chef(s, MDW), 'emergencyWithdraw', [0n]),
  ),
];

async function liquid(s: Stage, staked: bigint): Promise<Contract> {
  const made = await deployed(s.world, own('LiquidStake'), [], { valueWei: 10n * UNIT });
  if (staked > 0n) await s.did(made, 'deposit', [], staked);
  return made;
}

async function wrapper(s: Stage): Promise<{ inner: Contract; outer: Contract }> {
  const inner = await liquid(s, 3n * UNIT);
  const outer = await deployed(s.world, own('LiquidWrap'), [inner.address]);
  await s.approved(inner, outer);
  return { inner, outer };
}

const NOBODY = `0x${'0'.repeat(40)}` as const;

const liquids: readonly Case[] = [
  benign(LIDO, 'liquid-submit', 'D1', 'Lido.submit', async (s) =>
    s.send(await liquid(s, 0n), 'submit', [NOBODY], s.part(UNIT)),
  ),
  benign(LIDO, 'liquid-send', 'D2', 'coin sent to a liquid staking contract', async (s) =>
    s.raw({ to: (await liquid(s, 0n)).address, valueWei: s.part(UNIT) }),
  ),
  benign(LIDO, 'liquid-deposit', 'D2', 'Rocket Pool deposit', async (s) =>
    s.send(await liquid(s, 0n), 'deposit', [], s.part(UNIT)),
  ),
  benign(LIDO, 'liquid-deposit-to', 'D1', 'StakeWise deposit to the user', async (s) =>
    s.send(await liquid(s, 0n), 'depositTo', [s.user, NOBODY], s.part(UNIT)),
  ),
  benign(LIDO, 'liquid-burn', 'G1', 'Rocket Pool rETH.burn', async (s) =>
    s.send(await liquid(s, 2n * UNIT), 'burn', [s.part(UNIT)]),
  ),
  benign(LIDO, 'liquid-request', 'G1', 'Lido WithdrawalQueue.requestWithdrawals', async (s) =>
    s.send(await liquid(s, 2n * UNIT), 'requestWithdrawals', [[s.part(UNIT)], s.user]),
  ),
  benign(LIDO, 'liquid-claim', 'D1', 'Lido WithdrawalQueue.claimWithdrawal', async (s) => {
    const made = await liquid(s, 2n * UNIT);
    await s.did(made, 'requestWithdrawals', [[UNIT], s.user]);
    return s.send(made, 'claimWithdrawal', [await s.world.read(made.address, made.abi, 'lastRequest')]);
  }),
  benign(LIDO, 'liquid-wrap', 'A1', 'wstETH.wrap', async (s) =>
    s.send((await wrapper(s)).outer, 'wrap', [s.part(UNIT)]),
  ),
  benign(LIDO, 'liquid-unwrap', 'G1', 'wstETH.unwrap', async (s) => {
    const { outer } = await wrapper(s);
    await s.did(outer, 'wrap', [2n * UNIT]);
    return s.send(outer, 'unwrap', [s.part(UNIT)]);
  }),
  benign(BEACON, 'validator-deposit', 'D1', 'beacon deposit contract', async (s) => {
    const code = own('BeaconDeposit');
    const made = { address: await s.world.deployAt(BEACON_DEPOSIT, code), abi: code.abi };
    const fill = (byte: string, count: number): `0x${string}` => `0x${byte.repeat(count)}`;
    const credentials: `0x${string}` = `0x01${'0'.repeat(22)}${s.user.slice(2)}`;
    return s.send(made, 'deposit', [fill('8a', 48), credentials, fill('9b', 96), fill('7c', 32)], 32n * UNIT);
  }),
];

/** Where Ethereum's deposit contract stands (consensus-specs). */
const BEACON_DEPOSIT = '0x00000000219ab540356cBB839Cbe05303d7705Fa';

async function escrow(s: Stage, locked: boolean): Promise<Contract> {
  const mdw = await meadow(s.world);
  const made = await deployed(s.world, own('VotingEscrow'), [mdw.address]);
  await s.approved(mdw, made);
  if (locked) await s.did(made, 'create_lock', [MDW, await s.later(600)]);
  return made;
}

async function strategies(s: Stage): Promise<{ manager: Contract; mdw: Contract; strategy: Contract }> {
  const mdw = await meadow(s.world);
  const [manager, strategy] = [
    await deployed(s.world, own('StrategyManager')),
    await deployed(s.world, own('Donations'), [], { key: 'strategy' }),
  ];
  await s.approved(mdw, manager);
  return { manager, mdw, strategy };
}

const NO_APPROVAL = { signature: '0x', expiry: 0n } as const;

const locks: readonly Case[] = [
  benign(CURVE, 'lock-create', 'A1', 'VotingEscrow.create_lock', async (s) =>
    s.send(await escrow(s, false), 'create_lock', [s.part(MDW), await s.later(4 * 365 * 86_400)]),
  ),
  benign(CURVE, 'lock-more', 'A1', 'VotingEscrow.increase_amount', async (s) =>
    s.send(await escrow(s, true), 'increase_amount', [s.part(MDW)]),
  ),
  benign(CURVE, 'lock-longer', 'G1', 'VotingEscrow.increase_unlock_time', async (s) =>
    s.send(await escrow(s, true), 'increase_unlock_time', [await s.later(365 * 86_400)]),
  ),
  benign(CURVE, 'lock-vote', 'G5', 'GaugeController.vote_for_gauge_weights', async (s) =>
    s.send(await escrow(s, true), 'vote_for_gauge_weights', [s.world.deployer, 5000n]),
  ),
  benign(CURVE, 'lock-withdraw', 'G1', 'VotingEscrow.withdraw', async (s) => {
    const made = await escrow(s, true);
    await s.world.rpc('evm_increaseTime', [700]);
    await s.world.rpc('anvil_mine', ['0x1']);
    return s.send(made, 'withdraw');
  }),
  benign(EIGEN, 'restake', 'A1', 'StrategyManager.depositIntoStrategy', async (s) => {
    const { manager, mdw, strategy } = await strategies(s);
    return s.send(manager, 'depositIntoStrategy', [strategy.address, mdw.address, s.part(MDW)]);
  }),
  benign(EIGEN, 'restake-queue', 'G1', 'DelegationManager.queueWithdrawals', async (s) => {
    const { manager, mdw, strategy } = await strategies(s);
    await s.did(manager, 'depositIntoStrategy', [strategy.address, mdw.address, MDW * 2n]);
    return s.send(manager, 'queueWithdrawals', [
      [{ strategies: [strategy.address], shares: [s.part(MDW)], withdrawer: s.user }],
    ]);
  }),
  benign(EIGEN, 'restake-delegate', 'G2', 'DelegationManager.delegateTo', async (s) =>
    s.send((await strategies(s)).manager, 'delegateTo', [s.world.deployer, NO_APPROVAL, `0x${'0'.repeat(64)}`]),
  ),
  benign(EIGEN, 'restake-undelegate', 'G2', 'DelegationManager.undelegate', async (s) =>
    s.send((await strategies(s)).manager, 'undelegate', [s.user]),
  ),
];

const CELLAR: About = {
  origin: 'https://app.oldcellar.net',
  provenance: 'staking contracts with a receiver argument, and their migrations',
};

async function cellar(s: Stage): Promise<Contract> {
  const mdw = await meadow(s.world);
  const made = await deployed(s.world, own('Cellar'), [mdw.address]);
  await s.approved(mdw, made);
  await s.did(made, 'bring', [s.part(MDW)]);
  return made;
}

const cellars: readonly Case[] = [
  benign(CELLAR, 'cellar-fetch', 'G1', 'fetchTo(address), the user’s own', async (s) =>
    s.send(await cellar(s), 'fetchTo', [s.user]),
  ),
  benign(CELLAR, 'cellar-fetch-second', 'G1', 'fetchTo(address), the second account’s', async (s) => ({
    ...s.send(await cellar(s), 'fetchTo', [s.second]),
    history: { ownAccounts: [s.user, s.second], counterparties: [] },
  })),
  benign(CELLAR, 'cellar-move-on', 'G1', 'moveOn(address) into the next version’s books', async (s) =>
    s.send(await cellar(s), 'moveOn', [(await deployed(s.world, own('NextCellar'))).address]),
  ),
];

async function itemStaking(s: Stage, staked: boolean): Promise<Contract> {
  const [items, civ] = [await gallery(s.world), await civic(s.world)];
  const made = await deployed(s.world, own('ItemStaking'), [items.address, civ.address]);
  await operate(s.world, civ, 'transfer', [made.address, UNIT]);
  await s.did(items, 'setApprovalForAll', [made.address, true]);
  if (staked) await s.did(made, 'stake', [[itemOf(s.world, s.user)]]);
  return made;
}

const itemFarms: readonly Case[] = [
  benign(ITEMS, 'stake-items', 'A3', 'NFT staking stake(uint256[])', async (s) =>
    s.send(await itemStaking(s, false), 'stake', [[itemOf(s.world, s.user), itemOf(s.world, s.user) + 1n]]),
  ),
  benign(ITEMS, 'unstake-items', 'G1', 'NFT staking unstake(uint256[])', async (s) =>
    s.send(await itemStaking(s, true), 'unstake', [[itemOf(s.world, s.user)]]),
  ),
];

async function market(s: Stage, supplied: bigint): Promise<Contract> {
  const mdw = await meadow(s.world);
  const made = await deployed(s.world, own('CToken'), [mdw.address]);
  await s.approved(mdw, made);
  await operate(s.world, mdw, 'transfer', [made.address, 1000n * UNIT]);
  if (supplied > 0n) await s.did(made, 'mint', [supplied]);
  return made;
}

async function comet(s: Stage): Promise<{ comet: Contract; mdw: Contract }> {
  const mdw = await meadow(s.world);
  const made = await deployed(s.world, own('Comet'));
  await s.approved(mdw, made);
  return { comet: made, mdw };
}

interface Blue {
  readonly markets: Contract;
  readonly params: Readonly<Record<string, unknown>>;
}

async function blue(s: Stage): Promise<Blue> {
  const [mdw, orch] = [await meadow(s.world), await orchard(s.world)];
  const markets = await deployed(s.world, own('Markets'));
  await s.approved(mdw, markets);
  await s.approved(orch, markets);
  await operate(s.world, mdw, 'transfer', [markets.address, 1000n * UNIT]);
  const params = {
    loanToken: mdw.address,
    collateralToken: orch.address,
    oracle: NOBODY,
    irm: NOBODY,
    lltv: 8n * 10n ** 17n,
  };
  return { markets, params };
}

/** `mint(uint256)` and the other one-argument functions of Compound's tokens. */
const C_TOKEN = parseAbi(['function mint(uint256 amount) returns (uint256)']);

const lending: readonly Case[] = [
  benign(COMPOUND, 'compound-mint', 'A1', 'CErc20.mint', async (s) =>
    s.send({ address: (await market(s, 0n)).address, abi: C_TOKEN }, 'mint', [s.part(MDW)]),
  ),
  benign(COMPOUND, 'compound-redeem', 'G1', 'CErc20.redeem', async (s) =>
    s.send(await market(s, MDW * 2n), 'redeem', [s.part(MDW * 50n)]),
  ),
  benign(COMPOUND, 'compound-redeem-underlying', 'G1', 'CErc20.redeemUnderlying', async (s) =>
    s.send(await market(s, MDW * 2n), 'redeemUnderlying', [s.part(MDW)]),
  ),
  benign(COMPOUND, 'compound-borrow', 'G2', 'CErc20.borrow', async (s) =>
    s.send(await market(s, MDW * 100n), 'borrow', [s.part(MDW)]),
  ),
  benign(COMPOUND, 'compound-repay', 'G2', 'CErc20.repayBorrow', async (s) => {
    const made = await market(s, MDW * 100n);
    await s.did(made, 'borrow', [MDW * 2n]);
    return s.send(made, 'repayBorrow', [s.part(MDW)]);
  }),
  benign(COMET, 'comet-supply', 'A1', 'Comet.supply', async (s) => {
    const { comet: c, mdw } = await comet(s);
    return s.send(c, 'supply', [mdw.address, s.part(MDW)]);
  }),
  benign(COMET, 'comet-supply-to', 'A1', 'Comet.supplyTo the user', async (s) => {
    const { comet: c, mdw } = await comet(s);
    return s.send(c, 'supplyTo', [s.user, mdw.address, s.part(MDW)]);
  }),
  benign(COMET, 'comet-withdraw', 'G1', 'Comet.withdraw', async (s) => {
    const { comet: c, mdw } = await comet(s);
    await s.did(c, 'supply', [mdw.address, MDW * 2n]);
    return s.send(form(c, 'withdraw', 2), 'withdraw', [mdw.address, s.part(MDW)]);
  }),
  benign(COMET, 'comet-allow', 'F5', 'Comet.allow a bulker', async (s) =>
    s.send((await comet(s)).comet, 'allow', [(await deployed(s.world, own('Aggregator'))).address, true]),
  ),
  benign(MORPHO, 'blue-supply', 'A1', 'Morpho.supply', async (s) => {
    const { markets, params } = await blue(s);
    return s.send(markets, 'supply', [params, s.part(MDW), 0n, s.user, '0x']);
  }),
  benign(MORPHO, 'blue-supply-collateral', 'A1', 'Morpho.supplyCollateral', async (s) => {
    const { markets, params } = await blue(s);
    return s.send(markets, 'supplyCollateral', [params, s.part(MDW), s.user, '0x']);
  }),
  benign(MORPHO, 'blue-borrow', 'G2', 'Morpho.borrow', async (s) => {
    const { markets, params } = await blue(s);
    await s.did(markets, 'supplyCollateral', [params, MDW * 4n, s.user, '0x']);
    return s.send(markets, 'borrow', [params, s.part(MDW), 0n, s.user, s.user]);
  }),
  benign(MORPHO, 'blue-repay', 'G2', 'Morpho.repay', async (s) => {
    const { markets, params } = await blue(s);
    await s.did(markets, 'supplyCollateral', [params, MDW * 4n, s.user, '0x']);
    await s.did(markets, 'borrow', [params, MDW * 2n, 0n, s.user, s.user]);
    return s.send(markets, 'repay', [params, s.part(MDW), 0n, s.user, '0x']);
  }),
  benign(MORPHO, 'blue-withdraw', 'G1', 'Morpho.withdraw', async (s) => {
    const { markets, params } = await blue(s);
    await s.did(markets, 'supply', [params, MDW * 2n, 0n, s.user, '0x']);
    return s.send(markets, 'withdraw', [params, s.part(MDW), 0n, s.user, s.user]);
  }),
  benign(MORPHO, 'blue-withdraw-collateral', 'G1', 'Morpho.withdrawCollateral', async (s) => {
    const { markets, params } = await blue(s);
    await s.did(markets, 'supplyCollateral', [params, MDW * 2n, s.user, '0x']);
    return s.send(markets, 'withdrawCollateral', [params, s.part(MDW), s.user, s.user]);
  }),
];

export const STAKING: readonly Case[] = [
  ...vaults,
  ...farms,
  ...liquids,
  ...locks,
  ...cellars,
  ...itemFarms,
  ...lending,
];
