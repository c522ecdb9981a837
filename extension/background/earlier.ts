import type { Report } from '../../src/check.ts';
import type { Earlier } from '../../src/simulate/earlier.ts';

/** How long a continued request may still be waiting to be mined, milliseconds (simulation.md, 7). */
const WAITING_MS = 10 * 60 * 1000;
const MAX_KEPT = 32;

export interface EarlierBook {
  /** After Continue. Only what is sent as a transaction is kept. */
  remember(report: Report): void;
  /** The account's own on one chain, oldest first. */
  of(chainId: number, account: string): readonly Earlier[];
  clear(): void;
}

/** Requests the person went on with and that may not be mined yet. Kept in memory alone: without it a run stands by itself. */
export function createEarlierBook(now: () => number): EarlierBook {
  let kept: readonly { readonly at: number; readonly one: Earlier }[] = [];
  const of: EarlierBook['of'] = (chainId, account) =>
    kept
      .filter(({ at, one }) => now() - at < WAITING_MS && one.request.chainId === chainId)
      .map(({ one }) => one)
      .filter(({ request }) => request.account?.toLowerCase() === account.toLowerCase());
  return {
    of,
    remember({ chain, request }) {
      const { account, chainId, ask } = request;
      if (account === null || chainId === null || (ask.kind !== 'transaction' && ask.kind !== 'calls')) return;
      const nonce = [...(chain?.accounts ?? [])].find(([address]) => address === account.toLowerCase())?.[1].nonce;
      // Those before it are not mined yet either, so that its own comes after theirs.
      const waiting = BigInt(of(chainId, account).length);
      const one = { request, nonce: nonce === undefined ? null : nonce + waiting };
      kept = [...kept, { at: now(), one }].slice(-MAX_KEPT);
    },
    clear() {
      kept = [];
    },
  };
}
