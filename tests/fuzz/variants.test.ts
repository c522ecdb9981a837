import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/decode/Action.ts';
import { decode } from '../../src/decode/decode.ts';
import { BATCH_METHOD } from '../../src/request/methods.ts';
import { calldata } from './arbitraries.ts';
import { holds } from './fuzz.ts';
import { read } from './judge.ts';
import { typedData } from './typedDataShapes.ts';

/** One request in the ways pages have of writing it: read alike, or not at all (design: checks.md B5). */
const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const TARGET = '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';

/** What is said, the wording of a refusal aside. */
function said(method: string, params: unknown): Action {
  const { action } = decode(read(method, params));
  return action.kind === 'unreadable' ? { ...action, detail: '' } : action;
}

describe('the same request, however it is written (B5)', () => {
  holds(
    'casing and white space of the method',
    fc.tuple(fc.mixedCase(fc.constant('eth_sendTransaction')), calldata),
    ([method, data]) => {
      const params = [{ from: ACCOUNT, to: TARGET, data }];
      expect(said(` ${method}\n`, params)).toEqual(said('eth_sendTransaction', params));
    },
  );

  holds('hex with and without 0x, in capitals, odd, as input instead of data', calldata, (data) => {
    const canonical = said('eth_sendTransaction', [{ from: ACCOUNT, to: TARGET, data }]);
    const ways = [
      { from: ACCOUNT.toUpperCase().replace('0X', '0x'), to: TARGET, data },
      { from: ACCOUNT, to: TARGET, input: data },
      { from: ACCOUNT, to: TARGET, data, input: data },
      { from: ACCOUNT, to: TARGET, data: data.slice(2) },
      { from: ACCOUNT, to: TARGET, data: `0X${data.slice(2).toUpperCase()}` },
    ];
    for (const way of ways) expect(said('eth_sendTransaction', [way])).toEqual(canonical);
  });

  holds('typed data as text or object, in either order, under v3 and v4', typedData, (typed) => {
    const canonical = said('eth_signTypedData_v4', [ACCOUNT, JSON.stringify(typed)]);
    expect(said('eth_signTypedData_v4', [ACCOUNT, typed])).toEqual(canonical);
    expect(said('eth_signTypedData_v4', [JSON.stringify(typed), ACCOUNT])).toEqual(canonical);
    expect(said('eth_signTypedData_v3', [ACCOUNT, typed])).toEqual(canonical);
    expect(said('eth_signTypedData', [ACCOUNT, typed])).toEqual(canonical);
  });

  holds('a message and its account in either order', fc.string({ minLength: 1 }), (message) => {
    expect(said('personal_sign', [ACCOUNT, message])).toEqual(said('personal_sign', [message, ACCOUNT]));
  });

  holds('one request in an array is that request', calldata, (data) => {
    const params = [{ from: ACCOUNT, to: TARGET, data }];
    const alone = said('eth_sendTransaction', params);
    expect(said(BATCH_METHOD, [{ method: 'eth_sendTransaction', params }])).toMatchObject({ actions: [alone] });
  });

  it('refuses duplicate keys, decimal amounts and envelopes inside envelopes', () => {
    expect(said('eth_sendTransaction', `[{"to":"${TARGET}","to":"${ACCOUNT}"}]`)).toMatchObject({
      kind: 'unreadable',
      why: 'duplicate-keys',
    });
    expect(said('eth_sendTransaction', [{ to: TARGET, value: '1.5' }])).toMatchObject({ kind: 'unreadable' });
    const envelope = { scope: 'eip155:1', request: { method: 'wallet_invokeMethod', params: [] } };
    expect(said('wallet_invokeMethod', [envelope])).toMatchObject({ kind: 'unreadable' });
  });
});
