import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { listedAddress } from './listed-address.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  erc20,
  grant,
  leaves,
  listMatch,
  makeLists,
  makeRegistry,
  makeRequest,
  makeScene,
  messageAsk,
  STRANGER,
  transfer,
  UNLISTED_TOKEN,
  USDC,
  USER,
} from './testing/scene.ts';

const lists = makeLists(
  {},
  {
    [STRANGER]: [listMatch({ kind: 'drainer' })],
    [CONTRACT]: [listMatch({ kind: 'sanctioned' })],
    [UNLISTED_TOKEN]: [listMatch()],
  },
);
const on = (more: Parameters<typeof makeScene>[0]) => makeScene({ lists, ...more });

describe('listed-address', () => {
  it('is danger when a listed address gets value or power', () => {
    expect(answer(listedAddress, on({ consequences: [leaves()] }))).toBe('fired: danger');
    expect(answer(listedAddress, on({ action: call({ to: USDC }), consequences: [grant()] }))).toBe('fired: danger');
    const swap: Action = {
      kind: 'order',
      protocol: 'x',
      offerer: USER,
      offers: [],
      receives: [{ asset: erc20(USDC), amount: 1n, recipient: STRANGER }],
      until: 0n,
      domain: { name: null, version: null, chainId: null, verifyingContract: null, missing: true },
    };
    expect(answer(listedAddress, on({ action: swap, consequences: [leaves({ to: null })] }))).toBe('fired: danger');
  });

  it('is caution when it is only touched, or when sources disagree', () => {
    expect(answer(listedAddress, on({ action: transfer({ to: STRANGER }), consequences: [arrives()] }))).toBe(
      'fired: caution',
    );
    const registry = makeRegistry({ contracts: [{ address: UNLISTED_TOKEN }] });
    expect(
      answer(listedAddress, on({ action: call(), consequences: [leaves({ to: UNLISTED_TOKEN })], registry })),
    ).toBe('fired: caution');
  });

  it('leaves sanctions to their own detector', () => {
    expect(answer(listedAddress, on({ action: call(), consequences: [leaves({ to: CONTRACT })] }))).toBe('clear');
  });

  it('stays quiet on unlisted addresses, on revokes, and where nobody is named', () => {
    expect(answer(listedAddress, makeScene({ consequences: [leaves()] }))).toBe('clear');
    expect(answer(listedAddress, on({ action: call({ to: USDC }), consequences: [grant({ revokes: true })] }))).toBe(
      'clear',
    );
    const action: Action = { kind: 'message', text: 'x', bytes: '0x', looksLikeHash: false };
    expect(answer(listedAddress, on({ action, request: makeRequest({ ask: messageAsk('x') }) }))).toBe('quiet');
  });

  it('cannot tell without lists', () => {
    expect(answer(listedAddress, on({ lists: null, consequences: [leaves()] }))).toBe('inconclusive');
  });
});
