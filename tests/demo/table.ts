import type { Walked } from './walkthrough.ts';

/** One request as a person reads it in the terminal. */
export function walkedText({ title, shown, picture, faults }: Walked): string {
  const lines = [
    `${faults.length === 0 ? 'ok  ' : 'BAD '} ${(shown?.level ?? 'quiet').toUpperCase().padEnd(8)} ${title}`,
  ];
  if (shown !== null) {
    lines.push(`       "${shown.headline}"`);
    const parts: [string, readonly string[]][] = [
      ['leaves', shown.leaves],
      ['arrives', shown.arrives],
      ['power', shown.power],
      ['because', shown.reasons],
    ];
    for (const [name, texts] of parts) for (const text of texts) lines.push(`       ${name}: ${text}`);
  }
  if (picture !== null) lines.push(`       picture: ${picture}`);
  for (const fault of faults) lines.push(`       wrong: ${fault}`);
  return lines.join('\n');
}
