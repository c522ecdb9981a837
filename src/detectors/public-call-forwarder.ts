import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { knownContract, lower, newGrants } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'public-call-forwarder',
  title: 'Power goes to a contract that runs anybody’s calls',
  family: 'B6',
  severity: 'danger',
  proves: 'The grantee makes any call for any caller, so whoever comes first can use the allowance.',
  falsePositives: 'None known: no honest flow leaves an allowance with a public call forwarder.',
  blindSpots: 'A forwarder deployed at an address nobody has listed.',
  clears: 'Give the allowance to the contract that does the work, never to a multicall helper.',
  references: ['https://github.com/mds1/multicall3', 'https://docs.uniswap.org/contracts/v3/reference/deployments/'],
};

/** Multicall (2019), Multicall2 as Uniswap V3's interface deployed it (2021), Multicall3 (2022): same address on every chain that has them. */
const FORWARDERS: ReadonlySet<string> = new Set([
  '0xeefba1e63905ef1d7acba5a8513c70307c1ce441',
  '0x5ba1e12693dc8f9c48aad8770482f4739beed696',
  '0xca11bde05977b3631167028862be2a173976ca11',
]);

export const publicCallForwarder: Detector = {
  meta,
  applies: (scene) => newGrants(scene).length > 0,
  detect(scene) {
    const bad = newGrants(scene).find((grant) => isForwarder(scene, grant.to));
    if (bad !== undefined) return fired(meta, { who: fact.address(bad.to) });
    return scene.registry === null ? inconclusive(meta) : clear(meta);
  },
};

function isForwarder(scene: Scene, address: `0x${string}`): boolean {
  return FORWARDERS.has(lower(address)) || knownContract(scene, address)?.role === 'forwarder';
}
