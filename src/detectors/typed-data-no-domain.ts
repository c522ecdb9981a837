import type { Detector, DetectorMeta } from './Detector.ts';
import { clear, fired } from './kit/outcome.ts';
import { userOf } from './kit/reading.ts';
import { contentOf } from './kit/typedContent.ts';

const meta: DetectorMeta = {
  id: 'typed-data-no-domain',
  title: 'A signature bound to no contract and no network',
  family: 'F8',
  severity: 'danger',
  proves:
    'The typed data declares no domain, though the standard demands one: the same signature counts wherever the same type is used. It is danger when it gives, moves or orders something, a note when it holds nothing but words.',
  falsePositives: 'Old dapps that still use eth_signTypedData (v1), which has no domain.',
  blindSpots: 'A domain that is there and says nothing useful; powers under names that do not say so.',
  clears: 'Declare EIP712Domain with name, chainId and verifyingContract.',
  references: ['https://eips.ethereum.org/EIPS/eip-712'],
};

export const typedDataNoDomain: Detector = {
  meta,
  applies: ({ request: { ask } }) => ask.kind === 'typedData',
  detect(scene) {
    const { ask } = scene.request;
    if (ask.kind !== 'typedData') return clear(meta);
    if (ask.version === 'v1') return fired(meta, {}, { severity: 'caution' });
    const declared = ask.typed.types.EIP712Domain;
    // Without the type MetaMask signs an empty domain, whatever `domain` says.
    const isEmpty = declared === undefined || declared.length === 0 || Object.keys(ask.typed.domain).length === 0;
    if (!isEmpty) return clear(meta);
    const content = contentOf(ask.typed, userOf(scene));
    if (content === 'gives') return fired(meta, {}, { variant: 'gives' });
    return fired(meta, {}, { severity: content === 'words' ? 'note' : 'caution' });
  },
};
