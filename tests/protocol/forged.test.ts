import '../../extension/page/testing/realm.ts';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../extension/background/desk.ts';
import type { Caller } from '../../extension/background/senderRecord.ts';
import { openRequestStore } from '../../extension/background/store.ts';
import { memoryArea } from '../../extension/background/testing/area.ts';
import { reportOf } from '../../extension/background/testing/report.ts';
import type { PageApi } from '../../extension/bridge/api.ts';
import { readHookMessage } from '../../extension/bridge/hookMessage.ts';
import { openLine } from '../../extension/bridge/line.ts';
import { openLink, PORT_EVENT } from '../../extension/page/link.ts';
import type { BackgroundMessage, BridgeAsk, BridgeMessage } from '../../extension/protocol/bridge.ts';
import { seededRandom } from '../../src/text/seededRandom.ts';

/** checks.md A1: forged, replayed, cross-frame and reordered messages, on the page's port and on the runtime's. */

const FULL = 10_000;
const COUNT = process.env.COUNTERSIGN_FULL === '1' ? FULL : 2_000;
console.log(`forged messages on each port: ${COUNT} of ${FULL}`);

const hexId = (random: () => number): string =>
  Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
const pick = <Value>(random: () => number, values: readonly Value[]): Value | undefined =>
  values[Math.floor(random() * values.length)];

describe("the page's port", () => {
  it('a reply counts for a pending id, once: forged and replayed ones settle nothing', async () => {
    const random = seededRandom(1);
    const channel = new MessageChannel();
    const heard: { id: string; t: string }[] = [];
    channel.port1.addEventListener('message', ({ data }: MessageEvent<{ id: string; t: string }>) => heard.push(data));
    channel.port1.start();
    const link = openLink();
    Reflect.get(globalThis, 'window').dispatchEvent(new MessageEvent(PORT_EVENT, { ports: [channel.port2] }));

    const settled = new Map<number, string[]>();
    const bare = { method: 'personal_sign', paramsText: '[]', chainId: null, account: null, rdns: null, name: null };
    for (let index = 0; index < 50; index += 1) {
      settled.set(index, []);
      void link.ask(bare).then(
        () => settled.get(index)?.push('go'),
        (error: { code: number }) => settled.get(index)?.push(`no ${error.code}`),
      );
    }
    await expect.poll(() => heard.length).toBe(50);
    const ids = heard.map(({ id }) => id);
    for (let index = 0; index < COUNT; index += 1) {
      const id = hexId(random);
      const forged: unknown[] = [
        { t: 'go', id },
        { t: 'go', id: ids[0]?.toUpperCase() },
        { t: 'go', id: [ids[1]] },
        { t: 'go', id: { toString: () => ids[2] } },
        { t: 'go' },
        { t: 'go', id: '__proto__' },
        { t: 'go', id: 'constructor' },
        null,
        ids[3],
        [ids[4]],
      ];
      try {
        channel.port1.postMessage(forged[index % forged.length]);
      } catch {
        // A function in it cannot be cloned: nothing arrives at all.
      }
    }
    // An honest reply to the last one shows that everything before it was heard.
    channel.port1.postMessage({ t: 'go', id: ids[49] });
    await expect.poll(() => settled.get(49)).toEqual(['go']);
    expect([...settled].filter(([index, all]) => index < 49 && all.length > 0)).toEqual([]);
    // Replays: after a refusal no later "go" under the same id turns it around.
    channel.port1.postMessage({ t: 'no', id: ids[0], code: 4001, message: 'no' });
    for (let index = 0; index < 100; index += 1) channel.port1.postMessage({ t: 'go', id: ids[0] });
    channel.port1.postMessage({ t: 'go', id: ids[48] });
    await expect.poll(() => settled.get(48)).toEqual(['go']);
    expect(settled.get(0)).toEqual(['no 4001']);
    channel.port1.close();
  });

  it("what is not exactly the hook's own message is nothing, whatever is changed in it", () => {
    const random = seededRandom(2);
    const good: Readonly<Record<string, unknown>> = {
      ...{ t: 'ask', id: '0'.repeat(32), method: 'personal_sign', paramsText: '[]' },
      ...{ chainId: '0x1', account: null, rdns: null, name: null },
    };
    const values: readonly unknown[] = [
      null,
      undefined,
      0,
      Number.NaN,
      {},
      [],
      'x'.repeat(300),
      true,
      ['ask'],
      '0'.repeat(31),
    ];
    let taken = 0;
    for (let index = 0; index < COUNT; index += 1) {
      const member = pick(random, ['t', 'id', 'method', 'paramsText'] as const) ?? 't';
      const value = pick(random, values);
      const read = readHookMessage({ ...good, [member]: value });
      if (read === null) continue;
      taken += 1;
      // Any text is a method or parameters to be judged; nothing else may be changed.
      expect(['method', 'paramsText']).toContain(member);
      expect(typeof value).toBe('string');
    }
    expect(taken).toBeGreaterThan(0);
    for (const t of ['go', 'no', 'decision', 'received', 'ack', 'Ask']) {
      expect(readHookMessage({ ...good, t })).toBeNull();
    }
  });
});

interface Frame {
  readonly caller: Caller;
  readonly ask: BridgeAsk;
}

