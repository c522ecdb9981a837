import { borrowedTicker } from './askToken.ts';
import type { RegistryToken, SearchableRegistry } from './Registry.ts';
import { chosen, counted, named, nobody, quoted, type Statement, statement } from './Statement.ts';
import { chainName, sourceNamed, tokenSources } from './sources.ts';
import { isDisguised } from './tokenKey.ts';

/** What the registry says of a token's symbol or name, and what nobody knows. */
export function askName(name: string, chainId: number | null, registry: SearchableRegistry | null): Statement[] {
  if (registry === null) return [nobody('registry.none')];
  const tokens = registry.tokensCalled(chainId, name);
  const coin = registry.coinCalled(name);
  const dapps = registry.dappsCalled(name);
  const found = [
    ...disguise(name, tokens),
    ...(coin === null ? [] : [statement(COIN[coin.kind], 'entry', coinFacts(coin))]),
    ...tokens.slice(0, MAX_TOKENS).flatMap((token) => tokenLine(token, registry)),
    ...(tokens.length > MAX_TOKENS
      ? [statement('name.more', 'entry', { count: counted(tokens.length - MAX_TOKENS) })]
      : []),
    ...dapps
      .slice(0, MAX_HOMES)
      .map((dapp) =>
        statement(
          'name.dapp',
          'entry',
          { name: named(dapp.name), domain: named(dapp.domain) },
          { sources: [sourceNamed(registry, dapp.source)] },
        ),
      ),
  ];
  if (found.length > 0) return [...found, nobody('name.which')];
  return [statement('name.unknown', 'absent', { name: quoted(name) }), nobody('name.nobody')];
}

/** More rows than these are not read. */
const MAX_TOKENS = 5;
const MAX_HOMES = 3;
const COIN = { native: 'name.coin', brand: 'name.brand' } as const;

function coinFacts({ symbol, name }: { readonly symbol: string; readonly name: string }): Statement['facts'] {
  return { symbol: named(symbol), name: named(name) };
}

function tokenLine(token: RegistryToken, registry: SearchableRegistry): Statement[] {
  const { symbol, name, chainId, lists, address, type } = token;
  const facts = {
    symbol: named(symbol),
    name: named(name),
    same: chosen(name === symbol ? 'yes' : 'no'),
    chain: named(chainName(registry, chainId)),
    count: counted(lists.length),
    what: chosen(type === 'erc20' ? 'token' : 'collection'),
  };
  const line = statement('name.token', 'entry', facts, { address, sources: tokenSources(token, registry) });
  return [line, ...borrowedTicker(token, registry)];
}

function disguise(written: string, tokens: readonly RegistryToken[]): Statement[] {
  const disguised = tokens.find((one) => isDisguised(written, one.symbol) || isDisguised(written, one.name));
  const plain = tokens.some(({ symbol, name }) =>
    [symbol, name].some((one) => one.toLowerCase() === written.toLowerCase()),
  );
  if (disguised === undefined || plain) return [];
  const genuine = isDisguised(written, disguised.symbol) ? disguised.symbol : disguised.name;
  return [statement('name.disguised', 'likeness', { written: quoted(written), genuine: named(genuine) })];
}
