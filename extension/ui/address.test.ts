import { describe, expect, it } from 'vitest';
import { addressGroups, shortGroups } from './address.ts';

const address = '0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984';

describe('addressGroups', () => {
  it('cuts an address into ten groups of four and loses nothing', () => {
    const groups = addressGroups(address);
    expect(groups).toHaveLength(11);
    expect(groups.slice(1).every((group) => group.length === 4)).toBe(true);
    expect(groups.join('')).toBe(address);
  });

  it('leaves what is no address whole', () => {
    expect(addressGroups('0x1234')).toEqual(['0x1234']);
    expect(addressGroups(`${address}00`)).toEqual([`${address}00`]);
  });
});

describe('shortGroups', () => {
  it('shows three groups at each end', () => {
    expect(shortGroups(address)).toEqual({ head: ['0x', '1f98', '40a8', '5d5a'], tail: ['ADdC', '4201', 'F984'] });
  });

  it('shows what is no address whole', () => {
    expect(shortGroups('vitalik.eth')).toEqual({ head: ['vitalik.eth'], tail: [] });
  });
});
