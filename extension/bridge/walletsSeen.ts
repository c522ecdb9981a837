import type { PageStatus } from '../protocol/bridge.ts';

interface Announced {
  /** Which of the page's providers, as the hook numbers them. */
  readonly n: number;
  readonly rdns: string | null;
  readonly name: string | null;
  readonly first: boolean;
}

export interface WalletsSeen {
  add(wallet: Announced): void;
  /** True when the background should hear of it unasked: a wallet loads before us, or is on no channel we gate. */
  isLeaky(): boolean;
  status(): PageStatus;
}

const MAX_WALLETS = 16;

/** Which wallets stand in this document, as they name themselves, and which of them we gate. */
export function createWalletsSeen(channels: () => ReadonlySet<string>, origin: string): WalletsSeen {
  const byNumber = new Map<number, Announced>();
  let walletFirst = false;

  function status(): PageStatus {
    const shown = [...byNumber.values()];
    const gated = channels().size > 0;
    return {
      type: 'status',
      wallets: shown.map((wallet) => ({
        name: wallet.name ?? '',
        // A wallet that stood here before us hears its channel before the gate does.
        gated: gated && !wallet.first && onGatedChannel(wallet, shown.length),
      })),
      walletFirst,
      origin: origin === 'null' ? null : origin,
    };
  }

  return {
    add(wallet) {
      walletFirst ||= wallet.first;
      const known = byNumber.get(wallet.n);
      if (known === undefined ? byNumber.size < MAX_WALLETS : known.rdns === null) byNumber.set(wallet.n, wallet);
    },
    isLeaky: () => walletFirst || status().wallets.some(({ gated }) => !gated),
    status,
  };
}

/** Whose channel it is: MetaMask's own name, or the only wallet there is. */
function onGatedChannel(wallet: Announced, count: number): boolean {
  return count === 1 || wallet.rdns?.startsWith('io.metamask') === true || wallet.name === 'MetaMask';
}
