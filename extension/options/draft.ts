import type { ChainSetting, SettingsView } from '../protocol/views.ts';
import type { WordId } from '../ui/words.ts';
import { rpcHost, rpcUrlProblem } from './rpcUrl.ts';

/** One server while the page is open: none, one of the offered addresses, or one's own. */
export interface ServerDraft {
  readonly pick: 'none' | 'own' | { readonly url: string };
  /** Kept while another choice is picked, so that trying one out loses nothing. */
  readonly ownUrl: string;
}

/** Choice of one chain while the page is open: where to simulate, and whom to compare that with. */
export interface ChainDraft extends ServerDraft {
  readonly chainId: number;
  readonly name: string;
  readonly offered: ChainSetting['offered'];
  readonly second: ServerDraft;
}

export const NO_SERVER: ServerDraft = { pick: 'none', ownUrl: '' };

export interface Draft {
  readonly chains: readonly ChainDraft[];
  readonly show: SettingsView['show'];
  readonly language: string;
}

export function draftOf(settings: SettingsView): Draft {
  return { chains: settings.chains.map(chainDraft), show: settings.show, language: settings.language };
}

/** The address that was chosen; `null` for none. */
export function chosenUrl({ pick, ownUrl }: ServerDraft): string | null {
  if (pick === 'none') return null;
  return pick === 'own' ? ownUrl.trim() : pick.url;
}

/** The address whose answers are compared with the first's: none where there is no first. */
export function secondUrl(chain: ChainDraft): string | null {
  return chosenUrl(chain) === null ? null : chosenUrl(chain.second);
}

/** What is wrong with an address; `null` when it can be tried. */
export function serverProblem({ pick, ownUrl }: ServerDraft): WordId | null {
  return pick === 'own' ? rpcUrlProblem(ownUrl) : null;
}

/** As above, of the second: one server cannot contradict itself. */
export function secondProblem(chain: ChainDraft): WordId | null {
  const [first, second] = [chosenUrl(chain), secondUrl(chain)];
  if (first === null || second === null) return null;
  return serverProblem(chain.second) ?? (rpcHost(first) === rpcHost(second) ? 'rpc.problem.same' : null);
}

export function hasProblem(chain: ChainDraft): boolean {
  return serverProblem(chain) !== null || secondProblem(chain) !== null;
}

/** Addresses by chain id, as they are saved. */
export interface Urls {
  readonly rpcUrls: Record<string, string | null>;
  readonly secondRpcUrls: Record<string, string | null>;
}

export function urlsOf({ chains }: Draft): Urls {
  return {
    rpcUrls: Object.fromEntries(chains.map((chain) => [String(chain.chainId), chosenUrl(chain)])),
    secondRpcUrls: Object.fromEntries(chains.map((chain) => [String(chain.chainId), secondUrl(chain)])),
  };
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
  const { chainId, name, offered, rpcUrl, secondRpcUrl } = chain;
  return { chainId, name, offered, ...serverDraft(rpcUrl, offered), second: serverDraft(secondRpcUrl, offered) };
}

function serverDraft(url: string | null, offered: ChainSetting['offered']): ServerDraft {
  if (url === null) return NO_SERVER;
  return offered.some((offer) => offer.url === url) ? { pick: { url }, ownUrl: '' } : { pick: 'own', ownUrl: url };
}
