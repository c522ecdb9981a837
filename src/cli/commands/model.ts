import { domainToASCII, fileURLToPath } from 'node:url';
import { BadInputError, CountersignError } from '../../errors.ts';
import type { Io } from '../Io.ts';
import { linesOf } from '../lines.ts';
import { loadHostClassifier, loadHostModel, MODELS_FOLDER } from '../modelRuntime.ts';

const USAGE = 'Say one of: model hosts (one host a line on stdin), model card, model eval. Option: --models FOLDER.';
const LATER = ['commit', 'reveal', 'audit'];

/** `countersign model ...`. Returns the exit code: 0 done, 2 bad input with one line on `stderr` that says why. */
export async function modelCommand(args: string[], io: Io): Promise<number> {
  const [name = '', ...options] = args;
  try {
    const folder = modelFolder(options);
    if (name === 'hosts') return await scoreHosts(folder, io);
    if (name === 'card') return printCard(folder, io);
    if (name === 'eval') return await evaluate(folder, io);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    io.stderr(`${error.message}\n`);
    return 2;
  }
  io.stderr(LATER.includes(name) ? `model ${name} comes with a later version. ${USAGE}\n` : `${USAGE}\n`);
  return 2;
}

async function scoreHosts(folder: string, io: Io): Promise<number> {
  const classifier = await loadHostClassifier(folder);
  const { signal } = new AbortController();
  let hasBadLine = false;
  for await (const line of linesOf(io.stdin)) {
    const host = hostOf(line);
    if (host === undefined) {
      hasBadLine = true;
      io.stdout(
        `${JSON.stringify({ host: line, error: 'not a host name: give the name alone, without scheme or path' })}\n`,
      );
      continue;
    }
    const { score, band } = await classifier.scoreHost(host, signal);
    io.stdout(`${JSON.stringify({ host: line, score, band })}\n`);
  }
  if (hasBadLine) io.stderr('Some lines are not host names. Give one name a line, without scheme, port or path.\n');
  return hasBadLine ? 2 : 0;
}

/** The name as a browser would ask for it (punycode, lower case); undefined for what is no name. */
function hostOf(line: string): string | undefined {
  const text = line.trim();
  if (/[/?#@\s\\]|^[^:]*:\d*$/u.test(text)) return undefined;
  return /^[\x21-\x7e]*$/u.test(text) ? text : domainToASCII(text) || undefined;
}

function printCard(folder: string, io: Io): number {
  const { cardText } = loadHostModel(folder);
  io.stdout(cardText);
  return 0;
}

async function evaluate(folder: string, io: Io): Promise<number> {
  const classifier = await loadHostClassifier(folder);
  // The recipe reads the data; it lives beside the models and is in a checkout, not in the package.
  const { evaluateShipped } = await import('../../../models/train/evaluate.ts').catch((cause: unknown) => {
    throw new BadInputError('model eval needs the training recipe. Run it in a checkout of Countersign.', {
      cause,
    });
  });
  const dataFolder = process.env.COUNTERSIGN_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
  io.stdout(`${JSON.stringify(await evaluateShipped(classifier, dataFolder), null, 2)}\n`);
  return 0;
}

function modelFolder(options: readonly string[]): string {
  const [flag, folder, ...rest] = options;
  if (flag === undefined) return MODELS_FOLDER;
  if (flag === '--models' && folder !== undefined && rest.length === 0) return folder;
  throw new BadInputError(`Not an option of this command: ${options.join(' ')}. ${USAGE}`);
}
