import { describe, expect, it } from 'vitest';
import { callsQuery, messageQuery, transactionQuery } from '../../tests/simulate/requests.ts';
import { accountOf, scenarioOf } from './Scenario.ts';

const from = `0x${'AA'.repeat(20)}` as const;
const to = `0x${'BB'.repeat(20)}` as const;
const parts = { chainId: 1, from };
const item = (chainId: bigint, digit: string) => ({ chainId, delegate: `0x${digit.repeat(40)}` as const, nonce: null });

describe('scenarioOf', () => {
  it('lowers addresses', () => {
    expect(scenarioOf(transactionQuery(parts, { to }).request)).toMatchObject({
      user: from.toLowerCase(),
      calls: [{ to: to.toLowerCase() }],
      delegate: null,
    });
  });
  it('runs every call of a batch, with the fees left to the wallet', () => {
    const call = { to, valueWei: 1n, data: '0x' } as const;
    expect(scenarioOf(callsQuery(parts, [call, call]).request)?.calls).toHaveLength(2);
    expect(scenarioOf(callsQuery(parts, [call]).request)?.calls[0]).toMatchObject({ gas: null, nonce: null });
  });
  it('is null for what runs nothing, and for nobody', () => {
    expect(scenarioOf(messageQuery(parts).request)).toBeNull();
    const { request } = transactionQuery(parts, { to, more: { from: null } });
    expect(scenarioOf({ ...request, account: null })).toBeNull();
  });
  it('takes the last authorization that counts on this chain', () => {
    const more = { authorizations: [item(0n, '1'), item(1n, '2'), item(5n, '3')] };
    expect(scenarioOf(transactionQuery(parts, { to, more }).request)?.delegate).toBe(`0x${'2'.repeat(40)}`);
  });
});

describe('accountOf', () => {
  it('believes the transaction before the provider', () => {
    const { request } = transactionQuery(parts, { to });
    expect(accountOf({ ...request, account: to })).toBe(from.toLowerCase());
  });
  it("falls back on the provider's account", () => {
    const { request } = transactionQuery(parts, { to, more: { from: null } });
    expect(accountOf(request)).toBe(from.toLowerCase());
  });
});
