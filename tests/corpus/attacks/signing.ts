import { setTimeout as pause } from 'node:timers/promises';
import { hashTypedData, keccak256, serializeTransaction, toHex } from 'viem';
import type { Case } from '../Case.ts';
import { type About, attack, losesBy, signature, transaction, typedText } from './attack.ts';
import { type Deployed, ETHER, type Heist, type Measure, NO_LIMIT, ZERO_ADDRESS } from './Heist.ts';
import { transferBy } from './permit2.ts';
import { digestOf, operationOf, runsCode, smartAccount } from './smartAccount.ts';
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
    f1(
      'f1-personal-bytes',
      'personal_sign of 32 bytes: a Permit2 digest, for an account whose code takes it so',
      'EIP-7702 and ERC-1271: Permit2 asks the code of an account that has some',
    ),
    async (heist) => {
      const { coin } = await runsCode(heist, 'PersonalAccount');
      await heist.approvedPermit2(coin);
      const permitted = { token: coin.address, amount: await heist.balance(coin)() };
      const hash = digestOf(permitTransfer(heist, [permitted], heist.thief));
      return {
        method: 'personal_sign',
        params: [hash, heist.user],
        account: heist.user,
        strike: () =>
          losesBy(heist.balance(coin), async () => {
            const signed = await heist.world.signer(heist.user).signMessage({ message: { raw: hash } });
            const use = { permitted: [permitted], signature: signed, batch: false };
            await transferBy(heist, await eoa.open(heist), use);
          }),
      };
    },
  ),
  attack(
    f1('f1-personal-hash-text', 'personal_sign of a hash written as text', 'drainers that pass hash filters'),
    async (heist) => {
      const { account, entryPoint } = await runsCode(heist, 'TextAccount');
      const wei = (await etherOf(heist)) / 2n;
      const callData = heist.encode(account, 'execute', [heist.thief, wei, '0x']).data;
      const operation = operationOf(heist, account, entryPoint, callData);
      const text = digestOf(operation);
      return {
        method: 'personal_sign',
        params: [toHex(text), heist.user],
        account: heist.user,
        strike: () =>
          losesBy(heist.ether(), async () => {
            const signed = await heist.world.signer(heist.user).signMessage({ message: text });
            const ops = [{ ...operation.message, signature: signed }];
            await heist.send(heist.thief, entryPoint, 'handleOps', [ops, heist.thief]);
          }),
      };
    },
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

/** The wallet lets the key in, as a granted permission does, and the thief uses it. */
async function withSession(heist: Heist, stake: Measure, coin: Deployed | null): Promise<boolean> {
  const { account } = await runsCode(heist, 'SessionAccount');
  const token = coin?.address ?? ZERO_ADDRESS;
  const amount = coin === null ? (await etherOf(heist)) / 2n : await heist.balance(coin)();
  return losesBy(stake, async () => {
    await heist.send(heist.user, account, 'allow', [heist.thief, token, NO_LIMIT]);
    await heist.send(heist.thief, account, 'spend', [token, heist.thief, amount]);
  });
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
        const typed = operationOf(heist, account, entryPoint, callData);
        return {
          typed,
          stake: heist.balance(coin, account.address),
          theft: (signed) =>
            heist.send(heist.thief, entryPoint, 'handleOps', [[{ ...typed.message, signature: signed }], heist.thief]),
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
        strike: () => withSession(heist, heist.ether(), null),
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
          strike: () => withSession(heist, heist.balance(coin), coin),
        };
      },
    ),
    ...sessions(f6),
    attack(
      f6(
        'f6-operation-hash',
        'personal_sign of a user operation’s hash',
        'EIP-7702 account that signs operations by EIP-191, as SimpleAccount did until 0.7',
      ),
      async (heist) => {
        const { account, coin, entryPoint } = await runsCode(heist, 'BindingAccount');
        const inner = heist.encode(coin, 'transfer', [heist.thief, await heist.balance(coin)()]);
        const callData = heist.encode(account, 'execute', [inner.to, 0n, inner.data]).data;
        const operation = operationOf(heist, account, entryPoint, callData);
        const hash = digestOf(operation);
        return {
          method: 'personal_sign',
          params: [hash, heist.user],
          account: heist.user,
          strike: () =>
            losesBy(heist.balance(coin), async () => {
              const signed = await heist.world.signer(heist.user).signMessage({ message: { raw: hash } });
              const ops = [{ ...operation.message, signature: signed }];
              await heist.send(heist.thief, entryPoint, 'handleOps', [ops, heist.thief]);
            }),
        };
      },
    ),
  ];
}

