import type { Address, Hex } from 'viem';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { accountFacts, isOwn } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'data-to-eoa',
  title: 'A contract call to an address that is no contract',
  family: 'D3',
  severity: 'danger',
  proves: 'The target has no code, so the call does nothing but hand over the value sent with it.',
  falsePositives: 'A memo for an exchange; inscriptions written to one’s own address.',
  blindSpots: 'A contract that does as little as an empty address.',
  clears: 'Send a plain payment without data, or call a contract that exists.',
  references: ['https://ethereum.org/developers/docs/transactions/'],
};

export const dataToEoa: Detector = {
  meta,
  applies: (scene) => targets(scene).length > 0,
  detect(scene) {
    let couldNotTell = false;
    for (const { to, data, valueWei } of targets(scene)) {
      if (isOwn(scene, to)) continue;
      const facts = accountFacts(scene, to);
      if (facts === null) couldNotTell = true;
      // An EIP-7702 account runs its delegate's code: it can be called.
      if (facts?.code !== 'none') continue;
      const paysForACall = valueWei > 0n && !isPlainText(data);
      const said = { who: fact.address(to), amount: fact.amount({ type: 'native' }, valueWei) };
      return paysForACall ? fired(meta, said) : fired(meta, said, { severity: 'caution', variant: 'memo' });
    }
    return couldNotTell ? inconclusive(meta) : clear(meta);
  },
};

function targets(scene: Scene): { readonly to: Address; readonly data: Hex; readonly valueWei: bigint }[] {
  return scene.actions.flatMap((action) => {
    if (action.kind === 'call' && action.data !== '0x') return [action];
    if (action.kind === 'transfer' && action.asset.type === 'native' && action.data !== '0x')
      return [{ to: action.to, data: action.data, valueWei: typeof action.amount === 'bigint' ? action.amount : 0n }];
    return [];
  });
}

/** Printable ASCII throughout: a memo. A function selector practically never is. */
function isPlainText(data: Hex): boolean {
  return /^0x(?:[2-7][0-9a-f])+$/iu.test(data) && !/7f/iu.test(data);
}
