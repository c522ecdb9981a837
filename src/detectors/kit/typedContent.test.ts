import { describe, expect, it } from 'vitest';
import { contentOf } from './typedContent.ts';

const USER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const OTHER = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
const of = (primaryType: string, members: string, message: Record<string, unknown>, more = {}) => {
  const types = {
    [primaryType]: members.split(',').map((member) => {
      const [type = '', name = ''] = member.split(' ');
      return { name, type };
    }),
    ...more,
  };
  return contentOf({ domain: {}, types, primaryType, message }, USER);
};

describe('contentOf', () => {
  it('sees what is given, also in lists and below', () => {
    expect(of('Permit', 'address owner,address spender', { owner: USER, spender: OTHER })).toBe('gives');
    expect(of('Note', 'address to,uint256 amount', { to: OTHER, amount: '5' })).toBe('gives');
    expect(of('Sale', 'uint256 tokenId,address taker', { tokenId: 1, taker: OTHER })).toBe('gives');
    const items = { Item: [{ name: 'token', type: 'address' }] };
    expect(of('Order', 'Item[] offer', { offer: [{ token: OTHER }] }, items)).toBe('gives');
  });

  it('is unclear for numbers, bytes and other people without a verb', () => {
    expect(of('Ballot', 'uint256 proposal,address voter', { proposal: 1, voter: USER })).toBe('unclear');
    expect(of('Follow', 'address whom', { whom: OTHER })).toBe('unclear');
    expect(of('Seal', 'bytes32 root', { root: '0x00' })).toBe('unclear');
  });

  it('sees plain words', () => {
    expect(of('Terms', 'string text,bool agreed,address account', { text: 'I agree.', account: USER })).toBe('words');
    expect(of('Terms', 'string text', {})).toBe('words');
  });

  it('bears nonsense', () => {
    expect(of('Loop', 'Loop next', {})).toBe('words');
    expect(of('Order', 'address[] to', { to: 'nobody' })).toBe('words');
  });
});
