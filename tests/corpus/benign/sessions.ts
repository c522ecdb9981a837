import { type Address, type Hex, keccak256, numberToHex, toHex, zeroAddress } from 'viem';
import { readArtifact } from '../artifact.ts';
import { ownContract } from '../attacks/Heist.ts';
import type { Case } from '../Case.ts';
import { deployed, own } from '../protocols/contract.ts';
import { safeOf, safeTxOf } from '../protocols/safe.ts';
import { DOLLAR_UNIT, dollar, gallery, meadow, UNIT } from '../protocols/tokens.ts';
import type { Artifact } from '../World.ts';
import { type About, benign, members, type Stage } from './kit.ts';

const GAME: About = { origin: 'https://play.lanternquest.xyz', provenance: 'ERC-7715 as of 2024: contract-call' };
const BILLS: About = {
  origin: 'https://members.orchardreader.org',
  provenance: 'MetaMask delegation toolkit, ERC-7715',
};
const BOT: About = { origin: 'https://steps.tidewaterdca.org', provenance: 'MetaMask delegation toolkit, ERC-7715' };
const WALLET: About = {
  origin: 'https://wallet.lanternaccounts.org',
  provenance: 'ERC-7715 as of 2024; Porto wallet_grantPermissions',
};

const LISTED: About = { origin: 'https://app.uniswap.org', provenance: 'ERC-4337 accounts that sign by EIP-191' };
const SAFE: About = { origin: 'https://app.safe.global', provenance: 'npm @safe-global/safe-smart-account 1.5.0' };
const SPEND: About = { origin: 'https://members.orchardreader.org', provenance: 'Coinbase spend-permissions' };
const HYPERLIQUID: About = { origin: 'https://app.hyperliquid.xyz', provenance: 'hyperliquid-python-sdk' };

const DAY = 86_400;

/** A fresh key of the dapp's, as sessions make them: no code, no coin, on no list. */
function keyOf(s: Stage, name: string): Address {
  return `0x${keccak256(toHex(`session ${name} ${s.variation.index}`)).slice(-40)}`;
}

async function second(s: Stage, name: string, type: string, data: object, days: number | null) {
  return s.ask('wallet_requestExecutionPermissions', [
    [
      {
        chainId: numberToHex(s.world.chainId),
        address: s.user,
        to: keyOf(s, name),
        permission: { type, isAdjustmentAllowed: true, data: { ...data, justification: name } },
        rules:
          days === null
            ? []
            : [{ type: 'expiry', isAdjustmentAllowed: true, data: { timestamp: Number(await s.later(days * DAY)) } }],
      },
    ],
  ]);
}

async function first(s: Stage, name: string, days: number, permissions: readonly object[]) {
  return s.ask('wallet_grantPermissions', [
    {
      chainId: numberToHex(s.world.chainId),
      expiry: Number(await s.later(days * DAY)),
      signer: { type: 'account', data: { address: keyOf(s, name) } },
      permissions,
    },
  ]);
}

const SPEND_PERMISSION = members(
  'address account,address spender,address token,uint160 allowance,uint48 period,uint48 start,uint48 end,uint256 salt,bytes extraData',
);

const signed: readonly Case[] = [
  benign(SPEND, 'spend-permission', 'F6', 'SpendPermission: twelve dollars a month', async (s) =>
    s.typed({
      domain: {
        name: 'Spend Permission Manager',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: '0xf85210B21cC50302F477BA56686d2019dC9b67Ad',
      },
      types: { SpendPermission: SPEND_PERMISSION },
      primaryType: 'SpendPermission',
      message: {
        account: s.user,
        spender: keyOf(s, 'spender'),
        token: (await dollar(s.world)).address,
        allowance: s.part(12n * DOLLAR_UNIT),
        period: 30 * DAY,
        start: Number(await s.later(0)),
        end: 2 ** 48 - 1,
        salt: BigInt(s.variation.index),
        extraData: '0x',
      },
    }),
  ),
  benign(HYPERLIQUID, 'agent-at-home', 'F6', 'HyperliquidTransaction:ApproveAgent at its own site', async (s) =>
    s.typed({
      domain: {
        name: 'HyperliquidSignTransaction',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: zeroAddress,
      },
      types: {
        'HyperliquidTransaction:ApproveAgent': members(
          'string hyperliquidChain,address agentAddress,string agentName,uint64 nonce',
        ),
      },
      primaryType: 'HyperliquidTransaction:ApproveAgent',
      message: {
        hyperliquidChain: 'Mainnet',
        agentAddress: keyOf(s, 'agent'),
        agentName: '',
        nonce: (await s.later(0)) * 1000n,
      },
    }),
  ),
  benign(SAFE, 'safe-message-words', 'F1', 'SafeMessage of words', async (s) => {
    const safe = await safeOf(s.world, [s.user]);
    return s.typed({
      domain: { chainId: s.world.chainId, verifyingContract: safe.address },
      types: { SafeMessage: members('bytes message') },
      primaryType: 'SafeMessage',
      message: { message: toHex(`The gardeners agree on lantern ${s.variation.index}.`) },
    });
  }),
  benign(
    WALLET,
    'authorization-off',
    'F2',
    'wallet_signAuthorization to nobody: takes a delegation back',
    async (s) => {
      await runs(s, readArtifact('@account-abstraction/contracts/artifacts/Simple7702Account.json'));
      return s.ask('wallet_signAuthorization', [{ address: zeroAddress, chainId: s.world.chainId, nonce: 1 }]);
    },
  ),
];

