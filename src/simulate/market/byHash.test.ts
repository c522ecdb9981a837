import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../decode/Action.ts';
import type { RpcCall } from '../rpc.ts';
import { aroundNothing, askExtra } from '../testing/askExtra.ts';
import { sampleView } from '../testing/sampleView.ts';
import { byHash } from './byHash.ts';

const REGISTRY = '0xa5409ec958c83c3f309868babaca7c86dcb077c1';
const PROXY: Address = '0xd0000000000000000000000000000000000000aa';
const ART: Address = '0xd000000000000000000000000000000000000001';
const OLDER: Address = '0xd000000000000000000000000000000000000002';
const word = (value: bigint) => `0x${value.toString(16).padStart(64, '0')}`;
const hash: Action = { kind: 'message', text: null, bytes: `0x${'5a'.repeat(32)}`, looksLikeHash: true };

interface World {
  readonly proxy?: bigint;
  readonly mayUse?: bigint;
  readonly logs?: unknown;
  readonly approved?: readonly Address[];
  readonly held?: bigint;
}

/** Selectors: proxies(address), contracts(address), isApprovedForAll(address,address), balanceOf(address). */
const answering =
  ({ proxy = BigInt(PROXY), mayUse = 1n, logs, approved = [ART], held = 2n }: World) =>
  ({ method, params: [call] }: RpcCall): unknown => {
    if (method === 'eth_getLogs') return logs === undefined ? [{ address: OLDER }, { address: ART }] : logs;
    const text = JSON.stringify(call);
    if (text.includes(REGISTRY)) return text.includes('"0xc4552791') ? word(proxy) : word(mayUse);
    if (text.includes('"0xe985e9c5')) return word(approved.some((one) => text.includes(one)) ? 1n : 0n);
    return word(held);
  };
const ask = (world: World = {}) => askExtra(byHash, aroundNothing({ action: hash }), answering(world));

describe('byHash', () => {
  it('finds items that stand open to whoever has the signature', async () => {
    const { found, trips } = await ask();
    expect(found).toEqual({ openByHash: { proxy: PROXY, collection: ART } });
    expect(trips).toBe(3);
  });

  it.each<[string, World, number]>([
    ['no proxy', { proxy: 0n }, 1],
    ['an exchange that may not use it any more', { mayUse: 0n }, 1],
    ['a proxy that nothing was approved to', { logs: [] }, 2],
    ['an endpoint that keeps its events to itself', { logs: 'no' }, 2],
    ['approvals taken back', { approved: [] }, 3],
    ['no items left', { held: 0n }, 3],
  ])('finds none with %s', async (_, world, trips) => {
    expect(await ask(world)).toMatchObject({ found: {}, trips });
    expect((await ask(world)).found).toEqual({});
  });

  it('asks of bare hashes on Ethereum only', () => {
    expect(byHash.prepare(aroundNothing({ action: { ...hash, looksLikeHash: false } }))).toBeNull();
    expect(byHash.prepare(aroundNothing({ action: hash }, { user: null }))).toBeNull();
    expect(byHash.prepare(aroundNothing({ action: hash }, { view: { ...sampleView.view, chainId: 10 } }))).toBeNull();
    expect(byHash.prepare(aroundNothing({ action: hash }))).not.toBeNull();
  });
});
