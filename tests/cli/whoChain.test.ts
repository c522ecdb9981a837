import { type Address, numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whoCommand } from '../../src/cli/commands/who.ts';
import type { WhoAnswer } from '../../src/explain/WhoAnswer.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { deployCode, deployOn, npmArtefact } from '../simulate/npmArtefact.ts';

const OZ = '@openzeppelin/contracts/build/contracts';
const SAFE = '@safe-global/safe-smart-account/build/artifacts/contracts';
const CONTROL = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const HOUR = 3600;

let chain: Chain;
let proxy: Address;
let safe: Address;
let clone: Address;

beforeAll(async () => {
  chain = await startChain({ chainId: 1 });
  proxy = await deployOn(chain, npmArtefact(`${OZ}/TransparentUpgradeableProxy.json`), [
    chain.contracts.token,
    chain.accounts.friend.address,
    chain.encode('token', 'decimals'),
  ]);
  const singleton = await deployOn(chain, npmArtefact(`${SAFE}/Safe.sol/Safe.json`));
  safe = await deployOn(chain, npmArtefact(`${SAFE}/proxies/SafeProxy.sol/SafeProxy.json`), [singleton]);
  clone = await deployCode(
    chain,
    `0x602d600c600039602d6000f3363d3d373d3d3d363d73${chain.contracts.token.slice(2).toLowerCase()}5af43d82803e903d91602b57fd5bf3`,
  );
  await chain.request('anvil_setCode', [CONTROL, '0x600160015500']);
  await chain.request('anvil_mine', [numberToHex(24 * 40), numberToHex(HOUR)]);
}, 60_000);
afterAll(() => chain?.stop());

/** One run of the command, what it printed. */
async function run(...args: string[]): Promise<string> {
  let out = '';
  async function* stdin(): AsyncGenerator<string> {}
  await whoCommand(args, {
    stdin: stdin(),
    stdout: (text) => {
      out += text;
    },
    stderr: () => undefined,
  });
  return out;
}

async function ask(value: string): Promise<{ out: string; answer: WhoAnswer }> {
  const args = [value, '--rpc', chain.rpcUrl];
  return { out: await run(...args), answer: JSON.parse(await run(...args, '--json')) };
}

describe('countersign who, with a chain', () => {
  it('names the code behind a proxy, who decides it, and its age', async () => {
    const { answer, out } = await ask(proxy);
    const behind = answer.says.find(({ id }) => id === 'chain.proxy');
    expect(behind).toMatchObject({ address: chain.contracts.token.toLowerCase(), basis: 'chain' });
    expect(answer.says.find(({ id }) => id === 'chain.proxy-admin')?.address).toMatch(/^0x[0-9a-f]{40}$/u);
    expect(answer.says.find(({ id }) => id === 'chain.age')?.text).toMatch(/has stood for (?:29|3\d) days at least/u);
    expect(out).toContain('It runs the code of another contract, and that can be changed; no list knows that one.');
    expect(out).not.toMatch(/\b(safe|verified)\b/u);
  });

  it('knows a shared account, and published code at another address', async () => {
    const { answer } = await ask(safe);
    expect(answer.says.find(({ id }) => id === 'chain.proxy')?.text).toMatch(/^It is a shared account/u);
    expect(answer.says.find(({ id }) => id === 'chain.code-twin')?.text).toBe(
      'Its code is the same as that of Safe Proxy 1.5.0, byte for byte: that tells what it does, not whose it is.',
    );
  });

  it('knows a clone, an account and a delegated one', async () => {
    expect((await ask(clone)).out).toContain('a small copy that runs the code of another contract, for good');
    const account = (await ask(chain.accounts.user.address)).answer;
    expect(account.says.map(({ id }) => id)).toContain('chain.account');
    await chain.request('anvil_setCode', [
      chain.accounts.stranger.address,
      `0xef0100${chain.contracts.token.slice(2).toLowerCase()}`,
    ]);
    const delegated = (await ask(chain.accounts.stranger.address)).answer;
    expect(delegated.says.find(({ id }) => id === 'chain.delegated')?.address).toBe(
      chain.contracts.token.toLowerCase(),
    );
    expect(delegated.says.some(({ id }) => id === 'chain.proxy')).toBe(false);
  });

  it('says that the age is not known where the chain is too short or keeps nothing', async () => {
    const short = await startChain({ chainId: 1 });
    try {
      const out = await run(short.contracts.token, '--rpc', short.rpcUrl);
      expect(out).toContain('How long this contract has stood');
    } finally {
      await short.stop();
    }
  });
});
