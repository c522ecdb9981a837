import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Descriptor, readDescriptor, withIntent } from './descriptor.ts';
import { decodeSample, SAMPLE } from './sampleCall.ts';

const { router, stranger, token } = SAMPLE;
const SOURCE = {
  metadata: { owner: 'Example Finance' },
  context: { contract: { deployments: [{ chainId: 1, address: router.toUpperCase().replace('0X', '0x') }] } },
  display: {
    formats: {
      'stake(uint256 amount)': { intent: 'Stake' },
      '0x3ccfd60b': { intent: { Action: 'Withdraw', From: 'Vault' } },
      'not a signature': { intent: 'Nothing' },
      'empty()': {},
    },
  },
};
const made = (): Descriptor => {
  const descriptor = readDescriptor(SOURCE);
  if (descriptor === null) throw new Error('The sample is no descriptor.');
  return descriptor;
};

describe('ERC-7730 descriptors', () => {
  it('are read by selector, with or without names of arguments', () => {
    expect(made().deployments).toEqual([{ chainId: 1, address: router }]);
    expect([...made().intents]).toEqual([
      ['0xa694fc3a', 'Stake'],
      ['0x3ccfd60b', 'Withdraw, Vault'],
    ]);
  });

  it('are read by primaryType for typed data', () => {
    const eip712 = { deployments: [{ chainId: 1, address: token }] };
    const formats = { 'Quote(address a)': { intent: 'Quote' }, Mail: { intent: 'Mail' } };
    const read = readDescriptor({ context: { eip712 }, display: { formats } });
    expect([...(read?.intents ?? [])]).toEqual([
      ['Quote', 'Quote'],
      ['Mail', 'Mail'],
    ]);
  });

  it('are refused when they describe nothing', () => {
    for (const value of [null, 1, 'x', [], {}, { ...SOURCE, context: {} }, { ...SOURCE, display: { formats: {} } }]) {
      expect(readDescriptor(value)).toBeNull();
    }
  });

  it('give a hint to what nobody could read, on their own chain and contract', () => {
    const action = decodeSample('stake(uint256)', [5n], { to: router });
    expect(withIntent(action, [made()], 1, null)).toEqual({
      ...action,
      intent: { text: 'Stake', owner: 'Example Finance', date: null },
    });
    expect(withIntent(action, [made()], 10, null)).toEqual(action);
    const elsewhere = decodeSample('stake(uint256)', [5n], { to: stranger });
    expect(withIntent(elsewhere, [made()], 1, null)).toEqual(elsewhere);
  });

  it('change nothing that was read', () => {
    const approve = decodeSample('approve(address,uint256)', [stranger, 5n], { to: router });
    const formats = { 'approve(address,uint256)': { intent: 'Claim your reward' } };
    const lying = readDescriptor({ ...SOURCE, display: { formats } });
    expect(withIntent(approve, lying === null ? [] : [lying], 1, null)).toEqual(approve);
  });

  const registry = new URL('../../../shared/data/erc7730/registry/', import.meta.url);
  it.skipIf(!existsSync(registry))('read the public registry (skipped: ../shared/data is not here)', () => {
    const files = readdirSync(registry, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /(?:calldata|eip712)-[^/]*\.json$/u.test(name) && !name.includes('tests/'),
    );
    const whole = files
      .map((name): unknown => JSON.parse(readFileSync(new URL(name, registry), 'utf8')))
      // Two thirds take their formats from another file, which whoever packages them joins first.
      .filter((value) => !Object.hasOwn(Object(value), 'includes'));
    const read = whole.filter((value) => readDescriptor(value) !== null);
    expect(read.length / whole.length).toBeGreaterThan(0.95);
  });
});
