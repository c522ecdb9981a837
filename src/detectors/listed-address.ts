import type { Address } from 'viem';
import type { Action } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { foldListings } from './kit/listings.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, isOwn, knownContract, lower, takesValue } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'listed-address',
  title: 'A listed address would receive or command something',
  family: 'A1',
  severity: 'danger',
  proves: 'A loaded list names this exact address; with a request that takes value, that is two witnesses.',
  falsePositives: 'A list’s mistake; blue-chip tokens that raw drain lists carry by accident.',
  blindSpots: 'A fresh address: drainers change them daily.',
  clears: 'Ask the list named in the warning to remove the entry.',
  references: ['https://www.opensanctions.org/datasets/us_ofac_sdn/'],
};

export const listedAddress: Detector = {
  meta,
  applies: (scene) => addresses(scene).length > 0,
  detect(scene) {
    const { lists } = scene;
    if (lists === null) return inconclusive(meta);
    const chainId = chainIdOf(scene);
    for (const address of addresses(scene)) {
      const listings = foldListings(lists.matchAddress(chainId, lower(address)), lists.sources.length);
      if (listings === null) continue;
      const { sources } = listings;
      const facts = { ...listings.facts, who: fact.address(address) };
      if (listings.allowed || isRegistered(scene, address))
        return fired(meta, facts, { severity: 'caution', variant: 'disputed', sources });
      const variant = listings.kind === 'sanctioned' ? { variant: 'sanctioned' } : {};
      return fired(meta, facts, { severity: takesValue(scene) ? 'danger' : 'caution', sources, ...variant });
    }
    return clear(meta);
  },
};

function isRegistered(scene: Scene, address: Address): boolean {
  const chainId = chainIdOf(scene);
  if (knownContract(scene, address) !== null) return true;
  return chainId !== null && scene.registry?.token(chainId, lower(address)) != null;
}

/** Everybody but the user whom the request pays, empowers or calls. */
function addresses(scene: Scene): Address[] {
  const named = [...scene.actions.flatMap(partiesOf), ...scene.consequences.flatMap(receiverOf)].map(lower);
  return [...new Set(named)].filter((address) => !isOwn(scene, address));
}

function partiesOf(action: Action): Address[] {
  switch (action.kind) {
    case 'transfer':
      return 'address' in action.asset ? [action.to, action.asset.address] : [action.to];
    case 'allowance':
    case 'permit':
    case 'permit2':
      return [action.spender];
    case 'operatorApproval':
      return [action.operator];
    case 'delegation':
      return [action.delegate];
    case 'ownership':
    case 'upgrade':
    case 'delegatecall':
    case 'call':
      return [action.to];
    case 'swap':
      return [action.router, action.recipient];
    case 'order':
      return action.receives.map((item) => item.recipient);
    case 'asset':
      return [action.address];
    default:
      return [];
  }
}

function receiverOf(one: Scene['consequences'][number]): Address[] {
  if (one.kind === 'grants' && one.revokes) return [];
  return (one.kind === 'grants' || one.kind === 'control' || one.kind === 'leaves') && one.to !== null ? [one.to] : [];
}
