import type { PageStatus } from '../protocol/bridge.ts';

interface Announced {
  readonly rdns: string | null;
  readonly name: string | null;
  readonly first: boolean;
}

export interface WalletsSeen {
  /** True when the background should hear of it unasked: a wallet loads before us, or is on no channel we gate. */
  add(wallet: Announced): boolean;
  status(): PageStatus;
}

const MAX_WALLETS = 16;

/** Which wallets stand in this document, as they name themselves, and which of them we gate. */
export function createWalletsSeen(channels: () => ReadonlySet<string>): WalletsSeen {
  const byName = new Map<string, Announced>();
  let walletFirst = false;
  return {
    add(wallet) {
      const name = wallet.name ?? '';
      const news = !byName.has(name) && byName.size < MAX_WALLETS;
      if (news) byName.set(name, wallet);
      const turned = wallet.first && !walletFirst;
      walletFirst ||= wallet.first;
      return turned;
    },
    status() {
      const named = [...byName.values()].filter(({ name }) => name !== null);
      const shown = named.length > 0 ? named : [...byName.values()];
      const gated = channels().size > 0;
      return {
        type: 'status',
        wallets: shown.map((wallet) => ({
          name: wallet.name ?? '',
          gated: gated && onGatedChannel(wallet, shown.length),
        })),
        walletFirst,
        origin: location.origin === 'null' ? null : location.origin,
      };
    },
  };
}

/** Whose channel it is: MetaMask's own name, or the only wallet there is. */
function onGatedChannel(wallet: Announced, count: number): boolean {
  return count === 1 || wallet.rdns?.startsWith('io.metamask') === true || wallet.name === 'MetaMask';
}
