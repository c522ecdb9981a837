/** What the wallet itself says of chain and account, asked on its own channel with random ids. */
export interface WalletFacts {
  readonly chainId: number | null;
  readonly account: string | null;
  /** True when two different answers came: a page can add an answer but cannot remove the wallet's. */
  readonly contradicted: boolean;
}

/** How long a wallet may take to answer, and how long a second, different answer is waited for; milliseconds. */
export const WALLET_ANSWER_MS = 1_500;
export const SECOND_ANSWER_MS = 250;
/** Questions whose late answers are still compared. */
const MAX_REMEMBERED = 500;

export interface WalletQuestions {
  ask(): Promise<WalletFacts>;
  /** Offers a reply seen on the channel; true when it was an answer to one of ours. */
  offer(id: unknown, result: unknown): boolean;
}

/** `post` puts one JSON-RPC request on the wallet's channel. */
export function createWalletQuestions(
  post: (id: string, method: string) => void,
  randomId: () => string,
  later: (run: () => void, delayMs: number) => unknown,
): WalletQuestions {
  const open = new Map<string, (result: unknown) => void>();
  /** What each id was first answered, for as long as the document lives: a wallet answers an id once. */
  const firsts = new Map<string, string>();
  let forged = false;

  function question(method: string): Promise<readonly unknown[]> {
    return new Promise((resolve) => {
      const id = randomId();
      const answers: unknown[] = [];
      const close = (): void => {
        open.delete(id);
        resolve(answers);
      };
      firsts.set(id, '');
      if (firsts.size > MAX_REMEMBERED) firsts.delete(firsts.keys().next().value ?? '');
      open.set(id, (result) => {
        answers.push(result);
        if (answers.length === 1) later(close, SECOND_ANSWER_MS);
      });
      later(close, WALLET_ANSWER_MS);
      post(id, method);
    });
  }

  return {
    async ask() {
      const [chains, accounts] = await Promise.all([question('eth_chainId'), question('eth_accounts')]);
      const chainIds = distinct(chains.map(chainIdOf));
      const firstAccounts = distinct(accounts.map(accountOf));
      return {
        chainId: chainIds.length === 1 ? (chainIds[0] ?? null) : null,
        account: firstAccounts.length === 1 ? (firstAccounts[0] ?? null) : null,
        contradicted: forged || chainIds.length > 1 || firstAccounts.length > 1,
      };
    },
    offer(id, result) {
      if (typeof id !== 'string' || !firsts.has(id)) return false;
      // A slow wallet's answer may come after a forged one was believed: it still tells on the page, for good.
      const answer = JSON.stringify(result) ?? '';
      const first = firsts.get(id) ?? '';
      if (first === '') firsts.set(id, answer);
      else forged ||= first.toLowerCase() !== answer.toLowerCase();
      open.get(id)?.(result);
      return true;
    },
  };
}

/** EIP-155 id from a provider's hex text; `null` for anything else. */
export function chainIdOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^0x[0-9a-f]{1,13}$/iu.test(value)) return null;
  const id = Number.parseInt(value, 16);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

function accountOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return addressOf(first);
}

/** Lower-case address, or `null`. */
export function addressOf(value: unknown): string | null {
  return typeof value === 'string' && /^0x[0-9a-f]{40}$/iu.test(value) ? value.toLowerCase() : null;
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
