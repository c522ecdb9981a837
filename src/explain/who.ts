import type { Address } from 'viem';
import { isHeadlineWord } from './headlineWords.ts';
import type { Speech } from './Speech.ts';
import { lower } from './tokens.ts';

/** What is known of an address, for words. */
type Kind = 'own' | 'named' | 'stranger' | 'contract' | 'unknown';

function kindOf(speech: Speech, address: Address): Kind {
  if (speech.user !== null && lower(speech.user) === lower(address)) return 'own';
  if (nameOf(speech, address) !== null) return 'named';
  const code = speech.chain?.accounts.get(lower(address))?.code;
  if (code === undefined) return 'unknown';
  return code === 'contract' ? 'contract' : 'stranger';
}

/** The registry's name, or the listed token's symbol when the address is a token. */
export function nameOf(speech: Speech, address: Address): string | null {
  const { registry, chainId } = speech;
  // Lists write the zero address for a network's coin: it is nobody's name.
  if (registry === null || chainId === null || /^0x0{40}$/u.test(address)) return null;
  return registry.contract(chainId, lower(address))?.name ?? registry.token(chainId, lower(address))?.symbol ?? null;
}

/** In a sentence: "Uniswap Permit2", "an address no list knows". The address itself stands beside it, in full. */
export function whoText(speech: Speech, address: Address): string {
  const kind = kindOf(speech, address);
  const name = nameOf(speech, address);
  return kind === 'named' && name !== null ? name : speech.say('who', { kind });
}

/** Who is paid: to pay a person's account is nothing odd. */
export function payeeText(speech: Speech, address: Address): string {
  const name = nameOf(speech, address);
  const kind = kindOf(speech, address);
  return kind === 'named' && name !== null ? name : speech.say('who.paid', { kind });
}

/** As `whoText`, with who says so. */
export function whoWithSource(speech: Speech, address: Address): string {
  const listed = speech.chainId === null ? null : speech.registry?.contract(speech.chainId, lower(address));
  return listed == null
    ? capitalised(whoText(speech, address))
    : speech.say('who.sourced', { name: listed.name, source: listed.source });
}

/** In a headline: three words at most, no hex. */
export function whoShort(speech: Speech, address: Address): string {
  return headlineName(speech, address) ?? speech.say('who.short', { kind: kindOf(speech, address) });
}

export function payeeShort(speech: Speech, address: Address): string {
  return headlineName(speech, address) ?? speech.say('who.short.paid', { kind: kindOf(speech, address) });
}

function headlineName(speech: Speech, address: Address): string | null {
  if (kindOf(speech, address) !== 'named') return null;
  const name = nameOf(speech, address);
  return name !== null && isHeadlineWord(name, 3) ? name : null;
}

/** `0x3c44 cddd b6a9 …`: all of it, in groups the eye can compare. */
export function groupedAddress(address: string): string {
  return `0x ${(address.slice(2).match(/.{1,4}/gu) ?? []).join(' ')}`;
}

/** With a capital first letter; `stETH` and its like keep their spelling. */
export function capitalised(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
