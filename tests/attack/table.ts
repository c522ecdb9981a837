import type { Row } from './suite.ts';

/** What one row means. */
export type Finding = 'stopped' | 'reached' | 'known gap' | 'no control';

export function findingOf({ attack, without, guarded }: Row): Finding {
  if (without.reached.length < (attack.arrivals ?? 1)) return 'no control';
  if (guarded.reached.length === 0) return 'stopped';
  return attack.known === undefined ? 'reached' : 'known gap';
}

/** True when the promise is broken: something reached a gated wallet, or an attack proved nothing. */
export function isFailure(row: Row): boolean {
  const finding = findingOf(row);
  return finding === 'no control' || (finding === 'reached' && row.configuration.gated);
}

/** One line per attack and configuration, then the figures. */
export function writeTable(rows: readonly Row[]): string {
  const lines = [columns('attack', 'entry', 'without', 'with', 'what became of it')];
  for (const configuration of new Set(rows.map((row) => row.configuration))) {
    const own = rows.filter((row) => row.configuration === configuration);
    lines.push('', `${configuration.name}${configuration.gated ? '' : ' (not gated: this wallet loads before us)'}`);
    for (const row of [...own].sort((a, b) => (a.attack.name < b.attack.name ? -1 : 1))) lines.push(lineOf(row));
    lines.push(`  ${figures(own)}`);
  }
  return lines.join('\n');
}

/** Generated attacks, by entry: the pages that were stopped of those played, and each that was not. */
export function writeMatrix(rows: readonly Row[], casesPerPage: number): string {
  const entries = [...new Set(rows.map(({ attack }) => attack.entry))];
  const lines = entries.map((entry) => {
    const own = rows.filter(({ attack }) => attack.entry === entry);
    const stopped = own.filter((row) => findingOf(row) === 'stopped').length;
    return `  ${entry.padEnd(36)} ${stopped} of ${own.length} pages stopped`;
  });
  const others = rows.filter((row) => findingOf(row) !== 'stopped').map(lineOf);
  return [`generated: ${rows.length} pages, ${rows.length * casesPerPage} cases`, ...lines, ...others].join('\n');
}

export function figures(rows: readonly Row[]): string {
  const count = (finding: Finding): number => rows.filter((row) => findingOf(row) === finding).length;
  const shown = rows.filter(({ guarded }) => guarded.asked).length;
  return (
    `${rows.length} attacks: ${count('reached')} reached the wallet, ${count('stopped')} stopped ` +
    `(${shown} of all were shown for review), ${count('known gap')} known gaps, ${count('no control')} without a control`
  );
}

function lineOf(row: Row): string {
  const { attack, without, guarded } = row;
  const finding = findingOf(row);
  const fate = finding === 'stopped' ? (guarded.asked ? 'shown for review' : 'stopped') : finding.toUpperCase();
  const trouble = guarded.trouble === null ? '' : ` (${guarded.trouble})`;
  return columns(attack.name, attack.entry, said(without), said(guarded), fate + trouble);
}

function said({ reached }: Row['without']): string {
  return reached.length === 0 ? '-' : `reached ${reached.length}`;
}

function columns(...[name, entry, without, guarded, fate]: [string, string, string, string, string]): string {
  return `  ${name.padEnd(30)} ${entry.padEnd(48)} ${without.padEnd(12)} ${guarded.padEnd(12)} ${fate}`;
}
