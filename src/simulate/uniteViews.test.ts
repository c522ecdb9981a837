import { describe, expect, it } from 'vitest';
import { account, CONTRACT, makeChain, STRANGER } from '../detectors/testing/scene.ts';
import { uniteViews } from './uniteViews.ts';

describe('uniteViews', () => {
  it('knows every account any look saw, and claims no run for all', () => {
    const one = makeChain({ accounts: new Map([[STRANGER, account('none')]]), roundTrips: 1 });
    const two = makeChain({
      accounts: new Map([[CONTRACT, account('contract')]]),
      notes: ['validation-off'],
      roundTrips: 3,
    });
    const both = uniteViews([null, one, two]);
    expect([...(both?.accounts.keys() ?? [])]).toEqual([STRANGER, CONTRACT]);
    expect(both).toMatchObject({ run: null, notes: ['validation-off'], roundTrips: 3 });
  });

  it('leaves other chains out, and is null when nothing was seen', () => {
    const other = makeChain({ chainId: 10, accounts: new Map([[CONTRACT, account('contract')]]) });
    expect(uniteViews([makeChain({ accounts: new Map() }), other])?.accounts.size).toBe(0);
    expect(uniteViews([null, null])).toBeNull();
  });
});
