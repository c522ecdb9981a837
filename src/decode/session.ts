import type { Address } from 'viem';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { readAddress, readInteger } from '../text/hex.ts';
import type { Action, Amount, Budget, Until } from './Action.ts';

/**
 * Session keys: ERC-7715 in its first form (`permissions: [{ type, data }]`, `signer`), its second (`permission`, `to`,
 * `rules`), and the form of Porto (`permissions: { calls, spend }`, `key`). `null` when the request holds none of them.
 * A type nobody here knows stays opaque beside what could be read.
 */
export function decodeSession(request: SigningRequest): Action | null {
  if (!SESSION_METHODS.has(request.method)) return null;
  const asked = entriesOf(request.paramsText);
  const actions = asked.flatMap((entry) => readEntry(entry, request));
  if (asked.length === 0 || actions.length === 0) return null;
  return { kind: 'batch', wrapper: request.method, to: null, valueWei: 0n, actions };
}

const SESSION_METHODS: ReadonlySet<string> = new Set(['wallet_grantPermissions', 'wallet_requestExecutionPermissions']);
const MOST_PERMISSIONS = 64;

type Fields = Readonly<Record<string, unknown>>;

function entriesOf(paramsText: string): Fields[] {
  let params: unknown;
  try {
    params = JSON.parse(paramsText);
  } catch {
    return [];
  }
  return Array.isArray(params) ? params.flat().filter(isFields).slice(0, MOST_PERMISSIONS) : [];
}

/** Who gets it, and until when: what all permissions of one entry share. */
interface Terms {
  readonly key: Address | null;
  readonly until: Until;
  readonly account: Address | null;
  /** True when the account is not the one that is connected. */
  readonly isOther: boolean;
}

function readEntry(entry: Fields, request: SigningRequest): Action[] {
  const chainId = readInteger(entry.chainId);
  const until = endOf(entry);
  const account = readAddress(entry.address ?? entry.from) ?? request.account;
  const terms = { key: keyOf(entry), until, account, isOther: account !== request.account };
  const read = permissionsOf(entry).flatMap((permission) => readPermission(permission, terms));
  // On another network nobody here knows what the account holds.
  return chainId !== null && request.chainId !== null && chainId !== BigInt(request.chainId)
    ? [...read, unknown('another network')]
    : read;
}

/** ERC-7715's lists of permissions, or Porto's two lists as if they were such. */
function permissionsOf({ permission, permissions }: Fields): Fields[] {
  if (isFields(permission)) return [permission];
  if (Array.isArray(permissions)) return permissions.filter(isFields).slice(0, MOST_PERMISSIONS);
  if (!isFields(permissions)) return [];
  const calls = listOf(permissions.calls).map((one) => ({
    type: 'contract-call',
    data: { address: one.to, functions: one.signature === undefined ? undefined : [one.signature] },
  }));
  const spend = listOf(permissions.spend).map(({ token, limit, period }) => ({
    type: readAddress(token) === null ? 'native-token-periodic' : 'erc20-token-periodic',
    data: { tokenAddress: token, periodAmount: limit, periodDuration: period ?? 'none' },
  }));
  return [...calls, ...spend].slice(0, MOST_PERMISSIONS);
}

/** Meters of other permissions: alone they allow nothing. */
const METERS: ReadonlySet<string> = new Set(['gas-limit', 'rate-limit', 'call-limit', 'expiry']);
/** Everything the account can do. */
const EVERYTHING: ReadonlySet<string> = new Set(['sudo', 'any', 'full-access']);
/** MetaMask: the key may only take allowances back. */
const REVOKING: ReadonlySet<string> = new Set(['erc20-token-revocation', 'token-approval-revocation']);

function readPermission(permission: Fields, terms: Terms): Action[] {
  const type = typeof permission.type === 'string' ? permission.type : '';
  const data = isFields(permission.data) ? permission.data : {};
  if (METERS.has(type) || REVOKING.has(type)) return [];
  if (EVERYTHING.has(type) && terms.account !== null) {
    return [{ kind: 'ownership', of: terms.account, to: terms.key ?? NO_ADDRESS, functionName: type }];
  }
  const token = readAddress(data.tokenAddress ?? data.address ?? data.token ?? data.contractAddress);
  if (type === 'contract-call') {
    if (token === null) return [unknown(type)];
    return [{ kind: 'session', key: terms.key, target: token, functions: functionsOf(data), until: terms.until }];
  }
  if ((type.startsWith('erc721-') || type.startsWith('erc1155-')) && token !== null) {
    return [{ kind: 'operatorApproval', collection: token, operator: terms.key ?? NO_ADDRESS, approved: true }];
  }
  const native = type.startsWith('native-token-');
  if (!native && !(type.startsWith('erc20-') && token !== null)) return [unknown(type)];
  const asset = native || token === null ? ({ type: 'native' } as const) : ({ type: 'erc20', address: token } as const);
  const { amount, budget } = budgetOf(data);
  const { key, until } = terms;
  const base = { kind: 'allowance', asset, spender: key ?? NO_ADDRESS, change: 'set' } as const;
  const of = terms.isOther && terms.account !== null ? { by: terms.account } : {};
  return [{ ...base, amount, revokes: amount === 0n, until, budget, ...of }];
}

