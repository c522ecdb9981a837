import { describe, expect, it } from 'vitest';
import { APPROVAL_LIFE_MS, createApprovals } from './approvals.ts';

const approval = { method: 'eth_sendTransaction', paramsText: '[{"to":"0x1"}]', chainId: 1, account: '0xa' };

describe('approvals', () => {
  it('count once', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue(approval);
    expect(approvals.take(approval.method, approval.paramsText)?.chainId).toBe(1);
    expect(approvals.take(approval.method, approval.paramsText)).toBeNull();
  });

  it('are never merged: two approvals are two', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue(approval);
    approvals.issue(approval);
    expect(approvals.take(approval.method, approval.paramsText)).not.toBeNull();
    expect(approvals.take(approval.method, approval.paramsText)).not.toBeNull();
    expect(approvals.take(approval.method, approval.paramsText)).toBeNull();
  });

  it('match the judged text to the letter, the name as wallets read it', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue({ ...approval, method: ' ETH_sendTransaction' });
    expect(approvals.take('eth_sendTransaction', '[{"to":"0x2"}]')).toBeNull();
    expect(approvals.take('personal_sign', approval.paramsText)).toBeNull();
    expect(approvals.take('eth_sendTransaction', approval.paramsText)).not.toBeNull();
  });

  it('are void after five seconds', () => {
    let now = 0;
    const approvals = createApprovals(() => now);
    approvals.issue(approval);
    now = APPROVAL_LIFE_MS;
    expect(approvals.take(approval.method, approval.paramsText)).toBeNull();
  });
});
