import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../src/cli/commands/check.ts';
import { SIGNING } from '../corpus/attacks/signing.ts';
import { ACCOUNTS } from '../corpus/benign/accounts.ts';
import { NEAR_HASHES } from '../corpus/benign/sessions.ts';
import { createWorld, type OpenWorld } from '../corpus/createWorld.ts';
import { replayCase, variationOf } from '../corpus/replay.ts';

/** Prefixed hashes (taxonomy F1): an order where the account's own code takes them for one. */
let world: OpenWorld;
let ports: Awaited<ReturnType<typeof openPorts>>;
beforeAll(async () => {
  world = await createWorld();
  ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
}, 60_000);
afterAll(() => world?.close());

function caseOf(id: string) {
  const found = [...SIGNING, ...ACCOUNTS, ...NEAR_HASHES].find((one) => one.id === id);
  if (found === undefined) throw new Error(`No case ${id}.`);
  return found;
}

describe('a hash that the account’s own code takes', () => {
  it.each(['f1-personal-bytes', 'f1-personal-hash-text', 'f6-operation-hash'])(
    'is an order, and was one: %s',
    async (id) => {
      const { level, because, struck } = await replayCase(caseOf(id), variationOf(0), world, ports);
      expect(struck).toBe(true);
      expect([level, because[0]]).toEqual(['danger', 'blind-hash-message']);
    },
    60_000,
  );

  it.each(['hash-smart-listed', 'hash-typed-account', 'hash-safe-owner', 'user-operation-hash'])(
    'is caution at a listed dapp, and wherever it is no order of this account: %s',
    async (id) => {
      const { level, error } = await replayCase(caseOf(id), variationOf(1), world, ports);
      expect(error).toBeNull();
      expect(level).toBe('caution');
    },
    60_000,
  );

  it('is said at a listed dapp too', async () => {
    const { reasons } = await replayCase(caseOf('hash-smart-listed'), variationOf(0), world, ports);
    expect(reasons.map(({ text }) => text).join()).toContain('takes such a signature for an order');
  }, 60_000);
});
