import { type Address, type Hex, keccak256, numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Ports, type Report } from '../../src/check.ts';
import { loadData } from '../../src/cli/data.ts';
import { readAsked } from '../../src/cli/request.ts';
import { createLists } from '../../src/lists/createLists.ts';
import { encodeList } from '../../src/lists/encodeList.ts';
import type { Lists } from '../../src/lists/Lists.ts';
import { httpRpc } from '../../src/simulate/rpc.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { simulatorOn } from './look.ts';
import { deployOn } from './npmArtefact.ts';

const CONTROL = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const HOUR = 3600;

const { registry, lists: packaged } = await loadData();
let chain: Chain;
let old: Address;
let young: Address;

beforeAll(async () => {
  chain = await startChain({ chainId: 1 });
  const artefact = compileContracts().Drainer;
  if (artefact === undefined) throw new Error('No drainer.');
  await chain.request('anvil_setCode', [CONTROL, '0x600160015500']);
  old = await deployOn(chain, artefact);
  await chain.request('anvil_mine', [numberToHex(24 * 8), numberToHex(HOUR)]);
  young = await deployOn(chain, artefact);
  await chain.request('anvil_mine', [numberToHex(24 * 2), numberToHex(HOUR)]);
}, 60_000);
afterAll(() => chain?.stop());

/** An unlimited approval, looked at over an endpoint that is not this machine's. */
async function approving(spender: Address, lists: Lists = packaged): Promise<Report> {
  const { user } = chain.accounts;
  const data: Hex = chain.encode('token', 'approve', [spender, 2n ** 256n - 1n]);
  const text = JSON.stringify({
    origin: 'https://app.example.org',
    method: 'eth_sendTransaction',
    params: [{ from: user.address, to: chain.contracts.token, data }],
    chainId: 1,
    account: user.address,
  });
  const simulator = simulatorOn({ ...httpRpc(chain.rpcUrl, fetch), url: 'https://rpc.example.org' });
  const ports: Ports = {
    ...{ lists, registry, classifier: null, history: null, language: 'en' },
    ...{ simulator, clock: Date.now, signal: AbortSignal.timeout(20_000) },
  };
  // The first look learns the endpoint's pace, as it learns its header.
  await check(readAsked(text), ports);
  return check(readAsked(text), ports);
}
const found = (report: Report, id: string) => report.evidence.find(({ detector }) => detector === id);

describe('a contract nobody knows', () => {
  it('is called young when it is, and not when it is not', async () => {
    const fresh = found(await approving(young), 'young-contract');
    expect(fresh).toMatchObject({ outcome: 'fired', severity: 'caution' });
    expect(found(await approving(old), 'young-contract')?.outcome).toBe('clear');
  }, 40_000);

  it('is known by its code when a list names that, at whatever address', async () => {
    const code = await chain.client.getCode({ address: old });
    if (code === undefined) throw new Error('No code.');
    const source = { id: 'one', name: 'One', lineage: 'one', date: '2026-01-02', url: null, appeal: null };
    const entry = {
      host: null,
      address: null,
      codeHash: keccak256(code),
      kind: 'drainer',
      reason: null,
      added: null,
    } as const;
    const lists = createLists([{ id: 'one.bin', bytes: encodeList(source, [entry]) }]);
    const report = await approving(young, lists);
    expect(found(report, 'listed-code')).toMatchObject({ outcome: 'fired', severity: 'danger' });
    expect(report.verdict.level).toBe('danger');
    expect(report.explanation.reasons.map(({ text }) => text).join(' ')).toContain('The One list names the code');
    expect(found(await approving(young), 'listed-code')?.outcome).toBe('clear');
  }, 40_000);
});
