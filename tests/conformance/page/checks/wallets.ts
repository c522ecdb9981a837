import type { Check, Provider } from '../Check.ts';
import { errorSeen, outcome, outcomeNow, pause, textHex } from '../observe.ts';

/** A wallet the page makes itself: other makes have other habits. */
function install(wallet: object): Provider {
  Reflect.set(window, 'ethereum', wallet);
  return window.ethereum;
}

class CodedError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

const CODES = [4001, 4100, 4200, 4900, 4901, -32_600, -32_601, -32_602, -32_603, -32_000];
const basics = { eth_chainId: '0x7a69', eth_accounts: [] as readonly string[] };

/** Answers chain and accounts, and everything else with `rest`. */
function wallet(rest: (args: { method: string; params?: unknown }) => unknown) {
  return {
    async request(args: { method: string; params?: unknown }): Promise<unknown> {
      return args.method in basics ? Reflect.get(basics, args.method) : rest(args);
    },
  };
}

class Private {
  static readonly make = 'private';
  #account = '0x01';
  readonly #listeners = new Map<string, ((value: unknown) => void)[]>();
  get selectedAddress(): string {
    return this.#account;
  }
  set selectedAddress(value: string) {
    this.#account = value;
  }
  get chainId(): string {
    return '0x7a69';
  }
  async request({ method }: { method: string }): Promise<unknown> {
    return method === 'eth_accounts'
      ? [this.#account]
      : method === 'eth_chainId'
        ? this.chainId
        : `signed by ${this.#account}`;
  }
  on(name: string, listener: (value: unknown) => void): () => void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return () => this.#listeners.delete(name);
  }
  emit(name: string, value: unknown): number {
    const all = this.#listeners.get(name) ?? [];
    for (const listener of all) listener(value);
    return all.length;
  }
}

