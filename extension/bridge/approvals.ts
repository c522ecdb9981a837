import type { ChannelName } from './WalletChannel.ts';

/** What a person said Continue to, and for which chain and account. */
export interface Approval {
  /** Canonical method name: trimmed, lower case. */
  readonly method: string;
  readonly paramsText: string;
  /** EIP-155 chain id and account that were judged; `null` when they were not known. */
  readonly chainId: number | null;
  readonly account: string | null;
  /** The channel of the wallet it was given for; without it, of any. */
  readonly channel?: ChannelName | null;
}

/** An approval that nothing used is void after this long, milliseconds (interception.md, "An approval binds"). */
export const APPROVAL_LIFE_MS = 5_000;

export interface Approvals {
  issue(approval: Approval): void;
  /** Takes one matching approval out, or answers `null`. Each counts 1. */
  take(method: string, paramsText: string, channel: ChannelName): Approval | null;
  clear(): void;
}

/** Lives in the isolated world only: the page can neither read nor add to it. */
export function createApprovals(now: () => number): Approvals {
  let live: { readonly approval: Approval; readonly until: number }[] = [];
  const prune = (): void => {
    const at = now();
    live = live.filter((entry) => entry.until > at);
  };
  return {
    issue(approval) {
      prune();
      live.push({ approval: { ...approval, method: plainName(approval.method) }, until: now() + APPROVAL_LIFE_MS });
    },
    take(method, paramsText, channel) {
      prune();
      const name = plainName(method);
      const at = live.findIndex(
        ({ approval }) =>
          approval.method === name && approval.paramsText === paramsText && (approval.channel ?? channel) === channel,
      );
      if (at < 0) return null;
      const [taken] = live.splice(at, 1);
      return taken?.approval ?? null;
    },
    clear() {
      live = [];
    },
  };
}

/** Wallets differ in how they trim and fold method names; an approval is for the name behind them. */
function plainName(method: string): string {
  return method.trim().toLowerCase();
}
