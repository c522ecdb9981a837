import type { Address } from 'viem';
import { hostOf, isLoopbackHost, splitHost } from '../text/domains.ts';
import { readAddress } from '../text/hex.ts';
import { counted, named, type Statement, statement } from './Statement.ts';

/** What a person asked about, read from what they typed or pasted. */
export type Subject =
  | { readonly kind: 'site'; readonly host: string; readonly text: string }
  | { readonly kind: 'address'; readonly address: Address; readonly written: string; readonly chainId: number | null }
  /** Only the ends of an address, digits in lower case: `0x1b54...98c3`. */
  | { readonly kind: 'ends'; readonly head: string; readonly tail: string }
  | { readonly kind: 'ens'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'nothing' };

export interface ReadSubject {
  readonly subject: Subject;
  /** The name an address is said to have: "Is 0x... the address of Casinu Inu?" */
  readonly claimed: string | null;
  /** What is to be said of the writing itself. */
  readonly remarks: readonly Statement[];
}

/** Longer texts are cut before anything reads them: no name or address needs more. UTF-16 units. */
export const MAX_ASKED = 512;

/** Never throws: whatever was pasted is read as one of the kinds. */
export function readSubject(value: string): ReadSubject {
  const text = value.slice(0, MAX_ASKED).replace(INVISIBLE_ENDS, '');
  const cut = value.length > MAX_ASKED ? [statement('form.cut', 'form', { count: counted(MAX_ASKED) })] : [];
  const read = wholeText(text) ?? partOf(text) ?? { subject: { kind: 'name', name: text }, claimed: null, remarks: [] };
  return { ...read, remarks: [...read.remarks, ...cut] };
}

/** The text is one thing: an address, a link, a host, an ENS name. */
function wholeText(text: string): ReadSubject | null {
  if (text === '') return only({ kind: 'nothing' }, [statement('form.empty', 'form')]);
  const [, chain, account = ''] = CAIP10.exec(text) ?? [null, null, text];
  const address = readAddress(account);
  if (address !== null) {
    return only({ kind: 'address', address, written: account, chainId: chain == null ? null : Number(chain) });
  }
  const [, head, tail] = ENDS.exec(text) ?? [];
  if (head !== undefined && tail !== undefined) {
    return only({ kind: 'ends', head: head.toLowerCase(), tail: tail.toLowerCase() });
  }
  const hex = HEX.exec(text);
  if (hex?.[1] !== undefined) return only({ kind: 'nothing' }, [statement('form.bytes32', 'form')]);
  if (hex !== null)
    return only({ kind: 'nothing' }, [statement('form.hex', 'form', { count: counted(text.length - 2) })]);
  if (looksSecret(text)) return only({ kind: 'nothing' }, [statement('form.secret', 'form')]);
  return SCHEME.test(text) && !/\s/u.test(text) ? link(text) : bareHost(text);
}

function link(text: string): ReadSubject {
  const name = /^(?:https?|wss?):/iu.test(text) ? hostOf(text) : null;
  if (name === null) return only({ kind: 'nothing' }, [statement('form.link', 'form')]);
  const { host } = splitHost(name);
  return only(
    { kind: 'site', host, text },
    hasUserInfo(text) ? [statement('site.decoy', 'form', { host: named(host) })] : [],
  );
}

/** `https://uniswap.org@evil.com`: what stands before the last `@` of the authority is a user name. */
function hasUserInfo(text: string): boolean {
  return /^[a-z]+:[\\/]*[^\\/?#]*@/iu.test(text);
}

function bareHost(text: string): ReadSubject | null {
  if (/[\s,;]/u.test(text)) return null;
  const host = hostOf(`https://${text}`);
  if (host === null) return null;
  const parts = splitHost(host);
  if (parts.isIp || isLoopbackHost(host)) return only({ kind: 'site', host, text });
  if (!/[.。．]/u.test(text)) return null;
  if (parts.suffix === 'eth' && /^[^/?#:@]+$/u.test(text)) return only({ kind: 'ens', name: text.toLowerCase() });
  // What no public suffix list knows is rather a token's name: `USDC.e`.
  return parts.hasKnownSuffix || /[/?#:@]/u.test(text) ? link(`https://${text}`) : null;
}

/** A question in words, with a link or an address in it. */
function partOf(text: string): ReadSubject | null {
  for (const word of text.split(/\s+/u)) {
    const clean = word.replace(/^[("'“<[]+|[)"'”>\],;:!?]+$|\.+$/gu, '');
    const isSubject = SCHEME.test(clean) || readAddress(clean) !== null || ENDS.test(clean);
    const read = isSubject && clean !== text ? wholeText(clean) : null;
    if (read === null) continue;
    const claimed = read.subject.kind === 'address' || read.subject.kind === 'ends' ? claimIn(text) : null;
    return {
      ...read,
      claimed,
      remarks: claimed === null ? [...read.remarks, statement('form.part', 'form')] : read.remarks,
    };
  }
  return null;
}

/** "... the address of Casinu Inu?" */
function claimIn(text: string): string | null {
  return /\b(?:address|contract|token) (?:of|for) (?:the )?(.+?)(?: token)?[\s?.!]*$/iu.exec(text)?.[1] ?? null;
}

/** Secret words of a wallet come in twelves and the like, short and in small letters. */
function looksSecret(text: string): boolean {
  const words = text.split(/\s+/u);
  return [12, 15, 18, 21, 24].includes(words.length) && words.every((word) => /^[a-z]{3,8}$/u.test(word));
}

function only(subject: Subject, remarks: readonly Statement[] = []): ReadSubject {
  return { subject, claimed: null, remarks };
}

/** CAIP-10 account of an EVM chain. */
const CAIP10 = /^eip155:(\d{1,15}):(0x[0-9a-f]{40})$/iu;
const ENDS = /^0x([0-9a-f]{2,38})(?:…|\.{2,}|\*+|-+)([0-9a-f]{2,38})$/iu;
const HEX = /^(?:0x)?([0-9a-f]{64})$|^0x[0-9a-f]*$/iu;
const SCHEME = /^[a-z][a-z0-9+.-]*:[\\/]{2}|^(?:data|blob|javascript|about|mailto):/iu;
/** White space and what nobody sees, at either end of a pasted text. */
const INVISIBLE_ENDS = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu;
