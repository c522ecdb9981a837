import { concatHex, type Hex, keccak256, numberToHex, toHex, zeroAddress } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Case, Prepared } from '../Case.ts';
import { aave } from '../protocols/aave.ts';
import { type Contract, dataOf, deployed, operate, own } from '../protocols/contract.ts';
import { execArguments, packed, type SafeCall, safeKit, safeOf, safeTxOf } from '../protocols/safe.ts';
import { seaport } from '../protocols/seaport.ts';
import { civic, DOLLAR_UNIT, dollar, editions, gallery, itemOf, meadow, UNIT, weth } from '../protocols/tokens.ts';
import { mintOf, permit2, uniswapV2, uniswapV3, universalRouter } from '../protocols/uniswap.ts';
import { type About, benign, digestOf, members, type Stage, step, type TypedData } from './kit.ts';
import { form } from './tokenCalls.ts';

const SAFE: About = { origin: 'https://app.strongbox.global', provenance: 'npm @safe-global/safe-smart-account 1.5.0' };
const AA: About = {
  origin: 'https://wallet.lanternaccounts.org',
  provenance: 'npm @account-abstraction/contracts 0.8.0',
};
const CALLS: About = { origin: 'https://app.tidewaterswap.org', provenance: 'EIP-5792' };

const MDW = 200n * UNIT;

/** The user's Safe holds meadow and coin. */
async function safe(s: Stage): Promise<{ safe: Contract; mdw: Contract }> {
  const [made, mdw] = [await safeOf(s.world, [s.user]), await meadow(s.world)];
  await operate(s.world, mdw, 'transfer', [made.address, MDW * 2n]);
  return { safe: made, mdw };
}

/** The wallet knows the person's other account and the Safe. */
function withOwn(s: Stage, prepared: Prepared, more: readonly string[] = []): Prepared {
  return { ...prepared, history: { ownAccounts: [s.user, s.second, ...more], counterparties: [] } };
}

const SAFE_TX = members(
  'address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce',
);

async function safeTx(s: Stage, of: Contract, call: SafeCall): Promise<Prepared> {
  const nonce = BigInt(String(await s.world.read(of.address, of.abi, 'nonce')));
  return s.typed({
    domain: { chainId: s.world.chainId, verifyingContract: of.address },
    types: { SafeTx: SAFE_TX },
    primaryType: 'SafeTx',
    message: safeTxOf(call, nonce),
  });
}

function exec(s: Stage, of: Contract, call: SafeCall): Prepared {
  return s.send(of, 'execTransaction', execArguments(call, s.user));
}

