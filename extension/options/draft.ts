import type { ChainSetting, SettingsView } from '../protocol/views.ts';
import { rpcUrlProblem } from './rpcUrl.ts';

/** Choice of one chain while the page is open: no simulation, one of the offered addresses, or one's own. */
export interface ChainDraft {
  readonly chainId: number;
  readonly name: string;
  readonly offered: ChainSetting['offered'];
  readonly pick: 'none' | 'own' | { readonly url: string };
  /** Kept while another choice is picked, so that trying one out loses nothing. */
  readonly ownUrl: string;
}

export interface Draft {
  readonly chains: readonly ChainDraft[];
  readonly show: SettingsView['show'];
  readonly language: string;
}

export function draftOf(settings: SettingsView): Draft {
  return { chains: settings.chains.map(chainDraft), show: settings.show, language: settings.language };
}

/** The address this chain would be simulated on; `null` for none. */
export function chosenUrl(chain: ChainDraft): string | null {
  if (chain.pick === 'none') return null;
  return chain.pick === 'own' ? chain.ownUrl.trim() : chain.pick.url;
}

export function hasProblem(chain: ChainDraft): boolean {
  return chain.pick === 'own' && rpcUrlProblem(chain.ownUrl) !== null;
}

export function rpcUrls(draft: Draft): Record<string, string | null> {
  return Object.fromEntries(draft.chains.map((chain) => [String(chain.chainId), chosenUrl(chain)]));
}

export function withChain(draft: Draft, chain: ChainDraft): Draft {
  return { ...draft, chains: draft.chains.map((other) => (other.chainId === chain.chainId ? chain : other)) };
}

/** Names offered on more than one chain: worth one press for all of them. */
export function commonOffers(chains: readonly ChainDraft[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { offered } of chains) {
    for (const { name } of offered) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([name]) => name);
}

/** Picks the offer of this name on every chain that has it; `null` picks "do not simulate" on all. */
export function pickEverywhere(draft: Draft, name: string | null): Draft {
  const chains = draft.chains.map((chain): ChainDraft => {
    if (name === null) return { ...chain, pick: 'none' };
    const offer = chain.offered.find((other) => other.name === name);
    return offer === undefined ? chain : { ...chain, pick: { url: offer.url } };
  });
  return { ...draft, chains };
}

function chainDraft(chain: ChainSetting): ChainDraft {
  const { chainId, name, offered, rpcUrl } = chain;
  const known = offered.some(({ url }) => url === rpcUrl);
  return {
    chainId,
    name,
    offered,
    pick: rpcUrl === null ? 'none' : known ? { url: rpcUrl } : 'own',
    ownUrl: rpcUrl !== null && !known ? rpcUrl : '',
  };
}
