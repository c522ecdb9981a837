import type { Page } from 'playwright';
import type { Address } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../setup/accessibility.ts';
import { closeReviews, readReview, reject } from '../setup/reviewWindow.ts';
import { chooseRpc, type Session } from '../setup/session.ts';
import { askToSend, picture } from './asking.ts';
import { type DemoLab, openDemo, openDemoLab } from './demoPage.ts';
import { type RpcProxy, startRpcProxy } from './rpcProxy.ts';

/** A second server of the person's own choice: where the first one lies, the review says that the two disagree. */

let lab: DemoLab;
let session: Session;
let liar: RpcProxy;
let other: RpcProxy;
let page: Page;

beforeAll(async () => {
  lab = await openDemoLab();
  session = lab.session;
  liar = await startRpcProxy(lab.chain.rpcUrl);
  other = await startRpcProxy(lab.chain.rpcUrl);
  const { accounts, client, contracts } = lab.chain;
  // Whoever asks for the stranger's account is told of a contract that stands elsewhere.
  const stranger = accounts.stranger.address.toLowerCase();
  const code = await client.getCode({ address: contracts.router });
  liar.lie(({ method, params: [of] }, result) =>
    method === 'eth_getCode' && String(of).toLowerCase() === stranger ? code : result,
  );
  await (await chooseRpc(session, { chainId: lab.chain.chainId, rpcUrl: liar.rpcUrl })).close();
  page = await openDemo(session, lab.demo);
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(async () => {
  await liar?.close();
  await other?.close();
  await lab?.close();
});

describe('a first server that lies', () => {
  it('is believed where it is the only one', async () => {
    const shown = await reviewOf(lab.chain.accounts.stranger.address);
    expect(shown.level).not.toBe('danger');
  });

  it('the settings refuse the same server twice, and an address that is none', async () => {
    const options = await openOptions();
    const row = rowOf(options);
    await row.second.select.selectOption('own');
    for (const [url, problem] of [
      ['http://rpc.example.org', 'https://'],
      [`${liar.rpcUrl}/again`, 'the server above'],
    ] as const) {
      await row.second.own.fill(url);
      await options.click('.save-bar button[type="submit"]');
      await expect.poll(() => row.second.note.textContent()).toContain(problem);
    }
    expect(await accessibilityFaults(options)).toEqual([]);
    expect(other.asked).toEqual([]);
    await options.close();
  });

  it('a second one is chosen as the first is: asked for its chain, and kept', async () => {
    const options = await openOptions();
    const { second } = rowOf(options);
    await second.select.selectOption('own');
    await second.own.fill(other.rpcUrl);
    expect(await second.note.textContent()).toContain(new URL(other.rpcUrl).host);
    await options.click('.save-bar button[type="submit"]');
    await second.probe.waitFor();
    expect(other.asked).toEqual(['eth_chainId']);
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(options)).toEqual([]);
    }
    await picture(options, 'second-rpc-options');
    await options.reload();
    expect(await rowOf(options).second.own.inputValue()).toBe(other.rpcUrl);
    await options.close();
  });

  it('is contradicted: the review says that the two disagree', async () => {
    const { accounts } = lab.chain;
    const shown = await reviewOf(accounts.stranger.address, 'second-rpc-review');
    expect(shown.level).toBe('danger');
    expect(shown.reasons.join(' ')).toMatch(/two servers disagree/u);
    expect(other.asked).toContain('eth_simulateV1');
  });

  it('where the two agree nothing is said of it', async () => {
    const shown = await reviewOf(lab.chain.contracts.router);
    expect(shown.level).toBe('routine');
    const { evidence } = JSON.parse(shown.technicalText) as { evidence: { detector: string; outcome: string }[] };
    expect(evidence.find(({ detector }) => detector === 'rpcs-disagree')).toMatchObject({ outcome: 'clear' });
  });
});

/** What the window says of a small allowance to this spender. */
async function reviewOf(spender: Address, name?: string) {
  const { accounts, contracts, encode } = lab.chain;
  const data = encode('token', 'approve', [spender, 100n * 10n ** 6n]);
  const { window, done } = await askToSend(session, page, { from: accounts.user.address, to: contracts.token, data });
  const shown = await readReview(window);
  expect(await accessibilityFaults(window)).toEqual([]);
  if (name !== undefined) await picture(window, name);
  await reject(window);
  expect(await done).toBe('4001');
  return shown;
}

async function openOptions(): Promise<Page> {
  const options = await session.context.newPage();
  await options.goto(session.pageUrl('options'));
  await options.waitForSelector('.chain');
  return options;
}

function rowOf(options: Page) {
  const second = options.locator(`[data-chain="${lab.chain.chainId}"] .second`);
  return {
    second: {
      select: second.locator('select'),
      own: second.locator('input[type="url"]'),
      note: second.locator('.chain-choice > p'),
      probe: second.locator('[data-probe="right"]'),
    },
  };
}
