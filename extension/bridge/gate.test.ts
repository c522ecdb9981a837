import { describe, expect, it } from 'vitest';
import { BATCH_METHOD, kindOf } from '../../src/request/methods.ts';
import { createApprovals } from './approvals.ts';
import { callsIn } from './callsIn.ts';
import { type Held, openGate } from './gate.ts';
import type { Answer } from './line.ts';
import type { Seal } from './seal.ts';
import { chainOf } from './unwrap.ts';
import { SECOND_ANSWER_MS, WALLET_ANSWER_MS } from './walletFacts.ts';

const ACCOUNT = `0x${'ab'.repeat(20)}`;
const REJECT: Answer = { choice: 'reject', code: 4001, message: 'User rejected the request.' };
const sign = { jsonrpc: '2.0', id: 7, method: 'personal_sign', params: ['0x68', ACCOUNT] };
const onChannel = (data: unknown) => ({ target: 'metamask-contentscript', data: { name: 'metamask-provider', data } });

/** Node's MessageEvent takes no window as its source, and makes no trusted events. */
class FakeMessage extends Event {
  readonly data: { target: string; data: { data: { id: unknown; method?: string } } };
  readonly source: unknown;
  constructor(data: unknown, trusted: boolean, source: unknown) {
    super('message');
    this.data = data as FakeMessage['data'];
    this.source = source;
    Object.defineProperty(this, 'isTrusted', { value: trusted });
  }
}

