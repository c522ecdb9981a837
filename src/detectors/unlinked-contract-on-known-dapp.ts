import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { EvidenceSource } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import {
  accountFacts,
  chainIdOf,
  grantShare,
  isAcquainted,
  knownContract,
  lower,
  newGrants,
  siteHost,
} from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'unlinked-contract-on-known-dapp',
  title: 'A known site asks for power for a contract that is not among its own',
  family: 'I3',
  severity: 'caution',
  proves: 'statistical',
  falsePositives: 'A new version of the site’s contracts, before the registry has it.',
  blindSpots: 'Sites whose contracts the registry does not have; power for a genuine contract that is misused.',
  clears: 'Have the contract listed with the site as its home.',
  references: ['https://www.ledger.com/blog/security-incident-report'],
};

/** Less than half of the holding is what a payment or a test looks like. */
const WIDE = 0.5;

export const unlinkedContractOnKnownDapp: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0 && siteHost(scene) !== null,
  detect(scene) {
    const { registry } = scene;
    const host = siteHost(scene);
    const chainId = chainIdOf(scene);
    if (registry === null || chainId === null || host === null) return inconclusive(meta);
    const dapp = registry.dapp(host);
    if (dapp === null) return clear(meta);
    // On a developer's own chain nothing is linked; where none of its contracts is known, a new one is no surprise.
    if (scene.chain?.local === true || (registry.contractsOf?.(chainId, dapp.domain) ?? []).length === 0) {
      return inconclusive(meta);
    }
    const stranger = newGrants(scene).find(({ to }) => isStranger(scene, chainId, to));
    if (stranger === undefined) return clear(meta);
    const share = grantShare(stranger);
    const facts = { site: fact.host(host), name: fact.name(dapp.name), who: fact.address(stranger.to) };
    const severity = share !== null && share >= WIDE ? 'caution' : 'note';
    return fired(meta, facts, { severity, sources: [sourceOf(scene, dapp.source)] });
  },
};

/** Known to nobody here: not the site's own, not another project's, not a listed token, not met before. */
function isStranger(scene: Scene, chainId: number, to: `0x${string}`): boolean {
  if (knownContract(scene, to) !== null || isAcquainted(scene, to)) return false;
  if (scene.registry?.token(chainId, lower(to)) != null) return false;
  // An account without a contract is another detector's proof.
  return accountFacts(scene, to)?.code !== 'none';
}

function sourceOf({ registry }: Scene, name: string): EvidenceSource {
  const source = registry?.sources.find((one) => one.name === name);
  return source === undefined ? { name } : { name, date: source.date };
}
