import type { DetectorMeta } from '../../detectors/Detector.ts';
import type { Example } from './testExample.ts';

export interface Page {
  readonly meta: DetectorMeta;
  /** Sentences a person reads, `{who}` and the like standing for facts. */
  readonly says: readonly string[];
  readonly fires: Example | null;
  readonly quiet: Example | null;
}

export const MADE =
  'Made by src/cli/dev/detectorPages.ts from the detector itself. Change the detector, then make it again.';

/** Heading and text of each part, in the order a reader asks. */
export function partsOf({ meta }: Page): readonly (readonly [string, string])[] {
  return [
    ['What firing proves', meta.proves === 'statistical' ? 'Nothing: it only suspects.' : meta.proves],
    ['Honest requests that make it fire', meta.falsePositives],
    ['What it does not see', meta.blindSpots],
    ['How an honest dapp clears it', meta.clears],
  ];
}

export function asMarkdown(page: Page): string {
  const { meta, says, fires, quiet } = page;
  return [
    `# ${meta.title}`,
    `<!-- ${MADE} -->`,
    `\`${meta.id}\` · attack family ${meta.family} · at most ${meta.severity}`,
    ...partsOf(page).map(([heading, text]) => `## ${heading}\n\n${text}`),
    `## What a person reads\n\n${says.map((text) => `- ${text}`).join('\n')}`,
    ...example('An example that fires', fires),
    ...example('An example that stays quiet', quiet),
    `## Where to read more\n\n${meta.references.map((link) => `- <${link}>`).join('\n')}`,
    `[Source](../${meta.id}.ts) · [Tests](../${meta.id}.test.ts) · [All detectors](README.md)`,
  ]
    .join('\n\n')
    .concat('\n');
}

export function indexMarkdown(pages: readonly Page[]): string {
  const rows = pages.map(
    ({ meta }) => `| [${meta.id}](${meta.id}.md) | ${meta.family} | ${meta.severity} | ${meta.title} |`,
  );
  const head = '| detector | family | at most | finds |\n|---|---|---|---|';
  return `# Detectors\n\n<!-- ${MADE} -->\n\nWhat matters most comes first.\n\n${head}\n${rows.join('\n')}\n`;
}

function example(heading: string, shown: Example | null): string[] {
  if (shown === null) return [];
  return [`## ${heading}\n\nFrom its tests: *${shown.title}*.\n\n\`\`\`ts\n${shown.code}\n\`\`\``];
}
