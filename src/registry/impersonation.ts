import type { Address } from 'viem';
import type { Coins } from './coins.ts';
import type { Lookalike, RegistryToken } from './Registry.ts';
import type { TokenFile } from './tokenFile.ts';
import { tokenKey } from './tokenKey.ts';

/** What the question is asked of. `isNativeFace`: the address is the chain's own coin, wrapped or as a token. */
export interface TokenKnowledge {
  readonly tokens: TokenFile;
  readonly coins: Coins;
  readonly isNativeFace: (chainId: number, address: Address) => boolean;
  /** True for public main networks; false for test networks, local ones and chains nobody listed. */
  readonly isMainNetwork: (chainId: number) => boolean;
  readonly isTestNetwork: (chainId: number) => boolean;
}

/**
 * From how many listed tokens on a chain its lists are taken to name the well-known ones. Below that (Cronos, zkSync)
 * an honest bridged USDC is on no list either, and silence is the only honest answer.
 */
export const COVERED_CHAIN_TOKENS = 20;

/**
 * The listed token, coin or brand that these names belong to, when the token at `address` is not it.
 *
 * Symbols alone are nobody's property: only money-like tokens (USDC, WETH) are protected by their symbol; other tokens
 * by symbol and name together, or by a symbol written in look-alike letters. Coins of other chains and brands give the
 * neutral kinds `native` and `brand`: a memecoin may be called BITCOIN without cheating anyone.
 */
export function impersonated(
  known: TokenKnowledge,
  chainId: number,
  address: Address,
  symbol: string | null,
  name: string | null,
): Lookalike | null {
  const keys = { symbol: tokenKey(symbol ?? ''), name: tokenKey(name ?? '') };
  if (known.tokens.find(chainId, address) !== null || known.isNativeFace(chainId, address)) return null;
  // One deployer, one address on many chains: the listed one elsewhere is the same hand here.
  if (known.tokens.atAddress(address).some((token) => tokenKey(token.symbol) === keys.symbol)) return null;
  return (
    listedHere(known, chainId, symbol ?? '', name ?? '', keys) ??
    coinOrBrand(known.coins, keys, 'native') ??
    listedElsewhere(known, chainId, keys) ??
    coinOrBrand(known.coins, keys, 'brand')
  );
}

interface Keys {
  readonly symbol: string;
  readonly name: string;
}

function listedHere(known: TokenKnowledge, chainId: number, symbol: string, name: string, keys: Keys): Lookalike | null {
  const here = (tokens: readonly RegistryToken[]) => tokens.filter((token) => token.chainId === chainId);
  const isMoney = known.coins.ticker(keys.symbol)?.kind === 'money';
  const bySymbol = here(known.tokens.withKey('symbol', keys.symbol)).find(
    (token) => isMoney || keys.name === tokenKey(token.name) || isDisguised(symbol, token.symbol),
  );
  const byName = here(known.tokens.withKey('name', keys.name)).find((token) => isDisguised(name, token.name));
  const token = bySymbol ?? byName;
  return token === undefined
    ? null
    : { kind: 'token', symbol: token.symbol, name: token.name, address: token.address };
}

/** A token known everywhere, on a chain whose lists name no such token, or on nobody's chain. */
function listedElsewhere(known: TokenKnowledge, chainId: number, keys: Keys): Lookalike | null {
  const coin = known.coins.ticker(keys.symbol);
  if (coin === null || known.isTestNetwork(chainId)) return null;
  if (known.isMainNetwork(chainId) && known.tokens.countOn(chainId) < COVERED_CHAIN_TOKENS) return null;
  if (!known.coins.answersTo(coin, keys.name) && !(coin.kind === 'money' && keys.name === keys.symbol)) return null;
  return { kind: 'token', symbol: coin.symbol, name: coin.name, address: null };
}

function coinOrBrand(coins: Coins, keys: Keys, kind: 'native' | 'brand'): Lookalike | null {
  for (const key of [keys.symbol, keys.name]) {
    const coin = key === '' ? null : coins.called(key);
    if (coin?.kind === kind) return { kind, symbol: coin.symbol, name: coin.name, address: null };
  }
  return null;
}

/** Looks the same and is written otherwise: `UЅDС` with Cyrillic letters, `USDС`, `U\u200bSDC`, `UN1`. */
function isDisguised(text: string, genuine: string): boolean {
  return plain(text) !== plain(genuine);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\p{P}\p{S}\p{Z}]/gu, '');
}
