import { describe, expect, it } from 'vitest';
import {
  addressOf,
  chainIdOf,
  createWalletQuestions,
  MUTE_ANSWER_MS,
  SECOND_ANSWER_MS,
  WALLET_ANSWER_MS,
} from './walletFacts.ts';

const ACCOUNT = `0x${'Ab'.repeat(20)}`;

/** A clock, timers on it, and a channel on which every question is seen. */
function bench(heard = true) {
  let time = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const asked: { readonly id: string; readonly method: string }[] = [];
  const questions = createWalletQuestions({
    post(id, method) {
      asked.push({ id, method });
      return heard;
    },
    randomId: () => `id${asked.length}`,
    later: (run, delayMs) => timers.push({ at: time + delayMs, run }),
    now: () => time,
  });
  async function pass(milliseconds: number): Promise<void> {
    time += milliseconds;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
  const answer = (method: string, result: unknown, from = 0): void => {
    for (const one of asked.slice(from)) if (one.method === method) questions.offer(one.id, result);
  };
  return { questions, asked, answer, pass };
}

async function ask(answers: (method: string) => readonly unknown[]) {
  const { questions, answer, pass } = bench();
  const facts = questions.ask();
  for (const method of ['eth_chainId', 'eth_accounts']) for (const one of answers(method)) answer(method, one);
  await pass(WALLET_ANSWER_MS);
  return facts;
}

describe("the wallet's own answer", () => {
  it('gives chain and account', async () => {
    const facts = await ask((method) => [method === 'eth_chainId' ? '0x7a69' : [ACCOUNT]]);
    expect(facts).toEqual({ chainId: 31337, account: ACCOUNT.toLowerCase(), contradicted: [] });
  });

  it('is unknown when it does not come', async () => {
    expect(await ask(() => [])).toEqual({ chainId: null, account: null, contradicted: [] });
  });

  it('is waited for shortly where none ever came, and in full again once one did', async () => {
    const { questions, answer, pass } = bench();
    const round = async (waited: number) => {
      let done = false;
      void questions.ask().then(() => {
        done = true;
      });
      await pass(waited - 1);
      expect(done).toBe(false);
      await pass(1);
      expect(done).toBe(true);
    };
    await round(WALLET_ANSWER_MS);
    await round(MUTE_ANSWER_MS);
    answer('eth_chainId', '0x1');
    await round(WALLET_ANSWER_MS);
  });

  it('is contradicted by a second, different one', async () => {
    const facts = await ask((method) => (method === 'eth_chainId' ? ['0x1', '0x7a69'] : [[ACCOUNT]]));
    expect(facts).toEqual({ chainId: null, account: ACCOUNT.toLowerCase(), contradicted: ['chain'] });
    const both = await ask((method) => (method === 'eth_chainId' ? ['0x1', '0x7a69'] : [[ACCOUNT], []]));
    expect(both).toEqual({ chainId: null, account: null, contradicted: ['account', 'chain'] });
  });

  it('is not contradicted by the same answer twice', async () => {
    const facts = await ask((method) => (method === 'eth_chainId' ? ['0x1', '0x1'] : [[ACCOUNT]]));
    expect(facts).toMatchObject({ chainId: 1, contradicted: [] });
  });

  it('contradicts the page for good when it comes late', async () => {
    const { questions, asked, answer, pass } = bench();
    const round = async () => {
      const from = asked.length;
      const facts = questions.ask();
      answer('eth_chainId', '0x1', from);
      answer('eth_accounts', [ACCOUNT], from);
      await pass(SECOND_ANSWER_MS.most);
      return facts;
    };
    expect(await round()).toMatchObject({ chainId: 1, contradicted: [] });
    questions.offer(asked[0]?.id, '0x7a69');
    expect(await round()).toMatchObject({ chainId: null, contradicted: ['chain'] });
  });

  it('waits for a second one twice as long as the slowest answer took', async () => {
    const { questions, asked, answer, pass } = bench();
    const round = async (answeredAfter: number, waited: number) => {
      const from = asked.length;
      let done = false;
      void questions.ask().then(() => {
        done = true;
      });
      await pass(answeredAfter);
      answer('eth_chainId', '0x1', from);
      answer('eth_accounts', [ACCOUNT], from);
      await pass(waited - 1);
      expect(done).toBe(false);
      await pass(1);
      expect(done).toBe(true);
    };
    // Nothing is known of this wallet yet: a page that answers at once must not set the pace.
    await round(1, 100);
    await round(1, 5);
    await round(20, 5);
    await round(0, 40);
    await round(400, 40);
    await round(0, 100);
  });

  it('of the page does not shorten the wait for that of the wallet', async () => {
    const { questions, asked, answer, pass } = bench();
    const first = questions.ask();
    answer('eth_chainId', '0x1');
    await pass(30);
    answer('eth_chainId', '0x7a69');
    await pass(70);
    await pass(WALLET_ANSWER_MS);
    expect(await first).toMatchObject({ chainId: null, contradicted: ['chain'] });
    expect(asked).toHaveLength(2);
  });

  it('is only taken for a question of ours', async () => {
    const { questions, asked } = bench();
    void questions.ask();
    expect(questions.offer('theirs', '0x1')).toBe(false);
    expect(questions.offer(1, '0x1')).toBe(false);
    expect(questions.offer(asked[0]?.id, '0x1')).toBe(true);
  });
});

describe('chainIdOf and addressOf', () => {
  it('take what EIP-155 and EIP-1193 say, and nothing else', () => {
    expect(chainIdOf('0x1')).toBe(1);
    for (const bad of [1, '1', '0x', '0x0', '0xfffffffffffffff', null]) expect(chainIdOf(bad)).toBeNull();
    expect(addressOf(ACCOUNT)).toBe(ACCOUNT.toLowerCase());
    for (const bad of ['0x1', ACCOUNT.slice(2), null, [ACCOUNT]]) expect(addressOf(bad)).toBeNull();
  });

  it("is nobody else's: a question kept from the wallet has no answer", async () => {
    const { questions, answer } = bench(false);
    const facts = questions.ask();
    answer('eth_chainId', '0x1');
    answer('eth_accounts', [ACCOUNT]);
    expect(await facts).toEqual({ chainId: null, account: null, contradicted: [] });
  });
});