export const WALLETS: readonly Check[] = [
  {
    title: 'every error of a read is the wallet’s own object',
    run: async () => {
      const errors = CODES.map((code) => new CodedError(code, `no ${code}`, { code, deep: [1] }));
      const provider = install({
        request: async ({ params }: { params: readonly [number] }) => {
          throw errors[params[0]];
        },
      });
      return Promise.all(
        errors.map(async (own, at) => {
          const error: unknown = await provider.request({ method: 'eth_call', params: [at] }).catch((reason) => reason);
          return [error === own, error instanceof CodedError, errorSeen(error)];
        }),
      );
    },
  },
  {
    title: 'and so is every error of a signature',
    run: async (env) => {
      const own = new CodedError(4001, 'Declined in the wallet', { cause: 'person' });
      const provider = install(
        wallet(() => {
          throw own;
        }),
      );
      const error: unknown = await provider
        .request({ method: 'personal_sign', params: [textHex('Hello'), env.user] })
        .catch((reason: unknown) => reason);
      return [error === own, errorSeen(error)];
    },
  },
  {
    title: 'what is rejected may be no error at all, and what throws at once throws at once',
    run: async () => {
      const provider = install({
        request: ({ params }: { params: readonly [string] }) => {
          if (params[0] === 'throw') throw new CodedError(4100, 'at once');
          return params[0] === 'reject'
            ? Promise.reject({ code: 4100 })
            : Object.fromEntries([['then', (give: (value: string) => void) => give('then')]]);
        },
      });
      const call = (word: string) => provider.request({ method: 'eth_call', params: [word] });
      return [outcomeNow(() => call('throw')), await outcome(() => call('reject')), await outcome(() => call('then'))];
    },
  },
  {
    title: 'a read arrives in the same tick, with the page’s own parameters',
    alone: { ticks: ['eth_call', 'code'], same: true, more: [true, 2] },
    run: async () => {
      const ticks: string[] = [];
      const params = [{ to: '0x01', data: '0x' }, 'latest', undefined];
      let same = false;
      let more: unknown = null;
      const provider = install({
        request: async (args: { method: string; params: unknown; note: unknown }, ...rest: readonly unknown[]) => {
          ticks.push(args.method);
          same = args.params === params;
          more = [args.note === ticks, rest.length];
          return null;
        },
      });
      const promise = provider.request({ method: 'eth_call', params, note: ticks }, { timeout: 1 }, 'third');
      ticks.push('code');
      await promise;
      return { ticks, same, more };
    },
  },
  {
    title: 'private fields, accessors, and an on that gives back its own undo',
    alone: { account: ['0x01', '0x02'], undo: 'function' },
    run: async (env) => {
      const raw = new Private();
      const provider = install(raw) as unknown as Private;
      const account = [provider.selectedAddress];
      provider.selectedAddress = '0x02';
      account.push(raw.selectedAddress);
      const heard: unknown[] = [];
      const undo = provider.on('x', (value) => heard.push(value));
      const counts = [provider.emit('x', 1)];
      undo();
      counts.push(provider.emit('x', 2));
      const maker = provider.constructor as typeof Private;
      const signed = await provider.request({ method: 'personal_sign', params: [textHex('Hello'), env.user] } as never);
      const made = outcomeNow(() => new maker().selectedAddress);
      return {
        account,
        undo: typeof undo,
        heard,
        counts,
        make: maker.make,
        is: provider instanceof maker,
        signed,
        made,
      };
    },
  },
  {
    title: 'frozen, sealed, bare and callable providers',
    run: async (env) => {
      const kinds: readonly object[] = [
        Object.freeze(wallet(() => 'signed')),
        Object.seal(wallet(() => 'signed')),
        Object.assign(
          Object.create(null),
          wallet(() => 'signed'),
        ),
        Object.assign(
          () => 'called',
          wallet(() => 'signed'),
        ),
        new Proxy(
          wallet(() => 'signed'),
          {},
        ),
      ];
      const seen: unknown[] = [];
      for (const kind of kinds) {
        const provider = install(kind);
        seen.push([
          await outcome(() => provider.request({ method: 'eth_chainId' })),
          await outcome(() => provider.request({ method: 'personal_sign', params: [textHex('Hello'), env.user] })),
          typeof provider,
          Object.keys(provider),
          provider === window.ethereum,
        ]);
      }
      return seen;
    },
  },
  {
    title: 'ethereum.providers, providerMap and selection among several wallets',
    alone: { same: true, counts: [2, 2], picked: ['b', 'b', 'b'], map: ['A', 'B'] },
    run: async () => {
      const made = (name: string) => ({ name, [`is${name}`]: true, ...wallet(() => name) });
      const a = made('a');
      const b = made('b');
      const raw = {
        ...wallet(() => 'multi'),
        providers: [a, b],
        providerMap: new Map([
          ['A', a],
          ['B', b],
        ]),
        selectedProvider: a as object | undefined,
        setSelectedProvider(provider: object) {
          raw.selectedProvider = provider;
        },
      };
      const multi = install(raw) as unknown as typeof raw;
      const [first, second] = multi.providers;
      multi.setSelectedProvider(second as object);
      const named = (provider: unknown) => (provider as { name: string }).name;
      return {
        same: Object.is(multi.providers, Reflect.get(multi, 'providers')) && multi.providers[0] === first,
        counts: [multi.providers.length, multi.providerMap.size],
        picked: [
          named(multi.providers.find((one) => Reflect.get(one, 'isb'))),
          named(multi.selectedProvider),
          named(multi.providerMap.get('B')),
        ],
        map: [...multi.providerMap.keys()],
        related: [
          multi.providerMap.get('A') === first,
          multi.selectedProvider === second,
          Object.is(first, window.ethereum),
        ],
        kinds: [Array.isArray(multi.providers), multi.providerMap instanceof Map],
        each: await Promise.all(multi.providers.map((one) => one.request({ method: 'eth_call' }))),
      };
    },
  },
  {
    title: 'a wallet that takes over in mid-session, and the one that was there',
    alone: { before: 'first', during: 'second', kept: 'first', back: true },
    run: async () => {
      const first = wallet(() => 'first');
      const second = wallet(() => 'second');
      const ask = (provider: Provider) => provider.request({ method: 'eth_call' });
      const old = install(first);
      const before = await ask(window.ethereum);
      install(second);
      const during = await ask(window.ethereum);
      const kept = await ask(old);
      const differ = old !== window.ethereum;
      return { before, during, kept, differ, back: install(first) === old, none: typeof install(undefined as never) };
    },
  },
  {
    title: 'a provider that appears late, by value and by accessor',
    alone: { answers: ['late', 'accessor'] },
    run: async () => {
      Reflect.deleteProperty(window, 'ethereum');
      const initialized = new Promise((resolve) => addEventListener('ethereum#initialized', resolve, { once: true }));
      setTimeout(() => {
        install(wallet(() => 'late'));
        dispatchEvent(new Event('ethereum#initialized'));
      }, 50);
      await initialized;
      const answers = [await window.ethereum.request({ method: 'eth_call' })];
      const own = wallet(() => 'accessor');
      Object.defineProperty(window, 'ethereum', { get: () => own, configurable: true });
      dispatchEvent(new Event('ethereum#initialized'));
      await pause(10);
      answers.push(await window.ethereum.request({ method: 'eth_call' }));
      return { answers, stable: Object.is(window.ethereum, Reflect.get(window, 'ethereum')) };
    },
  },
];
