import {
  type Address,
  type Hex,
  hexToSignature,
  isHex,
  maxUint256,
  parseAbi,
  recoverAddress,
  recoverMessageAddress,
} from 'viem';
import type { Chain, ContractName } from '../setup/chain.ts';
import type { RpcRequest } from './page/requests.ts';

/**
 * What each demo request does to the chain once it is signed, for good or ill. An attacker's part is played here: a
 * signature he was given is used at once. Resolves to what is wrong, or null.
 */
export type Effect = (chain: Chain, request: RpcRequest, answer: string) => Promise<string | null>;

const ERC20 = parseAbi([
  'function balanceOf(address) view returns (uint256)',
  'function allowance(address,address) view returns (uint256)',
]);
const PERMIT2 = parseAbi([
  'struct PermitDetails { address token; uint160 amount; uint48 expiration; uint48 nonce; }',
  'struct PermitBatch { PermitDetails[] details; address spender; uint256 sigDeadline; }',
  'function permit(address owner, PermitBatch permitBatch, bytes signature)',
  'function transferFrom(address from, address to, uint160 amount, address token)',
]);

/** Holdings and powers a demo request could touch, as text: two equal texts mean that nothing happened. */
export async function holdings(chain: Chain): Promise<string> {
  const { user, friend, stranger, attacker } = chain.accounts;
  const { token, token2, drainer, permit2 } = chain.contracts;
  const values = await Promise.all([
    chain.client.getTransactionCount({ address: user.address }),
    ...[user.address, friend.address, drainer].map((address) => chain.client.getBalance({ address })),
    ...[token, token2].flatMap((at) => [user, friend, attacker].map(({ address }) => balance(chain, at, address))),
    ...[stranger.address, attacker.address, permit2].map((spender) => allowance(chain, token, spender)),
  ]);
  return values.join(' ');
}

export const EFFECTS: Readonly<Record<string, Effect>> = {
  transfer: async (chain) => {
    const paid = (await balance(chain, chain.contracts.token, chain.accounts.friend.address)) - 500_000_000n;
    return paid === 25_000_000n ? null : `the friend received ${paid} base units instead of 25000000`;
  },
  swap: async (chain) => {
    const gained = (await balance(chain, chain.contracts.token, chain.accounts.user.address)) - 10_000_000_000n;
    return gained > 0n ? null : 'no tokens arrived';
  },
  login: signed,
  approval: async (chain) => {
    const granted = await allowance(chain, chain.contracts.token, chain.accounts.stranger.address);
    return granted === maxUint256 ? null : `the stranger may spend ${granted}`;
  },
  permit: async (chain, request, answer) => {
    const { message } = typedOf(request);
    const { user, attacker } = chain.accounts;
    const { r, s, v } = hexToSignature(hex(answer));
    const args = [
      user.address,
      attacker.address,
      BigInt(String(message.value)),
      BigInt(String(message.deadline)),
      v,
      r,
      s,
    ];
    await act(chain, 'token', 'permit', args);
    await act(chain, 'token', 'transferFrom', [user.address, attacker.address, 10_000_000_000n]);
    return emptied(chain, ['token']);
  },
  permit2: async (chain, request, answer) => {
    const { message } = typedOf(request);
    const { user, attacker } = chain.accounts;
    const { permit2, token, token2 } = chain.contracts;
    const { client } = chain;
    const from = { abi: PERMIT2, address: permit2, account: attacker.address, chain: null } as const;
    const details = (message.details as PermitDetails[]).map((item) => ({ ...item, amount: BigInt(item.amount) }));
    const batch = { details, spender: attacker.address, sigDeadline: BigInt(String(message.sigDeadline)) };
    await mined(
      chain,
      client.writeContract({ ...from, functionName: 'permit', args: [user.address, batch, hex(answer)] }),
    );
    for (const at of [token, token2]) {
      const held = await balance(chain, at, user.address);
      const args = [user.address, attacker.address, held, at] as const;
      await mined(chain, client.writeContract({ ...from, functionName: 'transferFrom', args }));
    }
    return emptied(chain, ['token', 'token2']);
  },
  claim: async (chain) => {
    const taken = await chain.client.getBalance({ address: chain.contracts.drainer });
    return taken === 5n * 10n ** 17n ? null : `the drainer holds ${taken} wei instead of 0.5 ether`;
  },
  'blind-message': signed,
  'blind-hash': async (chain, { params }, answer) => {
    const signer = await recoverAddress({ hash: hex(String(params[1])), signature: hex(answer) });
    return signer === chain.accounts.user.address ? null : `signed by ${signer}`;
  },
};

interface PermitDetails {
  readonly token: Address;
  readonly amount: string;
  readonly expiration: number;
  readonly nonce: number;
}

async function signed(chain: Chain, { params }: RpcRequest, answer: string): Promise<string | null> {
  const signer = await recoverMessageAddress({ message: { raw: hex(String(params[0])) }, signature: hex(answer) });
  return signer === chain.accounts.user.address ? null : `signed by ${signer}`;
}

async function emptied(chain: Chain, tokens: readonly ContractName[]): Promise<string | null> {
  for (const name of tokens) {
    const left = await balance(chain, chain.contracts[name], chain.accounts.user.address);
    if (left !== 0n) return `the user still has ${left} of ${name}`;
  }
  return null;
}

/** The attacker sends one transaction; a revert is a fault of the demo. */
async function act(chain: Chain, to: ContractName, functionName: string, args: readonly unknown[]): Promise<void> {
  const data = chain.encode(to, functionName, args);
  const { status } = await chain.send({ from: chain.accounts.attacker.address, to: chain.contracts[to], data });
  if (status !== 'success') throw new Error(`The attacker's ${functionName} reverted`);
}

async function mined(chain: Chain, sent: Promise<Hex>): Promise<void> {
  const { status } = await chain.client.waitForTransactionReceipt({ hash: await sent });
  if (status !== 'success') throw new Error("The attacker's transaction reverted");
}

function balance(chain: Chain, address: Address, of: Address): Promise<bigint> {
  return chain.client.readContract({ abi: ERC20, address, functionName: 'balanceOf', args: [of] });
}

function allowance(chain: Chain, address: Address, spender: Address): Promise<bigint> {
  const args = [chain.accounts.user.address, spender] as const;
  return chain.client.readContract({ abi: ERC20, address, functionName: 'allowance', args });
}

function typedOf({ params }: RpcRequest): { message: Record<string, unknown> } {
  return JSON.parse(String(params[1]));
}

function hex(text: string): Hex {
  if (isHex(text)) return text;
  throw new Error(`Not hex: ${text.slice(0, 80)}`);
}
