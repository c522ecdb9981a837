import { splitHost } from '../text/domains.ts';
import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'login-malformed',
  title: 'A login that breaks the login standard',
  family: 'F7',
  severity: 'caution',
  proves:
    'The message looks like EIP-4361 and breaks its grammar, or its address line points elsewhere than its domain.',
  falsePositives: 'Home-made logins written before the standard was final.',
  blindSpots: 'A well-formed login with a lying statement.',
  clears: 'Build the message with a library that follows EIP-4361.',
  references: ['https://eips.ethereum.org/EIPS/eip-4361'],
};

export const loginMalformed: Detector = {
  meta,
  applies: (scene) => scene.action.kind === 'login',
  detect({ action }) {
    if (action.kind !== 'login') return clear(meta);
    const [fault] = action.faults;
    if (fault !== undefined) return fired(meta, { fault: fact.quote(fault) });
    const [named, uri] = [hostname(`https://${action.domain}`), hostname(action.uri)];
    if (named === null || uri === null) return inconclusive(meta);
    // A URI without a host (did:, urn:) names no other site.
    if (named === '' || uri === '' || isKin(named, uri)) return clear(meta);
    return fired(meta, { named: fact.host(named), uri: fact.host(uri) }, { variant: 'uri' });
  },
};

function isKin(a: string, b: string): boolean {
  const registrable = splitHost(a).registrable;
  return a === b || (registrable !== null && registrable === splitHost(b).registrable);
}

/** `null` when it is no URL at all. */
function hostname(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}
