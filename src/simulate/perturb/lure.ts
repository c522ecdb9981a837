import type { Address, Hex } from 'viem';
import type { Scenario } from '../Scenario.ts';
import type { Run } from '../Simulator.ts';

/** Which requests promise so much, or hang so much on one number, that more of the storage is tried than switches. */

/**
 * A call that gives back more than the coins it is sent and nothing else: nobody sells that way. Only there it matters
 * that whoever keeps a proxy may put other code behind it, for else that is true of every proxy.
 */
export function isBait({ deltas }: Pick<Run, 'deltas'>, { calls }: Pick<Scenario, 'calls'>): boolean {
  const sentWei = calls.reduce((sum, { valueWei }) => sum + valueWei, 0n);
  const gainedWei = deltas.find(({ asset }) => asset.type === 'native')?.delta ?? 0n;
  // A withdrawal that asks for a fee is sent little and gives much.
  return gainedWei > 0n && sentWei > gainedWei && deltas.every(({ delta }) => delta > 0n);
}

/** Tokens go, and the chain's own coin alone comes. What is paid for them may be a number that somebody can set. */
export function isSale({ deltas }: Pick<Run, 'deltas'>): boolean {
  const arrived = deltas.filter(({ delta }) => delta > 0n);
  return arrived.length === 1 && arrived[0]?.asset.type === 'native' && deltas.some(({ delta }) => delta < 0n);
}

/** A variable of the called contract's own, not an entry of a mapping: those lie far out. */
export function isVariableOf(
  { address, slot }: { readonly address: Address; readonly slot: Hex },
  { calls }: Pick<Scenario, 'calls'>,
): boolean {
  return address === calls[0]?.to && BigInt(slot) < LEAST_ENTRY;
}

const LEAST_ENTRY = 1n << 16n;
