import { coveringHosts, hostOf, isLoopbackHost, splitHost } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { siteHost } from './kit/reading.ts';
import { isCoinOf, isKnownServer, servesCopies } from './kit/servers.ts';

const meta: DetectorMeta = {
  id: 'chain-impersonation',
  title: 'A known network through an unknown door',
  family: 'H4',
  severity: 'danger',
  proves:
    'A site nobody lists offers a known network through a server that makes copies of networks, that imitates a known name, that gives the coin a false name, or, for Ethereum, that neither a list nor the site itself has to do with. Any other server without a listing is only caution.',
  falsePositives: 'Private endpoints of honest providers; a builder’s public test on a copy of Ethereum.',
  blindSpots: 'A lying server for a chain nobody knows; a lying server under the asking site’s own domain is caution.',
  clears: 'Offer an endpoint the chain’s own documentation names.',
  references: [
    'https://eips.ethereum.org/EIPS/eip-3085',
    'https://blockletter.co/p/unveiling-cryptocurrency-scam-exposing-malicious-rpc-node-modifications',
  ],
};

/** Every wallet starts with it: nobody needs a site to add it. */
const ETHEREUM = 1;

export const chainImpersonation: Detector = {
  meta,
  applies: ({ action }) => action.kind === 'chain' && action.add,
  detect(scene) {
    const { action, registry } = scene;
    if (action.kind !== 'chain' || registry === null) return inconclusive(meta);
    const known = registry.chain(action.chainId);
    if (known === null) return clear(meta);
    const facts = { name: fact.name(known.name) };
    const hosts = action.rpcUrls.map(hostOf).filter((host) => host !== null);
    const isStranger = !known.testnet && isStrangersSite(scene);

    const copy = hosts.find(servesCopies);
    if (copy !== undefined) {
      const severity = isStranger ? 'danger' : 'caution';
      return fired(meta, { ...facts, host: fact.host(copy) }, { severity, variant: 'copy' });
    }
    const { nativeSymbol } = action;
    const falseCoin =
      nativeSymbol === null || isCoinOf(known.chainId, known.nativeSymbol, nativeSymbol) ? null : nativeSymbol;
    const foreign = hosts.find(
      (host) => !isOneOf(host, known.rpcHosts) && !isKnownServer(host) && registry.dapp(host) === null,
    );
    const symbol = falseCoin === null ? null : { ...facts, symbol: fact.quote(falseCoin) };
    if (foreign === undefined)
      return symbol === null ? clear(meta) : fired(meta, symbol, { severity: 'caution', variant: 'symbol' });
    const server = { ...facts, host: fact.host(foreign) };
    if (!isStranger) return fired(meta, server, { severity: 'caution' });
    const twin = registry.lookalike(foreign);
    if (twin?.imitates === true)
      return fired(meta, { ...server, known: fact.host(twin.domain) }, { variant: 'imitates' });
    if (symbol !== null) return fired(meta, { ...server, ...symbol }, { variant: 'coin' });
    if (known.chainId === ETHEREUM && !isOwnServer(scene, foreign))
      return fired(meta, server, { variant: 'elsewhere' });
    return fired(meta, server, { severity: 'caution' });
  },
};

function isOneOf(host: string, known: readonly string[]): boolean {
  const covering = coveringHosts(host);
  return known.some((one) => covering.includes(one));
}

/** A site no list knows. A developer's own machine is none. */
function isStrangersSite(scene: Scene): boolean {
  const site = siteHost(scene);
  return site === null || !(isLoopbackHost(site) || (scene.registry?.dapp(site) ?? null) !== null);
}

/** A service that offers its own server, as relays do, is at least open about whose it is. */
function isOwnServer(scene: Scene, host: string): boolean {
  const { registrable } = splitHost(siteHost(scene) ?? '');
  return registrable !== null && splitHost(host).registrable === registrable;
}
