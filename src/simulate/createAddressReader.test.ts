import { encodeAbiParameters, stringToHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import { createAddressReader } from './createAddressReader.ts';
import type { Rpc, RpcCall, RpcOutcome } from './rpc.ts';

const ADDRESS = '0x1b5442a1b1c2d3e4f5061728394a5b6c7d8e98c3';
const RESOLVER = '0x231b0ee14048e9dccd1d247744d114a4eb5e8e63';
const { signal } = new AbortController();
const ok = (result: unknown): RpcOutcome => ({ ok: true, result });
const reverts: RpcOutcome = { ok: false, error: new RpcError('execution reverted', { code: 3 }) };
const text = (value: string) => ok(encodeAbiParameters([{ type: 'string' }], [value]));
const word = (value: bigint) => ok(`0x${value.toString(16).padStart(64, '0')}`);
const SYMBOL = '0x95d89b41';
const NAME = '0x06fdde03';
const DECIMALS = '0x313ce567';

/** An endpoint for chain 1 where the address is a contract that answers `calls` by selector. */
function endpoint(calls: Readonly<Record<string, RpcOutcome>>, facts: Readonly<Record<string, unknown>> = {}) {
  const sent: RpcCall[] = [];
  const answer = (call: RpcCall): RpcOutcome => {
    const all: Readonly<Record<string, unknown>> = {
      ...{ eth_chainId: '0x1', eth_getCode: '0x60', eth_getTransactionCount: '0x1', eth_getBalance: '0x0' },
      ...facts,
    };
    if (call.method in all) return ok(all[call.method]);
    const [first] = call.params;
    const data = typeof first === 'object' && first !== null && 'data' in first ? String(first.data) : '';
    return calls[data.slice(0, 10)] ?? reverts;
  };
  const rpc: Rpc = {
    url: 'http://localhost',
    request: () => Promise.reject(new RpcError('not used')),
    batch: async (batch) => {
      sent.push(...batch);
      return batch.map(answer);
    },
  };
  return { rpc, sent };
}

const read = (calls: Readonly<Record<string, RpcOutcome>>, facts?: Readonly<Record<string, unknown>>) =>
  createAddressReader(() => endpoint(calls, facts).rpc).read(null, ADDRESS, signal);

describe('read', () => {
  it('describes a token, also an early one with bytes32 names', async () => {
    expect(await read({ [SYMBOL]: text('USDC'), [NAME]: text('USD Coin'), [DECIMALS]: word(6n) })).toMatchObject({
      chainId: 1,
      account: { code: 'contract' },
      token: { symbol: 'USDC', name: 'USD Coin', decimals: 6 },
    });
    const early = ok(stringToHex('MKR', { size: 32 }));
    expect((await read({ [SYMBOL]: early }))?.token).toMatchObject({ symbol: 'MKR', name: null, decimals: null });
  });

  it('takes reverts, nonsense, huge names and absurd decimals for not known', async () => {
    expect((await read({}))?.token).toMatchObject({ symbol: null, name: null, decimals: null });
    expect((await read({ [SYMBOL]: ok('0x12'), [NAME]: ok(7), [DECIMALS]: word(2n ** 255n) }))?.token).toMatchObject({
      symbol: null,
      name: null,
      decimals: null,
    });
    expect((await read({ [SYMBOL]: text('U'.repeat(100_000)) }))?.token?.symbol?.length).toBeLessThanOrEqual(128);
  });

  it('knows a delegated account', async () => {
    const delegate = '63c0c19a282a1b52b07dd5a65b58948a07dae32b';
    const view = await read({}, { eth_getCode: `0xef0100${delegate}` });
    expect(view?.account).toMatchObject({ code: 'delegated', delegate: `0x${delegate}` });
  });

  it('sends nothing without an endpoint, and refuses one of another chain', async () => {
    expect(await createAddressReader(() => null).read(1, ADDRESS, signal)).toBeNull();
    const { rpc } = endpoint({});
    await expect(createAddressReader(() => rpc).read(10, ADDRESS, signal)).rejects.toThrow(RpcError);
    await expect(read({}, { eth_chainId: '0xzz' })).rejects.toThrow(RpcError);
  });

  it('a token that never answers costs the token, not the account', async () => {
    const { rpc } = endpoint({});
    const hanging: Rpc = {
      ...rpc,
      batch: (batch, inner) =>
        batch.some(({ method }) => method === 'eth_call')
          ? new Promise((_, fail) => inner.addEventListener('abort', () => fail(new RpcError('aborted'))))
          : rpc.batch(batch, inner),
    };
    const view = await createAddressReader(() => hanging).read(1, ADDRESS, signal);
    expect(view).toMatchObject({ account: { code: 'contract' }, token: null });
  });
});

describe('resolve', () => {
  const ens = (resolver: bigint, addr: RpcOutcome, facts?: Readonly<Record<string, unknown>>) =>
    createAddressReader(() => endpoint({ '0x0178b8bf': word(resolver), '0x3b3b57de': addr }, facts).rpc);

  it('reads registry and resolver on Ethereum', async () => {
    const reader = ens(BigInt(RESOLVER), word(BigInt(ADDRESS)));
    expect(await reader.resolve('vitalik.eth', signal)).toEqual({ kind: 'address', address: ADDRESS });
  });

  it('says when there is no record, no Ethereum, or letters it does not look up', async () => {
    expect(await ens(0n, reverts).resolve('nobody.eth', signal)).toEqual({ kind: 'none' });
    expect(await ens(BigInt(RESOLVER), word(0n)).resolve('empty.eth', signal)).toEqual({ kind: 'none' });
    expect(await ens(BigInt(RESOLVER), reverts).resolve('odd.eth', signal)).toEqual({ kind: 'none' });
    expect(await ens(1n, reverts, { eth_chainId: '0xa' }).resolve('vitalik.eth', signal)).toEqual({ kind: 'no-chain' });
    expect(await createAddressReader(() => null).resolve('vitalik.eth', signal)).toEqual({ kind: 'no-chain' });
    expect(await ens(1n, reverts).resolve('vitаlik.eth', signal)).toEqual({ kind: 'letters' });
  });

  it('asks for the name as ENSIP-1 hashes it', async () => {
    const { rpc, sent } = endpoint({});
    await createAddressReader(() => rpc).resolve('foo.eth', signal);
    // The example of ENSIP-1.
    expect(JSON.stringify(sent)).toContain('de9b09fd7c5f901e23a3f19fecc54828e9c848539801e86591bd9801b019f84f');
  });
});

describe('reverse', () => {
  /** `name(bytes32)` and `addr(bytes32)` of one resolver. */
  const ens = (name: RpcOutcome, addr: RpcOutcome) =>
    createAddressReader(
      () => endpoint({ '0x0178b8bf': word(BigInt(RESOLVER)), '0x691f3431': name, '0x3b3b57de': addr }).rpc,
    );
  const reverse = (name: RpcOutcome, addr: RpcOutcome) => ens(name, addr).reverse?.(ADDRESS, signal);

  it('gives the name, and whether it leads back', async () => {
    expect(await reverse(text('vitalik.eth'), word(BigInt(ADDRESS)))).toEqual({ name: 'vitalik.eth', points: 'back' });
    expect(await reverse(text('vitalik.eth'), word(7n))).toEqual({ name: 'vitalik.eth', points: 'elsewhere' });
    expect(await reverse(text('vitalik.eth'), reverts)).toEqual({ name: 'vitalik.eth', points: 'elsewhere' });
    expect(await reverse(text('vitаlik.eth'), word(BigInt(ADDRESS)))).toMatchObject({ points: 'unchecked' });
  });

  it('gives none without a record, for nonsense, for giant answers and without an endpoint', async () => {
    expect(await reverse(text(''), word(1n))).toBeNull();
    expect(await reverse(reverts, word(1n))).toBeNull();
    expect(await reverse(ok('0x12'), word(1n))).toBeNull();
    expect(await reverse(text('a'.repeat(100_000)), word(1n))).toBeNull();
    expect(await createAddressReader(() => null).reverse?.(ADDRESS, signal)).toBeNull();
    expect(await createAddressReader(() => endpoint({}).rpc).reverse?.(ADDRESS, signal)).toBeNull();
  });
});
