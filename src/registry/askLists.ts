import type { ListMatch, ListSource, Lists } from '../lists/Lists.ts';
import {
  chosen,
  counted,
  dated,
  named,
  nobody,
  quoted,
  type Statement,
  type StatementSource,
  statement,
} from './Statement.ts';

/** What the scam lists say of a site or an address: who names it, as what, since when, why, and where to appeal. */
export function askLists(lists: Lists | null, matches: readonly ListMatch[], about: 'site' | 'address'): Statement[] {
  if (lists === null) return [nobody('list.none')];
  const against = matches.filter(({ kind }) => kind !== 'allow');
  const silent = lists.sources.filter(({ id }) => !matches.some(({ source }) => source.id === id));
  return [
    ...against.flatMap((match) => entry(match, about)),
    ...matches
      .filter(({ kind }) => kind === 'allow')
      .map((match) =>
        statement(`${about}.allowed`, 'entry', listFacts(match), { sources: [listSource(match.source)] }),
      ),
    ...silent.map((source) =>
      statement(
        `${about}.absent`,
        'absent',
        { list: named(source.name), count: counted(source.entries) },
        { sources: [listSource(source)] },
      ),
    ),
  ];
}

function entry(match: ListMatch, about: 'site' | 'address'): Statement[] {
  const { source, kind, reason, added } = match;
  const sources = [listSource(source)];
  const facts = {
    ...listFacts(match),
    kind: chosen(kind),
    dated: chosen(added === null ? 'no' : 'yes'),
    ...(added === null ? {} : { since: dated(added) }),
  };
  return [
    statement(`${about}.listed`, 'entry', facts, { sources }),
    ...(reason === null
      ? []
      : [statement('list.reason', 'entry', { list: named(source.name), reason: quoted(reason) }, { sources })]),
    ...(added === null ? [nobody('list.undated', { list: named(source.name), date: dated(source.date) })] : []),
    ...(source.appeal === null
      ? []
      : [
          statement(
            'list.appeal',
            'entry',
            { list: named(source.name), url: named(source.appeal) },
            { sources: [{ name: source.name, url: source.appeal }] },
          ),
        ]),
  ];
}

function listFacts({ value, source }: ListMatch): Statement['facts'] {
  return { list: named(source.name), value: named(value) };
}

function listSource({ name, date, url }: ListSource): StatementSource {
  return { name, date, ...(url === null ? {} : { url }) };
}
