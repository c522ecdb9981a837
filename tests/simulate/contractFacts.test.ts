import { type Address, concatHex, type Hex, keccak256, numberToHex } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ContractFacts } from '../../src/simulate/Simulator.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { deployCode, deployOn, npmArtefact } from './npmArtefact.ts';
import { transactionQuery } from './requests.ts';
import { createPort, type Port } from './rpcPort.ts';

const OZ = '@openzeppelin/contracts/build/contracts';
const CONTROL = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const HOUR = 3600;

let chain: Chain;
let restore: () => Promise<void>;
let ports: Port[] = [];
beforeAll(async () => {
  chain = await startChain();
  restore = await chain.snapshot();
}, 60_000);
afterEach(async () => {
  await Promise.all(ports.map((port) => port.close()));
  ports = [];
});
afterAll(() => chain?.stop());

const query = (address: Address, known: readonly string[] = []) => ({
  ...transactionQuery(
    { chainId: chain.chainId, from: chain.accounts.user.address },
    { to: address, data: '0x12345678' },
  ),
  isListed: (token: Address) => known.includes(token),
});

async function factsOf(address: Address, url = chain.rpcUrl): Promise<ContractFacts | null> {
  const view = await look(simulatorOn(url), query(address));
  return view.contracts?.get(address) ?? null;
}

describe('the code behind a proxy', () => {
  const token = () => lower(chain.contracts.token);

  it('EIP-1967, with its admin', async () => {
    const proxy = await deployOn(chain, npmArtefact(`${OZ}/TransparentUpgradeableProxy.json`), [
      token(),
      chain.accounts.friend.address,
      chain.encode('token', 'decimals'),
    ]);
    const facts = await factsOf(proxy);
    expect(facts).toMatchObject({ proxy: 'eip1967', implementation: token() });
    // The admin is a contract of its own that the constructor makes.
    expect(facts?.admin).toMatch(/^0x[0-9a-f]{40}$/u);
  });

  it('EIP-1967 without an admin (UUPS)', async () => {
    const initial = chain.encode('token', 'decimals');
    const proxy = await deployOn(chain, npmArtefact(`${OZ}/ERC1967Proxy.json`), [token(), initial]);
    expect(await factsOf(proxy)).toMatchObject({ proxy: 'eip1967', implementation: token(), admin: null });
  });

  it('a beacon, which rules over the code', async () => {
    const beacon = await deployOn(chain, npmArtefact(`${OZ}/UpgradeableBeacon.json`), [
      token(),
      chain.accounts.friend.address,
    ]);
    const initial = chain.encode('token', 'decimals');
    const proxy = await deployOn(chain, npmArtefact(`${OZ}/BeaconProxy.json`), [beacon, initial]);
    expect(await factsOf(proxy)).toMatchObject({ proxy: 'beacon', implementation: null, admin: beacon });
  });

  it('EIP-1822', async () => {
    const proxy = await deployCode(chain, returning('0x00'));
    await chain.request('anvil_setStorageAt', [
      proxy,
      keccak256('0x50524f584941424c45'),
      `0x${'0'.repeat(24)}${token().slice(2)}`,
    ]);
    expect(await factsOf(proxy)).toMatchObject({ proxy: 'eip1822', implementation: token() });
  });

  it.each<[string, (target: string) => Hex]>([
    ['EIP-1167', (target) => `0x363d3d373d3d3d363d73${target}5af43d82803e903d91602b57fd5bf3`],
    ['with PUSH0', (target) => `0x365f5f375f5f365f73${target}5af43d5f5f3e5f3d91602a57fd5bf3`],
  ])('a minimal clone, %s', async (_, code) => {
    const clone = await deployCode(chain, returning(code(token().slice(2))));
    expect(await factsOf(clone)).toMatchObject({ proxy: 'eip1167', implementation: token(), admin: null });
  });

  it('a Safe', async () => {
    const root = '@safe-global/safe-smart-account/build/artifacts/contracts';
    const singleton = await deployOn(chain, npmArtefact(`${root}/Safe.sol/Safe.json`));
    const safe = await deployOn(chain, npmArtefact(`${root}/proxies/SafeProxy.sol/SafeProxy.json`), [singleton]);
    expect(await factsOf(safe)).toMatchObject({ proxy: 'safe', implementation: singleton });
  });

  it('an ordinary contract has none, an account no facts at all, and a listed contract is not asked about', async () => {
    expect(await factsOf(token())).toMatchObject({ proxy: null, implementation: null, admin: null });
    expect(await factsOf(lower(chain.accounts.stranger.address))).toBeNull();
    const view = await look(simulatorOn(chain.rpcUrl), query(token(), [token()]));
    expect(view.contracts?.size).toBe(0);
  });

  it('twins share the core of their code', async () => {
    const { abi, bytecode } = npmArtefact(
      '@safe-global/safe-smart-account/build/artifacts/contracts/Safe.sol/Safe.json',
    );
    const one = await deployOn(chain, { abi, bytecode });
    // The same source compiled from another folder differs in the hash inside the metadata alone.
    const other = await deployOn(chain, { abi, bytecode: `${bytecode.slice(0, -60)}ab${bytecode.slice(-58)}` as Hex });
    const [a, b] = [await factsOf(one), await factsOf(other)];
    expect(a?.coreHash).toMatch(/^0x[0-9a-f]{64}$/u);
    expect(b?.coreHash).toBe(a?.coreHash);
  });
});

