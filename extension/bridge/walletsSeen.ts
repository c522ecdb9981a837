import type { PageStatus } from '../protocol/bridge.ts';
import type { ChannelName } from './WalletChannel.ts';

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
export function createWalletsSeen(channels: () => ReadonlySet<ChannelName>, origin: string): WalletsSeen {
  const byNumber = new Map<number, Announced>();
  let walletFirst = false;

  function status(): PageStatus {
    const shown = [...byNumber.values()];
    return {
      type: 'status',
      wallets: shown.map((wallet) => ({
        name: wallet.name ?? '',
        // A wallet that stood here before us hears its channel before the gate does.
        gated: !wallet.first && onGatedChannel(wallet, shown.length, channels()),
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

/** Whose channel is which, by what its owner announces: rdns, and the name of a provider that is only a global. */
const OWNERS: readonly (readonly [ChannelName, rdns: string, name: string])[] = [
  ['metamask', 'io.metamask', 'MetaMask'],
  ['rabby', 'io.rabby', 'Rabby Wallet'],
  ['coinbase', 'com.coinbase.wallet', 'Coinbase Wallet'],
];

/** Its own channel, on which it was heard; of a wallet of another make, any one when it is the only wallet there. */
function onGatedChannel({ rdns, name }: Announced, count: number, heard: ReadonlySet<ChannelName>): boolean {
  const owner = OWNERS.find(([, own, called]) => (rdns === null ? name === called : rdns.startsWith(own)));
  return owner === undefined ? count === 1 && heard.size > 0 : heard.has(owner[0]);
}

/** The channel of the wallet that announces itself so; `null` where that says nothing. */
export function channelOf(rdns: string | null): ChannelName | null {
  return OWNERS.find(([, own]) => rdns?.startsWith(own) === true)?.[0] ?? null;
}
