import { describe, expect, it } from 'vitest';
import { addressOf, chainIdOf, createWalletQuestions, type WalletQuestions } from './walletFacts.ts';

const ACCOUNT = `0x${'Ab'.repeat(20)}`;

/** A wallet that answers what `answers` says; timers run when all answers are in. */
function ask(answers: (method: string) => readonly unknown[]) {
  const timers: (() => void)[] = [];
  let count = 0;
  const questions: WalletQuestions = createWalletQuestions(
    (id, method) => {
      for (const answer of answers(method)) questions.offer(id, answer);
    },
    () => `id${count++}`,
    (run) => timers.push(run),
  );
  const facts = questions.ask();
  for (const run of timers) run();
  return facts;
}

describe("the wallet's own answer", () => {
  it('gives chain and account', async () => {
    const facts = await ask((method) => [method === 'eth_chainId' ? '0x7a69' : [ACCOUNT]]);
    expect(facts).toEqual({ chainId: 31337, account: ACCOUNT.toLowerCase(), contradicted: false });
  });

  it('is unknown when it does not come', async () => {
    expect(await ask(() => [])).toEqual({ chainId: null, account: null, contradicted: false });
  });

  it('is contradicted by a second, different one', async () => {
    const facts = await ask((method) => (method === 'eth_chainId' ? ['0x1', '0x7a69'] : [[ACCOUNT]]));
    expect(facts).toMatchObject({ chainId: null, contradicted: true });
  });

  it('is not contradicted by the same answer twice', async () => {
    const facts = await ask((method) => (method === 'eth_chainId' ? ['0x1', '0x1'] : [[ACCOUNT]]));
    expect(facts).toMatchObject({ chainId: 1, contradicted: false });
  });

  it('contradicts the page for good when it comes late', async () => {
    const asked: string[] = [];
    const timers: (() => void)[] = [];
    const questions = createWalletQuestions(
      (id) => asked.push(id),
      () => `id${asked.length}`,
      (run) => timers.push(run),
    );
    const round = async (chainId: string) => {
      const facts = questions.ask();
      questions.offer(asked.at(-2), chainId);
      questions.offer(asked.at(-1), [ACCOUNT]);
      for (const run of timers.splice(0)) run();
      for (const run of timers.splice(0)) run();
      return facts;
    };
    expect(await round('0x1')).toMatchObject({ chainId: 1, contradicted: false });
    questions.offer(asked[0], '0x7a69');
    expect(await round('0x1')).toMatchObject({ contradicted: true });
  });

  it('is only taken for a question of ours', async () => {
    const questions = createWalletQuestions(
      () => undefined,
      () => 'ours',
      () => undefined,
    );
    void questions.ask();
    expect(questions.offer('theirs', '0x1')).toBe(false);
    expect(questions.offer(1, '0x1')).toBe(false);
    expect(questions.offer('ours', '0x1')).toBe(true);
  });
});

describe('chainIdOf and addressOf', () => {
  it('take what EIP-155 and EIP-1193 say, and nothing else', () => {
    expect(chainIdOf('0x1')).toBe(1);
    for (const bad of [1, '1', '0x', '0x0', '0xfffffffffffffff', null]) expect(chainIdOf(bad)).toBeNull();
    expect(addressOf(ACCOUNT)).toBe(ACCOUNT.toLowerCase());
    for (const bad of ['0x1', ACCOUNT.slice(2), null, [ACCOUNT]]) expect(addressOf(bad)).toBeNull();
  });
});