describe('how long a contract has stood', () => {
  let old: Address;
  let young: Address;

  beforeAll(async () => {
    await restore();
    restore = await chain.snapshot();
    old = await deployCode(chain, returning('0x5b5b'));
    // The keyless deployment proxy stands on nearly every chain; here it must be put there.
    await chain.request('anvil_setCode', [CONTROL, '0x600160015500']);
    await chain.request('anvil_mine', [numberToHex(24 * 40), numberToHex(HOUR)]);
    young = await deployCode(chain, returning('0x5b5b5b'));
    await chain.request('anvil_mine', [numberToHex(24 * 2), numberToHex(HOUR)]);
  }, 60_000);

  const DAY = 24 * HOUR;

  it('is bounded on both sides from a few past blocks, without a round trip more', async () => {
    const simulator = simulatorOn(chain.rpcUrl);
    // The first look learns the chain's pace, as the header is learnt.
    await look(simulator, query(old));
    await look(simulator, query(old));
    const oldView = await look(simulator, query(old));
    const youngView = await look(simulator, query(young));
    const bare = await look(simulator, query(young, [young]));
    expect(oldView.contracts?.get(old)?.ageAtLeastSeconds).toBeGreaterThanOrEqual(29 * DAY);
    const facts = youngView.contracts?.get(young);
    expect(facts?.ageAtLeastSeconds).toBeGreaterThanOrEqual(0.9 * DAY);
    expect(facts?.ageAtMostSeconds).toBeGreaterThan(2 * DAY);
    expect(facts?.ageAtMostSeconds).toBeLessThanOrEqual(3.2 * DAY);
    expect(youngView.roundTrips).toBe(bare.roundTrips);
  });

  it.each<[string, (call: { method: string; params: readonly unknown[] }, result: unknown) => unknown]>([
    ['refuses the past', () => new Error('missing trie node')],
    ['answers `0x` for the past', () => '0x'],
    ['answers garbage', () => `0x${'zz'.repeat(64)}`],
    [
      'says there was never any code',
      (_, result) => String(result).replaceAll(/(?<=^0x[0-9a-f]{64}).*/gu, (rest) => '0'.repeat(rest.length)),
    ],
  ])('an endpoint that %s: not known', async (_, change) => {
    const port = await createPort(chain.rpcUrl, (call, result) =>
      call.method === 'eth_call' && call.params[1] !== 'latest' ? change(call, result) : result,
    );
    ports.push(port);
    const simulator = simulatorOn(port.url);
    await look(simulator, query(young));
    const facts = (await look(simulator, query(young))).contracts?.get(young);
    expect(facts).toMatchObject({ ageAtLeastSeconds: null, ageAtMostSeconds: null });
  });

  it.each<[string, unknown]>([
    ['no word', '0x1'],
    ['nothing', null],
    ['an object', { a: 1 }],
    ['more than a word', `0x${'f'.repeat(4000)}`],
    ['an address with something before it', `0x${'f'.repeat(64)}`],
  ])('storage that answers %s is no proxy, and nothing breaks', async (_, answer) => {
    const port = await createPort(chain.rpcUrl, (call, result) =>
      call.method === 'eth_getStorageAt' ? answer : result,
    );
    ports.push(port);
    const view = await look(simulatorOn(port.url), query(young));
    expect(view.contracts?.get(young)).toMatchObject({ proxy: null, implementation: null });
  });
});

/** Creation code that returns this runtime code. */
function returning(code: Hex): Hex {
  const length = numberToHex((code.length - 2) / 2, { size: 1 });
  return concatHex(['0x60', length, '0x600c60003960', length, '0x6000f3', code]);
}

function lower(address: Address): Address {
  return `0x${address.slice(2).toLowerCase()}`;
}
