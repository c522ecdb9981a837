import { describe, expect, it } from 'vitest';
import { SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { user, stranger, token } = SAMPLE;
const DOMAIN = { name: 'Spend Permission Manager', version: '1', chainId: 1, verifyingContract: stranger };
const MEMBERS =
  'address account,address spender,address token,uint160 allowance,uint48 period,uint48 start,uint48 end,uint256 salt,bytes extraData';
const MESSAGE = {
  account: user,
  spender: stranger,
  token,
  allowance: '10000000',
  period: '2592000',
  start: '1',
  end: '281474976710655',
  salt: '0',
  extraData: '0x',
};
const read = (message: object, domain: object = DOMAIN) =>
  decodeTypedSample({ SpendPermission: MEMBERS }, 'SpendPermission', message, { ...domain }).action;

describe('Coinbase’s spend permissions', () => {
  it('are budgets by period', () => {
    expect(read(MESSAGE)).toMatchObject({
      kind: 'allowance',
      asset: { type: 'erc20', address: token },
      spender: stranger,
      until: 'revoked',
      budget: { every: { amount: 10_000_000n, seconds: 2_592_000n } },
    });
    const native = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';
    expect(read({ ...MESSAGE, token: native, end: '9' })).toMatchObject({ asset: { type: 'native' }, until: 9n });
    const most = (2n ** 160n - 1n).toString();
    expect(read({ ...MESSAGE, allowance: most })).toMatchObject({ budget: { every: { amount: 'unlimited' } } });
    expect(read({ ...MESSAGE, allowance: '0' })).toMatchObject({ revokes: true });
  });

  it('come in batches, and for another account than the signer’s', () => {
    const types = {
      SpendPermissionBatch: 'address account,uint48 period,uint48 start,uint48 end,PermissionDetails[] permissions',
      PermissionDetails: 'address spender,address token,uint160 allowance,uint256 salt,bytes extraData',
    };
    const permissions = [MESSAGE, { ...MESSAGE, allowance: '5' }];
    const { actions } = decodeTypedSample(
      types,
      'SpendPermissionBatch',
      { ...MESSAGE, account: stranger, permissions },
      DOMAIN,
    );
    expect(actions).toMatchObject([{ by: stranger }, { by: stranger, budget: { every: { amount: 5n } } }]);
  });

  it('are nobody else’s struct of that name', () => {
    expect(read(MESSAGE, { ...DOMAIN, name: 'Other' })).toMatchObject({ kind: 'opaque' });
  });
});
