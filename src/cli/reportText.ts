import type { Report } from '../check.ts';
import type { Line } from '../explain/Explanation.ts';

/** The review window's words, as plain text for a terminal. */
export function reportText(report: Report): string {
  const { explanation, verdict } = report;
  const blocks = [
    `${verdict.level.toUpperCase()}  ${explanation.headline}`,
    block('Leaves', explanation.leaves),
    block('Arrives', explanation.arrives),
    block('Who gets power', [...explanation.grants, ...explanation.control, ...explanation.identity]),
    list(
      'Why',
      explanation.reasons.map((reason) => `${reason.text}${sourcesText(reason.sources)}  [${reason.detector}]`),
    ),
    list('Not known', explanation.unknowns),
    explanation.description ?? '',
    explanation.quote === null ? '' : `The page's own words:\n  “${explanation.quote}”`,
    explanation.advice,
    list(
      'Checks that failed',
      verdict.coverage.failed.map(({ step, why }) => `${step}: ${why}`),
    ),
    list(
      'Checks not run',
      verdict.coverage.skipped.map(({ step, why }) => `${step}: ${why}`),
    ),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function block(title: string, lines: readonly Line[]): string {
  return list(
    title,
    lines.map((line) => `${line.text} (${line.how})${line.address === null ? '' : `\n    ${line.address}`}`),
  );
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function sourcesText(sources: Report['explanation']['reasons'][number]['sources']): string {
  if (sources.length === 0) return '';
  return ` (${sources.map(({ name, date }) => (date === undefined ? name : `${name}, ${date}`)).join('; ')})`;
}
