import type { Address } from 'viem';
import type { Claim } from '../simulate/Simulator.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { arrivals, chainIdOf, isOwn, knownContract, leavesToOthers, lower, newGrants } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'false-events',
  title: 'Events that report what does not happen',
  family: 'H3',
  severity: 'danger',
  proves: 'The run logs that something arrives or a permission ends, and the balance or the allowance does not change.',
  falsePositives: 'Tokens that credit what they logged only later, in another transaction.',
  blindSpots: 'A contract whose balances lie as its events do; events of forms of their own.',
  clears: 'Log a Transfer only for what balanceOf or ownerOf shows afterwards.',
  references: ['https://eips.ethereum.org/EIPS/eip-20', 'https://www.ndss-symposium.org/ndss2025/'],
};

export const falseEvents: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'transaction' || ask.kind === 'calls',
  detect(scene) {
    const run = scene.chain?.run ?? null;
    if (run === null) return inconclusive(meta);
    if (run.status === 'reverted') return clear(meta);
    const claims = (run.claims ?? []).filter((claim) => !isKnown(scene, tokenOf(claim)));
    const arrival = claims.find((claim) => claim.kind === 'arrives');
    const revoked = claims.find((claim) => claim.kind === 'revoked' && !isOwn(scene, claim.spender));
    if (arrival === undefined && revoked === undefined) return clear(meta);
    const [loss] = leavesToOthers(scene).filter(({ of }) => of === undefined);
    const takes = loss !== undefined && arrivals(scene).length === 0 && newGrants(scene).length === 0;
    if (!takes)
      return arrival === undefined
        ? clear(meta)
        : fired(meta, { what: fact.asset(arrival.asset) }, { severity: 'caution', variant: 'only' });
    const facts = { amount: fact.amount(loss.asset, loss.amount) };
    return arrival === undefined
      ? fired(meta, facts, { variant: 'revoked' })
      : fired(meta, { ...facts, what: fact.asset(arrival.asset) });
  },
};

function tokenOf(claim: Claim): Address {
  if (claim.kind === 'revoked') return claim.token;
  return claim.asset.type === 'native' ? NOBODY : claim.asset.address;
}

function isKnown(scene: Scene, token: Address): boolean {
  const chainId = chainIdOf(scene);
  const listed = chainId !== null && scene.registry?.token(chainId, lower(token)) != null;
  return listed || knownContract(scene, token) !== null;
}

const NOBODY: Address = '0x0000000000000000000000000000000000000000';
