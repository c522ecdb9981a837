import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'typed-data-chain-mismatch',
  title: 'A signature for another network',
  family: 'F8',
  severity: 'danger',
  proves: 'The typed data is for a chain id that is not the network the wallet is on; EIP-712 says to refuse it.',
  falsePositives: 'Exchanges that sign for a fixed chain id whatever the wallet shows.',
  blindSpots: 'Typed data without a chain id; a provider that lies about its chain.',
  clears: 'Switch the wallet to the network first, then ask.',
  references: ['https://eips.ethereum.org/EIPS/eip-712#definition-of-domainseparator'],
};

export const typedDataChainMismatch: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'typedData' && ask.version !== 'v1' && 'chainId' in ask.typed.domain,
  detect({ request, registry }) {
    if (request.ask.kind !== 'typedData') return clear(meta);
    const named = chainIdIn(request.ask.typed.domain.chainId);
    if (named === null || request.chainId === null) return inconclusive(meta);
    if (named === BigInt(request.chainId)) return clear(meta);
    const known = named <= BigInt(Number.MAX_SAFE_INTEGER) ? registry?.chain(Number(named)) : null;
    return fired(meta, { named: known == null ? fact.quote(`chain ${named}`) : fact.name(known.name) });
  },
};

/** As wallets read it: a number, or its decimal or hex text. */
function chainIdIn(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  if (typeof value === 'string' && /^(?:0x[0-9a-f]{1,64}|[0-9]{1,78})$/iu.test(value)) return BigInt(value);
  return null;
}
