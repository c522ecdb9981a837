import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_READERS } from './accounts.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger, router } = SAMPLE;
const approve = encodeSample('approve(address,uint256)', [stranger, 5n]);
const APPROVED = { kind: 'batch', actions: [{ kind: 'allowance', spender: stranger, amount: 5n }] };

describe('smart accounts', () => {
  it('list the selectors they mean', () => {
    const signatures = [
      'executeUserOp(address,uint256,bytes,uint8)',
      'executeUserOpWithErrorString(address,uint256,bytes,uint8)',
      'execute(address,uint256,bytes,uint8)',
      'execute_ncC(address,uint256,bytes)',
      'executeCall(address,uint256,bytes)',
      'executeUserOp((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes),bytes32)',
      'execute(address,bytes)',
      'executeMetaTransaction(address,bytes,bytes32,bytes32,uint8)',
    ];
    expect(signatures.map((text) => toFunctionSelector(text)).sort()).toEqual([...ACCOUNT_READERS.keys()].sort());
  });

  it('are opened when the account calls itself', () => {
    for (const signature of ['executeUserOp(address,uint256,bytes,uint8)', 'execute(address,uint256,bytes,uint8)']) {
      expect(decodeSample(signature, [token, 0n, approve, 0], { to: user })).toMatchObject(APPROVED);
    }
    expect(decodeSample('execute_ncC(address,uint256,bytes)', [token, 0n, approve], { to: user })).toMatchObject(
      APPROVED,
    );
  });

  it('say when the account would run foreign code as its own', () => {
    expect(
      decodeSample('executeUserOp(address,uint256,bytes,uint8)', [stranger, 0n, approve, 1], { to: user }),
    ).toMatchObject({ kind: 'delegatecall', of: user, to: stranger });
  });

  it('open a DSProxy’s change of owner, and say of its other scripts that they run as its own', () => {
    const handover = encodeSample('setOwner(address)', [stranger]);
    expect(decodeSample('execute(address,bytes)', [token, handover], { to: router })).toMatchObject({
      actions: [{ kind: 'ownership', of: router, to: stranger }],
    });
    expect(decodeSample('execute(address,bytes)', [token, approve], { to: router })).toMatchObject({
      actions: [
        { kind: 'call', to: router, signature: 'execute(address,bytes)' },
        { kind: 'delegatecall', of: router, to: token },
      ],
    });
  });

  it('judge a meta-transaction by the call inside, for the one who signed it', () => {
    const move = encodeSample('transfer(address,uint256)', [stranger, 5n]);
    const word = `0x${'0'.repeat(64)}`;
    expect(
      decodeSample('executeMetaTransaction(address,bytes,bytes32,bytes32,uint8)', [user, move, word, word, 27], {
        to: token,
      }),
    ).toMatchObject({ wrapper: 'executeMetaTransaction', actions: [{ kind: 'transfer', to: stranger, amount: 5n }] });
  });
});
