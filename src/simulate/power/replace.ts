import { type Address, concatHex, encodeFunctionData, type Hex, padHex, parseAbi } from 'viem';
import type { Around } from '../Extra.ts';
import { readBytes } from '../rpcValue.ts';
import type { Ask } from '../trip.ts';
import type { Pull } from './argumentLists.ts';
import { asCall, type Giving, simulate } from './runTrial.ts';

export interface Replacement {
  /** The proxy. */
  readonly through: Address;
  /** The contract that changes its program, where the proxy names one. */
  readonly admin: Address | null;
  /** Who would change it: a person. */
  readonly keeper: Address;
  readonly giving: readonly Giving[];
  /** The call that takes, made by the proxy itself once it does what it is told. */
  readonly pull: Pull;
  /** Reads the user's holding. */
  readonly holding: Pull;
}

/**
 * Whether `keeper` alone can give the proxy another program, and take the user's holding by it: done in a simulation,
 * in the usual spellings (EIP-1967 proxies of every generation, UUPS, ProxyAdmin).
 *
 * @throws RpcError
 */
export async function tryReplacing(ask: Ask, replacement: Replacement, around: Around): Promise<boolean> {
  const { through, admin, keeper, giving, pull, holding } = replacement;
  const { reader, account } = around.setting.places;
  const changes = [
    { to: through, data: encodeFunctionData({ abi: PROXY, functionName: 'upgradeTo', args: [reader] }) },
    { to: through, data: encodeFunctionData({ abi: PROXY, functionName: 'upgradeToAndCall', args: [reader, '0x'] }) },
    ...(admin === null
      ? []
      : [
          { to: admin, data: encodeFunctionData({ abi: ADMIN, functionName: 'upgrade', args: [through, reader] }) },
          {
            to: admin,
            data: encodeFunctionData({ abi: ADMIN, functionName: 'upgradeAndCall', args: [through, reader, '0x'] }),
          },
        ]),
  ];
  const call = (from: Address, { to, data }: Pull): object => asCall({ from, to, data, valueWei: 0n });
  const answers = await simulate(ask, around, { [reader]: { code: OBEDIENT_CODE } }, [
    ...giving.map(asCall),
    call(account, holding),
    ...changes.map((change) => call(keeper, change)),
    call(account, { to: through, data: concatHex([padHex(pull.to, { size: 32 }), pull.data]) }),
    call(account, holding),
  ]);
  const after = answers.at(-1);
  const before = answers[giving.length];
  if (answers.slice(0, giving.length).some(({ status }) => status !== '0x1')) return false;
  return wordOf(after) < wordOf(before);
}

function wordOf(answer: Readonly<Record<string, unknown>> | undefined): bigint {
  const data = answer?.status === '0x1' ? readBytes(answer.returnData, 'a holding') : '0x';
  return data.length < 66 ? 0n : BigInt(data.slice(0, 66));
}

/** Whether a program can change nothing outside itself: it has no instruction that calls or creates a contract. */
export function callsNobody(code: Hex): boolean {
  for (let at = 2; at < code.length; at += 2) {
    const opcode = Number.parseInt(code.slice(at, at + 2), 16);
    if (CALLING.has(opcode)) return false;
    if (opcode >= PUSH1 && opcode <= PUSH32) at += 2 * (opcode - PUSH1 + 1);
  }
  return true;
}

/** CREATE CALL CALLCODE DELEGATECALL CREATE2 */
const CALLING: ReadonlySet<number> = new Set([0xf0, 0xf1, 0xf2, 0xf4, 0xf5]);
const PUSH1 = 0x60;
const PUSH32 = 0x7f;

/** What a UUPS program must answer to `proxiableUUID()` before a proxy takes it (EIP-1822, EIP-1967). */
const IMPLEMENTATION_SLOT = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';

/**
 * A program that calls the address in its first word with the rest of what it was told.
 *
 *     PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH4 proxiableUUID EQ PUSH1 40 JUMPI
 *     PUSH1 32 CALLDATASIZE SUB  DUP1 PUSH1 32 PUSH1 0 CALLDATACOPY
 *     PUSH1 0 PUSH1 0 DUP3 PUSH1 0 PUSH1 0 PUSH1 0 CALLDATALOAD GAS CALL STOP
 *     40: PUSH32 slot PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
 */
const OBEDIENT_CODE: Hex = concatHex([
  '0x60003560e01c6352d1902d14602857',
  '0x602036038060206000376000600082600060006000355af100',
  '0x5b7f',
  IMPLEMENTATION_SLOT,
  '0x60005260206000f3',
]);

const PROXY = parseAbi(['function upgradeTo(address code)', 'function upgradeToAndCall(address code, bytes data)']);
const ADMIN = parseAbi([
  'function upgrade(address proxy, address code)',
  'function upgradeAndCall(address proxy, address code, bytes data)',
]);