const safes: readonly Case[] = [
  benign(SAFE, 'safe-create', 'F5', 'SafeProxyFactory.createProxyWithNonce', async (s) => {
    const { factory, singleton, handler } = await safeKit(s.world);
    const setup = dataOf(singleton, 'setup', [
      [s.user],
      1n,
      zeroAddress,
      '0x',
      handler.address,
      zeroAddress,
      0n,
      zeroAddress,
    ]);
    return s.send(factory, 'createProxyWithNonce', [singleton.address, setup, BigInt(s.variation.index + 7)]);
  }),
  benign(SAFE, 'safe-create-two', 'F5', 'SafeProxyFactory.createChainSpecificProxyWithNonce', async (s) => {
    const { factory, singleton, handler } = await safeKit(s.world);
    const setup = dataOf(singleton, 'setup', [
      [s.user, s.second],
      2n,
      zeroAddress,
      '0x',
      handler.address,
      zeroAddress,
      0n,
      zeroAddress,
    ]);
    return s.send(factory, 'createChainSpecificProxyWithNonce', [
      singleton.address,
      setup,
      BigInt(s.variation.index + 7),
    ]);
  }),
  benign(SAFE, 'safe-send-coin', 'F4', 'Safe.execTransaction: coin', async (s) =>
    exec(s, (await safe(s)).safe, { to: s.world.friend, valueWei: s.part(UNIT) }),
  ),
  benign(SAFE, 'safe-send-token', 'F4', 'Safe.execTransaction: ERC-20 transfer', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    return exec(s, mine, { to: mdw.address, data: dataOf(mdw, 'transfer', [s.world.friend, s.part(MDW)]) });
  }),
  benign(SAFE, 'safe-approve', 'F4', 'Safe.execTransaction: approve a router', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    const { router } = await uniswapV2(s.world);
    return exec(s, mine, { to: mdw.address, data: dataOf(mdw, 'approve', [router.address, s.part(MDW)]) });
  }),
  benign(SAFE, 'safe-use', 'F4', 'Safe.execTransaction: a call of a dapp', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    return exec(s, (await safe(s)).safe, { to: board.address, data: dataOf(board, 'checkIn') });
  }),
  benign(SAFE, 'safe-batch', 'F4', 'Safe.execTransaction: MultiSendCallOnly', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    const { multiSendCallOnly } = await safeKit(s.world);
    const calls = [
      { to: mdw.address, data: dataOf(mdw, 'transfer', [s.world.friend, s.part(MDW)]) },
      { to: s.world.friend, valueWei: s.part(UNIT) },
    ];
    return exec(s, mine, {
      to: multiSendCallOnly.address,
      data: dataOf(multiSendCallOnly, 'multiSend', [packed(calls)]),
      operation: 1,
    });
  }),
  benign(SAFE, 'safe-add-owner', 'F5', 'Safe.execTransaction: addOwnerWithThreshold, the second account', async (s) => {
    const { safe: mine } = await safe(s);
    return withOwn(s, exec(s, mine, { to: mine.address, data: dataOf(mine, 'addOwnerWithThreshold', [s.second, 1n]) }));
  }),
  benign(SAFE, 'safe-approve-hash', 'F1', 'Safe.approveHash', async (s) =>
    s.send((await safe(s)).safe, 'approveHash', [keccak256(toHex(s.variation.index + 1))]),
  ),
  benign(SAFE, 'safe-game', 'F4', 'Safe.execTransaction: a call with arguments', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    return exec(s, (await safe(s)).safe, { to: board.address, data: dataOf(board, 'setNumber', [9n]) });
  }),
  benign(SAFE, 'safe-fund', 'D3', 'coin sent to the own Safe', async (s) => {
    const { safe: mine } = await safe(s);
    return withOwn(s, s.raw({ to: mine.address, valueWei: s.part(UNIT) }), [mine.address]);
  }),
  benign(SAFE, 'safe-tx-coin', 'F4', 'SafeTx: coin', async (s) =>
    safeTx(s, (await safe(s)).safe, { to: s.world.friend, valueWei: s.part(UNIT) }),
  ),
  benign(SAFE, 'safe-tx-token', 'F4', 'SafeTx: ERC-20 transfer', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    return safeTx(s, mine, { to: mdw.address, data: dataOf(mdw, 'transfer', [s.world.friend, s.part(MDW)]) });
  }),
  benign(SAFE, 'safe-tx-approve', 'F4', 'SafeTx: approve a router', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    const { router } = await uniswapV2(s.world);
    return safeTx(s, mine, { to: mdw.address, data: dataOf(mdw, 'approve', [router.address, s.part(MDW)]) });
  }),
  benign(SAFE, 'safe-tx-swap', 'F4', 'SafeTx: a swap to the Safe', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    const { router } = await uniswapV2(s.world);
    const path = [mdw.address, (await dollar(s.world)).address];
    const swap = dataOf(router, 'swapExactTokensForTokens', [
      s.part(MDW),
      s.part(190n * DOLLAR_UNIT),
      path,
      mine.address,
      await s.later(3600),
    ]);
    return safeTx(s, mine, { to: router.address, data: swap });
  }),
  benign(SAFE, 'safe-tx-batch', 'F4', 'SafeTx: MultiSendCallOnly', async (s) => {
    const { safe: mine, mdw } = await safe(s);
    const { multiSendCallOnly } = await safeKit(s.world);
    const calls = [
      { to: mdw.address, data: dataOf(mdw, 'transfer', [s.world.friend, s.part(MDW)]) },
      { to: s.world.friend, valueWei: s.part(UNIT) },
    ];
    return safeTx(s, mine, {
      to: multiSendCallOnly.address,
      data: dataOf(multiSendCallOnly, 'multiSend', [packed(calls)]),
      operation: 1,
    });
  }),
  benign(SAFE, 'safe-tx-reject', 'F4', 'SafeTx: rejection (nothing to itself)', async (s) => {
    const { safe: mine } = await safe(s);
    return safeTx(s, mine, { to: mine.address });
  }),
  benign(SAFE, 'safe-tx-add-owner', 'F5', 'SafeTx: addOwnerWithThreshold, the second account', async (s) => {
    const { safe: mine } = await safe(s);
    return withOwn(
      s,
      await safeTx(s, mine, { to: mine.address, data: dataOf(mine, 'addOwnerWithThreshold', [s.second, 1n]) }),
    );
  }),
  benign(SAFE, 'safe-tx-vote', 'G5', 'SafeTx: a vote', async (s) => {
    const governor = await deployed(s.world, own('BravoLike'));
    return safeTx(s, (await safe(s)).safe, { to: governor.address, data: dataOf(governor, 'castVote', [31n, true]) });
  }),
  benign(SAFE, 'safe-message', 'F1', 'SafeMessage', async (s) =>
    s.typed({
      domain: { chainId: s.world.chainId, verifyingContract: (await safe(s)).safe.address },
      types: { SafeMessage: members('bytes message') },
      primaryType: 'SafeMessage',
      message: { message: keccak256(toHex('Welcome to the lantern board')) },
    }),
  ),
  benign(SAFE, 'safe-delegate', 'F5', 'Safe transaction service: Delegate', (s) =>
    s.typed({
      domain: { name: 'Safe Transaction Service', version: '1.0', chainId: s.world.chainId },
      types: { Delegate: members('address delegateAddress,uint256 totp') },
      primaryType: 'Delegate',
      message: { delegateAddress: s.second, totp: 497_000n },
    }),
  ),
];

