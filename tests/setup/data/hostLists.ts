import { BadInputError } from '../../../src/errors.ts';
import { encodeList, type ListEntry } from '../../../src/lists/encodeList.ts';
import { hostOf, splitHost } from '../../../src/text/domains.ts';
import { PACKAGED } from './packages.ts';
import { readPhishingConfig } from './readPackages.ts';

/**
 * MetaMask's packaged phishing list as one compiled file. Refused as poison (the build stops): a listing of a site the
 * registry names as genuine. Left out: entries that are no host, and whole hosting platforms or public suffixes.
 */
export function compileHostList(protectedDomains: ReadonlySet<string>): Uint8Array<ArrayBuffer> {
  const source = PACKAGED.find(({ id }) => id === 'metamask-phishing');
  if (source === undefined) throw new BadInputError('packages.ts names no phishing list');
  const config = readPhishingConfig();
  const blocked = hosts(config.blacklist);
  const poison = blocked.filter((host) => protectedDomains.has(host));
  if (poison.length > 0) {
    throw new BadInputError(
      `${source.package} lists sites the registry calls genuine: ${poison.join(', ')}. Check both.`,
    );
  }
  const entry =
    (kind: ListEntry['kind']) =>
    (host: string): ListEntry => {
      return { host, address: null, kind, reason: null, added: null };
    };
  return encodeList(
    {
      id: 'metamask',
      name: 'MetaMask',
      lineage: 'metamask',
      date: source.date,
      url: 'https://github.com/MetaMask/eth-phishing-detect',
      appeal: 'https://github.com/MetaMask/eth-phishing-detect/issues',
    },
    [...blocked.map(entry('phishing')), ...hosts(config.whitelist).map(entry('allow'))],
  );
}

/** Hosts in ASCII, lower case, once each: registrable domains, their subdomains, and IP addresses. */
export function hosts(entries: readonly string[]): string[] {
  const clean = entries.map((entry) => hostOf(`https://${entry.trim()}/`)).filter((host) => host !== null);
  return [...new Set(clean)].filter((host) => {
    const parts = splitHost(host);
    return parts.registrable !== null || parts.isIp;
  });
}