/** More ways to let a key in: each is granted to the thief's, who uses it. */
function sessions(f6: (id: string, shape: string, provenance: string) => About): Case[] {
  const granted = (about: About, entry: (heist: Heist, coin: Deployed) => Promise<object>): Case =>
    attack(about, async (heist) => {
      const coin = await heist.coin();
      const chainId = toHex(heist.world.chainId);
      const signer = { type: 'account', data: { address: heist.thief } };
      return {
        method: 'wallet_grantPermissions',
        params: [{ chainId, signer, expiry: 4_000_000_000, ...(await entry(heist, coin)) }],
        account: heist.user,
        strike: () => withSession(heist, heist.balance(coin), coin),
      };
    });
  return [
    granted(
      f6('f6-token-functions', 'wallet_grantPermissions: contract-call of a token’s transfer', 'ERC-7715 as of 2024'),
      async (_, coin) => ({
        permissions: [{ type: 'contract-call', data: { address: coin.address, calls: ['transfer(address,uint256)'] } }],
      }),
    ),
    granted(
      f6(
        'f6-periodic',
        'wallet_grantPermissions: erc20-recurring-allowance of everything, each month',
        'Reown sessions',
      ),
      async (heist, coin) => {
        const allowance = toHex(await heist.balance(coin)());
        const data = { address: coin.address, allowance, start: 0, period: 2_592_000 };
        return { permissions: [{ type: 'erc20-recurring-allowance', data }] };
      },
    ),
    granted(f6('f6-sudo', 'wallet_grantPermissions: sudo', 'the sudo policy of ZeroDev and Biconomy'), async () => ({
      permissions: [{ type: 'sudo', data: {} }],
    })),
    granted(
      f6('f6-porto', 'wallet_grantPermissions: spend of everything a day', 'Porto wallet_grantPermissions'),
      async (heist, coin) => ({
        key: { type: 'secp256k1', publicKey: heist.thief },
        permissions: {
          calls: [{ signature: 'claim()', to: heist.stranger('porto') }],
          spend: [{ limit: toHex(await heist.balance(coin)()), period: 'day', token: coin.address }],
        },
      }),
    ),
    signature(
      f6('f6-spend-permission', 'SpendPermission without limit to a plain account', 'Coinbase spend-permissions'),
      async (heist) => {
        const coin = await heist.coin();
        return {
          typed: {
            domain: {
              name: 'Spend Permission Manager',
              version: '1',
              chainId: heist.world.chainId,
              verifyingContract: '0xf85210B21cC50302F477BA56686d2019dC9b67Ad',
            },
            types: {
              SpendPermission: [
                { name: 'account', type: 'address' },
                { name: 'spender', type: 'address' },
                { name: 'token', type: 'address' },
                { name: 'allowance', type: 'uint160' },
                { name: 'period', type: 'uint48' },
                { name: 'start', type: 'uint48' },
                { name: 'end', type: 'uint48' },
                { name: 'salt', type: 'uint256' },
                { name: 'extraData', type: 'bytes' },
              ],
            },
            primaryType: 'SpendPermission',
            message: {
              account: heist.user,
              spender: heist.thief,
              token: coin.address,
              allowance: 2n ** 160n - 1n,
              period: 86_400,
              start: 0,
              end: 2 ** 48 - 1,
              salt: 0n,
              extraData: '0x',
            },
          },
          stake: heist.balance(coin),
          theft: () => withSession(heist, heist.balance(coin), coin),
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
    signature(f8('f8-no-domain', 'an order without any domain, filled where nobody named one'), async (heist) => {
      const coin = await heist.coin();
      const exchange = await heist.honest('UnboundExchange');
      await heist.send(heist.user, coin, 'approve', [exchange.address, NO_LIMIT]);
      const amount = await heist.balance(coin)();
      const message = { maker: heist.user, token: coin.address, amount, taker: heist.thief, salt: 7n };
      return {
        typed: {
          domain: {},
          types: {
            Order: [
              { name: 'maker', type: 'address' },
              { name: 'token', type: 'address' },
              { name: 'amount', type: 'uint256' },
              { name: 'taker', type: 'address' },
              { name: 'salt', type: 'uint256' },
            ],
          },
          primaryType: 'Order',
          message,
        },
        stake: heist.balance(coin),
        theft: (signed) =>
          heist.send(heist.thief, exchange, 'fill', [heist.user, coin.address, amount, heist.thief, 7n, signed]),
      };
    }),
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
