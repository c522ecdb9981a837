import type { RegistryToken, SearchableRegistry } from './Registry.ts';
import type { StatementSource } from './Statement.ts';

/** The registry's own hand-written tables, as its sources name them. */
export const OWN_TABLES = 'Countersign tables';

/** With the date of the copy, where the registry has such a source. */
export function sourceNamed(registry: SearchableRegistry, name: string): StatementSource {
  const source = registry.sources.find((one) => one.name === name);
  return source === undefined ? { name } : { name, date: source.date };
}

/** The lists that carry a token, each with the date of its copy. */
export function tokenSources({ lists }: RegistryToken, registry: SearchableRegistry): StatementSource[] {
  return lists.map((list) => registry.tokenList(list) ?? { name: list });
}

/** As people call it, or its CAIP-2 id. */
export function chainName(registry: SearchableRegistry, chainId: number): string {
  return registry.chain(chainId)?.name ?? `eip155:${chainId}`;
}
