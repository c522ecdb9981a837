import type { Report } from '../../src/check.ts';
import { hostOf, splitHost } from '../../src/text/domains.ts';
import { fitted, StoredHistory, StoredRecent } from '../protocol/stored.ts';
import type { RecentView } from '../protocol/views.ts';
import type { StorageArea } from './store.ts';

const HISTORY = 'history';
const RECENT = 'recent';
const MAX_COUNTERPARTIES = 500;
const MAX_ACCOUNTS = 32;
/** A page says which account it deals with, so one page's word makes no account the person's own: two sites' do. */
const SITES_FOR_OWN = 2;
const MAX_RECENT = 50;
const MAX_HEADLINE = 200;
const NOTHING: StoredHistory = { counterparties: [], ownAccounts: [] };

export interface HistoryBook {
  current(): StoredHistory;
  recent(): readonly RecentView[];
  /** After Continue: whom the request dealt with, and the account it was made with. */
  remember(report: Report): Promise<void>;
  add(entry: RecentView): Promise<void>;
  clear(): Promise<void>;
}

/** Kept on this computer alone; nothing of a private window enters it. */
export async function openHistory(local: StorageArea): Promise<HistoryBook> {
  const stored = await local.get(null);
  let history: StoredHistory = fitted(StoredHistory, stored[HISTORY], NOTHING);
  let recent: readonly RecentView[] = fitted(StoredRecent, stored[RECENT], []);
  return {
    current: () => history,
    recent: () => recent,
    async remember(report) {
      history = {
        counterparties: newestFirst(counterpartiesOf(report), history.counterparties, MAX_COUNTERPARTIES),
        ...accountsAfter(report, history),
      };
      await local.set({ [HISTORY]: history });
    },
    async add(entry) {
      recent = [{ ...entry, headline: entry.headline.slice(0, MAX_HEADLINE) }, ...recent].slice(0, MAX_RECENT);
      await local.set({ [RECENT]: recent });
    },
    async clear() {
      history = NOTHING;
      recent = [];
      await local.set({ [HISTORY]: history, [RECENT]: recent });
    },
  };
}

/** An account becomes the person's own when they went on with it on several sites; a doubtful request is no witness. */
function accountsAfter(
  { request, verdict }: Report,
  { ownAccounts, accountSites = {} }: StoredHistory,
): Pick<StoredHistory, 'ownAccounts' | 'accountSites'> {
  const account = request.account?.toLowerCase();
  const host = hostOf(request.origin);
  if (account === undefined || host === null || request.contradicted.length > 0 || verdict.level === 'danger') {
    return { ownAccounts, accountSites };
  }
  if (ownAccounts.includes(account)) {
    return { ownAccounts: newestFirst([account], ownAccounts, MAX_ACCOUNTS), accountSites };
  }
  const sites = [...new Set([...(accountSites[account] ?? []), splitHost(host).registrable ?? host])];
  const { [account]: _known, ...others } = accountSites;
  if (sites.length >= SITES_FOR_OWN) {
    return { ownAccounts: newestFirst([account], ownAccounts, MAX_ACCOUNTS), accountSites: others };
  }
  const kept = Object.entries(others).slice(0, MAX_ACCOUNTS - 1);
  return { ownAccounts, accountSites: Object.fromEntries([[account, sites], ...kept]) };
}

/** Recipients and spenders of the user's own assets and powers, lower case. */
export function counterpartiesOf(report: Report): string[] {
  const addresses = report.consequences.flatMap((consequence) => {
    if (consequence.kind === 'leaves') return consequence.to === null ? [] : [consequence.to];
    if (consequence.kind === 'grants') return consequence.revokes ? [] : [consequence.to];
    return consequence.kind === 'control' ? [consequence.to] : [];
  });
  return [...new Set(addresses.map((address) => address.toLowerCase()))];
}

function newestFirst(fresh: readonly string[], old: readonly string[], limit: number): string[] {
  return [...new Set([...fresh, ...old])].slice(0, limit);
}
