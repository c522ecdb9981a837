import type { Stance, Statement, StatementFact } from '../registry/Statement.ts';
import type { Subject } from '../registry/subject.ts';
import { type MessageArguments, say, spokenLanguage } from './messages.ts';
import { quotePhrase } from './quote.ts';
import type { WhoAnswer, WhoLine } from './WhoAnswer.ts';

/** The statements on one subject, in words: the most telling one leads, what nobody knows stands apart. */
export function answerIn(
  wanted: string,
  { subject, statements }: { readonly subject: Subject; readonly statements: readonly Statement[] },
): WhoAnswer {
  const language = spokenLanguage(wanted);
  const known = statements.filter(({ sure }) => sure !== 'nobody');
  const lead = leading(known);
  const rest = known.filter((one) => one !== lead);
  const ordered = [
    ...(lead === null ? [] : [lead]),
    ...rest.filter(({ id }) => !REMARKS.has(id)),
    ...rest.filter(({ id }) => REMARKS.has(id)),
  ];
  const unknowns = statements.filter(({ sure }) => sure === 'nobody').map((one) => textOf(one, language));
  const says = once(ordered.map((one) => lineOf(one, language)));
  const pointed = known.find(({ id }) => id === 'ens.address')?.address ?? null;
  return {
    kind: KINDS[subject.kind],
    subject: subjectText(subject),
    address: subject.kind === 'address' ? subject.address : pointed,
    stance: stanceOf(known),
    headline: says[0]?.text ?? say('ask.none', {}, language),
    says,
    unknowns: [...new Set(unknowns)],
    language,
  };
}

const KINDS: Readonly<Record<Subject['kind'], WhoAnswer['kind']>> = {
  ...{ site: 'site', address: 'address', ends: 'address', ens: 'ens', name: 'token', nothing: 'unreadable' },
};

/** A warning before a name, a name before an open question; in each the collectors' own order. */
function leading(known: readonly Statement[]): Statement | null {
  const first = (stance: Stance) => known.find((one) => one.stance === stance);
  return (
    first('warns') ?? first('names') ?? known.find(({ id }) => !REMARKS.has(id) && !SILENCE.has(id)) ?? known[0] ?? null
  );
}

/** True of the text that was pasted, not of what it asks about: said last. */
const REMARKS: ReadonlySet<string> = new Set(['form.cut', 'form.part']);
/** One list's silence is no headline. */
const SILENCE: ReadonlySet<string> = new Set(['site.absent', 'address.absent']);

/** The same token on several networks says the same of itself each time. */
function once(lines: readonly WhoLine[]): WhoLine[] {
  const seen = new Set<string>();
  return lines.filter(({ text, address }) => {
    const key = `${text} ${address ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function stanceOf(known: readonly Statement[]): WhoAnswer['stance'] {
  if (known.some(({ stance }) => stance === 'warns')) return 'warns';
  return known.some(({ stance }) => stance === 'names') ? 'named' : 'unknown';
}

function lineOf(one: Statement, language: string): WhoLine {
  return {
    id: one.id,
    text: textOf(one, language),
    basis: one.sure,
    sure: one.sure === 'absent' && one.sources.length === 0 ? '' : say('ask.sure', { sure: one.sure }, language),
    address: one.address,
    sources: one.sources,
  };
}

function textOf({ id, facts }: Statement, language: string): string {
  const args: MessageArguments = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, factText(fact, language)]),
  );
  return say(`ask.${id}`, args, language);
}

function factText(fact: StatementFact, language: string): string | number {
  switch (fact.type) {
    case 'quote':
      return quotePhrase(fact.value);
    case 'date':
      return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(fact.value));
    case 'name':
    case 'choice':
      return fact.value;
    case 'number':
      return fact.value;
  }
}

function subjectText(subject: Subject): string {
  switch (subject.kind) {
    case 'site':
      return subject.host;
    case 'address':
      return subject.address;
    case 'ends':
      return `0x${subject.head}…${subject.tail}`;
    case 'ens':
    case 'name':
      return quotePhrase(subject.name);
    case 'nothing':
      return '';
  }
}
