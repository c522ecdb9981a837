import type { Lists } from '../lists/Lists.ts';
import { isLoopbackHost, splitHost } from '../text/domains.ts';
import { unicodeHost } from '../text/unicodeHost.ts';
import { askLists } from './askLists.ts';
import type { RegistryDapp, SearchableRegistry } from './Registry.ts';
import { chosen, counted, named, nobody, quoted, type Statement, statement } from './Statement.ts';
import { OWN_TABLES, sourceNamed } from './sources.ts';

/** What the lists and the registry say of a host name, most telling first, and what nobody knows. */
export function askSite(host: string, lists: Lists | null, registry: SearchableRegistry | null): Statement[] {
  if (isLoopbackHost(host)) return [statement('site.local', 'form')];
  const parts = splitHost(host);
  const listed = lists?.matchHost(host) ?? [];
  const dapp = registry?.dapp(host) ?? null;
  const isAccused = listed.some(({ kind }) => kind !== 'allow');
  const isDisputed = dapp !== null && isAccused;
  return [
    ...(isDisputed ? [statement('site.disputed', 'entry', { host: named(host), name: named(dapp.name) })] : []),
    ...askLists(lists, listed, 'site'),
    ...askDapps(host, registry, listed.length > 0),
    ...(parts.isHosting ? [statement('site.hosting', 'form', { platform: named(parts.suffix) })] : []),
    ...(unicodeHost(host) === host
      ? []
      : [statement('site.unicode', 'form', { host: named(host), shown: quoted(unicodeHost(host)) })]),
    ...(parts.isIp ? [statement('site.number', 'form')] : []),
    ...(parts.isIp || parts.hasKnownSuffix ? [] : [statement('site.ending', 'form', { ending: quoted(parts.suffix) })]),
    ...(isAccused
      ? [nobody('site.nobody.listed')]
      : dapp === null
        ? [nobody('site.nobody')]
        : [nobody('site.known.today', { name: named(dapp.name) })]),
    nobody('site.nobody.owner'),
  ];
}

function askDapps(host: string, registry: SearchableRegistry | null, isListed: boolean): Statement[] {
  if (registry === null) return [nobody('registry.none')];
  const dapp = registry.dapp(host);
  if (dapp !== null) {
    const facts = { host: named(host), domain: named(dapp.domain), name: named(dapp.name) };
    const sources = [sourceNamed(registry, dapp.source)];
    return [statement('site.known', 'entry', facts, { sources }), ...whatFor(dapp, registry)];
  }
  const own = [sourceNamed(registry, OWN_TABLES)];
  const twin = registry.lookalike(host);
  if (twin !== null) {
    const facts = { host: named(host), name: named(twin.name), domain: named(twin.domain), how: chosen(twin.how) };
    return [statement('site.lookalike', 'likeness', facts, { sources: own })];
  }
  const silent = statement('site.no-likeness', 'absent', {}, { sources: own });
  return isListed ? [silent] : [statement('site.unknown', 'absent', { host: named(host) }), silent];
}

/** What a known site is for, and which contracts name it as their home: the two-way link. */
function whatFor({ domain, name, kind }: RegistryDapp, registry: SearchableRegistry): Statement[] {
  const sources = [sourceNamed(registry, OWN_TABLES)];
  const names = (registry.contractsOf?.(ETHEREUM, domain) ?? []).map((contract) => contract.name);
  const contracts = [...new Set(names)];
  return [
    ...(kind === undefined || kind === 'unknown'
      ? []
      : [statement('site.kind', 'entry', { name: named(name), kind: chosen(kind) }, { sources })]),
    ...(contracts.length === 0
      ? []
      : [
          statement(
            'site.contracts',
            'entry',
            {
              name: named(name),
              count: counted(contracts.length),
              some: named(contracts.slice(0, NAMED_CONTRACTS).join(', ')),
              more: chosen(contracts.length > NAMED_CONTRACTS ? 'yes' : 'no'),
            },
            { sources },
          ),
        ]),
  ];
}

const ETHEREUM = 1;
const NAMED_CONTRACTS = 4;