/** The user's own account runs this code, as after a mined EIP-7702 transaction. */
async function runs(s: Stage, artifact: Artifact): Promise<void> {
  const code = await deployed(s.world, artifact);
  await s.world.rpc('anvil_setCode', [s.user, `0xef0100${code.address.slice(2)}`]);
}

/** What an account of ERC-4337 signs. */
function operationHash(s: Stage): Hex {
  return keccak256(toHex(`operation ${s.variation.index}`));
}

/** One shape, a bare hash, for three kinds of account: cautioned against, as `user-operation-hash` is (tests/corpus/near). */
export const NEAR_HASHES: readonly Case[] = [
  benign(LISTED, 'hash-smart-listed', 'F1', 'hash as text, account code takes it, a listed dapp', async (s) => {
    await runs(s, ownContract('PersonalAccount'));
    return s.ask('personal_sign', [operationHash(s), s.user]);
  }),
  benign(
    WALLET,
    'hash-typed-account',
    'F6',
    'hash for an account whose code takes only typed operations',
    async (s) => {
      await runs(s, readArtifact('@account-abstraction/contracts/artifacts/Simple7702Account.json'));
      return s.ask('personal_sign', [operationHash(s), s.user]);
    },
  ),
  benign(SAFE, 'hash-safe-owner', 'F1', 'SafeTx hash by personal_sign, as a Safe takes it (v + 4)', async (s) => {
    const safe = await safeOf(s.world, [s.user]);
    const call = safeTxOf({ to: s.world.friend, valueWei: s.part(UNIT) }, 0n);
    const hash = await s.world.read(safe.address, safe.abi, 'getTransactionHash', Object.values(call));
    return s.ask('personal_sign', [String(hash), s.user]);
  }),
];

/** Keys that act for the user within limits: the twins of grants of everything. */
export const SESSIONS: readonly Case[] = [
  benign(GAME, 'session-game', 'F6', 'ERC-7715 contract-call: two functions of a game, a day', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    const calls = ['checkIn()', 'setNumber(uint256)'];
    return first(s, 'game', 1, [{ type: 'contract-call', data: { address: board.address, calls } }]);
  }),
  benign(GAME, 'session-game-fees', 'F6', 'ERC-7715 contract-call with a little coin, a week', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    return first(s, 'game with coin', 7, [
      { type: 'contract-call', data: { address: board.address, functions: [{ functionName: 'checkIn' }] } },
      { type: 'native-token-transfer', data: { allowance: numberToHex(s.part(UNIT / 100n)) } },
      { type: 'rate-limit', data: { count: 60, interval: 3600 } },
    ]);
  }),
  benign(BILLS, 'session-subscription', 'F6', 'ERC-7715 erc20-token-periodic: ten dollars a month, no end', async (s) =>
    second(
      s,
      'subscription',
      'erc20-token-periodic',
      {
        tokenAddress: (await dollar(s.world)).address,
        periodAmount: numberToHex(s.part(10n * DOLLAR_UNIT)),
        periodDuration: 30 * DAY,
        startTime: Number(await s.later(0)),
      },
      null,
    ),
  ),
  benign(
    BOT,
    'session-dca',
    'F6',
    'ERC-7715 erc20-token-periodic: a fiftieth of the holding a week, a year',
    async (s) =>
      second(
        s,
        'dca',
        'erc20-token-periodic',
        {
          tokenAddress: (await dollar(s.world)).address,
          periodAmount: numberToHex(s.part(20_000n * DOLLAR_UNIT)),
          periodDuration: 7 * DAY,
        },
        365,
      ),
  ),
  benign(BOT, 'session-stream', 'F6', 'ERC-7715 native-token-stream: wages of a gardener', async (s) =>
    second(
      s,
      'stream',
      'native-token-stream',
      {
        initialAmount: numberToHex(s.part(UNIT / 10n)),
        amountPerSecond: numberToHex(s.part(10n ** 12n)),
        maxAmount: numberToHex(s.part(30n * UNIT)),
        startTime: Number(await s.later(0)),
      },
      90,
    ),
  ),
  benign(BOT, 'session-allowance', 'F6', 'ERC-7715 erc20-token-allowance: one purchase', async (s) =>
    second(
      s,
      'one purchase',
      'erc20-token-allowance',
      { tokenAddress: (await meadow(s.world)).address, allowanceAmount: numberToHex(s.part(40n * UNIT)) },
      3,
    ),
  ),
  benign(WALLET, 'session-wallet', 'F6', 'Porto wallet_grantPermissions: calls and spend', async (s) => {
    const drop = await deployed(s.world, own('Playground'));
    return s.ask('wallet_grantPermissions', [
      {
        expiry: Number(await s.later(7 * DAY)),
        key: { type: 'secp256k1', publicKey: keyOf(s, 'porto') },
        permissions: {
          calls: [{ to: drop.address, signature: 'checkIn()' }],
          spend: [
            { limit: numberToHex(s.part(50n * DOLLAR_UNIT)), period: 'day', token: (await dollar(s.world)).address },
          ],
        },
      },
    ]);
  }),
  benign(
    WALLET,
    'session-reads-items',
    'F6',
    'ERC-7715 contract-call: a harmless function of a collection',
    async (s) =>
      first(s, 'items', 1, [
        { type: 'contract-call', data: { address: (await gallery(s.world)).address, calls: ['tokenURI(uint256)'] } },
      ]),
  ),
  ...signed,
];
