import type { Check, Provider } from '../Check.ts';
import { outcome, outcomeNow, pause, textHex } from '../observe.ts';

const ANNOUNCE = 'eip6963:announceProvider';

interface Detail {
  readonly info: { readonly uuid: string; readonly name: string; readonly icon: string; readonly rdns: string };
  readonly provider: Provider;
}
type Announcement = CustomEvent<Detail>;

function ask(): void {
  dispatchEvent(new Event('eip6963:requestProvider'));
}

/** Every announcement heard while `during` runs. */
async function heard(during: () => unknown, options?: AddEventListenerOptions | boolean): Promise<Announcement[]> {
  const events: Announcement[] = [];
  const listener = (event: Event) => events.push(event as Announcement);
  addEventListener(ANNOUNCE, listener, options);
  await during();
  removeEventListener(ANNOUNCE, listener, options);
  return events;
}

const UUID_V4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;

/** EIP-6963. */
export const ANNOUNCEMENTS: readonly Check[] = [
  {
    title: 'the announcement and what it holds',
    alone: { count: 1, frozen: true, keys: ['info', 'provider'], same: true, rdns: 'io.metamask', uuid: true },
    run: async () => {
      const events = await heard(ask);
      const [event] = events;
      if (event === undefined) return 'nothing was announced';
      const { detail } = event;
      const { info, provider } = detail;
      return {
        count: events.length,
        frozen: Object.isFrozen(detail),
        keys: Object.keys(detail),
        infoKeys: Object.keys(info),
        same: provider === window.ethereum,
        rdns: info.rdns,
        name: info.name,
        icon: info.icon,
        uuid: UUID_V4.test(info.uuid),
        prototypes: [detail, info].map((value) => Object.getPrototypeOf(value) === Object.prototype),
        event: [event instanceof CustomEvent, event.type, event.target === window, event.isTrusted],
        flags: [event.bubbles, event.cancelable, event.composed, event.defaultPrevented],
        request: typeof provider.request,
      };
    },
  },
  {
    title: 'the same provider and identity, however often it is asked',
    alone: { count: 3, providers: 1, uuids: 1 },
    run: async () => {
      const events = await heard(async () => {
        ask();
        await pause(200);
        ask();
        ask();
      });
      return {
        count: events.length,
        providers: new Set(events.map(({ detail }) => detail.provider)).size,
        uuids: new Set(events.map(({ detail }) => detail.info.uuid)).size,
        infos: new Set(events.map(({ detail }) => JSON.stringify(detail.info))).size,
        requests: new Set(events.map(({ detail }) => detail.provider.request)).size,
      };
    },
  },
  {
    title: 'answers in the tick of the question, to every listener, also a late one',
    alone: { early: [1, 1, 1], silent: 0, late: 1 },
    run: async () => {
      const silent = (await heard(() => pause(200))).length;
      const counts = await Promise.all(
        [undefined, true, { once: true }].map((options) => heard(ask, options).then((events) => events.length)),
      );
      let now = 0;
      const count = () => {
        now += 1;
      };
      const order: string[] = [];
      const first = () => order.push('first');
      const capturing = () => order.push('capturing');
      addEventListener(ANNOUNCE, first);
      addEventListener(ANNOUNCE, capturing, true);
      addEventListener(ANNOUNCE, count);
      ask();
      const late = now;
      return { early: counts.map((n) => Math.min(n, 1)), silent, late, order };
    },
  },
  {
    title: 'a listener may stop the ones after it, and a removed one hears nothing',
    alone: { heard: ['stopper'] },
    run: async () => {
      const order: string[] = [];
      const removed = () => order.push('removed');
      addEventListener(ANNOUNCE, removed);
      removeEventListener(ANNOUNCE, removed);
      addEventListener(ANNOUNCE, (event) => {
        order.push('stopper');
        event.stopImmediatePropagation();
      });
      addEventListener(ANNOUNCE, () => order.push('after'));
      ask();
      return { heard: order };
    },
  },
  {
    title: 'the announced provider signs, and shares its events with window.ethereum',
    run: async (env) => {
      const [event] = await heard(ask);
      const provider = event?.detail.provider;
      if (provider === undefined) return 'nothing was announced';
      const seen: unknown[] = [];
      provider.on('x', (value) => seen.push(value));
      window.ethereum.emit('x', 1);
      await provider.request({ method: 'eth_requestAccounts' });
      const signature = await outcome(() =>
        provider.request({ method: 'personal_sign', params: [textHex('Hello'), env.user] }),
      );
      return { seen, signature, chainId: await provider.request({ method: 'eth_chainId' }) };
    },
  },
  {
    title: 'two wallets stay two, each with its own identity',
    alone: { names: ['Test Wallet', 'Second'], distinct: true, second: [true, true], extra: 'kept' },
    run: async () => {
      const raw = { request: async () => 'second', on: () => raw };
      const info = {
        uuid: '350670db-19fa-4704-a166-e52e178b59d2',
        name: 'Second',
        icon: 'data:,',
        rdns: 'org.second',
        extra: 'kept',
      };
      const detail = Object.freeze({ info: Object.freeze(info), provider: raw });
      const announce = () => dispatchEvent(new CustomEvent(ANNOUNCE, { detail }));
      addEventListener('eip6963:requestProvider', announce);
      const events = await heard(() => {
        ask();
        ask();
      });
      const details = events.map((event) => event.detail);
      const second = details.filter(({ info: { rdns } }) => rdns === 'org.second');
      return {
        names: [...new Set(details.map(({ info: { name } }) => name))],
        distinct: details[0]?.provider !== second[0]?.provider,
        second: [second.length === 2, second[0]?.provider === second[1]?.provider],
        frozen: second.map((one) => Object.isFrozen(one)),
        answer: await second[0]?.provider.request({ method: 'eth_chainId' }),
        extra: Reflect.get(second[0]?.info ?? {}, 'extra'),
        ethereum: window.ethereum === details[0]?.provider,
      };
    },
  },
  {
    title: 'announcements that are none pass as they are',
    run: async () => {
      const details = [null, undefined, 5, {}, { info: null, provider: {} }, { info: {}, provider: null }];
      const events = await heard(() => {
        for (const detail of details) dispatchEvent(new CustomEvent(ANNOUNCE, { detail }));
        dispatchEvent(new Event(ANNOUNCE));
      });
      return events.map(({ detail }, at) => [Object.is(detail, details[at] ?? null), typeof detail]);
    },
  },
  {
    title: 'what a page writes on the info does not last',
    alone: { again: 'Test Wallet' },
    run: async () => {
      const [first] = await heard(ask);
      const written = outcomeNow(() => Reflect.set(first?.detail.info ?? {}, 'name', 'Other'));
      const [second] = await heard(ask);
      return { written, again: second?.detail.info.name };
    },
    differs: {
      why: 'One announcement object is kept for the life of the page, so its info is frozen as well.',
      through: { written: { value: false } },
    },
  },
];
