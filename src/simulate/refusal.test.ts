import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import { refusalOf } from './refusal.ts';

describe('refusalOf', () => {
  it.each([
    [-32601, 'Method not found', 'unsupported'],
    [-32601, 'the method eth_simulateV1 does not exist/is not available', 'unsupported'],
    [-32004, 'Unsupported method', 'unsupported'],
    [-32603, 'method handler crashed', 'unsupported'],
    [-32603, 'insufficient funds for gas * price + value', 'funds'],
    [-32003, 'Insufficient funds for gas * price + value', 'funds'],
    [-38014, 'x', 'funds'],
    [-38010, 'x', 'nonce'],
    [-38011, 'x', 'nonce'],
    [-32000, 'nonce too low: address 0xabc, tx: 1 state: 2', 'nonce'],
    [-38024, 'x', 'smart-account'],
    [-32000, 'sender not an eoa: address 0xabc, len(code): 100', 'smart-account'],
    [-38012, 'x', 'fee-cap'],
    [-32000, 'max fee per gas less than block base fee', 'fee-cap'],
    [-38013, 'x', 'gas-too-low'],
    [-32000, 'intrinsic gas too high -- CallGasCostMoreThanGasLimit', 'gas-too-low'],
    [-32005, 'limit exceeded', 'busy'],
    [undefined, 'gibberish', 'other'],
  ] as const)('%s "%s" is %s', (code, message, refusal) => {
    expect(refusalOf(new RpcError(message, code === undefined ? {} : { code }))).toBe(refusal);
  });
});
