import type { WhoAnswer, WhoLine } from '../explain/WhoAnswer.ts';

/** An answer's words, as plain text for a terminal. */
export function answerText({ headline, says, unknowns, address }: WhoAnswer): string {
  const [lead, ...rest] = says;
  const blocks = [
    [
      headline,
      ...(lead === undefined ? [] : under(lead)),
      ...(address === null ? [] : [`    asked about: ${address}`]),
    ].join('\n'),
    list(
      'What else the sources say',
      rest.map((line) => [line.text, ...under(line)].join('\n')),
    ),
    list('What nobody here knows', unknowns),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** The address a line is about, how its source knows, and which it is. */
function under({ sure, address, sources }: WhoLine): string[] {
  const named = sources.map(({ name, date }) => (date === undefined ? name : `${name}, ${date}`));
  const ground = [named.join('; '), sure].filter(Boolean).join(': ');
  return [...(address === null ? [] : [`    ${address}`]), ...(ground === '' ? [] : [`    ${ground}`])];
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  - ${line}`).join('\n')}`;
}
