import { type Address, type Hex, maxUint256, parseSignature } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chain, type ContractName, startChain } from '../setup/chain.ts';
import { difference, holdingsOf } from './holdings.ts';
import { deltasIn, look, permissionsIn, simulatorOn } from './look.ts';
import { transactionQuery } from './requests.ts';

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterAll(() => chain?.stop());

interface Case {
  readonly name: string;
  readonly from?: 'user' | 'attacker';
  readonly to: (c: Chain) => Address;
  readonly data?: (c: Chain) => Hex | Promise<Hex>;
  readonly value?: bigint;
  readonly prepare?: (c: Chain) => Promise<unknown>;
}

const ETHER = 10n ** 18n;
const FAR = 2n ** 40n;
const MAX_160 = 2n ** 160n - 1n;

const on = (contract: ContractName) => (c: Chain) => c.contracts[contract];
const call = (contract: ContractName, name: string, args: (c: Chain) => readonly unknown[]) => (c: Chain) =>
  c.encode(contract, name, args(c));
const userDoes = (contract: ContractName, name: string, args: (c: Chain) => readonly unknown[]) => (c: Chain) =>
  c.send({ from: c.accounts.user.address, to: c.contracts[contract], data: c.encode(contract, name, args(c)) });

const CASES: readonly Case[] = [
  { name: 'plain ether', to: (c) => c.accounts.friend.address, value: ETHER },
  { name: 'ether to oneself', to: (c) => c.accounts.user.address, value: ETHER },
  {
    name: 'an ERC-20 transfer',
    to: on('token'),
    data: call('token', 'transfer', (c) => [c.accounts.friend.address, 123n]),
  },
  {
    name: 'a transfer without any event',
    to: on('silentToken'),
    data: call('silentToken', 'transfer', (c) => [c.accounts.friend.address, 7n]),
  },
  {
    name: 'an unlimited approval',
    to: on('token'),
    data: call('token', 'approve', (c) => [c.contracts.drainer, maxUint256]),
  },
  {
    name: 'an approval inside multicall',
    to: on('batchToken'),
    data: call('batchToken', 'multicall', (c) => [
      [c.encode('batchToken', 'approve', [c.contracts.drainer, maxUint256])],
    ]),
  },
  {
    name: 'taking an approval back',
    to: on('token'),
    data: call('token', 'approve', (c) => [c.contracts.drainer, 0n]),
    prepare: userDoes('token', 'approve', (c) => [c.contracts.drainer, maxUint256]),
  },
  {
    name: 'a swap',
    to: on('router'),
    data: call('router', 'swapExactTokensForTokens', (c) => [
      100n * 10n ** 6n,
      0n,
      [c.contracts.token, c.contracts.token2],
      c.accounts.user.address,
      FAR,
    ]),
    prepare: userDoes('token', 'approve', (c) => [c.contracts.router, maxUint256]),
  },
  {
    name: 'a swap of ether',
    to: on('router'),
    value: ETHER,
    data: call('router', 'swapExactETHForTokens', (c) => [
      0n,
      [c.contracts.weth, c.contracts.token],
      c.accounts.user.address,
      FAR,
    ]),
  },
  { name: 'wrapping ether', to: on('weth'), value: ETHER, data: call('weth', 'deposit', () => []) },
  { name: 'unwrapping ether', to: on('weth'), data: call('weth', 'withdraw', () => [ETHER]) },
  {
    name: 'an NFT transfer',
    to: on('nft'),
    data: call('nft', 'transferFrom', (c) => [c.accounts.user.address, c.accounts.friend.address, 1n]),
  },
  { name: "one NFT's approval", to: on('nft'), data: call('nft', 'approve', (c) => [c.contracts.drainer, 2n]) },
  {
    name: 'a whole NFT collection',
    to: on('nft'),
    data: call('nft', 'setApprovalForAll', (c) => [c.contracts.drainer, true]),
  },
  { name: 'an honest paid mint', to: on('nft'), value: ETHER / 100n, data: call('nft', 'mintPaid', () => []) },
  {
    name: 'ERC-1155 items',
    to: on('items'),
    data: call('items', 'safeTransferFrom', (c) => [c.accounts.user.address, c.accounts.friend.address, 7n, 2n, '0x']),
  },
  {
    name: 'an ERC-1155 batch',
    to: on('items'),
    data: call('items', 'safeBatchTransferFrom', (c) => [
      c.accounts.user.address,
      c.accounts.friend.address,
      [7n, 8n],
      [1n, 40n],
      '0x',
    ]),
  },
  { name: 'a payable claim', to: on('drainer'), value: ETHER, data: call('drainer', 'claim', () => []) },
  { name: 'events that lie', to: on('eventLiar'), value: ETHER / 10n, data: call('eventLiar', 'mint', () => []) },
  {
    name: 'a Permit2 approval',
    to: on('permit2'),
    data: call('permit2', 'approve', (c) => [c.contracts.token, c.contracts.drainer, MAX_160, 2 ** 40]),
  },
  { name: 'a permit used by its spender', from: 'attacker', to: on('drainer'), data: permitAndPull },
];

describe('what is simulated is what is mined', () => {
  it.each(CASES)('$name', async ({ from = 'user', to, data, value = 0n, prepare }) => {
    const restore = await chain.snapshot();
    try {
      await prepare?.(chain);
      const who = chain.accounts[from].address;
      const bytes = (await data?.(chain)) ?? '0x';
      const query = transactionQuery({ chainId: chain.chainId, from: who }, { to: to(chain), data: bytes, value });
      const view = await look(simulatorOn(chain.rpcUrl), query);
      expect(view.runFailure).toBeNull();

      const before = await holdingsOf(chain, who);
      const receipt = await chain.send({ from: who, to: to(chain), data: bytes, value });
      const after = await holdingsOf(chain, who);
      expect(receipt.status).toBe('success');
      const mined = difference(before, after, receipt.gasUsed * receipt.effectiveGasPrice);

      expect(view.run?.status).toBe('success');
      expect(view.run?.gasUsed).toBe(receipt.gasUsed);
      expect(view.notes).toEqual([]);
      expect(deltasIn(view.run)).toEqual(mined.assets);
      expect(permissionsIn(view.run)).toEqual(mined.permissions);
    } finally {
      await restore();
    }
  });
});

async function permitAndPull(c: Chain): Promise<Hex> {
  const { token, drainer } = c.contracts;
  const signature = await privateKeyToAccount(c.accounts.user.privateKey).signTypedData({
    domain: { name: 'Demo Dollar', version: '1', chainId: c.chainId, verifyingContract: token },
    types: {
      Permit: [
        { name: 'owner', type: 'address' },
        { name: 'spender', type: 'address' },
        { name: 'value', type: 'uint256' },
        { name: 'nonce', type: 'uint256' },
        { name: 'deadline', type: 'uint256' },
      ],
    },
    primaryType: 'Permit',
    message: { owner: c.accounts.user.address, spender: drainer, value: maxUint256, nonce: 0n, deadline: FAR },
  });
  const { r, s, v } = parseSignature(signature);
  return c.encode('drainer', 'permitAndPull', [token, c.accounts.user.address, maxUint256, FAR, v, r, s]);
}
