import { describe, expect, it } from 'vitest';
import type { MessageAction } from '../decode/Action.ts';
import { hashForOldMarket } from './hash-for-old-market.ts';
import { answer, CONTRACT, makeChain, makeScene, NFT } from './testing/scene.ts';

const say = (looksLikeHash: boolean): MessageAction => ({
  kind: 'message',
  text: looksLikeHash ? null : 'Hello',
  bytes: looksLikeHash ? `0x${'5a'.repeat(32)}` : '0x48656c6c6f',
  looksLikeHash,
});
const open = makeChain({ openByHash: { proxy: CONTRACT, collection: NFT } });

describe('hash-for-old-market', () => {
  it('fires on a bare hash where the old exchange may move the account’s items', () => {
    expect(answer(hashForOldMarket, makeScene({ action: say(true), chain: open }))).toBe('fired: danger');
    const found = hashForOldMarket.detect(makeScene({ action: say(true), chain: open }));
    expect(found.facts.what).toEqual({ type: 'asset', value: { type: 'erc721', address: NFT, id: null } });
  });

  it('is clear where it may not, and quiet on texts and all else', () => {
    expect(answer(hashForOldMarket, makeScene({ action: say(true), chain: makeChain() }))).toBe('clear');
    expect(answer(hashForOldMarket, makeScene({ action: say(false), chain: open }))).toBe('quiet');
    expect(answer(hashForOldMarket, makeScene({ chain: open }))).toBe('quiet');
  });

  it('cannot tell without the chain', () => {
    expect(answer(hashForOldMarket, makeScene({ action: say(true), chain: null }))).toBe('inconclusive');
  });
});
