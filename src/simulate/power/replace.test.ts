import { describe, expect, it } from 'vitest';
import { callsNobody } from './replace.ts';

describe('callsNobody', () => {
  it('is true of a program that only counts', () => {
    expect(callsNobody('0x6000355f5260205ff3')).toBe(true);
    expect(callsNobody('0x')).toBe(true);
  });

  it.each(['f0', 'f1', 'f2', 'f4', 'f5'])('is false where %s stands as an instruction', (opcode) => {
    expect(callsNobody(`0x60005f5f${opcode}00`)).toBe(false);
  });

  it('does not take the data of a push for an instruction', () => {
    expect(callsNobody(`0x7f${'f1'.repeat(32)}00`)).toBe(true);
    expect(callsNobody(`0x7f${'f1'.repeat(32)}f1`)).toBe(false);
  });
});
