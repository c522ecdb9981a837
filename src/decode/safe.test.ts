import { type Address, concat, encodePacked, type Hex, size, slice, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { leavesOf } from './batch.ts';
import { decodeSample, encodeSample, SAMPLE } from './sampleCall.ts';
import { decodeTypedSample } from './sampleTypedData.ts';

const { token, user, stranger, router } = SAMPLE;
const SAFE: Address = '0x1db92e2eebc8e0c075a02bea49a2935bcd2dfcf4';
const CALL_ONLY: Address = '0x40a2accbd92bca938b02010e17a5b8929b49130d';
const ZERO: Address = '0x0000000000000000000000000000000000000000';
const SIGNATURE = 'execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)';
const TRANSFER = encodeSample('transfer(address,uint256)', [stranger, 5n]);

function exec(to: Address, data: Hex, operation: number, valueWei = 0n, gasPrice = 0n, receiver: Address = ZERO) {
  const args = [to, valueWei, data, operation, 0n, 100n, gasPrice, ZERO, receiver, '0x'];
  return decodeSample(SIGNATURE, args, { to: SAFE, sender: user });
}

function item(operation: number, to: Address, valueWei: bigint, data: Hex): Hex {
  return encodePacked(
    ['uint8', 'address', 'uint256', 'uint256', 'bytes'],
    [operation, to, valueWei, BigInt(size(data)), data],
  );
}

const multiSend = (...items: Hex[]) => encodeSample('multiSend(bytes)', [concat(items)]);

describe('execTransaction', () => {
  it('opens the call as the Safe’s own', () => {
    expect(exec(token, TRANSFER, 0)).toMatchObject({
      kind: 'batch',
      wrapper: 'execTransaction',
      to: SAFE,
      actions: [{ kind: 'transfer', to: stranger, amount: 5n, by: SAFE }],
    });
    expect(leavesOf(exec(stranger, '0x', 0, 7n))).toMatchObject([{ asset: { type: 'native' }, amount: 7n, by: SAFE }]);
    const owner = encodeSample('addOwnerWithThreshold(address,uint256)', [stranger, 1n]);
    expect(leavesOf(exec(SAFE, owner, 0))).toMatchObject([{ kind: 'ownership', of: SAFE, to: stranger }]);
  });

  it('names code that the Safe would run as its own', () => {
    const foreign = { kind: 'delegatecall', of: SAFE, to: stranger };
    expect(leavesOf(exec(stranger, TRANSFER, 1))).toMatchObject([foreign]);
    // The look of MultiSend at another address is no MultiSend.
    expect(leavesOf(exec(stranger, multiSend(item(0, token, 0n, TRANSFER)), 1))).toMatchObject([foreign]);
    expect(leavesOf(exec(CALL_ONLY, TRANSFER, 1))).toMatchObject([{ kind: 'delegatecall', to: CALL_ONLY }]);
  });

  it('opens a known MultiSend, item by item', () => {
    const packed = multiSend(item(0, token, 0n, TRANSFER), item(0, stranger, 3n, '0x'), item(1, router, 0n, '0x1234'));
    expect(leavesOf(exec(CALL_ONLY, packed, 1))).toMatchObject([
      { kind: 'transfer', amount: 5n, by: SAFE },
      { kind: 'transfer', amount: 3n, by: SAFE },
      { kind: 'delegatecall', to: router },
    ]);
  });

  it('says so when a MultiSend cannot be read', () => {
    const cut = encodeSample('multiSend(bytes)', [slice(item(0, token, 0n, TRANSFER), 0, -1)]);
    expect(leavesOf(exec(CALL_ONLY, cut, 1))).toMatchObject([{ kind: 'unreadable' }]);
    const many = multiSend(...Array.from({ length: 300 }, () => item(0, token, 0n, TRANSFER)));
    expect(leavesOf(exec(CALL_ONLY, many, 1))).toMatchObject([{ kind: 'unreadable' }]);
  });

  it('states what the Safe pays for being sent', () => {
    const [, refund] = leavesOf(exec(token, TRANSFER, 0, 0n, 2n, stranger));
    expect(refund).toMatchObject({ kind: 'transfer', asset: { type: 'native' }, to: stranger, by: SAFE });
    expect(leavesOf(exec(token, TRANSFER, 0))).toHaveLength(1);
  });

  it('leaves alone what a Safe would refuse', () => {
    expect(exec(token, TRANSFER, 2)).toMatchObject({ kind: 'call', selector: '0x6a761202' });
  });
});

describe('SafeTx', () => {
  const members =
    'address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce';
  const sign = (parts: Record<string, unknown>, declared = members) => {
    const rest = { safeTxGas: '0', baseGas: '0', gasPrice: '0', gasToken: ZERO, refundReceiver: ZERO, nonce: '1' };
    const message = { to: token, value: '0', data: TRANSFER, operation: 0, ...rest, ...parts };
    return decodeTypedSample({ SafeTx: declared }, 'SafeTx', message, { chainId: 1, verifyingContract: SAFE });
  };

  it('is read like the call it will become', () => {
    expect(sign({}).action).toMatchObject({ kind: 'batch', wrapper: 'SafeTx', to: SAFE });
    expect(sign({}).actions).toMatchObject([{ kind: 'transfer', to: stranger, by: SAFE }]);
    expect(sign({ to: stranger, operation: 1 }).actions).toMatchObject([{ kind: 'delegatecall', of: SAFE }]);
    expect(sign({ to: CALL_ONLY, operation: 1, data: multiSend(item(0, token, 0n, TRANSFER)) }).actions).toHaveLength(
      1,
    );
  });

  it('does not guess who sends it, nor what lacks a member', () => {
    expect(sign({ gasPrice: '1' }).actions[1]).toMatchObject({ kind: 'opaque', what: 'grant' });
    expect(sign({}, members.replace('uint8 operation,', '')).action).toMatchObject({ kind: 'opaque' });
  });
});

describe('SafeMessage', () => {
  const signs = (message: string) =>
    decodeTypedSample(
      { SafeMessage: 'bytes message' },
      'SafeMessage',
      { message },
      { chainId: 1, verifyingContract: SAFE },
    ).action;

  it('is read where it is words', () => {
    expect(signs(toHex('Gardeners vote yes on lantern 12.'))).toMatchObject({ kind: 'message', looksLikeHash: false });
  });

  it('stays opaque where it is a hash', () => {
    expect(signs(`0x${'ab'.repeat(32)}`)).toMatchObject({ kind: 'opaque' });
    expect(signs('0xff00')).toMatchObject({ kind: 'opaque' });
  });
});
