import { hashMessage, keccak256, recoverAddress, recoverMessageAddress, toHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { OTHER_HASH, TRIAL_ACCOUNT, TRIAL_HASH, TRIAL_SIGNATURES } from './trialKey.ts';

describe('the trial key', () => {
  it('signed the hash as wallets sign it, as bytes and as text', async () => {
    expect(TRIAL_HASH).toBe(keccak256(toHex('countersign: does this account take a prefixed hash for an order?')));
    const { bytes, text } = TRIAL_SIGNATURES;
    const asBytes = await recoverMessageAddress({ message: { raw: TRIAL_HASH }, signature: bytes });
    const asText = await recoverMessageAddress({ message: TRIAL_HASH, signature: text });
    expect([asBytes, asText].map((one) => one.toLowerCase())).toEqual([TRIAL_ACCOUNT, TRIAL_ACCOUNT]);
  });

  it('did not sign the other one', async () => {
    const hash = hashMessage({ raw: OTHER_HASH });
    const signer = await recoverAddress({ hash, signature: TRIAL_SIGNATURES.bytes });
    expect(signer.toLowerCase()).not.toBe(TRIAL_ACCOUNT);
  });
});
