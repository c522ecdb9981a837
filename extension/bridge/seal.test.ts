import { describe, expect, it } from 'vitest';
import { createSeal } from './seal.ts';

const wrapper = Object.assign(() => undefined, { unwrap: (value: unknown) => value });

describe('the seal', () => {
  it('freezes a message to its last member, and asks no accessor', () => {
    const seal = createSeal(wrapper);
    const inner = { params: [{ to: '0x1' }] };
    const message = {
      inner,
      get trap(): never {
        throw new Error('was asked');
      },
    };
    expect(seal?.(message)).toBe(true);
    expect([message, inner, inner.params, inner.params[0]].every((one) => Object.isFrozen(one))).toBe(true);
  });

  it('says so when a message cannot be frozen, or is nested without end', () => {
    const seal = createSeal(wrapper);
    const endless: { next?: object } = {};
    endless.next = endless;
    expect(seal?.({ params: new Uint8Array(2) })).toBe(false);
    expect(seal?.(endless)).toBe(false);
  });

  it('is not needed where there is no such wrapper', () => {
    expect(createSeal(undefined)).toBeNull();
  });
});
