import { describe, expect, it } from 'vitest';
import { APPROVAL_LIFE_MS, createApprovals } from './approvals.ts';

const approval = { method: 'eth_sendTransaction', paramsText: '[{"to":"0x1"}]', chainId: 1, account: '0xa' };

describe('approvals', () => {
  it('count once', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue(approval);
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')?.chainId).toBe(1);
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')).toBeNull();
  });

  it('are never merged: two approvals are two', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue(approval);
    approvals.issue(approval);
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')).not.toBeNull();
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')).not.toBeNull();
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')).toBeNull();
  });

  it('match the judged text to the letter, the name as wallets read it', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue({ ...approval, method: ' ETH_sendTransaction' });
    expect(approvals.take('eth_sendTransaction', '[{"to":"0x2"}]', 'metamask')).toBeNull();
    expect(approvals.take('personal_sign', approval.paramsText, 'metamask')).toBeNull();
    expect(approvals.take('eth_sendTransaction', approval.paramsText, 'metamask')).not.toBeNull();
  });

  it('are void after five seconds', () => {
    let now = 0;
    const approvals = createApprovals(() => now);
    approvals.issue(approval);
    now = APPROVAL_LIFE_MS;
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')).toBeNull();
  });

  it('is for the channel of the wallet it was given for, and without one for any', () => {
    const approvals = createApprovals(() => 0);
    approvals.issue({ ...approval, channel: 'metamask' });
    expect(approvals.take(approval.method, approval.paramsText, 'rabby')).toBeNull();
    expect(approvals.take(approval.method, approval.paramsText, 'metamask')).not.toBeNull();
    approvals.issue({ ...approval, channel: null });
    expect(approvals.take(approval.method, approval.paramsText, 'rabby')).not.toBeNull();
  });
});
