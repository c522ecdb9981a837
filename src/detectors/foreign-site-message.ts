import { isLoopbackHost, splitHost } from '../text/domains.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { KEY_TEXTS } from './kit/keyTexts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAtHome, siteHost } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'foreign-site-message',
  title: 'A message that belongs to another site',
  family: 'F9',
  severity: 'danger',
  proves: 'The text is one from which a named service derives the person’s private key, asked outside that service.',
  falsePositives: 'A front end the service runs under a domain not listed here; a message that links to a partner.',
  blindSpots: 'Key-derivation texts nobody has collected; names written without a domain.',
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
    const foreign = foreignHost(text, site);
    if (foreign === null) return clear(meta);
    // On a developer's own machine every message names a foreign site.
    const severity = isLoopbackHost(site) ? 'note' : 'caution';
    return fired(meta, { named: fact.host(foreign), site: fact.host(site) }, { severity, variant: 'names-other' });
  },
};

function textOf({ action, request }: Scene): string | null {
  if (action.kind === 'message') return action.text;
  // Some services derive keys from typed data: read its words too.
  if (request.ask.kind === 'typedData' && action.kind === 'opaque')
    return `${textIn(request.ask.typed.domain)} ${textIn(request.ask.typed.message)}`;
  return null;
}

function textIn(record: Readonly<Record<string, unknown>>): string {
  return Object.values(record)
    .filter((value) => typeof value === 'string')
    .join(' ');
}

/** Only the text's start is searched: no honest message hides whom it is for. */
const SEARCHED_CHARACTERS = 4000;

/** Links, and bare names under the endings dapps use; a bare `file.ext` under another ending is no site. */
const HOST_PATTERN =
  /(?:https?:\/\/|www\.)([a-z0-9.-]+\.[a-z]{2,})|\b((?:[a-z0-9-]+\.)+(?:com|org|net|io|xyz|fi|finance|app|exchange|trade|network|money|cash|eth\.limo))\b/giu;

/** The first foreign domain the text names, unless it names the asking site too. */
function foreignHost(text: string, site: string): string | null {
  const own = splitHost(site).registrable ?? site;
  let first: string | null = null;
  for (const match of text.slice(0, SEARCHED_CHARACTERS).matchAll(HOST_PATTERN)) {
    // The end of an e-mail address names a mailbox's home, not the site the message is for.
    if (match[1] === undefined && text[match.index - 1] === '@') continue;
    const { host, registrable } = splitHost(match[1] ?? match[2] ?? '');
    if (registrable === null) continue;
    if (registrable === own) return null;
    first ??= host;
  }
  return first;
}
