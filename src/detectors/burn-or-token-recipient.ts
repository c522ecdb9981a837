import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, lower, same } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'burn-or-token-recipient',
  title: 'Sent where nobody can get it back',
  family: 'E4',
  severity: 'danger',
  proves: 'The recipient is the token’s own contract, a burn address, or another token’s contract.',
  falsePositives: 'Burning on purpose; a token contract that really does take deposits by transfer.',
  blindSpots: 'Other contracts that cannot send tokens on.',
  clears: 'Call the token’s own burn or deposit function instead of transferring to it.',
  references: ['https://ethereum.org/developers/docs/standards/tokens/erc-20/#erc20-issues'],
};

/** Addresses nobody has a key for, used to destroy coins. */
const BURN: ReadonlySet<string> = new Set([
  '0x0000000000000000000000000000000000000000',
  '0x000000000000000000000000000000000000dead',
  '0xdead000000000000000042069420694206942069',
]);

export const burnOrTokenRecipient: Detector = {
  meta,
  applies: (scene) => transfers(scene).length > 0,
  detect(scene) {
    for (const { asset, to } of transfers(scene)) {
      const facts = { what: fact.asset(asset) };
      if (asset.type !== 'native' && same(asset.address, to)) return fired(meta, facts, { variant: 'itself' });
      // The token's own burn function is called on purpose; a transfer to nowhere is a mistake.
      if (BURN.has(lower(to))) {
        if (!isBurnCall(scene)) return fired(meta, facts, { severity: 'caution' });
        continue;
      }
      if (asset.type !== 'native' && isToken(scene, to))
        return fired(meta, facts, { severity: 'caution', variant: 'other-token' });
    }
    return scene.registry === null ? inconclusive(meta) : clear(meta);
  },
};

function transfers(scene: Scene): { readonly asset: Asset; readonly to: Address }[] {
  return scene.actions.filter((action) => action.kind === 'transfer');
}

/** burn(uint256) and burnFrom(address,uint256), called plainly. */
function isBurnCall({ request: { ask } }: Scene): boolean {
  if (ask.kind !== 'transaction' || ask.transaction.otherData !== null) return false;
  return /^0x(?:42966c68|79cc6790)/u.test(ask.transaction.data);
}

function isToken(scene: Scene, address: Address): boolean {
  const chainId = chainIdOf(scene);
  if (chainId !== null && scene.registry?.token(chainId, lower(address)) != null) return true;
  const facts = scene.chain?.tokens.get(lower(address));
  return facts !== undefined && facts.decimals !== null;
}
