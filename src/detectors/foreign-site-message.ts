import { hostOf, isLoopbackHost } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { KEY_TEXTS } from './kit/keyTexts.ts';
import { foreignNames, readLoginTo, soleSite } from './kit/namedSites.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAtHome, siteHost } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'foreign-site-message',
  title: 'A message that belongs to another site',
  family: 'F9',
  severity: 'danger',
  proves:
    'The text makes the key to an account on a named service, says itself that it may be signed only on another site, or logs in to a known one; and another site asks for it. A text that only mentions another site is caution or less.',
  falsePositives: 'A front end the service runs under a domain not listed here; one site that logs in for another.',
  blindSpots: 'Key-derivation texts nobody has collected; logins to sites nobody lists; names without a domain.',
  clears: 'Ask on the service’s own domain, and name your own site in the message.',
  references: ['https://docs.starkware.co/starkex/crypto/key-derivation.html'],
};

export const foreignSiteMessage: Detector = {
  meta,
  applies: (scene) => textOf(scene) !== null,
  detect(scene) {
    const text = textOf(scene);
    const site = siteHost(scene);
    if (text === null || site === null) return inconclusive(meta);
    const keyText = KEY_TEXTS.find(({ pattern }) => pattern.test(text));
    if (keyText !== undefined) {
      return isAtHome(scene, keyText.homes) ? clear(meta) : fired(meta, { name: fact.name(keyText.name) });
    }
    const owners = [site, hostOf(scene.request.topOrigin) ?? site];
    // On a developer's own machine every message names a foreign site.
    const isBuilding = isLoopbackHost(site);
    const told = (named: string, severity: 'danger' | 'caution' | 'note', variant: string) =>
      fired(
        meta,
        { named: fact.host(named), site: fact.host(site) },
        { severity: isBuilding ? 'note' : severity, variant },
      );
    const sole = soleSite(text, owners);
    if (sole !== null) return told(sole, 'danger', 'only-there');
    const foreign = foreignNames(text, owners);
    const [first] = foreign;
    if (first === undefined) return clear(meta);
    const isKnownSite = nameOf(scene, site) !== null;
    const logins = foreign.map((host) => readLoginTo(text, host, isKnownSite ? null : nameOf(scene, host)));
    const entered = foreign[logins.indexOf('good')];
    if (entered !== undefined) return told(entered, 'danger', 'login');
    return told(first, logins.includes('likely') ? 'caution' : 'note', 'names-other');
  },
};

/** What the registry calls this site; `null` when it does not know it. */
function nameOf({ registry }: Scene, host: string): string | null {
  return registry?.dapp(host)?.name ?? null;
}

function textOf({ action, request }: Scene): string | null {
  if (action.kind === 'message') return action.text;
  // Some services derive keys from typed data: read its words too.
  if (request.ask.kind === 'typedData' && (action.kind === 'opaque' || action.kind === 'statement'))
    return `${textIn(request.ask.typed.domain)} ${textIn(request.ask.typed.message)}`;
  return null;
}

/** With the names of its members: `onlySignOn` is one. */
function textIn(record: Readonly<Record<string, unknown>>): string {
  return Object.entries(record)
    .flatMap(([name, value]) => (typeof value === 'string' ? [`${name}: ${value}`] : []))
    .join(' ');
}
