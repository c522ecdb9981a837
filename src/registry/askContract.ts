import type { AccountFacts, ContractFacts } from '../simulate/Simulator.ts';
import type { SearchableRegistry } from './Registry.ts';
import { chosen, counted, named, nobody, type Statement, statement } from './Statement.ts';

/** What the chain says of a contract beyond that it is there: the code behind it, its age, and whose code it is. */
export function askContract(
  chainId: number,
  account: AccountFacts,
  contract: ContractFacts,
  registry: SearchableRegistry | null,
): Statement[] {
  return [...proxy(chainId, contract, registry), ...twin(account, contract, registry), ...age(contract)];
}

function proxy(
  chainId: number,
  { proxy: kind, implementation, admin }: ContractFacts,
  registry: SearchableRegistry | null,
): Statement[] {
  if (kind === null) return [];
  const known = implementation === null ? null : (registry?.contract(chainId, implementation) ?? null);
  const facts = {
    kind: chosen(kind === 'safe' ? 'shared' : kind),
    known: chosen(known === null ? 'no' : 'yes'),
    name: named(known?.name ?? ''),
    has: chosen(implementation === null ? 'no' : 'yes'),
  };
  const ruler = chosen(kind === 'beacon' ? 'beacon' : 'admin');
  return [
    statement('chain.proxy', 'chain', facts, { address: implementation }),
    ...(admin === null ? [] : [statement('chain.proxy-admin', 'chain', { ruler }, { address: admin })]),
  ];
}

function twin(
  { codeHash }: AccountFacts,
  { coreHash = null }: ContractFacts,
  registry: SearchableRegistry | null,
): Statement[] {
  const found = registry?.codeTwin?.(codeHash, coreHash) ?? null;
  if (found === null) return [];
  const facts = { name: named(found.name), match: chosen(found.match) };
  return [statement('chain.code-twin', 'entry', facts, { sources: [{ name: found.source }] })];
}

function age({ ageAtLeastSeconds, ageAtMostSeconds }: ContractFacts): Statement[] {
  const least = ageAtLeastSeconds === null ? 0 : Math.floor(ageAtLeastSeconds / DAY_SECONDS);
  const most = ageAtMostSeconds === null ? null : Math.max(1, Math.ceil(ageAtMostSeconds / DAY_SECONDS));
  if (least === 0 && most === null) return [nobody('chain.no-history')];
  const bounds = least === 0 ? 'most' : most === null ? 'least' : 'both';
  return [statement('chain.age', 'chain', { bounds: chosen(bounds), least: counted(least), most: counted(most ?? 0) })];
}

const DAY_SECONDS = 86_400;
