import { coveringHosts } from '../text/domains.ts';
import { addressFingerprint, codeFingerprint, hostFingerprint } from './fingerprint.ts';
import { type ListFile, readListFile } from './format.ts';
import type { ListMatch, Lists } from './Lists.ts';

/**
 * The lists in these files (one per source, as `encodeList` made them), read in place: nothing is parsed but a head
 * of some hundred bytes a file.
 *
 * A listed `evil.com` catches its subdomains; a listed `evil.vercel.app` catches neither `vercel.app` nor its other tenants.
 *
 * @throws ListUnavailableError naming the file that is damaged; leave that one out and go on with the last good copy.
 */
export function createLists(files: readonly { readonly id: string; readonly bytes: Uint8Array }[]): Lists {
  const lists = files.map(({ id, bytes }) => readListFile(id, bytes));
  return {
    sources: lists.map((list) => list.source),
    covers: (kind) => lists.some(({ groups }) => groups.some((group) => group.kind === kind)),
    matchHost(host) {
      const covering = coveringHosts(host);
      // The host itself, and the parents nearest to the registrable domain: those are what lists carry.
      const [own = host] = covering;
      const asked = [own, ...covering.slice(1).slice(-MAX_PARENT_HOSTS)];
      return asked.flatMap((value) => rowsOf(lists, value, hostFingerprint(value), null));
    },
    matchAddress(chainId, address) {
      return rowsOf(lists, address, addressFingerprint(address), chainId);
    },
    matchCode(codeHash) {
      return rowsOf(lists, codeHash, codeFingerprint(codeHash), null);
    },
  };
}

/** A host name of 253 characters can have 127 labels; a page must not buy 127 hashes with it. */
const MAX_PARENT_HOSTS = 15;

function rowsOf(lists: readonly ListFile[], value: string, key: Uint8Array, chainId: number | null): ListMatch[] {
  const matches: ListMatch[] = [];
  for (const list of lists) {
    const { first, count } = list.find(key);
    for (let row = first; row < first + count; row += 1) {
      const { kind, reason, chainId: onlyOn } = list.group(row);
      // An unknown chain matches every chain's entry: not knowing must not hide a listing.
      if (onlyOn !== null && chainId !== null && onlyOn !== chainId) continue;
      matches.push({ value, kind, reason, source: list.source, added: list.added(row) });
    }
  }
  return matches;
}