/** `initialAmount`, `amountPerSecond`, `maxAmount`; `periodAmount`, `periodDuration`; `allowance` with or without `period`. */
function budgetOf(data: Fields): { amount: Amount; budget: Budget } {
  const perSecond = readInteger(data.amountPerSecond);
  if (perSecond !== null) {
    const every = { amount: amountOf(perSecond < 0n ? null : perSecond * DAY_SECONDS), seconds: DAY_SECONDS };
    const written = readInteger(data.initialAmount) ?? 0n;
    const initial = written < 0n ? 0n : written;
    return { amount: amountOf(readInteger(data.maxAmount)), budget: { initial, every } };
  }
  const each = amountOf(
    readInteger(data.periodAmount ?? data.allowanceAmount ?? data.allowance ?? data.amount ?? data.limit),
  );
  const period = data.periodDuration ?? data.period;
  if (period === undefined) return { amount: each, budget: { initial: 0n, every: null } };
  const seconds = readInteger(PERIODS.get(String(period)) ?? period);
  const every = seconds === null || seconds <= 0n ? null : { amount: each, seconds };
  // A period nobody can read ends nothing.
  return { amount: 'unlimited', budget: { initial: 0n, every } };
}

/** No limit where none is written. */
function amountOf(value: bigint | null): Amount {
  return value === null || value < 0n || value >= NO_LIMIT_FROM ? 'unlimited' : value;
}

function functionsOf(data: Fields): string[] | null {
  const { calls, functions, functionName, selectors } = data;
  const listed = [calls, functions, selectors].find(Array.isArray);
  const named = (listed ?? []).flatMap((one: unknown) => {
    const text = isFields(one) ? (one.functionName ?? one.name ?? one.signature ?? one.selector) : one;
    return typeof text === 'string' ? [text.slice(0, LONGEST_NAME)] : [];
  });
  if (typeof functionName === 'string') named.push(functionName.slice(0, LONGEST_NAME));
  return named.length === 0 || named.includes('*') ? null : named.slice(0, MOST_PERMISSIONS);
}

function keyOf({ to, signer, key }: Fields): Address | null {
  const direct = readAddress(to);
  if (direct !== null) return direct;
  const holder = isFields(signer) ? signer : isFields(key) ? key : {};
  const data = isFields(holder.data) ? holder.data : holder;
  return readAddress(data.address ?? data.id ?? data.publicKey);
}

/** Unix seconds; some write milliseconds. The last of several ends, so that nothing seems shorter than it is. */
function endOf(entry: Fields): Until {
  const permission = isFields(entry.permission) ? entry.permission : {};
  const rules = [...listOf(entry.rules), ...listOf(permission.rules)].filter(({ type }) => type === 'expiry');
  const written = [entry.expiry, ...rules.map(({ data }) => (isFields(data) ? data.timestamp : undefined))];
  const ends = written.flatMap((one) => readInteger(one) ?? []).filter((end) => end > 0n);
  const last = ends.sort((a, b) => (a < b ? -1 : 1)).at(-1) ?? 0n;
  if (last === 0n) return 'revoked';
  return last >= MILLISECONDS_FROM ? last / 1000n : last;
}

function unknown(type: string): Action {
  return { kind: 'opaque', what: 'grant', label: type.slice(0, LONGEST_NAME), domain: null };
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields).slice(0, MOST_PERMISSIONS) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DAY_SECONDS = 86_400n;
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 7 * 86_400],
  ['month', 30 * 86_400],
  ['year', 365 * 86_400],
]);
const NO_LIMIT_FROM = 1n << 255n;
/** The year 5138 in seconds, the year 1973 in milliseconds. */
const MILLISECONDS_FROM = 100_000_000_000n;
const LONGEST_NAME = 200;
/** A key that is no Ethereum key (P-256, WebAuthn) has no address. */
const NO_ADDRESS: Address = '0x0000000000000000000000000000000000000000';
