import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'wallet-contradiction',
  title: 'The page answers in the wallet’s name',
  family: 'H4',
  severity: 'danger',
  proves: 'One question to the wallet, under a random id, got two different answers: one of them is not the wallet’s.',
  falsePositives: 'Two wallets that share one channel and stand on different networks or accounts.',
  blindSpots: 'A page whose answer equals the wallet’s; a wallet that does not answer on a channel we know.',
  clears: 'Answer nothing on the wallet’s channel; keep one wallet of a kind switched on.',
  references: ['https://eips.ethereum.org/EIPS/eip-1193#chainchanged'],
};

export const walletContradiction: Detector = {
  meta,
  applies: ({ action }) => action.kind !== 'connect',
  detect({ request }) {
    const { contradicted, chainId, account } = request;
    if (contradicted.length > 1) return fired(meta);
    if (contradicted.includes('chain')) return fired(meta, {}, { variant: 'network' });
    if (contradicted.includes('account')) return fired(meta, {}, { variant: 'account' });
    return chainId === null || account === null ? inconclusive(meta) : clear(meta);
  },
};
