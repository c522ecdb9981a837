import { type Address, encodeAbiParameters, type Hex, stringToHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import { readAccount } from './accountFacts.ts';
import { readHolding, readToken } from './tokenFacts.ts';
import type { Ask } from './trip.ts';

const address: Address = `0x${'b'.repeat(40)}`;
const text = (value: string): Hex => encodeAbiParameters([{ type: 'string' }], [value]);
const number = (value: bigint): Hex => encodeAbiParameters([{ type: 'uint256' }], [value]);

/** Answers in the order readToken asks: symbol, name, decimals, balanceOf. */
const answering = (...results: readonly unknown[]): Ask => {
  const rest = [...results];
  return async () => {
    const result = rest.shift();
    return result instanceof RpcError ? { ok: false, error: result } : { ok: true, result };
  };
};
const tokenOf = (...results: readonly unknown[]) => readToken(answering(...results), { address, id: null }, address);

describe('readHolding', () => {
  it('asks what one account holds, of an item by its id, and says so when nothing is known', async () => {
    const asked: unknown[] = [];
    const ask: Ask = async ({ params }) => {
      asked.push(params[0]);
      return { ok: true, result: number(7n) };
    };
    const holder: Address = `0x${'c'.repeat(40)}`;
    expect(await readHolding(ask, { address, id: null }, holder)).toBe(7n);
    expect(await readHolding(ask, { address, id: 5n }, holder)).toBe(7n);
    const padded = holder.slice(2).padStart(64, '0');
    expect(asked).toEqual([
      { to: address, data: `0x70a08231${padded}` },
      { to: address, data: `0x00fdd58e${padded}${'5'.padStart(64, '0')}` },
    ]);
    expect(await readHolding(answering('0x'), { address, id: null }, holder)).toBeNull();
  });
});

describe('readToken', () => {
  it('reads an ordinary token', async () => {
    expect(await tokenOf(text('DUSD'), text('Demo Dollar'), number(6n), number(9n))).toEqual({
      symbol: 'DUSD',
      name: 'Demo Dollar',
      decimals: 6,
      holding: 9n,
    });
  });
  it('reads a bytes32 name (MKR)', async () => {
    expect(await tokenOf(stringToHex('MKR', { size: 32 }), text(''), number(18n), number(0n))).toMatchObject({
      symbol: 'MKR',
      name: '',
    });
  });
  it('cuts a long name', async () => {
    expect((await tokenOf(text('x'.repeat(10_000)), text(''), number(1n), number(0n))).symbol).toHaveLength(128);
  });
  it.each<[string, unknown]>([
    ['an error', new RpcError('execution reverted')],
    ['nothing', '0x'],
    ['null', null],
    ['a number', 5],
    ['half a byte', '0x123'],
    ['a bad offset', `0x${'ff'.repeat(64)}`],
  ])('takes %s for not said', async (_, answer) => {
    expect(await tokenOf(answer, answer, answer, answer instanceof RpcError ? answer : '0x')).toEqual({
      symbol: null,
      name: null,
      decimals: null,
      holding: null,
    });
  });
  it('asks nobody for the holding of nobody', async () => {
    const facts = await readToken(answering(text('A'), text('B'), number(1n)), { address, id: null }, null);
    expect(facts.holding).toBeNull();
  });
});

describe('readAccount', () => {
  it('tells a person, a contract and a delegated account', async () => {
    expect(await readAccount(answering('0x', '0x0', '0x5'), address)).toEqual({
      code: 'none',
      delegate: null,
      nonce: 0n,
      balanceWei: 5n,
      codeHash: null,
    });
    expect(await readAccount(answering('0x6000', '0x1', '0x0'), address)).toMatchObject({ code: 'contract' });
    const designator = `0xEF0100${'AB'.repeat(20)}`;
    expect(await readAccount(answering(designator, '0x1', '0x0'), address)).toMatchObject({
      code: 'delegated',
      delegate: `0x${'ab'.repeat(20)}`,
    });
    expect(await readAccount(answering(`${designator}00`, '0x1', '0x0'), address)).toMatchObject({ code: 'contract' });
  });
  it('is null when the endpoint would not say, an RpcError when it says nonsense', async () => {
    expect(await readAccount(answering('0x', new RpcError('limit'), '0x0'), address)).toBeNull();
    await expect(readAccount(answering('hello', '0x0', '0x0'), address)).rejects.toBeInstanceOf(RpcError);
  });
});

describe('what a lender says of its token', () => {
  const plain = [text('vdX'), text('Debt'), number(18n), number(9n)] as const;
  const asset: Address = `0x${'c'.repeat(40)}`;
  /** The asset and the allowance are asked for by themselves. */
  const lenders = async (underlying: unknown, allowance: unknown, id: bigint | null = null) =>
    readToken(answering(...plain), { address, id }, address, answering(underlying, allowance));

  it('counts a debt where both of its questions are answered', async () => {
    expect(await lenders(number(BigInt(asset)), number(0n))).toMatchObject({ underlying: asset, debt: true });
  });

  it('is a receipt where nobody can borrow by it', async () => {
    const receipt = await lenders(number(BigInt(asset)), new RpcError('execution reverted'));
    expect(receipt).toMatchObject({ underlying: asset });
    expect(receipt).not.toHaveProperty('debt');
  });

  it('is nothing of the kind where no other asset is named, and is not asked of items', async () => {
    for (const word of [number(1n), number(2n ** 200n), number(BigInt(address)), '0x', new RpcError('reverted')]) {
      expect(await lenders(word, number(0n))).not.toHaveProperty('underlying');
    }
    expect(await lenders(number(BigInt(asset)), number(0n), 5n)).not.toHaveProperty('underlying');
  });
});
