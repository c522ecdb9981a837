import { concat, encodeAbiParameters, pad, parseAbiParameters } from 'viem';
import { describe, expect, it } from 'vitest';
import { leavesOf } from './batch.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, router } = SAMPLE;
const APPROVE = encodeSample('approve(address,uint256)', [stranger, 5n]);
const account = router;
const ALLOWED = { kind: 'allowance', asset: { address: token }, spender: stranger, by: account };
const sent = (signature: string, args: readonly unknown[], valueWei = 0n) =>
  leavesOf(decodeSample(signature, args, { to: account, valueWei, sender: user }));

describe('execute sent to another account', () => {
  it('is that account’s doing, beside the call itself', () => {
    expect(sent('execute(address,uint256,bytes)', [token, 0n, APPROVE], 7n)).toMatchObject([
      { kind: 'call', to: account, signature: 'execute(address,uint256,bytes)', valueWei: 7n },
      ALLOWED,
    ]);
  });

  it('is opened in every form accounts use', () => {
    const list = [[token, 0n, APPROVE]];
    const encoded = encodeAbiParameters(parseAbiParameters('(address,uint256,bytes)[]'), [[[token, 0n, APPROVE]]]);
    const forms: readonly (readonly [string, readonly unknown[]])[] = [
      ['executeBatch(address[],uint256[],bytes[])', [[token], [0n], [APPROVE]]],
      ['executeBatch(address[],bytes[])', [[token], [APPROVE]]],
      ['executeBatch((address,uint256,bytes)[])', [list]],
      ['execute(bytes32,bytes)', [pad('0x0'), concat([token, pad('0x0'), APPROVE])]],
      ['execute(bytes32,bytes)', [pad('0x01', { dir: 'right' }), encoded]],
      ['execute(address,uint256,bytes,uint8)', [token, 0n, APPROVE, 0]],
      ['execute_ncC(address,uint256,bytes)', [token, 0n, APPROVE]],
      ['executeCall(address,uint256,bytes)', [token, 0n, APPROVE]],
    ];
    for (const [signature, args] of forms)
      expect(sent(signature, args), signature).toMatchObject([{ kind: 'call' }, ALLOWED]);
  });

  it('says when the account would run foreign code', () => {
    expect(sent('execute(address,uint256,bytes,uint8)', [stranger, 0n, APPROVE, 1])).toMatchObject([
      { kind: 'call' },
      { kind: 'delegatecall', of: account, to: stranger },
    ]);
  });

  it('stays a call when nothing can be read in it, or when it is no account’s form', () => {
    expect(sent('execute(bytes32,bytes)', [pad('0x7', { dir: 'right' }), '0x'])).toMatchObject([{ kind: 'call' }]);
    expect(sent('execute(bytes32,bytes)', [pad('0x7', { dir: 'right' }), '0x'])).toHaveLength(1);
    expect(sent('multicall(bytes[])', [[]])).toHaveLength(1);
  });
});
