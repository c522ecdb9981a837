import type { Report } from '../../src/check.ts';
import type { Action, Asset } from '../../src/decode/Action.ts';
import { fitted, StoredKinds } from '../protocol/stored.ts';
import { counterpartiesOf } from './history.ts';
import type { StorageArea } from './store.ts';

/** A routine request that takes more than this share of a holding always opens the window (warnings.md, rule 1). */
const LARGE_SHARE = 0.1;
const MAX_KINDS = 1_000;
const MAX_PARTIES = 200;
const KEY = 'kinds';
const UNLIMITED = 'unlimited';

export interface QuietBook {
  /** True when this is a routine repeat: same kind, nobody new, no larger allowance, no large share. */
  isRepeat(report: Report): boolean;
  remember(report: Report): Promise<void>;
  /** Every kind of request opens the window again. */
  clear(): Promise<void>;
}

export async function openQuietBook(local: StorageArea, now: () => number): Promise<QuietBook> {
  let kinds: StoredKinds = fitted(StoredKinds, (await local.get(KEY))[KEY], {});
  return {
    isRepeat(report) {
      const key = kindOfRequest(report);
      const known = key === null || !Object.hasOwn(kinds, key) ? undefined : kinds[key];
      return known !== undefined && isRoutineRepeat(report, known);
    },
    async remember(report) {
      const key = kindOfRequest(report);
      if (key === null) return;
      const known = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
      const parties = [...new Set([...counterpartiesOf(report), ...(known?.parties ?? [])])].slice(0, MAX_PARTIES);
      const limits = { ...known?.limits, ...limitsOf(report) };
      const entries = Object.entries({ ...kinds, [key]: { at: now(), parties, limits } });
      const newest = entries.sort(([, a], [, b]) => b.at - a.at).slice(0, MAX_KINDS);
      kinds = Object.fromEntries(newest);
      await local.set({ [KEY]: kinds });
    },
    async clear() {
      kinds = {};
      await local.set({ [KEY]: kinds });
    },
  };
}

function isRoutineRepeat(report: Report, known: StoredKinds[string]): boolean {
  if (report.verdict.level !== 'routine' || report.verdict.friction !== 'none') return false;
  if (!counterpartiesOf(report).every((address) => known.parties.includes(address))) return false;
  for (const [what, limit] of Object.entries(limitsOf(report))) {
    const before = known.limits[what];
    if (before === undefined || isLarger(limit, before)) return false;
  }
  // A share that could not be computed may be a large one.
  return report.consequences.every(
    (one) => one.kind !== 'leaves' || one.amount === 0n || (one.share !== null && one.share <= LARGE_SHARE),
  );
}

/** Origin, target, and selector or primaryType; `null` for what is never quiet. */
export function kindOfRequest(report: Report): string | null {
  const { request } = report;
  const { ask } = request;
  if (request.origin === null) return null;
  const where = [request.origin, request.chainId ?? '', request.account ?? '', ask.kind];
  const what = ((): readonly (string | number)[] | null => {
    switch (ask.kind) {
      case 'transaction':
        return [ask.transaction.to ?? 'deploy', selectorOf(ask.transaction.data), targetOf(report.action)];
      case 'calls':
        return ask.calls.map((call) => `${call.to ?? 'deploy'}:${selectorOf(call.data)}`);
      case 'typedData':
        return [String(ask.typed.domain.verifyingContract ?? ''), ask.typed.primaryType];
      case 'message':
        // Each text is its own kind, a login is one by its domain.
        return report.action.kind === 'login' ? ['login', report.action.domain] : [ask.bytes];
      case 'chain':
        return [ask.add ? 'add' : 'switch', ask.chainId];
      case 'asset':
        return [ask.address];
      case 'permission':
        return ask.connect ? ['connect'] : null;
      default:
        return null;
    }
  })();
  return what === null ? null : [...where, ...what].join(' ').toLowerCase().slice(0, 1_000);
}

function targetOf(action: Action): string {
  return action.kind === 'transfer' ? action.to : '';
}

function selectorOf(data: string): string {
  return data.slice(0, 10);
}

/** Allowances this request would leave behind, by what and to whom. */
function limitsOf(report: Report): Record<string, string> {
  const limits: Record<string, string> = {};
  for (const one of report.consequences) {
    if (one.kind !== 'grants' || one.revokes) continue;
    const over = one.over.type === 'collection' ? one.over.address : assetName(one.over);
    limits[`${over}>${one.to}`.toLowerCase()] = one.limit === 'unlimited' ? UNLIMITED : one.limit.toString();
  }
  return limits;
}

function assetName(asset: Asset): string {
  if (asset.type === 'native') return 'native';
  return asset.type === 'erc20' ? asset.address : `${asset.address}#${asset.id ?? ''}`;
}

function isLarger(limit: string, before: string): boolean {
  if (before === UNLIMITED) return false;
  return limit === UNLIMITED || BigInt(limit) > BigInt(before);
}
