import './testing/realm.ts';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { EntryCall } from './EntryCall.ts';
import { createMembrane } from './membrane.ts';

/** A wallet's provider, with what MetaMask's has: private state, bound methods, an emitter, inner engines. */
class Provider extends EventEmitter {
  readonly isMetaMask = true;
  #chainId = '0x1';
  readonly reached: unknown[] = [];
  readonly _rpcEngine = { handle: (payload: unknown) => this.reached.push(payload) };
  readonly providers: Provider[] = [];
  get chainId(): string {
    return this.#chainId;
  }
  request(args: unknown): unknown {
    this.reached.push(args);
    return 'reached';
  }
}

/** A door that lets nothing through and says what knocked. */
function guarded(raw = new Provider()) {
  const knocks: EntryCall[] = [];
  const membrane = createMembrane((call) => {
    if (call.key !== 'request' && call.key !== 'handle') return null;
    return () => {
      knocks.push(call);
      return 'asked';
    };
  });
  return { membrane, raw, wrapped: membrane.wrap(raw), knocks };
}

describe('the membrane', () => {
  it('keeps features: flags, getters with private state, events, identity', () => {
    const { wrapped, membrane, raw } = guarded();
    expect([wrapped.isMetaMask, wrapped.chainId, 'isMetaMask' in wrapped]).toEqual([true, '0x1', true]);
    expect(membrane.wrap(raw)).toBe(wrapped);
    expect(membrane.wrap(wrapped)).toBe(wrapped);
    expect(wrapped.request).toBe(wrapped.request);
    let count = 0;
    const listener = () => count++;
    expect(wrapped.on('x', listener)).toBe(wrapped);
    raw.emit('x');
    expect(wrapped.listeners('x')).toEqual([listener]);
    wrapped.removeListener('x', listener);
    raw.emit('x');
    expect(count).toBe(1);
    expect(Object.keys(wrapped)).toEqual(Object.keys(raw));
  });

  const attacks: readonly [string, (wrapped: Provider) => unknown][] = [
    ['a plain call', (w) => w.request({})],
    [
      'a detached call',
      (w) => {
        const { request } = w;
        return request({});
      },
    ],
    ['call, apply and bind', (w) => [w.request.call(w, {}), w.request.apply(w, [{}]), w.request.bind(w)({})]],
    ['Reflect.apply', (w) => Reflect.apply(w.request, w, [{}])],
    ["the prototype's own method", (w) => Object.getPrototypeOf(w).request.call(w, {})],
    ["the constructor's prototype", (w) => (w.constructor as typeof Provider).prototype.request.call(w, {})],
    [
      'a property descriptor',
      (w) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(w), 'request')?.value.call(w, {}),
    ],
    ['what on() returns', (w) => w.on('x', () => undefined).request({})],
    ['valueOf', (w) => (w.valueOf() as Provider).request({})],
    ['the engine inside', (w) => w._rpcEngine.handle({})],
    [
      'an entry of providers',
      (w) => {
        return w.providers[0]?.request({});
      },
    ],
  ];

  it.each(attacks)('holds %s', (_name, attack) => {
    const raw = new Provider();
    raw.providers.push(new Provider());
    const { wrapped, knocks } = guarded(raw);
    attack(wrapped);
    expect(knocks.length).toBeGreaterThan(0);
    expect(raw.reached).toEqual([]);
    expect(raw.providers[0]?.reached).toEqual([]);
  });

  it('never gives a listener the raw provider', () => {
    const { wrapped, raw } = guarded();
    const seen: unknown[] = [];
    wrapped.on('x', function (this: unknown, given: unknown) {
      seen.push(this, given);
    });
    raw.emit('x', raw);
    expect(seen).toEqual([wrapped, wrapped]);
  });

  it('keeps descriptors, accessors included, and leaks nothing through them', () => {
    const { wrapped, knocks, raw } = guarded();
    Object.defineProperty(raw, 'hidden', { value: 7, enumerable: false, writable: false, configurable: true });
    Object.defineProperty(raw, 'engine', {
      get: () => ({ request: () => raw.reached.push('round') }),
      configurable: true,
    });
    expect(Object.getOwnPropertyDescriptor(wrapped, 'hidden')).toMatchObject({ enumerable: false, writable: false });
    const getter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(wrapped), 'chainId')?.get;
    expect(getter?.call(wrapped)).toBe('0x1');
    Object.getOwnPropertyDescriptor(wrapped, 'engine')?.get?.call(wrapped).request({});
    expect([knocks.length, raw.reached]).toEqual([1, []]);
  });

  it('lets a page construct from the constructor and from nothing else', () => {
    const { wrapped, raw } = guarded();
    const Maker = wrapped.constructor as typeof Provider;
    const made = new Maker();
    expect([made instanceof Maker, made.chainId]).toEqual([true, '0x1']);
    const legacy = { request: function request(this: unknown): void {} };
    const other = guarded(legacy as never).wrapped as unknown as { request: new () => object };
    expect(() => new other.request()).toThrow(TypeError);
    const heir = Object.assign(Object.create(wrapped), { note: 1 });
    expect([heir.note, heir.isMetaMask, Reflect.get(raw, 'note')]).toEqual([1, true, undefined]);
    expect(raw.reached).toEqual([]);
  });

  it('gives lists and maps of providers once, with wrappers in them', () => {
    const one = new Provider();
    const raw = Object.assign(new Provider(), { providerMap: new Map([['one', one]]) });
    raw.providers.push(one);
    const { membrane } = guarded();
    const wrapped = membrane.wrap(raw);
    const { providers, providerMap } = wrapped;
    expect([wrapped.providers, wrapped.providerMap]).toEqual([providers, providerMap]);
    expect([providerMap.get('one'), [...providerMap.values()][0]]).toEqual([providers[0], providers[0]]);
    expect(providers[0]).toBe(membrane.wrap(one));
    expect(wrapped.providers).toBe(providers);
    raw.providers.push(new Provider());
    expect(wrapped.providers).toHaveLength(2);
  });

  it('gives a listener no raw provider that was never seen before', () => {
    const { wrapped, membrane, raw } = guarded();
    const other = new Provider();
    let seen: unknown;
    wrapped.on('x', (given: unknown) => {
      seen = given;
    });
    raw.emit('x', other);
    expect(seen).toBe(membrane.wrap(other));
    expect(seen).not.toBe(other);
  });

  it('keeps functions the page writes away from the raw provider', () => {
    const { wrapped, raw } = guarded();
    let leaked: unknown;
    const spy = function (this: unknown): void {
      leaked = this;
    };
    wrapped.emit = spy as never;
    Object.getPrototypeOf(wrapped).emit = spy;
    raw.emit('x');
    expect(leaked).toBeUndefined();
    expect(wrapped.emit).toBe(spy);
  });

  it('wraps a frozen provider', () => {
    const raw = Object.freeze({ request: () => 'reached' });
    const { membrane, knocks } = guarded();
    expect(membrane.wrap(raw).request()).toBe('asked');
    expect(knocks).toHaveLength(1);
  });

  it('grows no trap from a polluted Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'has', { value: () => true, configurable: true, writable: true });
    try {
      const { wrapped } = guarded();
      expect('nothing' in wrapped).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'has');
    }
  });
});