/** EntryPoint 0.8 where it stands on every chain (eth-infinitism releases). */
const ENTRY_POINT = '0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108';

interface Smart {
  readonly entryPoint: Contract;
  readonly account: Contract;
}

/** A SimpleAccount the user owns, with coin and tokens in it. */
async function smart(s: Stage): Promise<Smart> {
  const json = (name: string) => readArtifact(`@account-abstraction/contracts/artifacts/${name}.json`);
  const code8 = json('EntryPoint');
  const entryPoint = { address: await s.world.deployAt(ENTRY_POINT, code8), abi: code8.abi };
  const code = await deployed(s.world, json('SimpleAccount'), [entryPoint.address]);
  const start = dataOf(code, 'initialize', [s.user]);
  const proxy = readArtifact('@openzeppelin/contracts/build/contracts/ERC1967Proxy.json');
  const made = await deployed(s.world, proxy, [code.address, start], { key: `SimpleAccount ${s.user}` });
  await s.world.rpc('anvil_setBalance', [made.address, numberToHex(5n * UNIT)]);
  return { entryPoint, account: { address: made.address, abi: code.abi } };
}

function userOperation(s: Stage, { account }: Smart, callData: Hex): Readonly<Record<string, unknown>> {
  return {
    sender: account.address,
    nonce: 0n,
    initCode: '0x',
    callData,
    accountGasLimits: gasPair(300_000n, 200_000n),
    preVerificationGas: 60_000n,
    gasFees: gasPair(10n ** 9n, 3n * 10n ** 9n + BigInt(s.variation.index)),
    paymasterAndData: '0x',
  };
}

