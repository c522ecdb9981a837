import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { Probe } from './Probe.ts';
import type { Words } from './probeCode.ts';
import { saidIn } from './probesFromLogs.ts';
import type { RawRun } from './RawRun.ts';
import type { Claim } from './Simulator.ts';

/**
 * What the logs say happened to the user's account and the probes do not bear out (taxonomy H3): something arrived, net,
 * and the balance did not move or cannot be asked for; an allowance ended, and it stands or nobody keeps one. What was
 * not probed is no claim. A fee on the way still moves the balance, and what comes and goes sums to nothing.
 */
export function claimsOf(raw: RawRun, user: Address, probes: readonly Probe[]): readonly Claim[] {
  const { moved, revoked } = saidIn(
    raw.calls.flatMap((call) => (call.success ? call.logs : [])),
    user,
  );
  const readingOf = (fits: (probe: Probe) => boolean): Reading | null => {
    const at = probes.findIndex(fits);
    return at < 0 ? null : { before: raw.before[at] ?? null, after: raw.after[at] ?? null };
  };
  const arrived = moved.flatMap(({ token, id, net }): readonly Claim[] => {
    if (net <= 0n) return [];
    const owner = readingOf((probe) => probe.kind === 'owner' && probe.token === token && probe.id === id);
    if (owner !== null) {
      const has = owner.after !== null && (owner.after[0] & ADDRESS_MASK) === BigInt(user);
      return has ? [] : [{ kind: 'arrives', asset: { type: 'erc721', address: token, id }, amount: net }];
    }
    const amount = readingOf((probe) =>
      id === null
        ? probe.kind === 'erc20' && probe.token === token
        : probe.kind === 'items' && probe.token === token && probe.id === id,
    );
    if (amount === null || isMoved(amount)) return [];
    const asset: Asset = id === null ? { type: 'erc20', address: token } : { type: 'erc1155', address: token, id };
    return [{ kind: 'arrives', asset, amount: net }];
  });
  const ended = revoked.flatMap(({ token, spender }): readonly Claim[] => {
    const reading = readingOf(
      (probe) => probe.kind === 'allowance' && probe.token === token && probe.spender === spender,
    );
    if (reading === null || (reading.after !== null && reading.after[0] === 0n)) return [];
    return [{ kind: 'revoked', token, spender }];
  });
  return [...arrived, ...ended];
}

interface Reading {
  readonly before: Words;
  readonly after: Words;
}

/** A token that comes into being in the run itself has no reading before. */
function isMoved({ before, after }: Reading): boolean {
  return after !== null && after[0] !== (before?.[0] ?? 0n);
}

const ADDRESS_MASK = (1n << 160n) - 1n;
