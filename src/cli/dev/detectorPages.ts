import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DETECTORS } from '../../detectors/index.ts';
import en from '../../explain/messages/en.json' with { type: 'json' };
import { asHtml } from './pageHtml.ts';
import { asMarkdown, indexMarkdown, type Page } from './pageMarkdown.ts';
import { exampleOf } from './testExample.ts';

/**
 * One page for each detector, made from its meta, its sentences and its own test: `src/detectors/docs/<id>.md`, and all of
 * them in `public/detectors.html`, which the review window can open without asking anybody on the network.
 *
 * `node --import tsx src/cli/dev/detectorPages.ts` writes them; tests/shape/detector-pages.test.ts holds them to it.
 */

const ROOT = new URL('../../../', import.meta.url);
const DOCS = 'src/detectors/docs/';

/** Path from the root -> text. */
export function detectorPages(): ReadonlyMap<string, string> {
  const pages = DETECTORS.map(({ meta }): Page => {
    const test = readFileSync(new URL(`src/detectors/${meta.id}.test.ts`, ROOT), 'utf8');
    return { meta, says: sentencesOf(meta.id), fires: exampleOf(test, 'fires'), quiet: exampleOf(test, 'quiet') };
  });
  return new Map([
    ...pages.map((page) => [`${DOCS}${page.meta.id}.md`, asMarkdown(page)] as const),
    [`${DOCS}README.md`, indexMarkdown(pages)],
    ['public/detectors.html', asHtml(pages)],
  ]);
}

/** What a person reads when it fires, each variant. */
function sentencesOf(id: string): string[] {
  return Object.entries(en)
    .filter(([name]) => name === `reason.${id}` || name.startsWith(`reason.${id}.`))
    .map(([, text]) => text);
}

function main(): void {
  const pages = detectorPages();
  const folder = new URL(DOCS, ROOT);
  mkdirSync(folder, { recursive: true });
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!pages.has(`${DOCS}${name}`)) rmSync(new URL(name, folder));
  }
  for (const [path, text] of pages) writeFileSync(new URL(path, ROOT), text);
  process.stdout.write(`${pages.size} files\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
