import { type Address, toFunctionSelector } from 'viem';
import type { TypedData } from '../request/SigningRequest.ts';
import { readAddress, readInteger } from '../text/hex.ts';
import type { Action, Intent } from './Action.ts';

/**
 * An ERC-7730 descriptor as a hint: the intent somebody wrote for a function or a typed message. It is a quotation and
 * nothing else: no consequence, name or amount is ever taken from it, so one that lies changes no verdict (design:
 * checks.md B6). https://eips.ethereum.org/EIPS/eip-7730
 */
export interface Descriptor {
  readonly deployments: readonly { readonly chainId: number; readonly address: Address }[];
  /** By selector (`0x…`) for calls, by primaryType for typed data. */
  readonly intents: ReadonlyMap<string, string>;
  /** Whose contract it is, as the descriptor says. */
  readonly owner: string | null;
  /** Date of the packaged copy it stands in; `null` when somebody gave it. */
  readonly date: string | null;
}

/** Reads a descriptor's JSON, already parsed; `null` when it describes no contract or no function. Never throws. */
export function readDescriptor(value: unknown): Descriptor | null {
  const context = part(value, 'context');
  const contract = part(context, 'contract') ?? part(context, 'eip712');
  const formats = part(part(value, 'display'), 'formats');
  const deployments = list(part(contract, 'deployments')).flatMap(deployment);
  if (typeof formats !== 'object' || formats === null || deployments.length === 0) return null;
  const intents = new Map<string, string>();
  for (const [key, format] of Object.entries(formats).slice(0, MOST_FORMATS)) {
    const intent = intentIn(part(format, 'intent'));
    const name = part(context, 'eip712') === undefined ? selectorIn(key) : primaryTypeIn(key);
    if (intent !== null && name !== null && !intents.has(name)) intents.set(name, intent);
  }
  const owner = part(part(value, 'metadata'), 'owner');
  return intents.size === 0
    ? null
    : { deployments, intents, owner: typeof owner === 'string' ? owner.slice(0, LONGEST_INTENT) : null, date: null };
}

/** The same action, with the hint beside what nobody could read. What was read needs none: it comes back as it is. */
export function withIntent(
  action: Action,
  descriptors: readonly Descriptor[],
  chainId: number | null,
  typed: TypedData | null,
): Action {
  if (action.kind === 'batch') {
    return { ...action, actions: action.actions.map((one) => withIntent(one, descriptors, chainId, typed)) };
  }
  if (action.kind === 'call' && action.selector !== null) {
    const intent = intentFor(descriptors, chainId, action.to, action.selector);
    return intent === null ? action : { ...action, intent };
  }
  if (action.kind !== 'opaque' || action.domain === null || typed === null) return action;
  const intent = intentFor(descriptors, chainId, action.domain.verifyingContract, typed.primaryType);
  return intent === null ? action : { ...action, intent };
}

function intentFor(
  descriptors: readonly Descriptor[],
  chainId: number | null,
  address: Address | null,
  name: string,
): Intent | null {
  for (const { deployments, intents, owner, date } of descriptors) {
    const text = intents.get(name);
    if (text === undefined) continue;
    if (deployments.some((one) => one.chainId === chainId && one.address === address)) return { text, owner, date };
  }
  return null;
}

function deployment(value: unknown): Descriptor['deployments'] {
  const chainId = readInteger(part(value, 'chainId'));
  const address = readAddress(part(value, 'address'));
  if (chainId === null || address === null || chainId > BigInt(Number.MAX_SAFE_INTEGER)) return [];
  return [{ chainId: Number(chainId), address }];
}

/** A text, or a list of labels and texts. */
function intentIn(value: unknown): string | null {
  const text = typeof value === 'string' ? value : flat(value);
  return text === '' ? null : text.slice(0, LONGEST_INTENT);
}

function flat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .filter((text) => typeof text === 'string')
    .join(', ');
}

/** Keys are signatures with or without names of arguments, or selectors. */
function selectorIn(key: string): string | null {
  if (/^0x[0-9a-f]{8}$/iu.test(key)) return key.toLowerCase();
  if (key.length > LONGEST_KEY || !key.includes('(')) return null;
  try {
    return toFunctionSelector(`function ${key}`);
  } catch {
    // A key that is no signature names no function.
    return null;
  }
}

/** `Permit`, or the whole `Permit(address owner,...)`. */
function primaryTypeIn(key: string): string | null {
  const name = key.split('(')[0] ?? '';
  return name === '' || name.length > LONGEST_KEY ? null : name;
}

function part(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_DEPLOYMENTS) : [];
}

const MOST_FORMATS = 500;
const MOST_DEPLOYMENTS = 1000;
const LONGEST_INTENT = 120;
const LONGEST_KEY = 2000;
