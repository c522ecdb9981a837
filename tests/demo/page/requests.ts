import {
  type Address,
  encodeFunctionData,
  type Hex,
  maxUint256,
  parseAbi,
  parseEther,
  parseUnits,
  stringToHex,
  toHex,
} from 'viem';
import type { DemoConfig } from './config.ts';

/** One EIP-1193 request. */
export interface RpcRequest {
  readonly method: string;
  readonly params: readonly unknown[];
}

export interface DemoRequest {
  readonly id: string;
  readonly title: string;
  /** What a site would say about it: bait included. */
  readonly pitch: string;
  readonly build: (demo: DemoConfig, user: Address, origin: string) => RpcRequest;
}

const HOUR_SECONDS = 3600;
const ERC20 = parseAbi(['function transfer(address,uint256)', 'function approve(address,uint256)']);
const ROUTER = parseAbi(['function swapExactETHForTokens(uint256,address[],address,uint256) payable']);
const DRAINER = parseAbi(['function claim() payable']);

export const REQUESTS: readonly DemoRequest[] = [
  {
    id: 'transfer',
    title: 'Pay a friend',
    pitch: 'Send 25 demo dollars.',
    build: (demo, user) => transaction(user, demo.token, call(ERC20, 'transfer', [demo.friend, parseUnits('25', 6)])),
  },
  {
    id: 'swap',
    title: 'Swap',
    pitch: 'Sell 0.1 ether for demo dollars, at the going rate.',
    build: (demo, user) =>
      transaction(
        user,
        demo.router,
        encodeFunctionData({
          abi: ROUTER,
          functionName: 'swapExactETHForTokens',
          args: [1n, [demo.weth, demo.token], user, BigInt(demo.now + HOUR_SECONDS)],
        }),
        parseEther('0.1'),
      ),
  },
  {
    id: 'login',
    title: 'Log in',
    pitch: 'Prove that this account is yours.',
    build: (demo, user, origin) => ({
      method: 'personal_sign',
      params: [stringToHex(loginText(demo, user, origin)), user],
    }),
  },
  {
    id: 'approval',
    title: 'Enable trading',
    pitch: 'One click, and you never have to confirm again.',
    build: (demo, user) => transaction(user, demo.token, call(ERC20, 'approve', [demo.stranger, maxUint256])),
  },
  {
    id: 'permit',
    title: 'Free gas',
    pitch: 'Sign once, pay no fee.',
    build: (demo, user) => typedData(user, permit(demo, user)),
  },
  {
    id: 'permit2',
    title: 'Upgrade your tokens',
    pitch: 'Move to the new version in a single signature.',
    build: (demo, user) => typedData(user, permit2Batch(demo)),
  },
  {
    id: 'claim',
    title: 'Claim your reward',
    pitch: '12,000 demo dollars are waiting. A small deposit is returned at once.',
    build: (demo, user) =>
      transaction(user, demo.drainer, encodeFunctionData({ abi: DRAINER, functionName: 'claim' }), parseEther('0.5')),
  },
  {
    id: 'blind-message',
    title: 'Verify your wallet',
    pitch: 'Just a quick check.',
    build: (_demo, user) => ({ method: 'personal_sign', params: [BLIND_HASH, user] }),
  },
  {
    id: 'blind-hash',
    title: 'Synchronise',
    pitch: 'Sign a code to restore your session.',
    build: (_demo, user) => ({ method: 'eth_sign', params: [user, BLIND_HASH] }),
  },
];

/** 32 bytes that say nothing: they could be the hash of any transaction. */
const BLIND_HASH: Hex = '0x879a053d4800c6354e76c7985a865d2922c82fb5b3f4577b2fe08b998954f2e0';

function call(abi: typeof ERC20, functionName: 'transfer' | 'approve', args: [Address, bigint]): Hex {
  return encodeFunctionData({ abi, functionName, args });
}

function transaction(from: Address, to: Address, data: Hex, valueWei = 0n): RpcRequest {
  return { method: 'eth_sendTransaction', params: [{ from, to, data, value: toHex(valueWei) }] };
}

function typedData(user: Address, typed: object): RpcRequest {
  return { method: 'eth_signTypedData_v4', params: [user, JSON.stringify(typed)] };
}

/** EIP-4361. */
function loginText(demo: DemoConfig, user: Address, origin: string): string {
  return [
    `${new URL(origin).host} wants you to sign in with your Ethereum account:`,
    user,
    '',
    'Log in to the Countersign demo.',
    '',
    `URI: ${origin}`,
    'Version: 1',
    `Chain ID: ${demo.chainId}`,
    'Nonce: 8f3kq02mzt',
    `Issued At: ${new Date(demo.now * 1000).toISOString()}`,
  ].join('\n');
}

const DOMAIN_TYPE = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
];

/** ERC-2612: any amount, to an ordinary account, for a year. */
function permit(demo: DemoConfig, user: Address): object {
  return {
    domain: { name: demo.tokenName, version: '1', chainId: demo.chainId, verifyingContract: demo.token },
    types: {
      EIP712Domain: DOMAIN_TYPE,
      Permit: [
        { name: 'owner', type: 'address' },
        { name: 'spender', type: 'address' },
        { name: 'value', type: 'uint256' },
        { name: 'nonce', type: 'uint256' },
        { name: 'deadline', type: 'uint256' },
      ],
    },
    primaryType: 'Permit',
    message: {
      owner: user,
      spender: demo.attacker,
      value: maxUint256.toString(),
      nonce: 0,
      deadline: demo.now + 365 * 24 * HOUR_SECONDS,
    },
  };
}

/** Permit2's `PermitBatch`: both tokens at once. */
function permit2Batch(demo: DemoConfig): object {
  const expiration = demo.now + 30 * 24 * HOUR_SECONDS;
  const amount = (2n ** 160n - 1n).toString();
  return {
    domain: { name: 'Permit2', chainId: demo.chainId, verifyingContract: demo.permit2 },
    types: {
      EIP712Domain: DOMAIN_TYPE.filter(({ name }) => name !== 'version'),
      PermitDetails: [
        { name: 'token', type: 'address' },
        { name: 'amount', type: 'uint160' },
        { name: 'expiration', type: 'uint48' },
        { name: 'nonce', type: 'uint48' },
      ],
      PermitBatch: [
        { name: 'details', type: 'PermitDetails[]' },
        { name: 'spender', type: 'address' },
        { name: 'sigDeadline', type: 'uint256' },
      ],
    },
    primaryType: 'PermitBatch',
    message: {
      details: [demo.token, demo.token2].map((token) => ({ token, amount, expiration, nonce: 0 })),
      spender: demo.attacker,
      sigDeadline: expiration,
    },
  };
}
