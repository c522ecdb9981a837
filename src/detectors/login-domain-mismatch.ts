import { isLoopbackHost, splitHost } from '../text/domains.ts';
import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'login-domain-mismatch',
  title: 'A login for another site than the one that asks',
  family: 'F7',
  severity: 'danger',
  proves: 'The EIP-4361 message names a domain that is not the asking page’s host and port.',
  falsePositives: 'Single sign-on where one brand’s domain logs in for another.',
  blindSpots: 'Logins in free text that do not follow EIP-4361; a genuine site that was taken over.',
  clears: 'Write the page’s own host (and port) into the message’s first line.',
  references: ['https://eips.ethereum.org/EIPS/eip-4361'],
};

export const loginDomainMismatch: Detector = {
  meta,
  applies: (scene) => scene.action.kind === 'login',
  detect(scene) {
    const { action } = scene;
    const site = parseUrl(scene.request.origin);
    if (action.kind !== 'login' || site === null) return inconclusive(meta);
    // Domain is an authority (host, optional port). Anything else in it is a trick or a bug.
    const named = /[/?#@\\\s]/u.test(action.domain) ? null : parseUrl(`${site.protocol}//${action.domain}`);
    const facts = { named: fact.quote(action.domain), site: fact.host(site.host) };
    if (named === null || named.host === '') return fired(meta, facts, { severity: 'caution', variant: 'unreadable' });
    if (named.host !== site.host) {
      return isKin(named, site) ? fired(meta, facts, { severity: 'note', variant: 'kin' }) : fired(meta, facts);
    }
    if (action.scheme !== null && `${action.scheme}:` !== site.protocol)
      return fired(meta, facts, { severity: 'caution', variant: 'scheme' });
    return clear(meta);
  },
};

/** Same registrable domain (each tenant of a hosting suffix is its own), or two names of this machine at one port. */
function isKin(named: Url, site: Url): boolean {
  if (isLoopbackHost(named.hostname) && isLoopbackHost(site.hostname)) return named.port === site.port;
  const { registrable } = splitHost(site.hostname);
  return registrable !== null && splitHost(named.hostname).registrable === registrable;
}

type Url = Pick<URL, 'host' | 'hostname' | 'port' | 'protocol'>;

function parseUrl(text: string | null): Url | null {
  if (text === null) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
