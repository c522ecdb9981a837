import { type Address, type Hex, parseAbi } from 'viem';
import { PERMIT2 } from '../createWorld.ts';
import { type Deployed, FAR_SECONDS, type Heist, type RawCall } from './Heist.ts';
import type { OpenSpender } from './spenders.ts';

/** Permit2's own functions, as published. */
const PERMIT2_ABI = parseAbi([
  'function approve(address token, address spender, uint160 amount, uint48 expiration)',
  'function transferFrom(address from, address to, uint160 amount, address token)',
  'struct PermitDetails { address token; uint160 amount; uint48 expiration; uint48 nonce; }',
  'struct PermitSingle { PermitDetails details; address spender; uint256 sigDeadline; }',
  'struct PermitBatch { PermitDetails[] details; address spender; uint256 sigDeadline; }',
  'function permit(address owner, PermitSingle permitSingle, bytes signature)',
  'struct TokenPermissions { address token; uint256 amount; }',
  'struct PermitTransferFrom { TokenPermissions permitted; uint256 nonce; uint256 deadline; }',
  'struct SignatureTransferDetails { address to; uint256 requestedAmount; }',
  'function permitTransferFrom(PermitTransferFrom permit, SignatureTransferDetails transferDetails, address owner, bytes signature)',
  'function permitWitnessTransferFrom(PermitTransferFrom permit, SignatureTransferDetails transferDetails, address owner, bytes32 witness, string witnessTypeString, bytes signature)',
]);
const BATCH_ABI = parseAbi([
  'struct PermitDetails { address token; uint160 amount; uint48 expiration; uint48 nonce; }',
  'struct PermitBatch { PermitDetails[] details; address spender; uint256 sigDeadline; }',
  'function permit(address owner, PermitBatch permitBatch, bytes signature)',
  'struct TokenPermissions { address token; uint256 amount; }',
  'struct PermitBatchTransferFrom { TokenPermissions[] permitted; uint256 nonce; uint256 deadline; }',
  'struct SignatureTransferDetails { address to; uint256 requestedAmount; }',
  'function permitTransferFrom(PermitBatchTransferFrom permit, SignatureTransferDetails[] transferDetails, address owner, bytes signature)',
  'function permitWitnessTransferFrom(PermitBatchTransferFrom permit, SignatureTransferDetails[] transferDetails, address owner, bytes32 witness, string witnessTypeString, bytes signature)',
]);

const permit2: Deployed = { address: PERMIT2, abi: PERMIT2_ABI };
const permit2Batch: Deployed = { address: PERMIT2, abi: BATCH_ABI };

export function approveCall(heist: Heist, coin: Deployed, spender: Address): RawCall {
  return heist.encode(permit2, 'approve', [coin.address, spender, 2n ** 160n - 1n, 2n ** 48n - 1n]);
}

/** Takes by Permit2 as the spender, who must be able to make calls of any kind. */
export async function pullBy(heist: Heist, spender: OpenSpender, coin: Deployed, amount: bigint): Promise<void> {
  await acting(spender)([heist.encode(permit2, 'transferFrom', [heist.user, heist.thief, amount, coin.address])]);
}

/** Anybody may hand in an AllowanceTransfer permit. */
export async function submitPermit(heist: Heist, message: object, signature: Hex, batch: boolean): Promise<void> {
  await heist.send(heist.thief, batch ? permit2Batch : permit2, 'permit', [heist.user, message, signature]);
}

export interface TransferUse {
  readonly permitted: readonly { readonly token: Address; readonly amount: bigint }[];
  readonly signature: Hex;
  readonly batch: boolean;
  readonly witness?: { readonly hash: Hex; readonly typeString: string };
}

/** SignatureTransfer: only the spender named may use it, and it moves the coins at once. */
export async function transferBy(heist: Heist, spender: OpenSpender, use: TransferUse): Promise<void> {
  const { permitted, signature, batch, witness } = use;
  const details = permitted.map(({ amount }) => ({ to: heist.thief, requestedAmount: amount }));
  const permit = { permitted: batch ? permitted : permitted[0], nonce: 7n, deadline: FAR_SECONDS };
  const what = batch ? details : details[0];
  const call =
    witness === undefined
      ? heist.encode(batch ? permit2Batch : permit2, 'permitTransferFrom', [permit, what, heist.user, signature])
      : heist.encode(batch ? permit2Batch : permit2, 'permitWitnessTransferFrom', [
          permit,
          what,
          heist.user,
          witness.hash,
          witness.typeString,
          signature,
        ]);
  await acting(spender)([call]);
}

function acting(spender: OpenSpender) {
  if (spender.act === undefined) throw new Error('This spender makes no calls of others’ choice.');
  return spender.act;
}
