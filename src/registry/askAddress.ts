import type { Address } from 'viem';
import type { Lists } from '../lists/Lists.ts';
import type { AddressView } from '../simulate/AddressReader.ts';
import { askContract } from './askContract.ts';
import { askLists } from './askLists.ts';
import { askToken, listedToken } from './askToken.ts';
import type { KnownContract, SearchableRegistry } from './Registry.ts';
import { chosen, counted, named, nobody, quoted, type Statement, statement } from './Statement.ts';
import { chainName, OWN_TABLES, sourceNamed } from './sources.ts';
import { resembles } from './tokenKey.ts';

/** What is known around the question. */
export interface AddressQuestion {
  readonly address: Address;
  /** The chain meant; `null` when nobody said. */
  readonly chainId: number | null;
  /** The name it is said to have; `null` when none was given. */
  readonly claimed: string | null;
  readonly asToken: boolean;
  /** What the chain says; `null` when it was not asked or did not answer. */
  readonly view: AddressView | null;
  /** Addresses dealt with before and the user's own, lower case. */
  readonly met: readonly string[];
  readonly own: readonly string[];
}

/** What the lists, the registry and the chain say of an address, most telling first, and what nobody knows. */
export function askAddress(
  question: AddressQuestion,
  lists: Lists | null,
  registry: SearchableRegistry | null,
): Statement[] {
  const { address, view } = question;
  const listed = lists?.matchAddress(question.chainId, address) ?? [];
  const about = registry === null ? [nobody('registry.none')] : askRegistry(question, registry);
  const isNamed = about.some(({ id }) => NAMING.has(id)) || listed.length > 0;
  const isToken = about.some(({ id }) => id === 'token.unknown' || id === 'token.posing');
  const fromLists = askLists(lists, listed, 'address');
  return [
    ...(BURN.has(address) ? [statement('address.burn', 'form')] : []),
    ...fromLists.filter(({ id }) => id !== 'address.absent'),
    ...listedCode(question, lists),
    ...about,
    ...(question.own.includes(address) ? [statement('address.own', 'yours')] : []),
    ...(question.met.includes(address) ? [statement('address.met', 'yours')] : []),
    ...(isNamed || isToken ? [] : [statement('address.unknown', 'absent')]),
    ...fromLists.filter(({ id }) => id === 'address.absent'),
    ...(view === null ? [] : askChain(view, registry)),
    ...(!isNamed && !isToken && lists?.covers?.('sanctioned') === false ? [nobody('list.no-sanctions')] : []),
    nobody(isNamed ? 'address.today' : isToken ? 'token.nobody' : 'address.nobody'),
  ];
}

/** A drainer put up again at another address keeps its code. */
function listedCode({ view }: AddressQuestion, lists: Lists | null): Statement[] {
  const codeHash = view?.account?.codeHash ?? null;
  const matches = codeHash === null ? [] : (lists?.matchCode?.(codeHash) ?? []);
  return matches
    .filter(({ kind }) => kind !== 'allow')
    .map(({ source, kind }) => {
      const facts = { list: named(source.name), kind: chosen(kind) };
      return statement('chain.code-listed', 'entry', facts, { sources: [{ name: source.name, date: source.date }] });
    });
}

const NAMING: ReadonlySet<string> = new Set(['token.listed', 'address.contract']);

function askRegistry(question: AddressQuestion, registry: SearchableRegistry): Statement[] {
  const { address, view } = question;
  const tokens = registry.tokensAt(address);
  const contracts = registry.contractsAt(address);
  // Nobody said which chain: the first on which it is known, Ethereum else.
  const chainId =
    question.chainId ??
    view?.chainId ??
    tokens[0]?.chainId ??
    contracts.find((one) => one.chainId !== null)?.chainId ??
    1;
  const token = tokens.find((one) => one.chainId === chainId) ?? null;
  const here = contracts.filter((one) => one.chainId === chainId || one.chainId === null);
  const elsewhere = [...tokens, ...contracts].filter((one) => one.chainId !== chainId && one.chainId !== null);
  return [
    ...claim(question, chainId, registry),
    ...(token === null ? [] : listedToken(token, registry)),
    ...here.slice(0, 1).flatMap((contract) => knownContract(contract, registry)),
    ...(token === null && here.length === 0 ? askToken(question, chainId, registry) : []),
    ...ends(question, registry, token !== null || here.length > 0),
    ...elsewhere.slice(0, MAX_ELSEWHERE).map((one) =>
      statement('address.elsewhere', 'entry', {
        chain: named(chainName(registry, one.chainId ?? 0)),
        name: named('symbol' in one ? one.symbol : one.name),
      }),
    ),
  ];
}

const MAX_ELSEWHERE = 4;

