import { describe, expect, it } from 'vitest';
import { MAX_PARAMS_TEXT } from '../../extension/protocol/bridge.ts';
import { MAX_CHAINS } from '../../extension/protocol/pages.ts';
import { BOUNDARIES, type Own, type SenderLike } from '../../extension/protocol/senders.ts';

/** checks.md A2: each message type x each sender kind, against this table. */

const OWN: Own = { id: 'aabfown', base: 'chrome-extension://aabfown/' };
const tab = { id: 7, url: 'https://a.example/', incognito: false };
const web = { url: 'https://a.example/', origin: 'https://a.example', documentId: 'D', frameId: 0 };

/** Everybody who can make a message event in our background, as the browsers record them. */
const SENDERS = {
  'our popup': { id: OWN.id, url: `${OWN.base}popup/index.html`, origin: 'chrome-extension://aabfown' },
  'our page in a tab': { id: OWN.id, url: `${OWN.base}options/index.html`, tab },
  'our worker': { id: OWN.id, url: `${OWN.base}background.js` },
  'our worker, nameless': { id: OWN.id },
  'our script in a page': { id: OWN.id, ...web, tab },
  'our script in a frame': { id: OWN.id, ...web, frameId: 3, tab },
  'our script in an opaque frame': { id: OWN.id, url: 'about:srcdoc', origin: 'null', frameId: 3, tab },
  'our script in a page that borrows our name': { id: OWN.id, url: 'https://aabfown/chrome-extension://aabfown/', tab },
  'another extension': { id: 'other', url: 'chrome-extension://other/page.html' },
  "another extension's script": { id: 'other', ...web, tab },
  'another extension whose id begins with ours': { id: 'aabfownx', url: 'chrome-extension://aabfownx/x.html' },
  'another extension that claims our page': { id: 'other', url: `${OWN.base}popup/index.html` },
  'a web page': { ...web, tab },
  'nobody, with our address': { url: `${OWN.base}review/index.html` },
  nobody: {},
} as const satisfies Readonly<Record<string, SenderLike>>;
type Sender = keyof typeof SENDERS;

const KEY = '0'.repeat(32);
const ask = {
  ...{ type: 'ask', key: KEY, via: 'hook', method: 'personal_sign', paramsText: '[]', chainId: 1, account: null },
  ...{ rdns: null, walletName: null, ancestors: [], contradicted: [] },
};
const status = { type: 'status', wallets: [], walletFirst: false, origin: null };
const write = { type: 'settings/write', chosen: true, rpcUrls: {}, show: 'default', language: 'en' };
const MESSAGES = {
  ask,
  ack: { type: 'ack', key: KEY },
  status,
  'review/queue': { type: 'review/queue' },
  'review/decide': { type: 'review/decide', id: KEY, choice: 'continue', picked: null },
  'review/again': { type: 'review/again', id: KEY },
  'popup/status': { type: 'popup/status', tabId: 1 },
  'popup/pause': { type: 'popup/pause', host: 'a.example', on: true },
  'settings/read': { type: 'settings/read' },
  'settings/write': write,
  'model/score': { type: 'model/score', host: 'a.example' },
  'evm/simulate': {
    type: 'evm/simulate',
    job: { url: 'https://rpc.example', chainId: 1, params: '[]', touched: '[]' },
  },
} as const;
type Message = keyof typeof MESSAGES;

const SCRIPTS: readonly Sender[] = [
  'our script in a page',
  'our script in a frame',
  'our script in an opaque frame',
  'our script in a page that borrows our name',
];
const PAGES: readonly Sender[] = ['our popup', 'our page in a tab', 'our worker'];
const TABLESS: readonly Sender[] = ['our popup', 'our worker', 'our worker, nameless'];

/** The declared table. What is not in it is refused. */
const DECLARED: Readonly<Record<keyof typeof BOUNDARIES, readonly [readonly Message[], readonly Sender[]]>> = {
  bridgePort: [['ask', 'ack'], SCRIPTS],
  pagePort: [[], PAGES],
  pageMessage: [
    ['review/queue', 'review/decide', 'review/again', 'popup/status', 'popup/pause', 'settings/read', 'settings/write'],
    PAGES,
  ],
  pageStatus: [['status'], SCRIPTS],
  modelQuestion: [['model/score'], TABLESS],
  evmQuestion: [['evm/simulate'], TABLESS],
};
const NAMES = Object.keys(BOUNDARIES) as (keyof typeof BOUNDARIES)[];

