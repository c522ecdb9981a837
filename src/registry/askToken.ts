import type { AddressQuestion } from './askAddress.ts';
import type { RegistryToken, SearchableRegistry } from './Registry.ts';
import { chosen, counted, named, quoted, type Statement, statement } from './Statement.ts';
import { chainName, tokenSources } from './sources.ts';

/** The first of the three answers: "This is USDC, as 3 token lists name it." */
export function listedToken(token: RegistryToken, registry: SearchableRegistry): Statement[] {
  const { symbol, name, decimals, lists, chainId, type } = token;
  const facts = {
    symbol: named(symbol),
    name: named(name),
    same: chosen(name === symbol ? 'yes' : 'no'),
    count: counted(lists.length),
    chain: named(chainName(registry, chainId)),
    what: chosen(type === 'erc20' ? 'token' : 'collection'),
  };
  return [
    statement('token.listed', 'entry', facts, { sources: tokenSources(token, registry) }),
    ...(type === 'erc20'
      ? [
          statement('token.decimals', 'entry', {
            known: chosen(decimals === null ? 'no' : 'yes'),
            count: counted(decimals ?? 0),
          }),
        ]
      : []),
    ...borrowedTicker(token, registry),
  ];
}

/** A listed memecoin may carry the ticker of a coin it has nothing to do with: explained, never condemned. */
export function borrowedTicker({ symbol, name }: RegistryToken, registry: SearchableRegistry): Statement[] {
  const coin = registry.coinCalled(symbol) ?? registry.coinCalled(name);
  if (coin?.kind !== 'native') return [];
  return [statement('token.ticker', 'entry', { symbol: named(symbol), name: named(name), coin: named(coin.name) })];
}

/** The other two: "calls itself USDC and is not the listed one", "no list knows this token". */
export function askToken(question: AddressQuestion, chainId: number, registry: SearchableRegistry): Statement[] {
  const { address, asToken, view } = question;
  const { symbol = null, name = null } = view?.token ?? {};
  const self = symbol || name || null;
  const unknown = asToken || self !== null ? [statement('token.unknown', 'absent')] : [];
  const twin = self === null ? null : registry.impersonates(chainId, address, symbol, name);
  if (twin === null || self === null) return unknown;
  if (twin.kind !== 'token') {
    const facts = { self: quoted(self), name: named(twin.name), kind: chosen(twin.kind) };
    return [...unknown, statement('token.borrowed', 'likeness', facts)];
  }
  const facts = { self: quoted(self), symbol: named(twin.symbol) };
  const genuine = twin.address === null ? null : registry.token(chainId, twin.address);
  const sources = genuine === null ? [] : tokenSources(genuine, registry);
  return [statement('token.posing', 'claim', facts, { address: twin.address, sources })];
}
