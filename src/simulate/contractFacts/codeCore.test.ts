import { keccak256 } from 'viem';
import { describe, expect, it } from 'vitest';
import { codeCore } from './codeCore.ts';

const IPFS = (hash: string) => `a264697066735822${hash}64736f6c63430007060033` as const;
const SOLC_ONLY = 'a164736f6c6343000706000a';

describe('codeCore', () => {
  it('is the hash of what stands before the metadata', () => {
    const core = keccak256('0x6080604052fe');
    expect(codeCore(`0x6080604052fe${IPFS(`1220${'ab'.repeat(32)}`)}`)).toBe(core);
    expect(codeCore(`0x6080604052fe${IPFS(`1220${'cd'.repeat(32)}`)}`)).toBe(core);
    expect(codeCore(`0x6080604052FE${SOLC_ONLY.toUpperCase()}`)).toBe(core);
  });

  it('is not known of code without metadata', () => {
    for (const code of ['0x', '0x60', '0x6080604052fe', `0x${'00'.repeat(60)}000a`, `0x${SOLC_ONLY}`] as const) {
      expect([code, codeCore(code)]).toEqual([code, null]);
    }
    // A length that reaches before the code's beginning.
    expect(codeCore('0x6080a164736f6c63430007060033')).toBeNull();
  });
});
