import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Case } from '../../../tests/corpus/Case.ts';
import type { Replayed } from '../../../tests/corpus/replay.ts';
import { BadInputError } from '../../errors.ts';
import { LEVELS, type Level } from '../../judge/Verdict.ts';
import type { Io } from '../Io.ts';
import { upperBound } from '../upperBound.ts';
import { openPorts } from './check.ts';

interface Options {
  readonly family: string | null;
  readonly side: Case['side'] | null;
  readonly id: string | null;
  readonly json: boolean;
  /** The held-out cases instead of the corpora, each once unless told otherwise. */
  readonly heldOut: boolean;
  /** Replays of each benign shape; attacks are replayed once. */
  readonly times: number;
}

const SIDES = ['attack', 'benign'] as const;
/** 300 shapes, ten times each, prove a rate of 0.1 % when none is wrong (design: warnings.md, "The budget"). */
const BENIGN_TIMES = 10;

/** The attack and benign corpora on a local chain, judged as `check` judges, by family. */
export async function replayCommand(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args);
  const { createWorld, loadCases, loadHeldOut, replayCase, variationOf } = await loadCorpus();
  const cases = chosen(await (options.heldOut ? loadHeldOut : loadCases)(), options);
  const world = await createWorld();
  const results: Replayed[] = [];
  try {
    const ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
    for (const one of cases) {
      const times = one.side === 'benign' ? options.times : 1;
      for (let index = 0; index < times; index += 1) {
        const result = await replayCase(one, variationOf(index), world, ports);
        results.push(result);
        if (options.json) io.stdout(`${JSON.stringify(result)}\n`);
        const wrong = faultOf(result);
        if (wrong !== null) io.stderr(`countersign: ${result.id} (replay ${index}): ${wrong}\n`);
      }
    }
  } finally {
    await world.close();
  }
  if (!options.json) io.stdout(tableOf(results));
  return results.some((result) => faultOf(result) !== null) ? 2 : 0;
}

/** A case that breaks proves nothing: it is neither caught nor quiet. */
function faultOf({ error, struck }: Replayed): string | null {
  if (error !== null) return `the case broke: ${error}`;
  return struck === false ? 'the theft took nothing; the attack is no attack' : null;
}

const CORPUS = new URL('../../../tests/corpus/main.ts', import.meta.url);

async function loadCorpus(): Promise<typeof import('../../../tests/corpus/main.ts')> {
  if (!existsSync(CORPUS)) {
    throw new BadInputError(
      'replay: the corpora come with the repository, not with the package; run this in a checkout',
    );
  }
  return import(CORPUS.href);
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        family: { type: 'string' },
        side: { type: 'string' },
        id: { type: 'string' },
        times: { type: 'string' },
        json: { type: 'boolean', default: false },
        'held-out': { type: 'boolean', default: false },
      },
    });
    const side = SIDES.find((one) => one === values.side) ?? null;
    if (values.side !== undefined && side === null) throw new BadInputError('replay: --side is attack or benign');
    return {
      family: values.family ?? null,
      side,
      id: values.id ?? null,
      json: values.json,
      heldOut: values['held-out'],
      times: values.times === undefined ? (values['held-out'] ? 1 : BENIGN_TIMES) : readTimes(values.times),
    };
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    throw new BadInputError(`replay: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function readTimes(text: string): number {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new BadInputError('replay: --times is a whole number from 1 to 9999');
  return Number(text);
}

function chosen(cases: readonly Case[], { family, side, id }: Options): readonly Case[] {
  const found = cases.filter(
    (one) =>
      (family === null || one.family.toLowerCase() === family.toLowerCase()) &&
      (side === null || one.side === side) &&
      (id === null || one.id === id),
  );
  if (found.length > 0) return found;
  const families = [...new Set(cases.map((one) => one.family))].join(', ');
  throw new BadInputError(`replay: no case is of that kind; there are the families ${families}`);
}

function tableOf(results: readonly Replayed[]): string {
  return SIDES.map((side) =>
    sideTable(
      side,
      results.filter((result) => result.side === side),
    ),
  ).join('');
}

const WIDTH = 9;

function sideTable(side: Case['side'], results: readonly Replayed[]): string {
  if (results.length === 0) return '';
  const shapes = new Set(results.map(({ id }) => id)).size;
  const families = [...new Set(results.map(({ family }) => family))];
  const head = row(['', 'n', ...[...LEVELS].reverse(), ...(side === 'attack' ? ['danger %'] : BOUNDS)]);
  const rows = families.map((family) =>
    line(
      side,
      family,
      results.filter((one) => one.family === family),
    ),
  );
  const title = side === 'attack' ? 'attacks' : 'benign requests';
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const late = times[Math.floor(times.length * 0.95)] ?? 0;
  return [
    `${title}: ${shapes} shapes, ${results.length} replays; check() ${median.toFixed(0)} ms median, ${late.toFixed(0)} ms p95`,
    head,
    ...rows,
    line(side, 'all', results),
    '',
    '',
  ].join('\n');
}

/** Upper 95 % bounds of the rates the budget caps. */
const BOUNDS = ['danger<', 'caution<', 'unknown<'];

function line(side: Case['side'], name: string, results: readonly Replayed[]): string {
  const judged = results.filter(({ level }) => level !== null);
  const count = (level: Level) => judged.filter((result) => result.level === level).length;
  const levels = [...LEVELS].reverse().map((level) => String(count(level)));
  const rates =
    side === 'attack'
      ? [percent(count('danger') / Math.max(1, judged.length), 1)]
      : (['danger', 'caution', 'unknown'] as const).map((level) => percent(upperBound(count(level), judged.length), 2));
  const broken = results.length - judged.length;
  return row([name, String(judged.length), ...levels, ...rates]) + (broken > 0 ? `  ${broken} broken` : '');
}

function percent(rate: number, places: number): string {
  return `${(100 * rate).toFixed(places)} %`;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(5) : cell.padStart(WIDTH))).join(' ');
}
