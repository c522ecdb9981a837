import { BadInputError } from '../../errors.ts';
import type { ListMatch } from '../../lists/Lists.ts';
import { readSubject } from '../../registry/subject.ts';
import type { Io } from '../Io.ts';
import { openQuestionPorts, readQuestion } from '../question.ts';
import { whoCommand } from './who.ts';

const USAGE = 'Say one of: lists match VALUE, lists explain VALUE. Options: [--chain ID] [--json]';
const LATER = ['init', 'build', 'sign', 'verify', 'diff', 'test', 'serve'];

/** `lists match | explain`: which lists name a site or address; and who, since when and why, in words. */
export async function listsCommand(args: readonly string[], io: Io): Promise<number> {
  const [action = '', ...rest] = args;
  if (action === 'explain') return whoCommand(rest, io);
  if (action === 'match') return match(rest, io);
  throw new BadInputError(LATER.includes(action) ? `lists ${action} comes with a later version. ${USAGE}` : USAGE);
}

async function match(args: readonly string[], io: Io): Promise<number> {
  const question = readQuestion('lists match', args);
  const { subject } = readSubject(question.value);
  if (subject.kind !== 'site' && subject.kind !== 'address') {
    throw new BadInputError('lists match: lists hold sites and addresses; give one of those, whole');
  }
  const { lists } = await openQuestionPorts(question);
  const matches =
    (subject.kind === 'site'
      ? lists?.matchHost(subject.host)
      : lists?.matchAddress(question.chainId ?? subject.chainId, subject.address)) ?? [];
  const value = subject.kind === 'site' ? subject.host : subject.address;
  io.stdout(question.json ? `${JSON.stringify({ value, matches: matches.map(row) })}\n` : text(value, matches));
  return 0;
}

function row({ value, kind, reason, added, source }: ListMatch): Record<string, unknown> {
  const { id, name, date, url, appeal } = source;
  return { list: id, name, value, kind, reason, added, listDate: date, url, appeal };
}

/** One line a match, columns parted by tabs: list, kind, entry, since when, date of the copy. */
function text(value: string, matches: readonly ListMatch[]): string {
  if (matches.length === 0) return `No list names ${value}.\n`;
  return matches
    .map(({ source, kind, value: entry, added }) =>
      [`${source.name}\t${kind}\t${entry}`, added ?? 'undated', `list of ${source.date}\n`].join('\t'),
    )
    .join('');
}
