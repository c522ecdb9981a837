import type { Address } from 'viem';
import type { Asset } from '../decode/Action.ts';
import type { Registry } from '../registry/Registry.ts';
import type { Detector, DetectorMeta, Scene } from './Detector.ts';
import type { Facts } from './Evidence.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { chainIdOf, leavesToOthers, lower } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: 'counterfeit-token',
  title: 'A token that wears a listed token’s name',
  family: 'I1',
  severity: 'danger',
  proves:
    'Symbol or name looks like a listed token’s and the address is not the listed one. Danger where no honest token was found to look so: in letters of another alphabet, or with symbol and name of money where that money was issued first, or where the page gives it a listed symbol that the token itself does not have.',
  falsePositives: 'Bridged copies, old versions and test tokens that keep the original’s symbol.',
  blindSpots: 'A fake of a token that no list has.',
  clears: 'Use a symbol of your own, or have the token listed.',
  references: ['https://arxiv.org/abs/2011.06922'],
};

export const counterfeitToken: Detector = {
  meta,
  applies: (scene) => tokens(scene).length > 0,
  detect(scene) {
    const chainId = chainIdOf(scene);
    const { registry } = scene;
    if (registry === null || chainId === null) return inconclusive(meta);
    let unnamed = false;
    for (const { address, gains, bought } of tokens(scene)) {
      if (registry.token(chainId, address) !== null) continue;
      const { symbol, name } = namesOf(scene, address);
      const lent = misnamed(scene, address, symbol, chainId, registry);
      if (lent !== null) return fired(meta, lent, { variant: 'misnamed' });
      if (symbol === null && name === null) unnamed = true;
      const twin = registry.impersonates(chainId, address, symbol, name);
      if (twin === null) continue;
      const facts = { symbol: fact.name(twin.symbol), self: fact.quote(symbol ?? name ?? '') };
      // A memecoin with a borrowed ticker is explained, not condemned.
      if (twin.kind === 'native') return fired(meta, facts, { severity: 'note', variant: 'native' });
      if (twin.kind === 'brand') return fired(meta, facts, { severity: 'note', variant: 'brand' });
      // Where the listed one does not live, on a developer's chain, there is nothing to confuse it with.
      if (bought && twin.posing !== undefined) {
        return fired(meta, facts, twin.posing === 'whole' ? { variant: 'whole' } : { variant: 'disguised' });
      }
      const confusable = twin.address !== null || scene.chain?.local !== true;
      return fired(meta, facts, { severity: confusable && gains ? 'caution' : 'note' });
    }
    return unnamed ? inconclusive(meta) : clear(meta);
  },
};

interface Named {
  readonly address: Address;
  /** The person would get it, keep it or give power over it because of what it calls itself. Parting with a fake harms nobody. */
  readonly gains: boolean;
  /** The person would pay for it, or keep it among their own. */
  readonly bought: boolean;
}

function tokens(scene: Scene): Named[] {
  const found = new Map<Address, Named>();
  const add = (
    asset: Asset | { readonly type: 'collection'; readonly address: Address },
    gains: boolean,
    bought = false,
  ) => {
    if (asset.type === 'native') return;
    const address = lower(asset.address);
    const before = found.get(address);
    found.set(address, {
      address,
      gains: before?.gains === true || gains,
      bought: before?.bought === true || bought,
    });
  };
  const pays = leavesToOthers(scene).length > 0;
  for (const one of scene.consequences) {
    if (one.kind === 'arrives') add(one.asset, true, pays);
    if (one.kind === 'leaves') add(one.asset, false);
    if (one.kind === 'grants' && !one.revokes) add(one.over, true);
  }
  for (const action of scene.actions) {
    if (action.kind === 'asset') add({ type: 'erc20', address: action.address }, true, true);
    if (action.kind === 'swap') add(action.buy.asset, true, true);
  }
  return [...found.values()];
}

/** The page calls it what the token does not call itself, and what a listed token is called. */
function misnamed(
  scene: Scene,
  address: Address,
  symbol: string | null,
  chainId: number,
  registry: Registry,
): Facts | null {
  const stated = scene.actions.find((action) => action.kind === 'asset' && lower(action.address) === address);
  const claimed = stated?.kind === 'asset' ? stated.symbol : null;
  if (claimed === null || symbol === null || tokenName(claimed) === tokenName(symbol)) return null;
  const twin = registry.impersonates(chainId, address, claimed, null);
  if (twin === null || twin.kind !== 'token' || twin.address === null) return null;
  return { symbol: fact.name(twin.symbol), self: fact.quote(symbol), claimed: fact.quote(claimed) };
}

function tokenName(text: string): string {
  return text.trim().toLowerCase();
}

function namesOf(scene: Scene, address: Address): { readonly symbol: string | null; readonly name: string | null } {
  const onChain = scene.chain?.tokens.get(address);
  const stated = scene.actions.find((action) => action.kind === 'asset');
  const claimed = stated?.kind === 'asset' && lower(stated.address) === address ? stated.symbol : null;
  return { symbol: onChain?.symbol ?? claimed, name: onChain?.name ?? null };
}