function gasPair(high: bigint, low: bigint): Hex {
  return concatHex([numberToHex(high, { size: 16 }), numberToHex(low, { size: 16 })]);
}

const PACKED = members(
  'address sender,uint256 nonce,bytes initCode,bytes callData,bytes32 accountGasLimits,uint256 preVerificationGas,bytes32 gasFees,bytes paymasterAndData',
);

function operationData(s: Stage, { entryPoint }: Smart, message: Readonly<Record<string, unknown>>): TypedData {
  return {
    domain: { name: 'ERC4337', version: '1', chainId: s.world.chainId, verifyingContract: entryPoint.address },
    types: { PackedUserOperation: PACKED },
    primaryType: 'PackedUserOperation',
    message,
  };
}

const accounts: readonly Case[] = [
  benign(AA, 'account-execute', 'F6', 'SimpleAccount.execute by its owner', async (s) =>
    s.send((await smart(s)).account, 'execute', [s.world.friend, s.part(UNIT), '0x']),
  ),
  benign(AA, 'account-execute-batch', 'F6', 'SimpleAccount.executeBatch by its owner', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    return s.send((await smart(s)).account, 'executeBatch', [
      [
        { target: board.address, value: 0n, data: dataOf(board, 'checkIn') },
        { target: s.world.friend, value: s.part(UNIT / 10n), data: '0x' },
      ],
    ]);
  }),
  benign(AA, 'account-add-deposit', 'F6', 'EntryPoint.depositTo the own account', async (s) => {
    const made = await smart(s);
    return withOwn(s, s.send(made.entryPoint, 'depositTo', [made.account.address], s.part(UNIT / 100n)), [
      made.account.address,
    ]);
  }),
  benign(AA, 'account-withdraw-deposit', 'F6', 'SimpleAccount.withdrawDepositTo', async (s) => {
    const made = await smart(s);
    await s.did(made.entryPoint, 'depositTo', [made.account.address], UNIT);
    return s.send(made.account, 'withdrawDepositTo', [s.user, s.part(UNIT / 2n)]);
  }),
  benign(AA, 'account-increment-nonce', 'F6', 'EntryPoint.incrementNonce', async (s) =>
    s.send((await smart(s)).entryPoint, 'incrementNonce', [1n]),
  ),
  benign(AA, 'account-handle-ops', 'F6', 'EntryPoint.handleOps as one’s own bundler', async (s) => {
    const made = await smart(s);
    const board = await deployed(s.world, own('Playground'));
    const call = dataOf(made.account, 'execute', [board.address, 0n, dataOf(board, 'checkIn')]);
    const message = userOperation(s, made, call);
    const signature = await s.signed(operationData(s, made, message));
    return s.send(made.entryPoint, 'handleOps', [[{ ...message, signature }], s.user]);
  }),
  benign(AA, 'account-fund', 'D3', 'coin sent to the own smart account', async (s) => {
    const { account } = await smart(s);
    return withOwn(s, s.raw({ to: account.address, valueWei: s.part(UNIT / 10n) }), [account.address]);
  }),
  benign(AA, 'user-operation', 'F6', 'PackedUserOperation (EntryPoint 0.8)', async (s) => {
    const made = await smart(s);
    const board = await deployed(s.world, own('Playground'));
    return s.typed(
      operationData(
        s,
        made,
        userOperation(s, made, dataOf(made.account, 'execute', [board.address, 0n, dataOf(board, 'checkIn')])),
      ),
    );
  }),
  benign(AA, 'user-operation-hash', 'F1', 'hash of a UserOperation as text (EntryPoint 0.7)', async (s) => {
    const made = await smart(s);
    const message = userOperation(s, made, dataOf(made.account, 'execute', [s.world.friend, s.part(UNIT), '0x']));
    const hash = digestOf(operationData(s, made, message));
    return s.ask('personal_sign', [hash, s.user]);
  }),
  benign(AA, 'account-own-deposit', 'F6', 'SimpleAccount.addDeposit', async (s) => {
    const { account } = await smart(s);
    return withOwn(s, s.send(account, 'addDeposit', [], s.part(UNIT / 100n)), [account.address]);
  }),
];

