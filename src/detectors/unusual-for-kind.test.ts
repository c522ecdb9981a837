import { describe, expect, it } from 'vitest';
import { type DappKind, kindOfDapp } from '../registry/kind.ts';
import type { Registry } from '../registry/Registry.ts';
import {
  answer,
  CONTRACT,
  call,
  grant,
  leaves,
  makeRegistry,
  makeRequest,
  makeScene,
  NFT,
  PERMIT2,
} from './testing/scene.ts';
import { unusualForKind } from './unusual-for-kind.ts';

const HOST = 'app.example.org';
/** The registry's own reading of kinds over what a test knows. */
function reading(dapp: Registry['dapp']): Registry {
  return {
    ...makeRegistry({ dapps: [HOST] }),
    dapp,
    kindOf: (facts) => kindOfDapp({ ...facts, dapp: facts.host === null ? null : dapp(facts.host) }),
  };
}
const knownAs = (kind: DappKind | null): Registry =>
  reading((host) =>
    host === HOST ? { domain: HOST, name: 'Example', source: 'test', ...(kind === null ? {} : { kind }) } : null,
  );
const nobodys = reading(() => null);
const power = grant({ to: CONTRACT });
const items = grant({ to: CONTRACT, power: 'operate', over: { type: 'collection', address: NFT }, holding: null });
const at = (registry: Registry, more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ action: call(), consequences: [power], registry, ...more });
const from = (origin: string) => ({ request: makeRequest({ origin }) });

describe('unusual-for-kind', () => {
  it('fires as caution where the registry knows what the site is for', () => {
    expect(answer(unusualForKind, at(knownAs('mint-or-claim')))).toBe('fired: caution');
    expect(answer(unusualForKind, at(knownAs('login-only')))).toBe('fired: caution');
    expect(answer(unusualForKind, at(knownAs('wallet-tool')))).toBe('fired: caution');
    const scene = at(knownAs('exchange'), { consequences: [items] });
    expect(answer(unusualForKind, scene)).toBe('fired: caution');
    expect(unusualForKind.detect(scene).message).toBe('reason.unusual-for-kind.items');
    expect(answer(unusualForKind, at(knownAs('login-only'), { consequences: [leaves()] }))).toBe('fired: caution');
  });

  it('fires as a note where only the name or the request says it', () => {
    expect(answer(unusualForKind, at(nobodys, from('https://claim-rewards.example')))).toBe('fired: note');
    const claim = call({ signature: 'claimRewards()' });
    expect(answer(unusualForKind, at(nobodys, { action: claim }))).toBe('fired: note');
  });

  it('stays quiet on what the kind does every day', () => {
    for (const kind of ['exchange', 'lending', 'bridge', 'staking', 'nft-market', 'unknown'] as const) {
      expect([kind, answer(unusualForKind, at(knownAs(kind)))]).toEqual([kind, 'clear']);
    }
    expect(answer(unusualForKind, at(knownAs(null)))).toBe('clear');
    expect(answer(unusualForKind, at(knownAs('nft-market'), { consequences: [items] }))).toBe('clear');
  });

  it('stays quiet on payments, exact prices, known contracts, other sites and one’s own machine', () => {
    const mint = knownAs('mint-or-claim');
    expect(answer(unusualForKind, at(mint, { consequences: [leaves()] }))).toBe('clear');
    expect(answer(unusualForKind, at(mint, { consequences: [grant({ to: CONTRACT, limit: 5n })] }))).toBe('clear');
    expect(answer(unusualForKind, at(mint, { consequences: [grant({ to: PERMIT2 })] }))).toBe('clear');
    expect(answer(unusualForKind, at(nobodys))).toBe('clear');
    expect(answer(unusualForKind, at(nobodys, from('http://claim.localhost:5173')))).toBe('clear');
    expect(answer(unusualForKind, at(mint, { consequences: [] }))).toBe('quiet');
  });

  it('cannot tell without a registry', () => {
    expect(answer(unusualForKind, makeScene({ consequences: [power], registry: null }))).toBe('inconclusive');
    expect(answer(unusualForKind, makeScene({ consequences: [power], registry: makeRegistry() }))).toBe('inconclusive');
  });
});