describe("the runtime's ports", () => {
  it('messages of other frames, replays and any order give no decision twice and none away', {
    timeout: 120_000,
  }, async () => {
    const random = seededRandom(3);
    const report = await reportOf('personal_sign', ['0x68', `0x${'11'.repeat(20)}`]);
    const sent = new Map<string, BackgroundMessage[]>();
    const desk = openDesk({
      store: await openRequestStore(memoryArea()),
      now: () => 0,
      randomId: () => hexId(random),
      digest: async (text) => text,
      later: () => undefined,
      check: async () => report,
      opensWindow: () => true,
      isPaused: () => false,
      showWindow: () => undefined,
      changed: () => undefined,
      decided: () => undefined,
    });
    const linkOf = (document: string) => ({
      post: (message: BackgroundMessage) => {
        sent.set(document, [...(sent.get(document) ?? []), message]);
      },
    });
    const links = new Map<string, ReturnType<typeof linkOf>>();
    const frames: Frame[] = Array.from({ length: 40 }, (_, index) => {
      const document = `D${index % 8}`;
      if (!links.has(document)) links.set(document, linkOf(document));
      return {
        caller: {
          ...{ origin: `https://site${index % 8}.example`, topOrigin: 'https://top.example', documentId: document },
          ...{ document, frame: 'sub', tabId: index % 8, incognito: false },
        },
        ask: {
          ...{ type: 'ask', key: hexId(random), via: 'hook', method: 'personal_sign', paramsText: `["${index}"]` },
          ...{ chainId: 1, account: null, rdns: null, walletName: null, ancestors: [], contradicted: [] },
        },
      };
    });
    const honest = new Set(frames.map(({ caller, ask }) => `${ask.key} ${caller.document}`));
    const decided = new Map<string, string>();
    for (let index = 0; index < COUNT; index += 1) {
      const frame = pick(random, frames);
      const other = pick(random, frames);
      if (frame === undefined || other === undefined) continue;
      const own = links.get(frame.caller.document) ?? linkOf('lost');
      const foreign = links.get(other.caller.document) ?? linkOf('lost');
      switch (Math.floor(random() * 6)) {
        case 0:
          await desk.receive(frame.caller, frame.ask, own);
          break;
        case 1:
          // Another text under a key that is known.
          await desk.receive(frame.caller, { ...frame.ask, paramsText: '["evil"]' }, own);
          break;
        case 2:
          // An acknowledgement for another document's request, and for one that never was.
          if (other.caller.document !== frame.caller.document) {
            await desk.acknowledge(other.caller.document, frame.ask.key);
          }
          await desk.acknowledge(frame.caller.document, hexId(random));
          break;
        case 3:
          // A decision for an id nobody gave out.
          expect(await desk.decide(hexId(random), 'continue')).toBe(false);
          break;
        case 4:
          desk.bridgeGone(frame.caller.document, foreign === own ? linkOf('stranger') : foreign);
          break;
        default: {
          const waiting = desk.waiting().filter(({ live }) => live?.ask.key === frame.ask.key);
          for (const { request } of waiting) {
            const choice = random() < 0.5 ? 'continue' : 'reject';
            const name = `${request.key} ${request.document}`;
            expect(decided.has(name)).toBe(false);
            decided.set(name, choice);
            expect(await desk.decide(request.id, choice)).toBe(true);
            expect(await desk.decide(request.id, 'continue')).toBe(false);
          }
        }
      }
    }
    for (const [document, messages] of sent) {
      for (const message of messages) {
        if (message.type !== 'decision' || message.choice !== 'continue') continue;
        const name = `${message.key} ${document}`;
        // Only to the document that asked, only under its key, and only what the person said.
        expect(honest.has(name)).toBe(true);
        expect(decided.get(name)).toBe('continue');
      }
    }
    expect([...decided.values()].filter((choice) => choice === 'continue').length).toBeGreaterThan(0);
  });

  it('the bridge settles an ask by a decision for its key alone, once, whatever else arrives', async () => {
    const random = seededRandom(4);
    let say: (message: unknown) => void = () => undefined;
    const posted: BridgeMessage[] = [];
    const api: PageApi = {
      runtime: {
        id: 'ours',
        connect: () => ({
          postMessage: (message) => void posted.push(message as BridgeMessage),
          onMessage: {
            addListener: (listener) => {
              say = listener;
            },
          },
          onDisconnect: { addListener: () => undefined },
        }),
        sendMessage: () => Promise.resolve(),
        onMessage: { addListener: () => undefined },
      },
    };
    const line = openLine(api, () => () => undefined);
    const settled: string[] = [];
    const keys = Array.from({ length: 20 }, () => hexId(random));
    for (const key of keys) {
      const ask: BridgeAsk = {
        ...{ type: 'ask', key, via: 'gate', method: 'personal_sign', paramsText: '[]', chainId: 1, account: null },
        ...{ rdns: null, walletName: null, ancestors: [], contradicted: [] },
      };
      void line.ask(ask).then(({ choice }) => settled.push(`${choice} ${key}`));
    }
    for (let index = 0; index < COUNT; index += 1) {
      const key = pick(random, keys);
      const forged: unknown[] = [
        { type: 'decision', key: hexId(random), choice: 'continue' },
        { type: 'decision', key: key?.toUpperCase().replace(/^[0-9]+$/u, 'x'), choice: 'yes' },
        { type: 'decision', key, choice: 'allow' },
        { type: 'decision', key, choice: ['continue'] },
        { type: 'decision', key, choice: 'reject' },
        { type: 'decision', key, choice: 'reject', code: '4001', message: 'x' },
        { type: 'go', key, choice: 'continue' },
        { type: 'received', key, choice: 'continue' },
        { key, choice: 'continue' },
        [{ type: 'decision', key, choice: 'continue' }],
        null,
      ];
      say(forged[index % forged.length]);
    }
    await Promise.resolve();
    expect(settled).toEqual([]);
    const [first = ''] = keys;
    say({ type: 'decision', key: first, choice: 'reject', code: 4001, message: 'no' });
    for (let index = 0; index < 100; index += 1) say({ type: 'decision', key: first, choice: 'continue' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(settled).toEqual([`reject ${first}`]);
  });
});
