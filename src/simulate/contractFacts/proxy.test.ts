import type { Address, Hex } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../trip.ts';
import { addressIn, type ProxySlots, proxyOf, readProxySlots } from './proxy.ts';

const TARGET: Address = `0x${'ab'.repeat(20)}`;
const none: ProxySlots = { implementation: null, admin: null, beacon: null, proxiable: null, first: null };
const CLONE: Hex = `0x363d3d373d3d3d363d73${TARGET.slice(2)}5af43d82803e903d91602b57fd5bf3`;

describe('proxyOf', () => {
  it('reads a clone from its code, whatever its storage says', () => {
    const facts = { implementation: TARGET, proxy: 'eip1167', admin: null };
    expect(proxyOf(CLONE, { ...none, implementation: `0x${'cd'.repeat(20)}` })).toEqual(facts);
    expect(proxyOf(`0x${CLONE.slice(2).toUpperCase()}`, none)).toEqual(facts);
    const short: Hex = `0x3d3d3d3d363d3d37363d73${TARGET.slice(2)}5af43d3d93803e602a57fd5bf3`;
    expect(proxyOf(short, none)).toEqual(facts);
    expect(proxyOf(`${CLONE}00`, none).proxy).toBeNull();
  });

  it('takes slots of an account without code for nothing', () => {
    expect(proxyOf('0x', { ...none, implementation: TARGET }).proxy).toBeNull();
  });

  it('takes a first slot for a singleton only in code that answers masterCopy()', () => {
    expect(proxyOf('0x6080', { ...none, first: TARGET }).proxy).toBeNull();
    expect(proxyOf('0x63a619486e', { ...none, first: TARGET }).proxy).toBe('safe');
    expect(proxyOf(`0x63a619486e${'00'.repeat(600)}`, { ...none, first: TARGET }).proxy).toBeNull();
  });
});

describe('addressIn', () => {
  const at = (result: unknown) => addressIn({ ok: true, result });
  it('is one address in one word, and nothing else', () => {
    expect(at(`0x${'0'.repeat(24)}${TARGET.slice(2).toUpperCase()}`)).toBe(TARGET);
    for (const other of [null, 7, '', '0x', '0x0', `0x${'0'.repeat(64)}`, `0x01${'0'.repeat(22)}${TARGET.slice(2)}`]) {
      expect([other, at(other)]).toEqual([other, null]);
    }
    // A counter in the first slot is no address.
    expect(at(`0x${'0'.repeat(60)}beef`)).toBeNull();
    expect(at({ toString: () => TARGET })).toBeNull();
  });
});

describe('readProxySlots', () => {
  it('survives every answer', async () => {
    for (const result of [null, undefined, [], {}, 'x', '0x', -1, Number.NaN, `0x${'f'.repeat(100_000)}`]) {
      const ask: Ask = async () => ({ ok: true, result });
      expect(await readProxySlots(ask, TARGET)).toEqual(none);
    }
  });
});
