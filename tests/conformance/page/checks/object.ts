import type { Check } from '../Check.ts';
import { connected, outcome, outcomeNow } from '../observe.ts';

/** What the provider is, as a JavaScript value. */
export const OBJECT: readonly Check[] = [
  {
    title: 'flags and values, connected',
    alone: { isMetaMask: true, chainId: '0x7a69', networkVersion: '31337', unlocked: true, here: [true, true, false] },
    run: async (env) => {
      const provider = await connected();
      return {
        isMetaMask: provider.isMetaMask,
        chainId: provider.chainId,
        networkVersion: provider.networkVersion,
        selectedAddress: provider.selectedAddress === env.user.toLowerCase(),
        isConnected: provider.isConnected(),
        unlocked: await provider._metamask.isUnlocked(),
        here: ['isMetaMask' in provider, 'chainId' in provider, 'isSomethingElse' in provider],
        unknown: typeof Reflect.get(provider, 'isSomethingElse'),
      };
    },
  },
  {
    title: 'own and enumerable keys',
    run: async () => {
      const provider = window.ethereum;
      const inherited: string[] = [];
      for (const key in provider) inherited.push(key);
      return {
        keys: Object.keys(provider),
        names: Object.getOwnPropertyNames(provider),
        symbols: Object.getOwnPropertySymbols(provider).map(String),
        inherited,
        spread: Object.keys({ ...provider }),
        own: ['request', 'isMetaMask', 'chainId', 'on'].map((key) => Object.hasOwn(provider, key)),
      };
    },
  },
  {
    title: 'property descriptors, up the prototype chain',
    run: async () => {
      const levels: unknown[] = [];
      for (
        let at: unknown = window.ethereum;
        at instanceof Object && levels.length < 8;
        at = Object.getPrototypeOf(at)
      ) {
        const level: object = at;
        levels.push({
          constructor: (level.constructor as { name?: string }).name,
          own: Reflect.ownKeys(level).map((key) => {
            const { get, set, value, ...flags } = Object.getOwnPropertyDescriptor(level, key) ?? {};
            return [String(key), get ? 'get' : '', set ? 'set' : '', typeof value, flags];
          }),
        });
      }
      return levels;
    },
  },
  {
    title: 'a getter taken from the prototype reads the provider it is called on',
    run: async () => {
      const provider = await connected();
      const names = ['chainId', 'networkVersion', 'selectedAddress'];
      return names.map((name) => {
        const getter = Object.getOwnPropertyDescriptor(
          Object.getPrototypeOf(Object.getPrototypeOf(provider)),
          name,
        )?.get;
        const nearest = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(provider), name)?.get ?? getter;
        return outcomeNow(() => nearest?.call(provider));
      });
    },
  },
  {
    title: 'instanceof, prototypes and conversions',
    alone: { instance: [true, true, false], prototype: true, text: '[object Object]' },
    run: async () => {
      const provider = window.ethereum;
      const maker = provider.constructor as unknown as { prototype: object; name: string } & (new () => object);
      return {
        instance: [provider instanceof maker, provider instanceof Object, provider instanceof Function],
        prototype: Object.getPrototypeOf(provider) === maker.prototype,
        prototypeOf: Object.prototype.isPrototypeOf.call(maker.prototype, provider),
        stable: Object.is(Object.getPrototypeOf(provider), Reflect.getPrototypeOf(provider)),
        name: maker.name,
        type: typeof provider,
        text: String(provider),
        tag: Object.prototype.toString.call(provider),
        value: provider.valueOf() === provider,
        truthy: Boolean(provider),
        listed: [provider].includes(window.ethereum) && new Set([provider, window.ethereum]).size === 1,
        json: outcomeNow(() => JSON.stringify(provider).length > 2),
        cloned: (outcomeNow(() => structuredClone(provider)) as { error: { code: unknown } }).error.code,
        state: [Object.isExtensible(provider), Object.isSealed(provider), Object.isFrozen(provider)],
      };
    },
  },
  {
    title: 'methods: names, lengths, identity, detached calls',
    run: async () => {
      const provider = window.ethereum;
      const { request, isConnected, on } = provider;
      const names = [
        'request',
        'send',
        'sendAsync',
        'enable',
        'on',
        'once',
        'off',
        'removeListener',
        'isConnected',
      ] as const;
      return {
        methods: names.map((name) => {
          const method = provider[name];
          return [typeof method, method.name, method.length, method === provider[name], method instanceof Function];
        }),
        detached: await outcome(() => request({ method: 'eth_chainId' })),
        bound: await outcome(() => request.bind(null)({ method: 'eth_chainId' })),
        applied: await outcome(() => Reflect.apply(request, undefined, [{ method: 'eth_chainId' }])),
        lost: [outcomeNow(() => isConnected()), outcomeNow(() => on('chainChanged', () => undefined))].map((seen) =>
          Object.keys(seen as object),
        ),
      };
    },
  },
  {
    title: 'what a page writes on the provider',
    run: async () => {
      const provider = window.ethereum;
      const loose = provider as unknown as Record<string, unknown>;
      const own = { deep: [1] };
      const method = () => 'mine';
      Object.assign(loose, { autoRefreshOnNetworkChange: false, own, method });
      Object.defineProperty(loose, 'hidden', { value: 7, enumerable: false, configurable: true });
      const read = [loose.autoRefreshOnNetworkChange, loose.own === own, loose.method === method, loose.hidden];
      const keys = Object.keys(loose).slice(-3);
      const listed = Object.getOwnPropertyNames(loose).includes('hidden');
      const { request } = provider;
      let seen = 0;
      loose.request = (args: unknown) => {
        seen += 1;
        return request.call(provider, args);
      };
      const patched = await outcome(() => provider.request({ method: 'eth_chainId' }));
      const deleted = Reflect.deleteProperty(loose, 'own');
      return { read, keys, listed, patched, seen, deleted };
    },
  },
  {
    title: 'window.ethereum and web3.currentProvider',
    alone: { same: true, listed: true, web3: [true, true] },
    run: async () => {
      const provider = window.ethereum;
      return {
        same: provider === window.ethereum && Object.is(provider, Reflect.get(window, 'ethereum')),
        listed: Object.keys(window).includes('ethereum') && 'ethereum' in window && Object.hasOwn(window, 'ethereum'),
        configurable: Object.getOwnPropertyDescriptor(window, 'ethereum')?.configurable,
        web3: [window.web3.currentProvider === provider, window.web3.__isMetaMaskShim__],
        removed: [Reflect.deleteProperty(window, 'ethereum'), typeof window.ethereum],
      };
    },
  },
  {
    title: 'a page cannot freeze the provider under us',
    run: async () => ({
      frozen: Object.keys(outcomeNow(() => Object.isFrozen(Object.freeze(window.ethereum))) as object),
    }),
    differs: {
      why: 'The wrapper must go on following the wallet, so it cannot be frozen: Object.freeze throws a TypeError.',
      through: { frozen: ['error'] },
    },
  },
];
