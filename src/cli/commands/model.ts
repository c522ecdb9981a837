import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToASCII, fileURLToPath } from 'node:url';
import { BadInputError, CountersignError, ModelUnavailableError } from '../../errors.ts';
import { checkCommitment } from '../../model/commitment.ts';
import { type HostCard, readHostCard } from '../../model/HostCard.ts';
import { createHostClassifier } from '../../model/score.ts';
import { createNodeRuntime, NODE_RUNTIME } from '../modelRuntime.ts';

/** Where a command reads and writes: the process's streams, or a test's. */
export interface ModelCommandIo {
  readonly stdin: AsyncIterable<string | Uint8Array> | NodeJS.ReadableStream;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const USAGE = 'Say one of: model hosts (one host a line on stdin), model card, model eval. Option: --models FOLDER.';
const LATER = ['commit', 'reveal', 'audit'];

/** `countersign model ...`. Returns the exit code: 0 done, 2 bad input with one line on `stderr` that says why. */
export async function modelCommand(args: string[], io: ModelCommandIo): Promise<number> {
  const [name = '', ...options] = args;
  try {
    const folder = modelFolder(options);
    if (name === 'hosts') return await scoreHosts(folder, io);
    if (name === 'card') return await printCard(folder, io);
    if (name === 'eval') return await evaluate(folder, io);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    io.stderr(`${error.message}\n`);
    return 2;
  }
  io.stderr(LATER.includes(name) ? `model ${name} comes with a later version. ${USAGE}\n` : `${USAGE}\n`);
  return 2;
}

async function scoreHosts(folder: string, io: ModelCommandIo): Promise<number> {
  const { card, modelBytes } = await loadModel(folder);
  const classifier = createHostClassifier({ runtime: await createNodeRuntime(modelBytes), card });
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
  if (/[/?#@\s\\]/u.test(text)) return undefined;
  return /^[\x21-\x7e]*$/u.test(text) ? text : domainToASCII(text) || undefined;
}

async function printCard(folder: string, io: ModelCommandIo): Promise<number> {
  const { cardText } = await loadModel(folder);
  io.stdout(cardText);
  return 0;
}

async function evaluate(folder: string, io: ModelCommandIo): Promise<number> {
  const { card, modelBytes } = await loadModel(folder);
  const classifier = createHostClassifier({ runtime: await createNodeRuntime(modelBytes), card });
  // The recipe reads the data; it lives beside the models and is in a checkout, not in the package.
  const { evaluateShipped } = await import('../../../models/train/evaluate.ts').catch((cause: unknown) => {
    throw new ModelUnavailableError('model eval needs the training recipe. Run it in a checkout of Countersign.', {
      cause,
    });
  });
  const dataFolder = process.env.COUNTERSIGN_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
  io.stdout(`${JSON.stringify(await evaluateShipped(classifier, dataFolder), null, 2)}\n`);
  return 0;
}

async function loadModel(folder: string): Promise<{ card: HostCard; cardText: string; modelBytes: Uint8Array }> {
  const cardText = new TextDecoder().decode(await readModelFile(join(folder, 'hosts.json')));
  const modelBytes = await readModelFile(join(folder, 'hosts.onnx'));
  const card = readHostCard(parseCard(cardText));
  checkCommitment(card, modelBytes, NODE_RUNTIME);
  return { card, cardText, modelBytes };
}

function modelFolder(options: readonly string[]): string {
  const [flag, folder, ...rest] = options;
  if (flag === undefined) return fileURLToPath(new URL('../../../models', import.meta.url));
  if (flag === '--models' && folder !== undefined && rest.length === 0) return folder;
  throw new BadInputError(`Not an option of this command: ${options.join(' ')}. ${USAGE}`);
}

async function readModelFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new ModelUnavailableError(
      `The model file ${path} cannot be read. Reinstall it, or name its folder: --models FOLDER.`,
      {
        cause,
      },
    );
  }
}

function parseCard(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelUnavailableError("The host model's card is not JSON. Check models/hosts.json.", { cause });
  }
}

/** Lines without their ends; an end after the last line makes no further line. */
async function* linesOf(input: ModelCommandIo['stdin']): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r?\n/u);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
