import type { Page } from 'playwright';
import { type Address, encodeDeployData, type Hex, padHex } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileContracts } from '../contracts/compile.ts';
import { accessibilityFaults } from '../setup/accessibility.ts';
import { closeReviews, proceed, readReview, reject } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { openSilentPage, openWorkerSwitch } from '../setup/workers.ts';
import { type Asked, askToSend, picture } from './asking.ts';
import { type DemoLab, openDemo, openDemoLab } from './demoPage.ts';
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts';

/** What a new block changes is shown while the window is open, without a press (simulation.md, 4; warnings.md, rule 8). */

/** The background looks at most every 12 s and is asked every 3 s; the rest is a busy machine. */
const LOOK_LIMIT_MS = 30_000;
/** Where EIP-1967 keeps the code behind a proxy. */
const BEHIND: Hex = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';
const ALLOWED = 5_000n * 10n ** 6n;

let lab: DemoLab;
let session: Session;
let proxy: RpcProxy;
let page: Page;

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
  proxy = await startRpcProxy(lab.chain.rpcUrl);
  await (await chooseRpc(session, { chainId: lab.chain.chainId, rpcUrl: proxy.rpcUrl })).close();
  page = await openDemo(session, lab.demo);
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(async () => {
  await proxy?.close();
  await lab?.close();
});

describe('a block comes while the window is open', () => {
  it('nothing changed: nothing moves, nothing waits again, and the window says which block it saw', async () => {
    const { window } = await approvalOf(await deploy('HonestVault'));
    expect((await readReview(window)).level).toBe('routine');
    await window.waitForSelector('[data-choice="continue"][aria-disabled="false"]');
    await watchContinue(window);
    const asked = count('eth_blockNumber');
    const block = await mine();
    await window.waitForSelector(`[data-looked="${block}"]`, { timeout: LOOK_LIMIT_MS });
    expect((await readReview(window)).level).toBe('routine');
    expect(await continueChanges(window)).toEqual([]);
    expect(await window.locator('.worse').textContent()).toBe('');
    expect(count('eth_blockNumber') - asked).toBeLessThanOrEqual(3);
    await picture(window, 'new-block-same');
    expect(await accessibilityFaults(window)).toEqual([]);
    await proceed(window);
    await expect.poll(async () => (await session.wallet.signingLog()).length).toBe(1);
    // Nobody waits and no window is open: nobody asks.
    const after = count('eth_blockNumber');
    await mine();
    await new Promise((resolve) => setTimeout(resolve, 13_000));
    expect(count('eth_blockNumber')).toBe(after);
  });

  it('an owner flips a slot: it turns to danger by itself, and Continue waits and asks', async () => {
    const spender = await deploy('TakerProxy', [await deploy('HonestVault'), lab.chain.accounts.attacker.address]);
    const { window, done } = await approvalOf(spender);
    expect((await readReview(window)).level).toBe('routine');
    await window.waitForSelector('[data-choice="continue"][aria-disabled="false"]');
    await flip(spender);
    await window.waitForSelector('dialog.request[data-level="danger"]', { timeout: LOOK_LIMIT_MS });
    expect(await window.getAttribute('[data-choice="continue"]', 'aria-disabled')).toBe('true');
    expect(await window.locator('.worse[role="status"]').textContent()).toMatch(/got worse .* at block \d/u);
    expect(await window.locator('fieldset.challenge input').count()).toBeGreaterThan(1);
    await picture(window, 'new-block-worse');
    expect(await accessibilityFaults(window)).toEqual([]);
    await reject(window);
    expect(await done).toBe('4001');
  });

  it('and it falls back: what was found stays', async () => {
    const vault = await deploy('HonestVault');
    const spender = await deploy('TakerProxy', [vault, lab.chain.accounts.attacker.address]);
    await flip(spender);
    const { window, done } = await approvalOf(spender);
    const { headline, level } = await readReview(window);
    expect(level).toBe('danger');
    const block = await flip(spender, vault);
    await window.waitForSelector(`[data-looked="${block}"]`, { timeout: LOOK_LIMIT_MS });
    expect(await readReview(window)).toMatchObject({ level: 'danger', headline });
    await reject(window);
    expect(await done).toBe('4001');
  });

  it("after the worker's death the window still hears of it", async () => {
    const spender = await deploy('TakerProxy', [await deploy('HonestVault'), lab.chain.accounts.attacker.address]);
    const { window, done } = await approvalOf(spender);
    const helper = await openSilentPage(session.context, session.id);
    const before = count('eth_simulateV1');
    await (await openWorkerSwitch(session.context, helper)).stop(session.id);
    await helper.close();
    // The next life makes a verdict of its own first.
    await expect.poll(() => count('eth_simulateV1')).toBeGreaterThan(before);
    await expect.poll(async () => (await readReview(window).catch(() => null))?.level).toBe('routine');
    await flip(spender);
    await window.bringToFront();
    await window.waitForSelector('dialog.request[data-level="danger"]', { timeout: LOOK_LIMIT_MS });
    await reject(window);
    expect(await done).toBe('4001');
  });
});

async function deploy(type: string, args: readonly unknown[] = []): Promise<Address> {
  const artefact = compileContracts()[type];
  if (artefact === undefined) throw new Error(`No contract "${type}" in tests/contracts`);
  const data = encodeDeployData({ ...artefact, args });
  const { contractAddress } = await lab.chain.send({ from: lab.chain.accounts.attacker.address, data });
  if (contractAddress == null) throw new Error(`${type} was not deployed`);
  return contractAddress;
}

/** The page asks for an allowance of half of what the user holds. */
function approvalOf(spender: Address): Promise<Asked> {
  const { accounts, contracts, encode } = lab.chain;
  return askToSend(session, page, {
    from: accounts.user.address,
    to: contracts.token,
    data: encode('token', 'approve', [spender, ALLOWED]),
  });
}

/** What stands behind the proxy from now on; by default a contract through which anybody takes. In a new block. */
async function flip(spender: Address, behind?: Address): Promise<bigint> {
  const code = behind ?? (await deploy('PublicForwarder'));
  await lab.chain.request('anvil_setStorageAt', [spender, BEHIND, padHex(code, { size: 32 })]);
  return mine();
}

async function mine(): Promise<bigint> {
  await lab.chain.request('evm_mine');
  return lab.chain.client.getBlockNumber();
}

function count(method: string): number {
  return proxy.asked.filter((asked) => asked === method).length;
}

/** From now on every change of Continue's place, label and state is written down. */
async function watchContinue(window: Page): Promise<void> {
  await window.evaluate(() => {
    const changes: string[] = [];
    const button = document.querySelector('[data-choice="continue"]');
    const state = () => {
      const { x, y, width, height } = button?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
      const awake = button?.getAttribute('aria-disabled');
      return [awake, button?.isConnected, button?.textContent, x, y, width, height].join(' ');
    };
    let before = state();
    setInterval(() => {
      const now = state();
      if (now !== before) changes.push(`${before} -> ${now}`);
      before = now;
    }, 20);
    Object.assign(globalThis, { changes });
  });
}

function continueChanges(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => (globalThis as unknown as { changes: readonly string[] }).changes);
}