/** A window as Firefox has it: capture listeners first, ours and then this one of the page, and after them the others. */
class CaptureFirst extends EventTarget {
  readonly #capture: ((event: Event) => void)[] = [];
  constructor(ofThePage: (event: FakeMessage) => void) {
    super();
    let stopped = false;
    super.addEventListener('message', (event) => {
      stopped = false;
      const stop = event.stopImmediatePropagation.bind(event);
      event.stopImmediatePropagation = () => {
        stopped = true;
        stop();
      };
      for (const listener of [...this.#capture, ofThePage as (event: Event) => void]) if (!stopped) listener(event);
    });
  }
  override addEventListener(type: string, listener: (event: Event) => void, options?: boolean): void {
    if (options === true) this.#capture.push(listener);
    else super.addEventListener(type, listener);
  }
}

/** A window with our gate first and a wallet behind it, as Chromium orders them. Only trusted events are made here. */
function page(
  answerOf: (held: Held) => Answer,
  wallet: { chainId: string; account: string } = { chainId: '0x1', account: ACCOUNT },
  firefox: { seal?: Seal; before?: (event: FakeMessage) => void } = {},
) {
  const target = firefox.before === undefined ? new EventTarget() : new CaptureFirst(firefox.before);
  const approvals = createApprovals(() => 0);
  const asked: Held[] = [];
  let ids = 0;
  const gate = openGate({
    target,
    makeEvent: (data, like) => new FakeMessage(data, false, like?.source ?? target),
    kindOf: (method) => kindOf(method).kind,
    approvals,
    randomId: () => `q${ids++}`,
    ask: async (held) => {
      asked.push(held);
      return answerOf(held);
    },
    ...(firefox.seal === undefined ? {} : { seal: firefox.seal }),
  });
  const reached: unknown[] = [];
  const answered: unknown[] = [];
  target.addEventListener('message', (event) => {
    const { data } = event as FakeMessage;
    if (data.target === undefined) return;
    if (data.target === 'metamask-inpage') return void answered.push(data.data.data);
    const { id, method } = data.data.data;
    if (typeof id !== 'string' || !id.startsWith('q')) return void reached.push(data);
    const result = method === 'eth_chainId' ? wallet.chainId : [wallet.account];
    post({ target: 'metamask-inpage', data: { name: 'metamask-provider', data: { id, result } } });
  });

  function post(data: unknown, options: { trusted?: boolean; source?: unknown } = {}): void {
    target.dispatchEvent(new FakeMessage(data, options.trusted ?? true, options.source ?? target));
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 2 * SECOND_ANSWER_MS.most + 100));
  return { approvals, asked, reached, answered, post, settled, wallet, gate, target };
}

describe('the gate', () => {
  it('lets reads through in the same tick, as they were', () => {
    const { post, reached, asked } = page(() => REJECT);
    const read = onChannel({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] });
    post(read);
    expect(reached).toEqual([read]);
    expect(asked).toEqual([]);
  });

  it('holds a signing call and posts the judged text on, once', async () => {
    const { post, reached, asked, settled } = page(() => ({ choice: 'continue' }));
    post(onChannel({ ...sign, evil: 1 }));
    expect(reached).toEqual([]);
    await settled();
    expect(asked).toEqual([
      {
        method: 'personal_sign',
        paramsText: JSON.stringify(sign.params),
        chainId: 1,
        account: ACCOUNT,
        contradicted: [],
      },
    ]);
    expect(reached).toEqual([onChannel(sign)]);
  });

  it('delivers nothing a second time to a wallet that heard it before us, and still asks and answers', async () => {
    const { post, reached, asked, answered, settled, gate } = page((held) =>
      held.paramsText.includes('0x68') ? { choice: 'continue' } : REJECT,
    );
    gate.comesAfter('metamask');
    post(onChannel(sign));
    post(onChannel({ ...sign, params: ['0x00', ACCOUNT] }));
    await settled();
    expect(asked).toHaveLength(2);
    expect(reached).toEqual([]);
    expect(answered).toMatchObject([{ id: 7, error: { code: 4001 } }]);
  });

  it('asks the wallet of the legacy names by the legacy names', async () => {
    const { post, target, settled } = page(() => REJECT);
    const questions: string[] = [];
    target.addEventListener('message', (event) => {
      const { data } = event as FakeMessage;
      if (/^eth_/u.test(data.data.data.method ?? '')) questions.push(data.target);
    });
    post({ target: 'contentscript', data: { name: 'provider', data: sign } });
    await settled();
    expect(new Set(questions)).toEqual(new Set(['contentscript']));
  });

  it("answers on the wallet's own channel when refused", async () => {
    const { post, reached, answered, settled } = page(() => REJECT);
    post(onChannel([sign]));
    await settled();
    expect(reached).toEqual([]);
    expect(answered).toEqual([
      [{ id: 7, jsonrpc: '2.0', error: { code: 4001, message: 'User rejected the request.' } }],
    ]);
  });

  it('uses an approval up and asks for the second time', async () => {
    const { post, reached, asked, approvals, settled } = page(() => REJECT);
    approvals.issue({ method: 'personal_sign', paramsText: JSON.stringify(sign.params), chainId: 1, account: ACCOUNT });
    post(onChannel(sign));
    post(onChannel(sign));
    await settled();
    expect(reached).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('asks again when the wallet says another chain than the one judged', async () => {
    const { post, reached, asked, approvals, settled } = page(() => REJECT, { chainId: '0x38', account: ACCOUNT });
    approvals.issue({ method: 'personal_sign', paramsText: JSON.stringify(sign.params), chainId: 1, account: ACCOUNT });
    post(onChannel(sign));
    await settled();
    expect(reached).toEqual([]);
    expect(asked[0]).toMatchObject({ chainId: 56 });
  });

  it('asks the wallet in private once it is drawn: a listener of the page never sees the question', async () => {
    const { gate, target, post, asked, settled } = page(() => REJECT);
    gate.draw();
    const overheard: unknown[] = [];
    target.addEventListener('message', (event) => overheard.push((event as FakeMessage).data.data.data), true);
    post(onChannel(sign));
    await settled();
    expect(asked).toMatchObject([{ chainId: 1, account: ACCOUNT, contradicted: [] }]);
    const ids = overheard.map((said) => String((said as { id: unknown }).id));
    expect(ids.filter((id) => id.startsWith('q'))).toEqual([]);
    expect(ids).toContain(String(sign.id));
  });

  it('gives a question that a listener of the page kept back no answer', async () => {
    const { gate, asked, post, settled } = page(() => REJECT, undefined, {
      before: (event) => {
        if (String(event.data.data.data.id).startsWith('q')) event.stopImmediatePropagation();
      },
    });
    gate.draw();
    post(onChannel(sign));
    await settled();
    expect(asked).toMatchObject([{ chainId: null, account: null }]);
  });

  it('looks again where a listener of the page may rewrite a message after the first look', () => {
    const { reached, asked, post } = page(() => REJECT, undefined, {
      seal: () => true,
      before: (event) => {
        if (event.data.target === 'nobody') Object.assign(event.data, { target: 'metamask-contentscript' });
      },
    });
    post({ ...onChannel(sign), target: 'nobody' });
    post({ ...onChannel({ ...sign, method: 'eth_call' }), target: 'nobody' });
    expect(reached).toMatchObject([{ data: { data: { method: 'eth_call' } } }]);
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  it('stops a message for the wallet that cannot be sealed', () => {
    const { reached, post } = page(() => REJECT, undefined, { seal: () => false });
    post(onChannel({ ...sign, method: 'eth_call' }));
    expect(reached).toEqual([]);
  });

  it('refuses when the chain changes while it is reviewed', async () => {
    const context = page(() => {
      context.wallet.chainId = '0x38';
      return { choice: 'continue' };
    });
    context.post(onChannel(sign));
    await context.settled();
    expect(context.reached).toEqual([]);
    expect(context.answered).toHaveLength(1);
  });

  it.each([
    ['an unlisted name', { ...sign, method: 'wallet_newThing' }],
    ['odd casing', { ...sign, method: ' Personal_Sign ' }],
    ['an array with one read', [{ id: 1, method: 'eth_chainId' }, sign]],
  ])('holds %s', async (_name, data) => {
    const { post, reached, asked, settled } = page(() => REJECT);
    post(onChannel(data));
    await settled();
    expect(asked).toHaveLength(1);
    expect(reached).toEqual([]);
  });

  it('drops what cannot be read, and what another window sent', async () => {
    const { post, reached, asked, settled } = page(() => ({ choice: 'continue' }));
    post(onChannel({ ...sign, method: ['personal_sign'] }));
    post(onChannel(sign), { source: {} });
    await settled();
    expect(reached).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('stops an untrusted event and judges its own clone', async () => {
    const { post, reached, asked, settled } = page(() => ({ choice: 'continue' }));
    let reads = 0;
    const lying = {
      jsonrpc: '2.0',
      id: 7,
      params: sign.params,
      get method() {
        return reads++ === 0 ? 'eth_chainId' : 'eth_sendTransaction';
      },
    };
    post(onChannel(lying), { trusted: false });
    await settled();
    expect(asked).toEqual([]);
    expect(reached).toEqual([onChannel({ ...sign, method: 'eth_chainId' })]);
  });

  it('answers each call of an array with too many to judge, and counts no reads', async () => {
    const { post, reached, asked, answered, settled } = page(() => REJECT);
    const many = Array.from({ length: 101 }, (_none, at) => ({ ...sign, id: at }));
    post(onChannel(many));
    const reads = many.map(({ id }) => ({ jsonrpc: '2.0', id, method: 'eth_chainId', params: [] }));
    post(onChannel(reads));
    await settled();
    expect(asked).toEqual([]);
    expect(reached).toEqual([onChannel(reads)]);
    const [answers] = answered as { id: number; error: { code: number } }[][];
    expect(answers?.map(({ id, error }) => [id, error.code])).toEqual(many.map(({ id }) => [id, -32600]));
  });

  it('asks in private behind listeners that came after the first draw, once it is drawn again', async () => {
    const target = new EventTarget();
    const heard: unknown[] = [];
    const gate = openGate({
      target,
      makeEvent: (data) => new FakeMessage(data, false, target),
      kindOf: (method) => kindOf(method).kind,
      approvals: createApprovals(() => 0),
      randomId: () => 'q',
      ask: async () => REJECT,
    });
    gate.draw();
    target.addEventListener('message', (event) => heard.push((event as FakeMessage).data.data.data.method));
    const ask = () => target.dispatchEvent(new FakeMessage(onChannel(sign), true, target));
    ask();
    expect(heard).toEqual([]);
    gate.draw();
    ask();
    expect(heard).toEqual(['eth_chainId', 'eth_accounts']);
  });

  it("judges a call in Coinbase's own words by what it means, and answers in its own shape", async () => {
    const { target, post, reached, answered, asked, settled } = page(() => REJECT);
    const answers: unknown[] = [];
    target.addEventListener('message', (event) => answers.push((event as FakeMessage).data));
    const request = { message: '0x68', address: ACCOUNT, addPrefix: true, typedDataJson: null };
    post({ type: 'extensionUIRequest', data: { action: 'signEthereumMessage', request, id: 'c1', dappInfo: {} } });
    await settled();
    // Nobody answers on this channel here: the question has its own time limit.
    await new Promise((resolve) => setTimeout(resolve, WALLET_ANSWER_MS));
    expect(asked).toMatchObject([
      { method: 'personal_sign', paramsText: JSON.stringify(['0x68', ACCOUNT]), chainId: null },
    ]);
    expect([reached, answered]).toEqual([[], []]);
    expect(answers).toContainEqual(
      expect.objectContaining({
        type: 'extensionUIResponse',
        data: expect.objectContaining({ id: 'c1', action: 'web3RequestCanceled' }),
      }),
    );
  });

  it('takes an approval for the call inside an envelope, on the chain its scope names', async () => {
    const { post, reached, asked, approvals, settled } = page(() => REJECT);
    const params = { scope: 'eip155:137', request: { method: 'personal_sign', params: sign.params } };
    const [approved] = callsIn('wallet_invokeMethod', JSON.stringify(params));
    if (approved === undefined) throw new Error('nothing was approved');
    approvals.issue({ ...approved, chainId: chainOf(approved.scope, 1), account: ACCOUNT });
    post(onChannel({ jsonrpc: '2.0', id: 1, method: 'wallet_invokeMethod', params }));
    await settled();
    expect(reached).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  it('judges connecting without the chain', async () => {
    const { post, asked, settled } = page(() => REJECT);
    post(onChannel({ id: 1, method: 'eth_requestAccounts' }));
    await settled();
    expect(asked).toEqual([
      { method: 'eth_requestAccounts', paramsText: '[]', chainId: null, account: null, contradicted: [] },
    ]);
  });

  it('asks about an array as one, and posts it on whole', async () => {
    const { post, reached, asked, settled } = page(() => ({ choice: 'continue' }));
    const second = { ...sign, id: 8, params: ['0x69', ACCOUNT] };
    const array = [sign, { jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }, second];
    post(onChannel(array));
    await settled();
    const calls = [sign, second].map(({ method, params }) => ({ method, params }));
    expect(asked).toMatchObject([{ method: BATCH_METHOD, paramsText: JSON.stringify(calls), chainId: 1 }]);
    expect(reached).toEqual([onChannel(array)]);
  });

  it('takes one approval for each call of an array, and asks about the rest alone', async () => {
    const { post, reached, asked, approvals, settled } = page(() => REJECT);
    const approval = {
      method: 'personal_sign',
      paramsText: JSON.stringify(sign.params),
      chainId: 1,
      account: ACCOUNT,
    };
    for (let count = 0; count < 3; count += 1) approvals.issue(approval);
    post(onChannel([sign, { ...sign, id: 8 }]));
    await settled();
    expect(reached).toHaveLength(1);
    expect(asked).toEqual([]);
    post(onChannel([sign, { ...sign, id: 9 }]));
    await settled();
    expect(reached).toHaveLength(1);
    expect(asked).toMatchObject([{ method: 'personal_sign' }]);
  });

  it('opens a CAIP-27 envelope: the call inside, on the chain its scope names', async () => {
    const { post, asked, settled } = page(() => REJECT);
    const params = { scope: 'eip155:137', request: { method: 'personal_sign', params: sign.params } };
    post(onChannel({ id: 1, method: 'wallet_invokeMethod', params }));
    await settled();
    expect(asked).toMatchObject([{ method: 'personal_sign', chainId: 137 }]);
  });
});
