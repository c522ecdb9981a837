import { describe, expect, it } from 'vitest';
import type { BackgroundMessage, BridgeAsk, BridgeMessage } from '../protocol/bridge.ts';
import type { PageApi } from './api.ts';
import { openLine } from './line.ts';

const ask = (key: string): BridgeAsk => ({
  ...{ type: 'ask', key, via: 'hook', method: 'personal_sign', paramsText: '[]', chainId: 1, account: null },
  ...{ rdns: null, walletName: null, ancestors: [], contradicted: [] },
});

/** A browser whose background can be killed, updated away, or struck dumb. */
function browser() {
  const state = { alive: true, answers: true, connections: 0 };
  const sent: BridgeMessage[] = [];
  const lost: (() => void)[] = [];
  let say: (message: BackgroundMessage) => void = () => undefined;
  const api: PageApi = {
    runtime: {
      get id() {
        return state.alive ? 'aabf' : undefined;
      },
      connect() {
        if (!state.alive) throw new Error('Extension context invalidated.');
        state.connections++;
        return {
          postMessage(message) {
            sent.push(message as BridgeMessage);
            const { type, key } = message as BridgeMessage;
            if (type === 'ask' && state.answers) say({ type: 'received', key });
          },
          onMessage: {
            addListener(listener) {
              say = listener;
            },
          },
          onDisconnect: { addListener: (listener) => void lost.push(listener) },
        };
      },
      sendMessage: () => Promise.resolve(),
      onMessage: { addListener: () => undefined },
    },
  };
  let look: (() => void) | null = null;
  const line = openLine(api, (run) => {
    look = run;
    return () => {
      look = null;
    };
  });
  return {
    ...{ line, state, sent },
    say: (message: BackgroundMessage) => say(message),
    disconnect: () => {
      for (const listener of lost.splice(0)) listener();
    },
    looks: (count: number) => {
      for (let index = 0; index < count; index++) look?.();
    },
    watching: () => look !== null,
  };
}

describe('the line to the background', () => {
  it('gives the decision to the ask it is for, once', async () => {
    const { line, say, sent, watching } = browser();
    const answer = line.ask(ask('a'));
    say({ type: 'decision', key: 'b', choice: 'continue' });
    expect(sent.at(-1)).toEqual({ type: 'ack', key: 'b' });
    say({ type: 'decision', key: 'a', choice: 'reject', code: 4001, message: 'no' });
    say({ type: 'decision', key: 'a', choice: 'continue' });
    expect(await answer).toEqual({ choice: 'reject', code: 4001, message: 'no' });
    expect(watching()).toBe(false);
  });

  it('sends what waits again, under the same key, when the worker has died', async () => {
    const { line, say, sent, disconnect } = browser();
    const answers = [line.ask(ask('a')), line.ask(ask('b'))];
    say({ type: 'decision', key: 'b', choice: 'continue' });
    disconnect();
    expect(sent.map((message) => message.key)).toEqual(['a', 'b', 'a']);
    say({ type: 'decision', key: 'a', choice: 'continue' });
    expect(await Promise.all(answers)).toEqual([{ choice: 'continue' }, { choice: 'continue' }]);
  });

  it('sends what waits again after the back/forward cache, which tells nobody that the port is gone', async () => {
    const { line, say, state, sent } = browser();
    line.resume();
    expect(state.connections).toBe(0);
    const answer = line.ask(ask('a'));
    line.resume();
    expect([state.connections, sent.map((message) => message.key)]).toEqual([2, ['a', 'a']]);
    say({ type: 'decision', key: 'a', choice: 'continue' });
    expect(await answer).toEqual({ choice: 'continue' });
  });

  it('rejects with the remedy when the extension was updated away, port or no port', async () => {
    const one = browser();
    const lostPort = one.line.ask(ask('a'));
    one.state.alive = false;
    one.disconnect();
    expect(await lostPort).toMatchObject({ choice: 'reject', code: -32603 });
    const two = browser();
    const silentPort = two.line.ask(ask('a'));
    two.state.alive = false;
    two.looks(1);
    expect(await silentPort).toMatchObject({ code: -32603, message: 'Countersign was updated: reload this page.' });
    expect(await two.line.ask(ask('b'))).toMatchObject({ code: -32603 });
  });

  it('connects again to a background that says nothing, and gives up in the end', async () => {
    const { line, state, looks } = browser();
    state.answers = false;
    const answer = line.ask(ask('a'));
    looks(6);
    expect(state.connections).toBe(2);
    looks(20);
    expect(await answer).toMatchObject({ choice: 'reject', code: -32603 });
  });

  it('waits as long as it takes once the background has it', () => {
    const { line, state, looks, watching } = browser();
    void line.ask(ask('a'));
    looks(1_000);
    expect([state.connections, watching()]).toEqual([1, true]);
  });

  it('lets no document pile up asks without end', async () => {
    const { line } = browser();
    for (let index = 0; index < 64; index++) void line.ask(ask(String(index)));
    expect(await line.ask(ask('last'))).toMatchObject({ choice: 'reject', code: -32005 });
  });

  it('believes nothing that is no message of the background', () => {
    const { line, say, watching } = browser();
    void line.ask(ask('a'));
    const nonsense = [null, 'a', {}, { type: 'decision', key: 'a' }, { type: 'decision', key: 'a', choice: 'yes' }];
    for (const message of nonsense) say(message as never);
    expect(watching()).toBe(true);
  });
});
