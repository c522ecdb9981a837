import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import { RpcError } from '../../errors.ts';
import type { RpcOutcome } from '../rpc.ts';
import type { Ask } from '../trip.ts';
import { hasNobody } from './hasNobody.ts';

const collection: Address = '0xd000000000000000000000000000000000000001';
const word = (value: bigint) => `0x${value.toString(16).padStart(64, '0')}`;
const ok = (result: unknown): RpcOutcome => ({ ok: true, result });
const refused = (message: string, code: number): RpcOutcome => ({ ok: false, error: new RpcError(message, { code }) });

const asked = (code: RpcOutcome, kind: RpcOutcome, owner: RpcOutcome) => {
  const ask: Ask = async ({ method, params }) =>
    method === 'eth_getCode' ? code : JSON.stringify(params).includes('0x6352211e') ? owner : kind;
  return hasNobody(ask, { collection, id: 7n });
};
const CODE = ok('0x6001');
const YES = ok(word(1n));

describe('hasNobody', () => {
  it('is true where the collection says so, or is not there', async () => {
    expect(await asked(CODE, YES, refused('execution reverted: ERC721: invalid token ID', 3))).toBe(true);
    expect(await asked(CODE, YES, refused('VM Exception: revert', -32000))).toBe(true);
    expect(await asked(CODE, YES, ok(word(0n)))).toBe(true);
    expect(await asked(ok('0x'), ok('0x'), ok('0x'))).toBe(true);
  });
  it('is false where somebody has it', async () => {
    expect(await asked(CODE, YES, ok(word(0xabcn)))).toBe(false);
  });
  it('says nothing of other contracts and busy endpoints', async () => {
    expect(await asked(CODE, ok(word(0n)), refused('execution reverted', 3))).toBeNull();
    expect(await asked(CODE, ok('0x'), refused('execution reverted', 3))).toBeNull();
    expect(await asked(CODE, YES, refused('rate limit', -32005))).toBeNull();
    expect(await asked(CODE, YES, ok('nonsense'))).toBeNull();
    const busy = refused('rate limit', -32005);
    expect(await asked(busy, busy, busy)).toBeNull();
  });
});
