import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../setup/accessibility.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';

/** "Who is this?" in the toolbar popup: what is pasted is answered, whatever it is. */

const CASINU = '0x1b5442a1b1c2d3e4f5061728394a5b6c7d8e98c3';
let chain: Chain;
let session: Session;
let popup: Page;

beforeAll(async () => {
  chain = await startChain({ chainId: 1 });
  session = await openSession(chain);
  popup = await session.context.newPage();
  await popup.goto(await session.pageUrl('popup'));
  await popup.waitForSelector('.who-input');
});

afterAll(async () => {
  await session?.close();
  await chain?.stop();
});

async function ask(value: string, network?: string): Promise<{ headline: string; all: string; stance: string | null }> {
  // A fresh page: an earlier answer must not be taken for this one's.
  await popup.reload();
  await popup.fill('.who-input', value);
  if (network !== undefined) {
    await popup.waitForSelector(`.who-chain option:text-is("${network}")`, { state: 'attached' });
    await popup.selectOption('.who-chain select', { label: network });
  }
  await popup.click('.who-form button');
  await popup.waitForSelector('.who-answer [data-stance]');
  return {
    headline: (await popup.textContent('.who-headline')) ?? '',
    all: (await popup.textContent('.who-answer')) ?? '',
    stance: await popup.getAttribute('.who-answer [data-stance]', 'data-stance'),
  };
}

describe('the popup answers', () => {
  it('is the dapp at https://examplefinance.network a scam?', async () => {
    const { headline, all, stance } = await ask('Is the dapp at https://examplefinance.network a scam?');
    expect(headline).toBe('No source here knows examplefinance.network.');
    expect(stance).toBe('unknown');
    expect(all).toContain('The MetaMask list does not name it');
    expect(all).toContain('A model on this computer');
    expect(all).toContain('Whether it is a scam.');
  });

  it('is 0x1b54...98c3 the address of Casinu Inu?', async () => {
    const { headline, all } = await ask(`Is ${CASINU} the address of Casinu Inu?`);
    expect(headline).toContain('No list knows a token called “\u2068Casinu Inu\u2069”');
    expect(all).toContain('no server is chosen for its network');
  });

  it('what is on a list, pasted by keyboard alone', async () => {
    await popup.focus('.who-input');
    await popup.fill('.who-input', 'metamaskapp.io');
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.textContent('.who-headline')).toContain('names metamaskapp.io as a phishing site');
    expect(await popup.getAttribute('.who-answer [data-stance]', 'data-stance')).toBe('warns');
  });

  it('what a symbol means on the network that was chosen', async () => {
    expect((await ask('USDC', 'Base')).headline).toMatch(/^On Base, USDC/u);
    expect((await ask('USDC', 'Ethereum')).headline).toMatch(/^On Ethereum, USDC/u);
    expect((await ask('USDC', 'Local (31337)')).headline).toMatch(/^No list knows a token called/u);
    await popup.reload();
    expect(await popup.inputValue('.who-chain select')).toBe('any');
  });

  it('10 kB of anything', async () => {
    expect((await ask('\u202eU'.repeat(10_000))).headline).toContain('No list knows a token called');
  });

  it('what the chain says, once an RPC is chosen', async () => {
    await (await chooseRpc(session, chain)).close();
    const { headline, stance } = await ask(chain.contracts.counterfeit);
    expect(headline).toMatch(/^This calls itself .* and is not the listed USDC\.$/u);
    expect(stance).toBe('warns');
  });

  it.each(['light', 'dark'] as const)('without an accessibility fault in %s colours', async (colorScheme) => {
    await popup.emulateMedia({ colorScheme });
    for (const value of [chain.contracts.counterfeit, 'USDC', 'https://examplefinance.network']) {
      await ask(value);
      expect(await accessibilityFaults(popup)).toEqual([]);
    }
  });
});
