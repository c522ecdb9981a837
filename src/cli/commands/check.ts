import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { check, type Ports, type Report } from '../../check.ts';
import { BadInputError, ModelUnavailableError } from '../../errors.ts';
import { LEVELS, type Level } from '../../judge/Verdict.ts';
import type { Classifier } from '../../model/Classifier.ts';
import { createSimulator } from '../../simulate/createSimulator.ts';
import { httpRpc } from '../../simulate/rpc.ts';
import type { Simulator } from '../../simulate/Simulator.ts';
import { loadData } from '../data.ts';
import type { Io } from '../Io.ts';
import { linesOf, textOf } from '../lines.ts';
import { nodeLocalEvm } from '../localEvm.ts';
import { loadHostClassifier } from '../modelRuntime.ts';
import { reportText } from '../reportText.ts';
import { readAsked } from '../request.ts';
import { verdictJson } from '../verdictJson.ts';

interface Options {
  readonly rpc: string | null;
  readonly jsonl: boolean;
  readonly json: boolean;
  readonly failOn: Level | null;
  readonly language: string;
}

/** One request in, one verdict out; with `--jsonl` one a line, same order, one process for all. */
export async function checkCommand(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args);
  const ports = await openPorts(options);
  const judge = async (text: string): Promise<Report> => check(readAsked(text), ports);

  if (!options.jsonl) {
    const report = await judge(await textOf(io.stdin));
    io.stdout(options.json ? `${JSON.stringify(verdictJson(report, ports.registry))}\n` : reportText(report));
    return reached(report.verdict.level, options.failOn) ? 1 : 0;
  }

  let code = 0;
  let line = 0;
  for await (const text of linesOf(io.stdin)) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      const report = await judge(text);
      io.stdout(`${JSON.stringify(verdictJson(report, ports.registry))}\n`);
      if (code === 0 && reached(report.verdict.level, options.failOn)) code = 1;
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      io.stdout(`${JSON.stringify({ error: error.message, line })}\n`);
      io.stderr(`countersign: line ${line}: ${error.message}\n`);
      code = 2;
    }
  }
  return code;
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rpc: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'fail-on': { type: 'string' },
        lang: { type: 'string', default: 'en' },
      },
    });
    return {
      rpc: values.rpc === undefined ? null : readRpcUrl(values.rpc),
      jsonl: values.jsonl,
      json: values.json,
      failOn: values['fail-on'] === undefined ? null : readLevel(values['fail-on']),
      language: values.lang,
    };
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    throw new BadInputError(`check: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function readRpcUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    throw new BadInputError(
      `check: --rpc "${text}" is not an http or https URL; give one such as http://127.0.0.1:8545`,
    );
  }
  return url.href;
}

function readLevel(text: string): Level {
  const level = LEVELS.find((one) => one === text);
  if (level === undefined)
    throw new BadInputError(`check: --fail-on "${text}" is no level; use one of ${LEVELS.join(', ')}`);
  return level;
}

function reached(level: Level, failOn: Level | null): boolean {
  return failOn !== null && LEVELS.indexOf(level) >= LEVELS.indexOf(failOn);
}

/** What a verdict needs, as the command line has it: packaged lists, registry and model; a chain when told where. */
export async function openPorts(options: { readonly rpc: string | null; readonly language: string }): Promise<Ports> {
  const { lists, registry } = await loadData();
  return {
    simulator: options.rpc === null ? null : openSimulator(options.rpc),
    lists,
    registry,
    classifier: await openClassifier(),
    history: null,
    clock: () => performance.timeOrigin + performance.now(),
    language: options.language,
    signal: new AbortController().signal,
  };
}

function openSimulator(url: string): Simulator {
  const rpc = httpRpc(url, (input, init) => fetch(input, { ...init, redirect: 'error' }));
  return createSimulator({
    rpcFor: () => rpc,
    localEvm: nodeLocalEvm,
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
  });
}

/** A missing model is coverage, not a failure: the classifier that cannot answer says why for each host. */
async function openClassifier(): Promise<Classifier> {
  try {
    return await loadHostClassifier();
  } catch (error) {
    if (!(error instanceof ModelUnavailableError)) throw error;
    return { scoreHost: () => Promise.reject(error) };
  }
}
