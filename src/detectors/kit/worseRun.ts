import type { Asset } from '../../decode/Action.ts';
import type { Differential, Run } from '../../simulate/Simulator.ts';

type Worse = Differential['worse'][number];
type Delta = Run['deltas'][number];

/** What a worse run takes: the asset that leaves though it did not, or leaves in greater number. */
export interface Turn {
  readonly kind: 'takes' | 'power' | 'less';
  readonly asset: Asset;
  /** Base units that leave in the worse run, or no longer arrive. */
  readonly amount: bigint;
  /** True when nothing arrives in the worse run. */
  readonly forNothing: boolean;
}

/** The worst of several runs beside the base run: a loss for nothing first, then a power, then a smaller gain. */
export function worstTurn(base: Run, worse: readonly Worse[]): Turn | null {
  const turns = worse.flatMap(({ run }) => turnOf(base, run) ?? []);
  const rank = ({ kind, forNothing }: Turn): number =>
    kind === 'takes' ? (forNothing ? 0 : 1) : kind === 'power' ? 0 : 2;
  return turns.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

function turnOf(base: Run, run: Run): Turn | null {
  const forNothing = run.deltas.every(({ delta }) => delta <= 0n);
  const arrived = base.deltas.some(({ delta }) => delta > 0n);
  const taken = run.deltas.find((delta) => delta.delta < 0n && -delta.delta > lossIn(base, delta));
  if (taken !== undefined) return { kind: 'takes', asset: taken.asset, amount: -taken.delta, forNothing };
  // The price is paid all the same, and what it bought stays away.
  const paid = run.deltas.find(({ delta }) => delta < 0n);
  if (paid !== undefined && forNothing && arrived) {
    return { kind: 'takes', asset: paid.asset, amount: -paid.delta, forNothing };
  }
  const power = run.permissions.find(({ before, after }) => after > before);
  const known = base.permissions.find(
    ({ token, to, kind }) => token === power?.token && to === power.to && kind === power.kind,
  );
  if (power !== undefined && (known === undefined || known.after < power.after)) {
    return { kind: 'power', asset: { type: 'erc20', address: power.token }, amount: power.after, forNothing };
  }
  const missing = base.deltas.find((delta) => delta.delta > 0n && gainIn(run, delta) < delta.delta);
  if (missing === undefined) return null;
  return { kind: 'less', asset: missing.asset, amount: missing.delta - gainIn(run, missing), forNothing };
}

function lossIn(run: Run, like: Delta): bigint {
  const same = deltaOf(run, like.asset);
  return same < 0n ? -same : 0n;
}

function gainIn(run: Run, like: Delta): bigint {
  const same = deltaOf(run, like.asset);
  return same > 0n ? same : 0n;
}

function deltaOf(run: Run, asset: Asset): bigint {
  return run.deltas.find((delta) => keyOf(delta.asset) === keyOf(asset))?.delta ?? 0n;
}

function keyOf(asset: Asset): string {
  if (asset.type === 'native') return 'native';
  return `${asset.address.toLowerCase()} ${'id' in asset ? String(asset.id) : ''}`;
}
