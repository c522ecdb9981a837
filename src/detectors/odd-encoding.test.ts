import { describe, expect, it } from 'vitest';
import { oddEncoding } from './odd-encoding.ts';
import { answer, makeRequest, makeScene, messageAsk, transactionAsk } from './testing/scene.ts';

const on = (ask: ReturnType<typeof transactionAsk>) =>
  answer(oddEncoding, makeScene({ request: makeRequest({ ask }) }));

describe('odd-encoding', () => {
  it('is caution when two readings exist, a note for lesser oddities', () => {
    expect(on(transactionAsk({ otherData: '0x1234', oddities: ['both-data-and-input'] }))).toBe('fired: caution');
    expect(on(transactionAsk({ oddities: ['odd-hex', 'no-0x'] }))).toBe('fired: note');
  });

  it('is never inconclusive: quiet on canonical text and on other requests', () => {
    expect(on(transactionAsk())).toBe('clear');
    expect(on(messageAsk('x'))).toBe('quiet');
  });
});
