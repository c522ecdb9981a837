import { coveringHosts, hostOf } from '../text/domains.ts';
import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'chain-impersonation',
  title: 'A known network through an unknown door',
  family: 'H4',
  severity: 'caution',
  proves: 'The request adds a known chain id with a server, name or coin that the chain registry does not have for it.',
  falsePositives: 'Private or paid endpoints of honest providers.',
  blindSpots: 'A lying server for a chain nobody knows.',
  clears: 'Offer an endpoint the chain’s own documentation names.',
  references: ['https://eips.ethereum.org/EIPS/eip-3085'],
};

export const chainImpersonation: Detector = {
  meta,
  applies: ({ action }) => action.kind === 'chain' && action.add,
  detect({ action, registry }) {
    if (action.kind !== 'chain' || registry === null) return inconclusive(meta);
    const known = registry.chain(action.chainId);
    if (known === null) return clear(meta);
    const facts = { name: fact.name(known.name) };
    if (action.nativeSymbol !== null && action.nativeSymbol.toLowerCase() !== known.nativeSymbol.toLowerCase())
      return fired(meta, { ...facts, symbol: fact.quote(action.nativeSymbol) }, { variant: 'symbol' });
    const foreign = action.rpcUrls.map(hostOf).find((host) => host !== null && !isKnown(host, known.rpcHosts));
    return foreign == null ? clear(meta) : fired(meta, { ...facts, host: fact.host(foreign) });
  },
};

function isKnown(host: string, known: readonly string[]): boolean {
  const covering = coveringHosts(host);
  return known.some((one) => covering.includes(one));
}
