import type { Contradiction } from '../../src/request/SigningRequest.ts';

/** What the wallet itself says of chain and account, asked on its own channel with random ids. */
export interface WalletFacts {
  readonly chainId: number | null;
  readonly account: string | null;
  /** What two different answers came for: a page can add an answer but cannot remove the wallet's. */
  readonly contradicted: readonly Contradiction[];
}

/**
 * How long a wallet may take to answer, milliseconds. Its worker may be asleep, or busy with others: no answer makes an
 * approved request be asked about a second time.
 */
export const WALLET_ANSWER_MS = 5_000;
/** The same for one that has kept silent for all of that once and never said a word: it may not answer on its channel. */
export const MUTE_ANSWER_MS = 500;
/**
 * A second, different answer is waited for twice as long as any answer in this document ever took, within these bounds,
 * milliseconds. The page answers at once where the wallet does not: what counts is the slowest, which is never the page's.
 */
export const SECOND_ANSWER_MS = { least: 5, most: 100 } as const;
/** Questions whose late answers are still compared. */
const MAX_REMEMBERED = 500;

export interface WalletQuestions {
  ask(): Promise<WalletFacts>;
  /** Offers a reply seen on the channel; true when it was an answer to one of ours. */
  offer(id: unknown, result: unknown): boolean;
}

export interface QuestionTools {
  /** Puts one JSON-RPC request on the wallet's channel. False when it was kept from the wallet: nobody else may answer. */
  readonly post: (id: string, method: string) => boolean;
  readonly randomId: () => string;
  readonly later: (run: () => void, delayMs: number) => unknown;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
}

interface Question {
  readonly about: Contradiction;
  readonly askedAt: number;
  /** What it was first answered, as text; `null` before that. A wallet answers an id once. */
  first: string | null;
}

export function createWalletQuestions({ post, randomId, later, now }: QuestionTools): WalletQuestions {
  const open = new Map<string, (result: unknown) => void>();
  const questions = new Map<string, Question>();
  const forged = new Set<Contradiction>();
  /** Milliseconds; `null` before the first answer. */
  let slowest: number | null = null;
  let silent = false;

  function question(about: Contradiction, method: string): Promise<readonly unknown[]> {
    const { least, most } = SECOND_ANSWER_MS;
    const waitMs = slowest === null ? most : Math.min(most, Math.max(least, 2 * slowest));
    return new Promise((resolve) => {
      const id = randomId();
      const answers: unknown[] = [];
      const close = (): void => {
        open.delete(id);
        resolve(answers);
      };
      questions.set(id, { about, askedAt: now(), first: null });
      if (questions.size > MAX_REMEMBERED) questions.delete(questions.keys().next().value ?? '');
      open.set(id, (result) => {
        answers.push(result);
        if (answers.length === 1) later(close, waitMs);
      });
      later(
        () => {
          silent = true;
          close();
        },
        silent && slowest === null ? MUTE_ANSWER_MS : WALLET_ANSWER_MS,
      );
      if (post(id, method)) return;
      answers.length = 0;
      questions.delete(id);
      close();
    });
  }

  return {
    async ask() {
      const [chains, accounts] = await Promise.all([
        question('chain', 'eth_chainId'),
        question('account', 'eth_accounts'),
      ]);
      if (distinct(chains.map(chainIdOf)).length > 1) forged.add('chain');
      if (distinct(accounts.map(accountOf)).length > 1) forged.add('account');
      return {
        chainId: forged.has('chain') ? null : chainIdOf(chains[0]),
        account: forged.has('account') ? null : accountOf(accounts[0]),
        contradicted: [...forged].sort(),
      };
    },
    offer(id, result) {
      const asked = typeof id === 'string' ? questions.get(id) : undefined;
      if (asked === undefined || typeof id !== 'string') return false;
      slowest = Math.max(slowest ?? 0, now() - asked.askedAt);
      // A slow wallet's answer may come after a forged one was believed: it still tells on the page, for good.
      const answer = (JSON.stringify(result) ?? '').toLowerCase();
      if (asked.first === null) asked.first = answer;
      else if (asked.first !== answer) forged.add(asked.about);
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
