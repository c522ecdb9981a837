import { type Hex, hexToBytes } from 'viem';
import { describe, expect, it } from 'vitest';
import { argumentShape } from './argumentShape.ts';

const SELECTOR: Hex = '0x12345678';
/** PUSH1 0 CALLDATALOAD PUSH1 224 SHR PUSH4 selector EQ PUSH1 18 JUMPI STOP, padding, JUMPDEST: then the function. */
const program = (body: string): Uint8Array =>
  hexToBytes(`0x60003560e01c63123456781460125700${'00'.repeat(2)}5b${body}`);
const shapeOf = (body: string) => argumentShape(program(body), SELECTOR);

describe('argumentShape', () => {
  it('counts plain words, and sees which are cut to an address', () => {
    // PUSH20 ff.. PUSH1 4 CALLDATALOAD AND  PUSH1 36 CALLDATALOAD STOP
    expect(shapeOf(`73${'ff'.repeat(20)}600435166024350000`)).toEqual({ offsets: [], addresses: [0], words: 2 });
    // PUSH1 4 CALLDATALOAD PUSH1 160 SHR: Vyper's check
    expect(shapeOf('60043560a01c00')).toEqual({ offsets: [], addresses: [0], words: 1 });
  });

  it('sees a word compared with the longest length', () => {
    // PUSH8 ff.. PUSH1 36 CALLDATALOAD GT
    expect(shapeOf('67ffffffffffffffff6024351100')).toEqual({ offsets: [1], addresses: [], words: 2 });
  });

  it('sees a word that is read behind', () => {
    // PUSH1 4 CALLDATALOAD PUSH1 4 ADD CALLDATALOAD
    expect(shapeOf('60043560040135')).toEqual({ offsets: [0], addresses: [], words: 1 });
    // PUSH1 32 PUSH1 4 CALLDATALOAD PUSH1 36 ADD PUSH1 0 CALLDATACOPY
    expect(shapeOf('602060043560240160003700')).toEqual({ offsets: [0], addresses: [], words: 1 });
  });

  it('goes both ways where the program asks what nobody knows', () => {
    // PUSH1 0 SLOAD PUSH1 27 JUMPI STOP, padding, JUMPDEST PUSH1 4 CALLDATALOAD
    expect(shapeOf('600054601b5700005b60043500')).toEqual({ offsets: [], addresses: [], words: 1 });
  });

  it('says nothing of a function that is not there, or that reads nothing', () => {
    expect(argumentShape(program('60043500'), '0x87654321')).toBeNull();
    expect(shapeOf('00')).toBeNull();
    expect(argumentShape(new Uint8Array(), SELECTOR)).toBeNull();
  });

  it('comes to an end in a program that never does', () => {
    // JUMPDEST PUSH1 1 GAS PUSH1 19 JUMPI PUSH1 19 JUMP
    const began = performance.now();
    expect(shapeOf('5b60015a601357601356')).toBeNull();
    expect(performance.now() - began).toBeLessThan(200);
  });
});
