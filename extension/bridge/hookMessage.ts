import { addressOf, chainIdOf } from './walletFacts.ts';

/** What may come over the hook's port. In a dirty document anybody may hold it: it asks, and decides nothing. */
export type HookMessage =
  | {
      readonly t: 'ask';
      readonly id: string;
      readonly method: string;
      readonly paramsText: string;
      readonly chainId: number | null;
      readonly account: string | null;
      readonly rdns: string | null;
      readonly name: string | null;
    }
  | {
      readonly t: 'wallet';
      readonly n: number;
      readonly rdns: string | null;
      readonly name: string | null;
      /** Some wallet stood in the page before the hook. */
      readonly first: boolean;
      /** This very one did. */
      readonly early: boolean;
    };

const MAX_METHOD = 256;
const MAX_PARAMS_TEXT = 4_000_000;
const MAX_RDNS = 253;
const MAX_NAME = 100;

/** `null` for anything that is not exactly one of ours. */
export function readHookMessage(raw: unknown): HookMessage | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const from = raw as Record<string, unknown>;
  const rdns = text(from.rdns, MAX_RDNS);
  const name = text(from.name, MAX_NAME);
  if (from.t === 'wallet') {
    const { n, first, early } = from;
    return typeof n === 'number' ? { t: 'wallet', n, rdns, name, first: first === true, early: early === true } : null;
  }
  const id = from.id;
  const method = from.method;
  const paramsText = from.paramsText;
  if (from.t !== 'ask' || typeof id !== 'string' || !/^[0-9a-f]{32}$/u.test(id)) return null;
  if (typeof method !== 'string' || method.length > MAX_METHOD) return null;
  if (typeof paramsText !== 'string' || paramsText.length > MAX_PARAMS_TEXT) return null;
  const chainId = chainIdOf(from.chainId);
  return { t: 'ask', id, method, paramsText, chainId, account: addressOf(from.account), rdns, name };
}

function text(value: unknown, length: number): string | null {
  return typeof value === 'string' ? value.slice(0, length) : null;
}
