import { describe, expect, it } from 'vitest';
import { answer, makeRequest, makeScene, STRANGER, typedDataAsk, USER } from './testing/scene.ts';
import { typedDataNoDomain } from './typed-data-no-domain.ts';

const on = (ask: ReturnType<typeof typedDataAsk>) =>
  answer(typedDataNoDomain, makeScene({ request: makeRequest({ ask }) }));

/** The same with content: `'address to,uint256 amount'`. */
function asking(primaryType: string, members: string, message: Record<string, unknown>) {
  const ask = typedDataAsk({});
  if (ask.kind !== 'typedData') throw new Error('typedDataAsk asks something else.');
  const fields = members.split(',').map((member) => {
    const [type = '', name = ''] = member.split(' ');
    return { name, type };
  });
  return { ...ask, typed: { domain: {}, types: { [primaryType]: fields }, primaryType, message } };
}

describe('typed-data-no-domain', () => {
  it('is danger when it gives, moves or orders', () => {
    expect(on(asking('Permit', 'address spender,uint256 value', { spender: STRANGER, value: '1' }))).toBe(
      'fired: danger',
    );
    expect(on(asking('Errand', 'address to,uint256 amount', { to: STRANGER, amount: '1' }))).toBe('fired: danger');
  });

  it('is caution when its content tells little, and a note when it is all words', () => {
    expect(on(asking('Ballot', 'uint256 proposal,uint8 choice', { proposal: '1', choice: 1 }))).toBe('fired: caution');
    expect(on(asking('Errand', 'address to,uint256 amount', { to: USER, amount: '1' }))).toBe('fired: caution');
    expect(on(asking('Terms', 'string text', { text: 'I agree.' }))).toBe('fired: note');
    expect(on(typedDataAsk({}))).toBe('fired: note');
    expect(on(typedDataAsk({ name: 'X' }, []))).toBe('fired: note');
  });

  it('fires where the domain is filled and its type is missing: wallets then sign an empty one', () => {
    const ask = asking('Permit', 'address spender,uint256 value', { spender: STRANGER, value: '1' });
    const filled = { ...ask, typed: { ...ask.typed, domain: { name: 'USD Coin', chainId: 1 } } };
    expect(on(filled)).toBe('fired: danger');
    const types = { ...filled.typed.types, EIP712Domain: [{ name: 'name', type: 'string' }] };
    expect(on({ ...filled, typed: { ...filled.typed, types } })).toBe('clear');
  });

  it('fires on the old version, which has none', () => {
    const ask = typedDataAsk({ name: 'X' });
    expect(on(ask.kind === 'typedData' ? { ...ask, version: 'v1' } : ask)).toBe('fired: caution');
  });

  it('stays quiet on any domain and on other requests', () => {
    expect(on(typedDataAsk({ name: 'Snapshot', version: '0.1.4' }))).toBe('clear');
    expect(on(typedDataAsk({ chainId: 1 }, ['chainId']))).toBe('clear');
    expect(answer(typedDataNoDomain, makeScene())).toBe('quiet');
  });

  it('is never inconclusive: it needs nothing but the request', () => {
    const scene = makeScene({
      request: makeRequest({ ask: typedDataAsk({}), chainId: null }),
      chain: null,
      registry: null,
    });
    expect(answer(typedDataNoDomain, scene)).toBe('fired: note');
  });
});
