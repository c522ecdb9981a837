import { type Address, zeroAddress } from 'viem';
import { type Libraries, readArtifact } from '../artifact.ts';
import type { Artifact, World } from '../World.ts';
import { type Contract, deployed, operate, own } from './contract.ts';
import { DOLLAR_UNIT, dollar, meadow, UNIT } from './tokens.ts';
import { addressOf } from './uniswap.ts';

export interface Aave {
  readonly pool: Contract;
  /** Receipt and debt tokens of the dollar and the meadow reserves. */
  readonly dollars: Reserve;
  readonly meadows: Reserve;
}

export interface Reserve {
  readonly asset: Contract;
  readonly receipt: Contract;
  readonly variableDebt: Contract;
}

const FOLDER = '@aave/core-v3/artifacts/contracts/protocol';
const RAY = 10n ** 27n;
/** Basis points: loan to value, liquidation threshold, liquidation bonus. */
const COLLATERAL = [8000n, 8500n, 10_500n] as const;

/** Aave V3 of its package: one pool with a dollar and a meadow reserve, both liquid. */
export function aave(world: World): Promise<Aave> {
  return world.once('benign aave', async () => {
    const provider = await deployed(world, code('configuration/PoolAddressesProvider'), ['Harbor', world.deployer]);
    await operate(world, provider, 'setACLAdmin', [world.deployer]);
    const acl = await deployed(world, code('configuration/ACLManager'), [provider.address]);
    await operate(world, provider, 'setACLManager', [acl.address]);
    await operate(world, acl, 'addPoolAdmin', [world.deployer]);
    const { pool, configurator } = await core(world, provider);
    const [hbd, mdw] = [await dollar(world), await meadow(world)];
    const price = await deployed(world, own('FixedPrice'), [10n ** 8n]);
    const oracle = await deployed(
      world,
      readArtifact('@aave/core-v3/artifacts/contracts/misc/AaveOracle.sol/AaveOracle.json'),
      [
        provider.address,
        [hbd.address, mdw.address],
        [price.address, price.address],
        zeroAddress,
        zeroAddress,
        10n ** 8n,
      ],
    );
    await operate(world, provider, 'setPriceOracle', [oracle.address]);
    const rates = [(RAY * 8n) / 10n, 0n, RAY / 25n, (RAY * 6n) / 10n, RAY / 50n, RAY, RAY / 100n, RAY / 100n, RAY / 5n];
    const strategy = await deployed(world, code('pool/DefaultReserveInterestRateStrategy'), [
      provider.address,
      ...rates,
    ]);
    const list = (asset: Contract, decimals: number, name: string): Promise<Reserve> =>
      reserve(world, { pool, configurator, strategy }, asset, decimals, name);
    const dollars = await list(hbd, 6, 'HBD');
    const meadows = await list(mdw, 18, 'MDW');
    for (const [asset, amount] of [
      [hbd, 100_000n * DOLLAR_UNIT],
      [mdw, 100_000n * UNIT],
    ] as const) {
      await operate(world, asset, 'approve', [pool.address, amount]);
      await operate(world, pool, 'supply', [asset.address, amount, world.deployer, 0]);
    }
    return { pool, dollars, meadows };
  });
}

async function core(world: World, provider: Contract): Promise<{ pool: Contract; configurator: Contract }> {
  const library = async (name: string, libraries: Libraries = {}): Promise<Address> =>
    (await deployed(world, code(`libraries/logic/${name}`, libraries))).address;
  const BorrowLogic = await library('BorrowLogic');
  const libraries = {
    BorrowLogic,
    SupplyLogic: await library('SupplyLogic'),
    LiquidationLogic: await library('LiquidationLogic'),
    EModeLogic: await library('EModeLogic'),
    BridgeLogic: await library('BridgeLogic'),
    PoolLogic: await library('PoolLogic'),
    FlashLoanLogic: await library('FlashLoanLogic', { BorrowLogic }),
    ConfiguratorLogic: await library('ConfiguratorLogic'),
  };
  const poolCode = await deployed(world, code('pool/Pool', libraries), [provider.address]);
  await operate(world, provider, 'setPoolImpl', [poolCode.address]);
  const configuratorCode = await deployed(world, code('pool/PoolConfigurator', libraries));
  await operate(world, provider, 'setPoolConfiguratorImpl', [configuratorCode.address]);
  const at = async (getter: string): Promise<Address> =>
    addressOf(await world.read(provider.address, provider.abi, getter));
  return {
    pool: { address: await at('getPool'), abi: poolCode.abi },
    configurator: { address: await at('getPoolConfigurator'), abi: configuratorCode.abi },
  };
}

async function reserve(
  world: World,
  { pool, configurator, strategy }: { pool: Contract; configurator: Contract; strategy: Contract },
  asset: Contract,
  decimals: number,
  symbol: string,
): Promise<Reserve> {
  const token = (name: string): Promise<Contract> => deployed(world, code(`tokenization/${name}`), [pool.address]);
  const [receipt, stable, variable] = [
    await token('AToken'),
    await token('StableDebtToken'),
    await token('VariableDebtToken'),
  ];
  await operate(world, configurator, 'initReserves', [
    [
      {
        aTokenImpl: receipt.address,
        stableDebtTokenImpl: stable.address,
        variableDebtTokenImpl: variable.address,
        underlyingAssetDecimals: decimals,
        interestRateStrategyAddress: strategy.address,
        underlyingAsset: asset.address,
        treasury: world.deployer,
        incentivesController: zeroAddress,
        aTokenName: `Harbor Lend ${symbol}`,
        aTokenSymbol: `h${symbol}`,
        variableDebtTokenName: `Harbor Lend Debt ${symbol}`,
        variableDebtTokenSymbol: `vd${symbol}`,
        stableDebtTokenName: `Harbor Lend Stable Debt ${symbol}`,
        stableDebtTokenSymbol: `sd${symbol}`,
        params: '0x10',
      },
    ],
  ]);
  await operate(world, configurator, 'setReserveBorrowing', [asset.address, true]);
  await operate(world, configurator, 'configureReserveAsCollateral', [asset.address, ...COLLATERAL]);
  await operate(world, configurator, 'setReserveFlashLoaning', [asset.address, true]);
  const data = await world.read(pool.address, pool.abi, 'getReserveData', [asset.address]);
  const part = (name: string): Address => addressOf(Reflect.get(Object(data), name));
  return {
    asset,
    receipt: { address: part('aTokenAddress'), abi: receipt.abi },
    variableDebt: { address: part('variableDebtTokenAddress'), abi: variable.abi },
  };
}

function code(path: string, libraries: Libraries = {}): Artifact {
  return readArtifact(`${FOLDER}/${path}.sol/${path.replace(/^.*\//u, '')}.json`, libraries);
}