function knownContract(contract: KnownContract, registry: SearchableRegistry): Statement[] {
  const { chainId, name, role, domains, source } = contract;
  // Addresses come from many places, all copied into our own tables on one day.
  const sources = [{ ...sourceNamed(registry, OWN_TABLES), name: source }];
  const facts = {
    where: chosen(chainId === null ? 'every' : 'one'),
    chain: named(chainId === null ? '' : chainName(registry, chainId)),
    name: named(name),
    role: chosen(role === 'safe' ? 'shared' : role),
  };
  return [
    ...(role === 'forwarder' ? [statement('address.forwarder', 'entry', { name: named(name) }, { sources })] : []),
    statement('address.contract', 'entry', facts, { sources }),
    ...(domains.length === 0 ? [] : [statement('address.home', 'entry', { domains: named(domains.join(', ')) })]),
  ];
}

/** "Is this the address of X?" */
function claim({ address, claimed }: AddressQuestion, chainId: number, registry: SearchableRegistry): Statement[] {
  if (claimed === null) return [];
  const facts = { claimed: quoted(claimed), chain: named(chainName(registry, chainId)) };
  const own = [registry.token(chainId, address), registry.contract(chainId, address)];
  const names = own.flatMap((one) => (one === null ? [] : 'symbol' in one ? [one.symbol, one.name] : [one.name]));
  if (names.some((name) => resembles(claimed, name))) return [statement('claim.same', 'entry', facts)];
  const [genuine] = registry.tokensCalled(chainId, claimed);
  if (genuine === undefined) return [statement('claim.unknown', 'absent', facts), nobody('claim.nobody', facts)];
  return [statement('claim.other', 'entry', { ...facts, symbol: named(genuine.symbol) }, { address: genuine.address })];
}

/** Poisoners make addresses whose ends are those of one that is known (taxonomy E1). */
function ends({ address, met, own }: AddressQuestion, registry: SearchableRegistry, isKnown: boolean): Statement[] {
  if (isKnown) return [];
  const [head, tail] = [address.slice(2, 2 + END_DIGITS), address.slice(-END_DIGITS)];
  const twins = registry.withEnds(head, tail).filter((one) => one.address !== address);
  const mine = [...met, ...own].find(
    (one) => one !== address && one.slice(2, 2 + END_DIGITS) === head && one.endsWith(tail),
  );
  return [
    ...(mine === undefined ? [] : [statement('address.ends-met', 'likeness', {}, { address: `0x${mine.slice(2)}` })]),
    ...twins
      .slice(0, 1)
      .map((twin) => statement('address.ends', 'likeness', { name: named(twin.name) }, { address: twin.address })),
  ];
}

/** Wallets show four or more digits at either end. */
const END_DIGITS = 4;

function askChain(
  { chainId, account, token, contract }: AddressView,
  registry: SearchableRegistry | null,
): Statement[] {
  const chain = named(registry === null ? String(chainId) : chainName(registry, chainId));
  const says: Statement[] = [];
  if (account === null) says.push(nobody('chain.failed', { chain }));
  else if (account.code === 'contract') says.push(statement('chain.contract', 'chain', { chain }));
  else if (account.code === 'delegated') {
    const known = account.delegate === null ? null : (registry?.contract(chainId, account.delegate) ?? null);
    const facts = { chain, known: chosen(known === null ? 'no' : 'yes'), name: named(known?.name ?? '') };
    says.push(statement('chain.delegated', 'chain', facts, { address: account.delegate }));
  } else if (account.nonce === 0n) says.push(statement('chain.unused', 'chain', { chain }));
  else says.push(statement('chain.account', 'chain', { chain, count: counted(Number(account.nonce)) }));
  if (account?.code !== 'contract') return says;
  if (contract != null) says.push(...askContract(chainId, account, contract, registry));
  const { symbol = null, name = null, decimals = null } = token ?? {};
  if ((symbol ?? '') === '' && (name ?? '') === '') return [...says, statement('chain.no-name', 'chain')];
  const facts = { symbol: quoted(symbol ?? ''), name: quoted(name ?? ''), has: chosen(hasNames(symbol, name)) };
  says.push(statement('chain.calls-itself', 'claim', facts));
  const isOdd = decimals === null || decimals > MOST_DECIMALS;
  if (isOdd) {
    says.push(
      statement('chain.decimals', 'claim', {
        known: chosen(decimals === null ? 'no' : 'yes'),
        count: counted(decimals ?? 0),
      }),
    );
  }
  return says;
}

function hasNames(symbol: string | null, name: string | null): string {
  if (name === null || name === '' || name === symbol) return 'symbol';
  return symbol === null || symbol === '' ? 'name' : 'both';
}

/** Ether has 18 and the oddest honest tokens up to 27 or so; amounts of a token with more cannot be read sensibly. */
const MOST_DECIMALS = 36;

/** Addresses nobody has a key for, used to destroy coins; after `burn-or-token-recipient`. */
const BURN: ReadonlySet<string> = new Set([
  '0x0000000000000000000000000000000000000000',
  '0x000000000000000000000000000000000000dead',
  '0xdead000000000000000042069420694206942069',
]);
