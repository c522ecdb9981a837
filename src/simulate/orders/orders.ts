import { type Address, encodeFunctionData, type Hex, parseAbi } from 'viem';
import type { Around, Extra, ExtraStep } from '../Extra.ts';
import { readBytes } from '../rpcValue.ts';
import { OTHER_HASH, TRIAL_ACCOUNT, TRIAL_HASH, TRIAL_SIGNATURES } from './trialKey.ts';

/**
 * Whether the program that the user's own account runs (EIP-7702) would take the `personal_sign` of a hash for an order:
 * as the signature of a user operation (ERC-4337) or of anything that asks by ERC-1271. It is put in the place of an
 * account whose key everybody knows, and asked about a signature by that key.
 *
 * Blind spots: a program that keeps its signers in storage, and one that binds hashes to itself first (ERC-7739).
 */
export const orders: Extra = {
  id: 'orders',
  prepare(around) {
    const form = formOf(around);
    const delegate = around.user === null ? null : (around.view.accounts.get(around.user)?.delegate ?? null);
    return form === null || delegate === null || around.user === null ? null : look(around.user, delegate, form);
  },
};

type Form = keyof typeof TRIAL_SIGNATURES;

/** As wallets make it of 32 bytes, or of a hash handed over as its text. */
function formOf({ query: { action } }: Around): Form | null {
  if (action.kind !== 'message' || !action.looksLikeHash) return null;
  if (action.text !== null && /^0x[0-9a-f]{64}$/u.test(action.text)) return 'text';
  return action.bytes.length === HASH_CHARACTERS ? 'bytes' : null;
}

function look(user: Address, delegate: Address, form: Form): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const [code, own] = await Promise.all([
      ask({ method: 'eth_getCode', params: [delegate, 'latest'] }),
      ask({ method: 'eth_call', params: [{ to: user, data: ENTRY_POINT_CALL }, 'latest'] }),
    ]);
    const program = code.ok ? readBytes(code.result, 'a program') : '0x';
    if (program === '0x') return { found: {}, next: null };
    const named = own.ok && typeof own.result === 'string' && own.result.length === 66 ? own.result.slice(26) : null;
    const from = [...new Set([...ENTRY_POINTS, ...(named === null ? [] : [`0x${named}` as const])])];
    return { found: {}, next: attempt(program, from, form) };
  };
}

function attempt(program: Hex, entryPoints: readonly Address[], form: Form): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const takes = async ({ from, data }: Question): Promise<Hex> => {
      const call = { ...(from === null ? {} : { from }), to: TRIAL_ACCOUNT, data };
      const answer = await ask({
        method: 'eth_call',
        params: [call, 'latest', { [TRIAL_ACCOUNT]: { code: program } }],
      });
      return answer.ok ? readBytes(answer.result, 'an answer') : '0x';
    };
    const tried = await Promise.all(
      questions(entryPoints, form).map(async ({ by, good, bad }) => {
        const [yes, no] = await Promise.all([takes(good), takes(bad)]);
        // What takes any signature at all says nothing about this kind.
        return isTaken(by, yes) && !isTaken(by, no) ? by : null;
      }),
    );
    const [by] = tried.filter((one) => one !== null);
    return { found: by === undefined ? {} : { obeys: by }, next: null };
  };
}

interface Question {
  readonly from: Address | null;
  readonly data: Hex;
}

interface Pair {
  readonly by: 'operation' | 'message';
  readonly good: Question;
  readonly bad: Question;
}

function questions(entryPoints: readonly Address[], form: Form): Pair[] {
  const signature = TRIAL_SIGNATURES[form];
  const operation = (from: Address, hash: Hex): Question => ({ from, data: operationCall(from, hash, signature) });
  const message = (hash: Hex): Question => ({
    from: null,
    data: encodeFunctionData({ abi: ABI, functionName: 'isValidSignature', args: [hash, signature] }),
  });
  return [
    ...entryPoints.map(
      (from): Pair => ({
        by: 'operation',
        good: operation(from, TRIAL_HASH),
        bad: operation(from, OTHER_HASH),
      }),
    ),
    { by: 'message', good: message(TRIAL_HASH), bad: message(OTHER_HASH) },
  ];
}

function operationCall(entryPoint: Address, hash: Hex, signature: Hex): Hex {
  const shared = { sender: TRIAL_ACCOUNT, nonce: 0n, initCode: '0x', callData: '0x', paymasterAndData: '0x' } as const;
  if (entryPoint === ENTRY_POINT_06) {
    const gas = { callGasLimit: 0n, verificationGasLimit: 0n, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
    const args = [{ ...shared, ...gas, preVerificationGas: 0n, signature }, hash, 0n] as const;
    return encodeFunctionData({ abi: ABI_06, functionName: 'validateUserOp', args });
  }
  const gas = { accountGasLimits: NO_WORD, preVerificationGas: 0n, gasFees: NO_WORD };
  return encodeFunctionData({
    abi: ABI,
    functionName: 'validateUserOp',
    args: [{ ...shared, ...gas, signature }, hash, 0n],
  });
}

/** ERC-4337: the low 20 bytes are 0 where the signature is good. ERC-1271: its own selector. */
function isTaken(by: Pair['by'], answer: Hex): boolean {
  if (answer.length < 66) return false;
  return by === 'operation' ? /^0{40}$/u.test(answer.slice(26, 66)) : answer.startsWith(ERC1271);
}

/** 32 bytes in hex with `0x`. */
const HASH_CHARACTERS = 66;
const ERC1271 = '0x1626ba7e';
const NO_WORD: Hex = `0x${'0'.repeat(64)}`;
/** `entryPoint()`. */
const ENTRY_POINT_CALL: Hex = '0xb0d691fe';
/** eth-infinitism's releases 0.6, 0.7 and 0.8: the same on every chain. */
const ENTRY_POINT_06: Address = '0x5ff137d4b0fdcd49dca30c7cf57e578a026d2789';
const ENTRY_POINTS: readonly Address[] = [
  ENTRY_POINT_06,
  '0x0000000071727de22e5e9d8baf0edac6f37da032',
  '0x4337084d9e255ff0702461cf8895ce9e3b5ff108',
];
const ABI = parseAbi([
  'struct Operation { address sender; uint256 nonce; bytes initCode; bytes callData; bytes32 accountGasLimits; uint256 preVerificationGas; bytes32 gasFees; bytes paymasterAndData; bytes signature; }',
  'function validateUserOp(Operation op, bytes32 hash, uint256 missing) returns (uint256)',
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
]);
const ABI_06 = parseAbi([
  'struct Operation { address sender; uint256 nonce; bytes initCode; bytes callData; uint256 callGasLimit; uint256 verificationGasLimit; uint256 preVerificationGas; uint256 maxFeePerGas; uint256 maxPriorityFeePerGas; bytes paymasterAndData; bytes signature; }',
  'function validateUserOp(Operation op, bytes32 hash, uint256 missing) returns (uint256)',
]);
