import { parse } from 'tldts';

/** A host name taken apart under the public suffix list, private suffixes (`vercel.app`, `github.io`) included. */
export interface HostParts {
  /** Lower case, no trailing dot. */
  readonly host: string;
  /** `example.co.uk`; `null` for IPs, single labels and bare suffixes. */
  readonly registrable: string | null;
  /** `co.uk`, `vercel.app`; empty when there is none. */
  readonly suffix: string;
  /** The registrable domain without its suffix: `example`. Empty when there is no registrable domain. */
  readonly label: string;
  /** What stands before the registrable domain: `app.eu`. Empty when nothing does. */
  readonly subdomain: string;
  readonly isIp: boolean;
  /** True when the suffix is a private one: a hosting platform's, where every tenant is a party of its own. */
  readonly isHosting: boolean;
  /** False when no public suffix list knows the ending (`localhost`, `usdc.e`): no public site stands there. */
  readonly hasKnownSuffix: boolean;
}

/** Longest host name DNS allows (RFC 1035); longer text is cut before anything reads it. */
const MAX_HOST_LENGTH = 253;

/** Never throws: nonsense comes back as a host without a registrable domain. */
export function splitHost(host: string): HostParts {
  const clean = host.slice(0, MAX_HOST_LENGTH).toLowerCase().replace(/\.+$/u, '');
  const parsed = parse(clean, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  return {
    host: clean,
    registrable: parsed.domain,
    suffix: parsed.publicSuffix ?? '',
    label: parsed.domainWithoutSuffix ?? '',
    subdomain: parsed.subdomain ?? '',
    isIp: parsed.isIp === true,
    isHosting: parsed.isPrivate === true,
    hasKnownSuffix: parsed.isIcann === true || parsed.isPrivate === true,
  };
}

/** The host of an origin or URL, lower case; `null` when it is not one or has none (`null`, `data:`). */
export function hostOf(originOrUrl: string | null): string | null {
  if (originOrUrl === null) return null;
  try {
    return new URL(originOrUrl).hostname || null;
  } catch {
    return null;
  }
}

/** `a.b.evil.com` -> itself, `b.evil.com`, `evil.com`: everything a listing of which covers this host. */
export function coveringHosts(host: string): string[] {
  const { host: clean, registrable } = splitHost(host);
  if (registrable === null) return [clean];
  const covering = [clean];
  let rest = clean;
  while (rest !== registrable) {
    const dot = rest.indexOf('.');
    if (dot < 0) break;
    rest = rest.slice(dot + 1);
    covering.push(rest);
  }
  return covering;
}

/** Loopback names and addresses: a developer's own machine. */
export function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127(\.\d{1,3}){3}$/u.test(host) ||
    host === '[::1]' ||
    host === '::1'
  );
}
