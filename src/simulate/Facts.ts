import type { Address, Hex } from 'viem';
import { MAX_ACCOUNTS, readAccountAndCode } from './accountFacts.ts';
import { holdingKey } from './assets.ts';
import { createContractDesk, type Surroundings } from './contractFacts/createContractDesk.ts';
import { loanRecipients } from './debts.ts';
import type { Probe } from './Probe.ts';
import { createPriceDesk } from './prices/createPriceDesk.ts';
import { lowerAddress } from './rpcValue.ts';
import type { Scenario } from './Scenario.ts';
import type { AccountFacts, ChainQuery, ContractFacts, Price, Run, TokenFacts } from './Simulator.ts';
import { MAX_TOKENS, readHolding, readToken } from './tokenFacts.ts';
import type { Ask } from './trip.ts';

/** Accounts and tokens one look describes: wanted by decode first, by the run's findings later. */
export interface Facts {
  readonly accounts: ReadonlyMap<Address, AccountFacts>;
  readonly tokens: ReadonlyMap<Address, TokenFacts>;
  /** What the query's `holders` hold, by `holdingKey`. */
  readonly holdings: ReadonlyMap<string, bigint>;
  /** Of contracts that no list knows, the first named first. */
  contracts(nowSeconds: bigint): ReadonlyMap<Address, ContractFacts>;
  /** Of the coin and the tokens, where somebody here knows whom to ask. */
  prices(nowSeconds: bigint): ReadonlyMap<Address | 'native', Price>;
  /** Names what a run found; what is known already is not asked for again. */
  wantFound(run: Run): void;
  /** Names what a run's logs and the next probes point at. */
  wantNamed(addresses: readonly Address[], probes: readonly Probe[]): void;
  /** True when something wanted was not asked for yet. */
  readonly pending: boolean;
  /**
   * Asks for everything wanted, in the trip being packed.
   * @param askIfAble for what a verdict can do without: proxies, ages and prices.
   */
  askAll(ask: Ask, askIfAble?: Ask): Promise<void>;
}

/** Without surroundings, as for an endpoint seen for the first time. */
const UNKNOWN: Surroundings = { header: () => null, pace: { secondsPerBlock: null } };

export function createFacts(
  query: ChainQuery,
  user: Address | null,
  scenario: Scenario | null,
  surroundings: Surroundings = UNKNOWN,
): Facts {
  const accounts = new Map<Address, AccountFacts>();
  const tokens = new Map<Address, TokenFacts>();
  const holdings = new Map<string, bigint>();
  const codes = new Map<Address, Hex>();
  const contracts = createContractDesk(surroundings);
  const worth = createPriceDesk(query.priceSource);
  /** False until asked. */
  const wantedAccounts = new Map<Address, boolean>();
  let holders = query.holders ?? [];
  const wantedTokens = new Map<Address, { readonly id: bigint | null; asked: boolean }>();

  const self = user === null ? null : lowerAddress(user);

  const wantAccount = (address: Address): void => {
    const key = lowerAddress(address);
    if (wantedAccounts.has(key) || wantedAccounts.size >= MAX_ACCOUNTS) return;
    wantedAccounts.set(key, false);
    if (key !== self && query.isListed?.(key) !== true) contracts.want(key);
  };
  const wantToken = (address: Address, id: bigint | null): void => {
    const key = lowerAddress(address);
    if (id === null) worth.want(key);
    const known = wantedTokens.get(key);
    if (known === undefined) {
      if (wantedTokens.size < MAX_TOKENS) wantedTokens.set(key, { id, asked: false });
    } else if (known.id === null && id !== null && tokens.get(key)?.holding == null) {
      // Taken for an ERC-20 first: now an item says it is an ERC-1155, whose holding is read by item.
      wantedTokens.set(key, { id, asked: false });
    }
  };

  if (user !== null) wantAccount(user);
  if (scenario !== null || query.tokens.length > 0) worth.want('native');
  for (const { to, data } of scenario?.calls ?? []) {
    if (to === null) continue;
    wantAccount(to);
    // A call's target may be a token that decode does not know as one.
    if (data !== '0x' && query.tokens.length === 0) wantToken(to, null);
  }
  if (scenario?.delegate != null) wantAccount(scenario.delegate);
  for (const address of query.addresses) wantAccount(address);
  for (const asset of query.tokens) {
    if (asset.type !== 'native') wantToken(asset.address, asset.type === 'erc1155' ? asset.id : null);
  }

  return {
    accounts,
    tokens,
    holdings,
    contracts: (nowSeconds) =>
      contracts.facts(nowSeconds, (address) => {
        const account = accounts.get(address);
        const bytes = codes.get(address);
        return account === undefined || bytes === undefined ? null : { bytes, hash: account.codeHash };
      }),
    prices: worth.prices,
    wantFound(run) {
      const { deltas, permissions } = run;
      for (const { to, token } of loanRecipients(run, tokens)) {
        wantAccount(to);
        wantToken(token, null);
      }
      for (const { asset, to } of deltas) {
        if (asset.type !== 'native') wantToken(asset.address, asset.type === 'erc1155' ? asset.id : null);
        if (to !== null) wantAccount(to);
      }
      for (const { token, to } of permissions) {
        wantToken(token, null);
        wantAccount(to);
      }
    },
    wantNamed(addresses, probes) {
      addresses.forEach(wantAccount);
      for (const probe of probes) {
        if ('token' in probe) {
          const isItem = probe.kind === 'items' || probe.kind === 'itemAllowance';
          wantToken(probe.token, isItem ? probe.id : null);
        }
        if ('spender' in probe) wantAccount(probe.spender);
        if ('operator' in probe) wantAccount(probe.operator);
      }
    },
    get pending() {
      return (
        [...wantedAccounts.values()].some((asked) => !asked) || [...wantedTokens.values()].some(({ asked }) => !asked)
      );
    },
    async askAll(ask, askIfAble = ask) {
      const forAccounts = [...wantedAccounts].flatMap(([address, asked]) => (asked ? [] : [address]));
      const forTokens = [...wantedTokens].filter(([, { asked }]) => !asked);
      for (const address of forAccounts) wantedAccounts.set(address, true);
      for (const [, token] of forTokens) token.asked = true;
      const asking = holders;
      holders = [];
      await Promise.all([
        ...forAccounts.map(async (address) => {
          const read = await readAccountAndCode(ask, address);
          if (read === null) return;
          accounts.set(address, read.account);
          codes.set(address, read.code);
        }),
        ...forTokens.map(async ([address, { id }]) => {
          const token = await readToken(ask, { address, id }, user, askIfAble);
          // A call's target that answers nothing was no token.
          if (Object.values(token).some((fact) => fact !== null)) tokens.set(address, token);
        }),
        ...asking.map(async ({ account, asset }) => {
          if (asset.type === 'native') return;
          const id = asset.type === 'erc1155' ? asset.id : null;
          const held = await readHolding(ask, { address: asset.address, id }, account);
          if (held !== null) holdings.set(holdingKey(account, asset), held);
        }),
        contracts.ask(askIfAble),
        worth.ask(askIfAble),
      ]);
    },
  };
}
