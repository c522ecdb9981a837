import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Report } from '../../src/check.ts';
import { openPorts } from '../../src/cli/commands/check.ts';
import { readAsked } from '../../src/cli/request.ts';
import { POSITIONS } from './attacks/positions.ts';
import { LENDING } from './benign/lending.ts';
import { createWorld, type OpenWorld } from './createWorld.ts';
import { variationOf } from './replay.ts';

/** What borrowing from and paying back to the real Aave V3 is told as. */
let world: OpenWorld;
let ports: Awaited<ReturnType<typeof openPorts>>;
beforeAll(async () => {
  world = await createWorld();
  ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
}, 60_000);
afterAll(() => world?.close());

function reportOf(id: string): Promise<Report> {
  const one = [...LENDING, ...POSITIONS].find((each) => each.id === id);
  if (one === undefined) throw new Error(`There is no case ${id}.`);
  return world.isolate(async () => {
    const { method, params, account } = await one.prepare(world, variationOf(0));
    const asked = { origin: one.origin, method, params, chainId: world.chainId, account };
    return check(readAsked(JSON.stringify(asked)), ports);
  });
}

const moves = ({ consequences }: Report) =>
  consequences
    .flatMap((one) => (one.kind === 'leaves' || one.kind === 'arrives' ? [one] : []))
    .map(({ kind, debtOf }) => `${kind}${debtOf === undefined ? '' : ' debt'}`)
    .sort();
const fired = ({ evidence }: Report, id: string) =>
  evidence.find(({ detector, outcome }) => detector === id && outcome === 'fired')?.severity ?? null;

describe('a debt at a lender no list knows', () => {
  it('is owed when it is borrowed', async () => {
    const report = await reportOf('aave-borrow');
    expect(moves(report)).toEqual(['arrives', 'leaves debt']);
    expect(report.verdict.level).toBe('routine');
    expect(report.explanation.leaves.map(({ text }) => text)).toEqual([
      'You would owe more: 500 of a token no list knows (it calls itself “⁨MDW⁩”).',
    ]);
    expect(report.explanation.headline).toMatch(/^You would borrow 500 of an unlisted token/u);
  }, 60_000);

  it.each(['aave-repay', 'aave-repay-permit', 'aave-repay-with-receipts'])(
    'is paid back by %s',
    async (id) => {
      const report = await reportOf(id);
      expect(moves(report)).toEqual(['arrives debt', 'leaves']);
      expect(report.verdict.level).toBe('routine');
      expect(report.explanation.headline).toMatch(/^You would pay back a debt of/u);
      expect(report.explanation.arrives[0]?.text).toMatch(/^Your debt of .* would be paid back/u);
      expect(report.chain?.roundTrips).toBeLessThanOrEqual(8);
    },
    60_000,
  );

  it('is told where it is taken and put to work for whom it burdens', async () => {
    for (const id of ['aave-lever-open', 'aave-flash-leverage']) {
      const report = await reportOf(id);
      expect(moves(report), id).toEqual(['arrives', 'leaves debt']);
      expect(report.verdict.level, id).toBe('routine');
    }
  }, 60_000);

  it('is no contradiction where what is borrowed is sent on', async () => {
    const report = await reportOf('aave-borrow-and-pay');
    expect(fired(report, 'simulation-disagrees')).toBeNull();
    expect(fired(report, 'credit-delegation')).toBe('caution');
    expect(moves(report)).toEqual(['leaves', 'leaves debt']);
  }, 60_000);

  it('is danger where somebody else has what is borrowed', async () => {
    const report = await reportOf('g2-flash-loan-owed');
    expect(moves(report)).toEqual(['leaves debt']);
    expect(fired(report, 'credit-delegation')).toBe('danger');
    expect(report.explanation.headline).toBe('You would owe a loan that somebody else gets.');
    expect(report.explanation.challenge?.question).toBe('Who would owe what is borrowed?');
  }, 60_000);
});