describe.each(NAMES)('%s', (name) => {
  const boundary = BOUNDARIES[name];
  const [messages, senders] = DECLARED[name];

  it('takes exactly its messages, from exactly its senders', () => {
    const taken: string[] = [];
    for (const [sender, record] of Object.entries(SENDERS)) {
      for (const [message, raw] of Object.entries(MESSAGES)) {
        if (boundary.take(raw, record, OWN) !== null) taken.push(`${message} from ${sender}`);
      }
    }
    expect(taken.sort()).toEqual(
      messages.flatMap((message) => senders.map((sender) => `${message} from ${sender}`)).sort(),
    );
  });

  it('opens to exactly its senders', () => {
    const admitted = Object.entries(SENDERS).filter(([, record]) => boundary.admits(record, OWN));
    expect(admitted.map(([sender]) => sender).sort()).toEqual([...senders].sort());
    expect(boundary.admits(undefined, OWN)).toBe(false);
  });

  it('takes nothing with a member too many, too few, of another kind, or that is no object', () => {
    const [sender] = senders;
    const record = sender === undefined ? undefined : SENDERS[sender];
    for (const message of messages) {
      const good: Readonly<Record<string, unknown>> = MESSAGES[message];
      const bad: unknown[] = [{ ...good, evil: 1 }, { ...good, type: 'evil' }, { ...good, type: ['ask'] }, [good]];
      for (const member of Object.keys(good)) {
        const { [member]: _left, ...rest } = good;
        bad.push(rest, { ...good, [member]: { toString: () => 'x' } }, { ...good, [member]: Number.NaN });
      }
      expect(boundary.take(good, record, OWN)).toEqual(good);
      for (const one of bad) expect(boundary.take(one, record, OWN), JSON.stringify(one)).toBeNull();
    }
    for (const nothing of [null, undefined, 0, '', 'ask', [], {}, Symbol.iterator, () => ask]) {
      expect(boundary.take(nothing, record, OWN)).toBeNull();
    }
  });
});

describe('size caps', () => {
  const script = SCRIPTS[0] === undefined ? undefined : SENDERS[SCRIPTS[0]];
  const long = (length: number) => 'x'.repeat(length);

  it.each([
    ['parameters', { paramsText: long(MAX_PARAMS_TEXT + 1) }],
    ['a method', { method: long(257) }],
    ['a wallet name', { walletName: long(101) }],
    ['an rdns', { rdns: long(254) }],
    ['ancestors', { ancestors: Array.from({ length: 33 }, () => 'https://a.example') }],
    ['an ancestor', { ancestors: [long(2049)] }],
    ['contradictions', { contradicted: ['chain', 'chain', 'chain'] }],
  ])('refuse an ask with too long %s', (_what, more) => {
    expect(BOUNDARIES.bridgePort.take({ ...ask, ...more }, script, OWN)).toBeNull();
  });

  it('take the longest allowed', () => {
    const most = { ...ask, paramsText: long(MAX_PARAMS_TEXT), method: long(256) };
    expect(BOUNDARIES.bridgePort.take(most, script, OWN)).toEqual(most);
  });

  it('refuse a status with too many wallets, and settings with too many chains', () => {
    const wallets = Array.from({ length: 17 }, () => ({ name: 'x', gated: true }));
    expect(BOUNDARIES.pageStatus.take({ ...status, wallets }, script, OWN)).toBeNull();
    const chains = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 1), null]));
    const page = SENDERS['our popup'];
    expect(BOUNDARIES.pageMessage.take({ ...write, rpcUrls: chains(MAX_CHAINS) }, page, OWN)).not.toBeNull();
    expect(BOUNDARIES.pageMessage.take({ ...write, rpcUrls: chains(MAX_CHAINS + 1) }, page, OWN)).toBeNull();
  });
});
