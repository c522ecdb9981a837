import { splitHost } from '../../text/domains.ts';

/** Only the text's start is searched: no honest message hides whom it is for. */
const SEARCHED_CHARACTERS = 4000;

/** Links, and bare names under the endings dapps use; a bare `file.ext` under another ending is no site. */
const HOST_PATTERN =
  /(?:https?:\/\/|www\.)([a-z0-9.-]+\.[a-z]{2,})|\b((?:[a-z0-9-]+\.)+(?:com|org|net|io|xyz|fi|finance|app|exchange|trade|network|money|cash|eth\.limo))\b/giu;

/** The domains the text names, in order; none when it names one of the `owners`' too. */
export function foreignNames(text: string, owners: readonly string[]): readonly string[] {
  const named: string[] = [];
  for (const match of text.slice(0, SEARCHED_CHARACTERS).matchAll(HOST_PATTERN)) {
    // The end of an e-mail address names a mailbox's home, not the site the message is for.
    if (match[1] === undefined && text[match.index - 1] === '@') continue;
    const { host, registrable } = splitHost(match[1] ?? match[2] ?? '');
    if (registrable === null) continue;
    if (owners.some((owner) => isKin(owner, registrable))) return [];
    named.push(host);
  }
  return named;
}

/**
 * The site on which alone the text says it may be signed, when it is none of the `owners`': `onlySignOn:
 * https://trade.dydx.exchange`, "only sign this message on rhino.fi".
 */
export function soleSite(text: string, owners: readonly string[]): string | null {
  const match = SOLE_SITE.exec(text.slice(0, SEARCHED_CHARACTERS));
  const { host, registrable } = splitHost(match?.[1] ?? '');
  return registrable === null || owners.some((owner) => isKin(owner, registrable)) ? null : host;
}

const SOLE_SITE =
  /\bonly\s{0,2}sign(?:\s{1,2}(?:this|the)(?:\s{1,2}\w{1,20})?)?\s{0,2}(?:on|at)\b(?:\s(?:this|our|the)(?:\s\w{1,12})?\s(?:web)?site)?["']?\s{0,2}:?\s{0,2}["']?(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})/iu;

/** How a text stands to logging in to the site `host`, called `name` where a list knows it. */
export type LoginReading =
  /** It greets or signs in there, and carries what makes a login good for one time or one account. */
  | 'good'
  /** It greets or signs in there; or it is a login and does not say where. */
  | 'likely'
  | 'none';

export function readLoginTo(text: string, host: string, name: string | null): LoginReading {
  const start = text.slice(0, SEARCHED_CHARACTERS).toLowerCase();
  if (!LOGIN_WORDS.test(start)) return 'none';
  const targets = [...start.matchAll(INTO)].map(({ index, 0: { length } }) =>
    start.slice(index + length).replace(/^(?:https?:\/\/)?(?:www\.)?/u, ''),
  );
  const { registrable, label } = splitHost(host);
  const names = (one: string) => targets.some((target) => beginsWith(target, one));
  if (name !== null && [name.toLowerCase(), host, registrable ?? host].some(names) && GOOD_ONCE.test(start))
    return 'good';
  return targets.length === 0 || [host, registrable ?? host, label].some(names) ? 'likely' : 'none';
}

const LOGIN_WORDS =
  /\b(?:sign(?:ing)?[ -]?in|log(?:ging)?[ -]?(?:in|on)|login|authenticat\w{1,4}|welcome (?:to|back))\b/u;

/** What a login is good for: a time, a turn, an account. */
const GOOD_ONCE =
  /\bnonce\b|\btimestamp\b|\bissued\b|\bexpir|\b\d{10,13}\b|0x[0-9a-f]{40}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/u;
const INTO =
  /\b(?:welcome|sign(?:ing)?[ -]?in|log(?:ging)?[ -]?(?:in|on)|login|authenticate)\s{1,3}(?:back\s)?(?:in)?(?:to|on|at)\s{1,3}(?:the\s)?/gu;

/** `opensea.io` begins `opensea.io/tos` and not `opensea.io.example`; `sea` does not begin `seaside`. */
function beginsWith(text: string, start: string): boolean {
  return start !== '' && text.startsWith(start) && !/^(?:[a-z0-9-]|\.[a-z0-9])/u.test(text.slice(start.length));
}

function isKin(owner: string, registrable: string): boolean {
  return (splitHost(owner).registrable ?? owner) === registrable;
}
