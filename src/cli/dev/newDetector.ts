import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BadInputError } from '../../errors.ts';
import { camel, detectorSource, detectorTest } from './detectorTemplate.ts';

/**
 * `npm run new:detector -- <id>`: a detector, its test, its place in the index and its sentence, all of which pass the
 * repository's own checks; then it is yours to make true.
 */

const ROOT = new URL('../../../', import.meta.url);
const INDEX = 'src/detectors/index.ts';
const WORDS = 'src/explain/messages/en.json';

/** Paths and texts of everything the new detector touches. @throws BadInputError */
export function scaffold(id: string, read: (path: string) => string | null): ReadonlyMap<string, string> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id)) {
    throw new BadInputError(`"${id}" is no detector id: write lower-case words with hyphens, such as order-root.`);
  }
  const source = `src/detectors/${id}.ts`;
  if (read(source) !== null) throw new BadInputError(`There is a detector "${id}" already: choose another id.`);
  return new Map([
    [source, detectorSource(id)],
    [`src/detectors/${id}.test.ts`, detectorTest(id)],
    [INDEX, withEntry(read(INDEX) ?? '', id)],
    [WORDS, withWords(read(WORDS) ?? '', id)],
  ]);
}

/** Imports stay sorted by path, as the linter wants them; the entry goes last, for order is weight and it has none yet. */
function withEntry(index: string, id: string): string {
  const line = `import { ${camel(id)} } from './${id}.ts';`;
  const lines = index.split('\n');
  const end = lines.lastIndexOf('];');
  if (end < 0) throw new BadInputError(`${INDEX} has no list of detectors: has it moved?`);
  lines.splice(end, 0, `  ${camel(id)},`);
  const isLater = (text: string) => /^import .* from '\.\/[a-z0-9-]+\.ts';$/u.test(text) && pathIn(text) > `./${id}.ts`;
  const at = lines.findIndex(isLater);
  const last = lines.findLastIndex((text) => text.startsWith('import '));
  lines.splice(at < 0 ? last + 1 : at, 0, line);
  return lines.join('\n');
}

function pathIn(line: string): string {
  return /'(.*)'/u.exec(line)?.[1] ?? '';
}

/** After the last reason, in the file's own order. */
function withWords(words: string, id: string): string {
  const lines = words.split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('  "reason.'));
  const before = lines[last];
  if (before === undefined) throw new BadInputError(`${WORDS} has no reasons: has it moved?`);
  const ends = before.endsWith(',');
  lines[last] = ends ? before : `${before},`;
  lines.splice(last + 1, 0, `  "reason.${id}": "Say what was found, and about {who}."${ends ? ',' : ''}`);
  return lines.join('\n');
}

function main(id: string | undefined): void {
  if (id === undefined) throw new BadInputError('Say which: npm run new:detector -- <id>');
  const at = (path: string) => new URL(path, ROOT);
  const files = scaffold(id, (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : null));
  for (const [path, text] of files) {
    writeFileSync(at(path), text);
    process.stdout.write(`${path}\n`);
  }
  process.stdout.write('Next: make it true, then node --import tsx src/cli/dev/detectorPages.ts for its page.\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv[2]);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
