import { check, type Ports, type Report } from '../../src/check.ts';
import { readAsked } from '../../src/cli/request.ts';
import type { Level } from '../../src/judge/Verdict.ts';
import type { Case, Prepared, Variation } from './Case.ts';
import type { OpenWorld } from './createWorld.ts';

/** What became of one case in one replay. */
export interface Replayed {
  readonly id: string;
  readonly side: Case['side'];
  readonly family: string;
  readonly shape: string;
  readonly variation: number;
  /** `null` when the case itself broke: `error` says how. */
  readonly level: Level | null;
  /** Why, worst first: detector ids, or the judge's own `lost-fact` and `opaque-action`. */
  readonly because: readonly string[];
  readonly headline: string;
  readonly reasons: readonly { readonly detector: string; readonly severity: string; readonly text: string }[];
  readonly action: string;
  readonly coverage: { readonly failed: readonly string[]; readonly skipped: readonly string[] };
  /** Milliseconds of `check()` alone. */
  readonly ms: number;
  /** Whether the user really lost; `null` where nothing on a chain can be lost, or on the benign side. */
  readonly struck: boolean | null;
  readonly error: string | null;
}

/** Prepares the case, judges it as the command line does, lets the thief strike, and takes it all back. */
export async function replayCase(one: Case, variation: Variation, world: OpenWorld, ports: Ports): Promise<Replayed> {
  const about = { id: one.id, side: one.side, family: one.family, shape: one.shape, variation: variation.index };
  const startedSeconds = await world.nowSeconds();
  try {
    return await world.isolate(async () => {
      if (variation.laterSeconds > 0) await later(world, variation.laterSeconds);
      const prepared = await one.prepare(world, variation);
      const report = await check(readAsked(askedText(one, prepared, world)), await portsThen(ports, prepared, world));
      const struck = one.side === 'attack' ? await (prepared.strike?.() ?? null) : null;
      return { ...about, ...outcomeOf(report), struck, error: null };
    });
  } catch (error) {
    return { ...about, ...NOTHING, error: error instanceof Error ? error.message : String(error) };
  } finally {
    if (variation.laterSeconds > 0) await world.rpc('anvil_setTime', [Number(startedSeconds) + 1]);
  }
}

/** The n-th replay of a shape: another user, another amount, another time of day. The first changes nothing. */
export function variationOf(index: number): Variation {
  const at = <T>(values: readonly [T, ...T[]], step: number): T =>
    values[Math.floor(index / step) % values.length] ?? values[0];
  return {
    index,
    account: index,
    amountBps: at([10_000, 2_500, 9_900, 100, 7_300, 5, 12_000], 1),
    laterSeconds: index === 0 ? 0 : at([0, 3600, 11, 86_400, 7 * 86_400, 29 * 60], 1),
  };
}

const NOTHING = {
  level: null,
  because: [],
  headline: '',
  reasons: [],
  action: '',
  coverage: { failed: [], skipped: [] },
  ms: 0,
  struck: null,
} as const;

async function later(world: OpenWorld, seconds: number): Promise<void> {
  await world.rpc('evm_increaseTime', [seconds]);
  await world.rpc('anvil_mine', ['0x1']);
}

function askedText(one: Case, { method, params, account }: Prepared, world: OpenWorld): string {
  return JSON.stringify({ origin: one.origin, method, params, chainId: world.chainId, account });
}

/** The user's own clock agrees with the chain's, and remembers what the case says it remembers. */
async function portsThen(ports: Ports, { history }: Prepared, world: OpenWorld): Promise<Ports> {
  const ahead = Number(await world.nowSeconds()) * 1000 - Date.now();
  return { ...ports, history: history ?? null, clock: () => performance.timeOrigin + performance.now() + ahead };
}

function outcomeOf({ verdict, explanation, action, timingsMs }: Report) {
  return {
    level: verdict.level,
    because: verdict.because,
    headline: explanation.headline,
    reasons: explanation.reasons.map(({ detector, severity, text }) => ({ detector, severity, text })),
    action: action.kind === 'batch' ? `batch ${action.wrapper}` : action.kind,
    coverage: {
      failed: verdict.coverage.failed.map(({ step, why }) => `${step}: ${why}`),
      skipped: verdict.coverage.skipped.map(({ step, why }) => `${step}: ${why}`),
    },
    ms: timingsMs.total ?? 0,
  };
}
