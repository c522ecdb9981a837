import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired } from './kit/outcome.ts';

const meta: DetectorMeta = {
  id: 'typed-data-no-domain',
  title: 'A signature bound to no contract and no network',
  family: 'F8',
  severity: 'caution',
  proves: 'The typed data declares no domain: the same signature counts wherever the same type is used.',
  falsePositives: 'Old dapps that still use eth_signTypedData (v1) for plain text.',
  blindSpots: 'A domain that is there and says nothing useful.',
  clears: 'Declare EIP712Domain with name, chainId and verifyingContract.',
  references: ['https://eips.ethereum.org/EIPS/eip-712'],
};

export const typedDataNoDomain: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'typedData',
  detect({ request: { ask } }) {
    if (ask.kind !== 'typedData') return clear(meta);
    const declared = ask.typed.types.EIP712Domain;
    const empty = Object.keys(ask.typed.domain).length === 0 || (declared !== undefined && declared.length === 0);
    return ask.version === 'v1' || empty ? fired(meta) : clear(meta);
  },
};