async function swapSteps(s: Stage) {
  const [{ router }, mdw, hbd] = [await uniswapV2(s.world), await meadow(s.world), await dollar(s.world)];
  const deadline = await s.later(1200);
  return {
    router,
    mdw,
    hbd,
    swap: step(router, 'swapExactTokensForTokens', [
      s.part(MDW),
      s.part(190n * DOLLAR_UNIT),
      [mdw.address, hbd.address],
      s.user,
      deadline,
    ]),
  };
}

const batches: readonly Case[] = [
  benign(CALLS, 'calls-approve-swap', 'F3', 'sendCalls: approve + V2 swap', async (s) => {
    const { router, mdw, swap } = await swapSteps(s);
    return s.calls([step(mdw, 'approve', [router.address, s.part(MDW)]), swap]);
  }),
  benign(CALLS, 'calls-approve-swap-revoke', 'F3', 'sendCalls: approve + V2 swap + approve of nothing', async (s) => {
    const { router, mdw, swap } = await swapSteps(s);
    return s.calls([
      step(mdw, 'approve', [router.address, s.part(MDW) * 2n]),
      swap,
      step(mdw, 'approve', [router.address, 0n]),
    ]);
  }),
  benign(CALLS, 'calls-approve-deposit', 'F3', 'sendCalls: approve + ERC-4626 deposit', async (s) => {
    const hbd = await dollar(s.world);
    const vault = await deployed(s.world, own('Vault'), [hbd.address]);
    const amount = s.part(100n * DOLLAR_UNIT);
    return s.calls([step(hbd, 'approve', [vault.address, amount]), step(vault, 'deposit', [amount, s.user])]);
  }),
  benign(CALLS, 'calls-approve-supply', 'F3', 'sendCalls: approve + Aave supply', async (s) => {
    const { pool, dollars } = await aave(s.world);
    const amount = s.part(100n * DOLLAR_UNIT);
    return s.calls([
      step(dollars.asset, 'approve', [pool.address, amount]),
      step(pool, 'supply', [dollars.asset.address, amount, s.user, 0]),
    ]);
  }),
  benign(CALLS, 'calls-approve-stake', 'F3', 'sendCalls: approve + stake', async (s) => {
    const [mdw, civ] = [await meadow(s.world), await civic(s.world)];
    const farm = await deployed(s.world, own('StakingRewards'), [mdw.address, civ.address]);
    return s.calls([step(mdw, 'approve', [farm.address, s.part(MDW)]), step(farm, 'stake', [s.part(MDW)])]);
  }),
  benign(CALLS, 'calls-permit2', 'F3', 'sendCalls: approve Permit2 + Permit2.approve', async (s) => {
    const [mdw, router] = [await meadow(s.world), await universalRouter(s.world)];
    const until = await s.later(3600);
    return s.calls([
      step(mdw, 'approve', [permit2().address, s.part(MDW)]),
      step(permit2(), 'approve', [mdw.address, router.address, s.part(MDW), until]),
    ]);
  }),
  benign(CALLS, 'calls-two-transfers', 'F3', 'sendCalls: two transfers', async (s) => {
    const mdw = await meadow(s.world);
    return s.calls([
      step(mdw, 'transfer', [s.world.friend, s.part(UNIT)]),
      step(mdw, 'transfer', [s.second, s.part(UNIT)]),
    ]);
  }),
  benign(CALLS, 'calls-wrap-swap', 'F3', 'sendCalls: wrap + approve + swap', async (s) => {
    const [{ router }, coin, hbd] = [await uniswapV2(s.world), await weth(s.world), await dollar(s.world)];
    const amount = s.part(UNIT / 5n);
    const swap = step(router, 'swapExactTokensForTokens', [
      amount,
      s.part(380n * DOLLAR_UNIT),
      [coin.address, hbd.address],
      s.user,
      await s.later(1200),
    ]);
    return s.calls([step(coin, 'deposit', [], amount), step(coin, 'approve', [router.address, amount]), swap]);
  }),
  benign(CALLS, 'calls-revoke-many', 'F3', 'sendCalls: three revokes', async (s) => {
    const [{ router }, mdw, hbd, items] = [
      await uniswapV2(s.world),
      await meadow(s.world),
      await dollar(s.world),
      await gallery(s.world),
    ];
    await s.approved(mdw, router);
    await s.approved(hbd, router);
    await s.did(items, 'setApprovalForAll', [router.address, true]);
    return s.calls([
      step(mdw, 'approve', [router.address, 0n]),
      step(hbd, 'approve', [router.address, 0n]),
      step(items, 'setApprovalForAll', [router.address, false]),
    ]);
  }),
  benign(CALLS, 'calls-claim-delegate', 'F3', 'sendCalls: reward + delegate', async (s) => {
    const [mdw, civ] = [await meadow(s.world), await civic(s.world)];
    const farm = await deployed(s.world, own('StakingRewards'), [mdw.address, civ.address]);
    await operate(s.world, civ, 'transfer', [farm.address, 10n * UNIT]);
    await s.approved(mdw, farm);
    await s.did(farm, 'stake', [MDW]);
    return s.calls([step(farm, 'getReward'), step(civ, 'delegate', [s.user])]);
  }),
  benign(CALLS, 'calls-mint-two', 'F3', 'sendCalls: two mints', async (s) => {
    const drop = await deployed(s.world, own('Drop'), [(await meadow(s.world)).address], { key: 'Drop for calls' });
    const price = (UNIT * 5n) / 100n;
    return s.calls([step(form(drop, 'mint', 1), 'mint', [1n], price), step(drop, 'freeMint', [1n])]);
  }),
  benign(CALLS, 'calls-list', 'F3', 'sendCalls: setApprovalForAll + Seaport validate', async (s) => {
    const [items, { seaport: market }] = [await gallery(s.world), await seaport(s.world)];
    return s.calls([step(items, 'setApprovalForAll', [market.address, true]), step(market, 'incrementCounter')]);
  }),
  benign(CALLS, 'calls-position', 'F3', 'sendCalls: two approvals + a V3 position', async (s) => {
    const [{ positions }, mdw, hbd] = [await uniswapV3(s.world), await meadow(s.world), await dollar(s.world)];
    const [a, b] = [
      { token: mdw, amount: s.part(MDW) },
      { token: hbd, amount: s.part(200n * DOLLAR_UNIT) },
    ];
    return s.calls([
      step(mdw, 'approve', [positions.address, a.amount]),
      step(hbd, 'approve', [positions.address, b.amount]),
      step(positions, 'mint', [mintOf(a, b, s.user, await s.later(1200))]),
    ]);
  }),
  benign(CALLS, 'calls-one', 'F3', 'sendCalls: one call', async (s) =>
    s.calls([step(await deployed(s.world, own('Playground')), 'checkIn')]),
  ),
  benign(CALLS, 'calls-coin', 'F3', 'sendCalls: coin to two people', (s) =>
    s.calls([
      { to: s.world.friend, valueWei: s.part(UNIT / 10n) },
      { to: s.second, valueWei: s.part(UNIT / 10n) },
    ]),
  ),
  benign(CALLS, 'calls-migrate', 'C2', 'sendCalls: own collection to the second account', async (s) => {
    const [items, pieces] = [await gallery(s.world), await editions(s.world)];
    return withOwn(
      s,
      s.calls([
        step(items, 'transferFrom', [s.user, s.second, itemOf(s.world, s.user)]),
        step(pieces, 'safeTransferFrom', [s.user, s.second, 1n, 2n, '0x']),
      ]),
    );
  }),
];

export const ACCOUNTS: readonly Case[] = [...safes, ...accounts, ...batches];
