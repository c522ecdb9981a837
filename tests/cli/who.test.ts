import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listsCommand } from '../../src/cli/commands/lists.ts';
import { tokensCommand } from '../../src/cli/commands/tokens.ts';
import { whoCommand } from '../../src/cli/commands/who.ts';
import type { Io } from '../../src/cli/Io.ts';
import { BadInputError } from '../../src/errors.ts';
import { type Chain, startChain } from '../setup/chain.ts';

const USDC = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const CASINU = '0x1b5442a1b1c2d3e4f5061728394a5b6c7d8e98c3';
/** An entry of the packaged MetaMask list. */
const LISTED = 'metamaskapp.io';

/** One run of a command with real data and the real model. */
async function run(command: (args: readonly string[], io: Io) => Promise<number>, ...args: string[]) {
  let out = '';
  async function* stdin(): AsyncGenerator<string> {}
  const code = await command(args, {
    stdin: stdin(),
    stdout: (text) => {
      out += text;
    },
    stderr: () => undefined,
  });
  return { code, out, json: () => JSON.parse(out) };
}

describe('countersign who', () => {
  it('answers the two questions of the essay, in words and as JSON', async () => {
    const site = await run(whoCommand, 'https://examplefinance.network');
    expect(site).toMatchObject({ code: 0 });
    expect(site.out).toMatch(/^No source here knows examplefinance\.network\.\n/u);
    expect(site.out).toContain('What nobody here knows');
    expect(site.out).not.toMatch(/\b(safe|verified)\b/iu);
    const address = await run(whoCommand, CASINU, '--named', 'Casinu Inu', '--json');
    expect(address.json()).toMatchObject({ kind: 'address', address: CASINU, stance: 'unknown' });
    expect(address.json().headline).toContain('Casinu Inu');
  });

  it.each([
    [[]],
    [['a', 'b']],
    [['a', '--chain', 'mainnet']],
    [['a', '--chain', '0']],
    [['a', '--rpc', 'ftp://x']],
    [['a', '--loud']],
  ])('%j is refused in one line', async (args) => {
    const error = await run(whoCommand, ...args).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadInputError);
    expect(String(error)).not.toContain('\n');
  });
});

describe('countersign tokens lookup', () => {
  it('gives the three answers', async () => {
    const listed = await run(tokensCommand, 'lookup', USDC, '--json');
    expect(listed.json()).toMatchObject({ stance: 'named', tokens: [{ chainId: 1, symbol: 'USDC', decimals: 6 }] });
    expect((await run(tokensCommand, 'lookup', CASINU)).out).toMatch(/^No list knows this token\./u);
    const bySymbol = await run(tokensCommand, 'lookup', 'USDC', '--chain', 'eip155:8453', '--json');
    expect(bySymbol.json().tokens).toEqual([expect.objectContaining({ chainId: 8453, symbol: 'USDC' })]);
  });

  it('sends sites elsewhere, and other words to its usage', async () => {
    await expect(run(tokensCommand, 'lookup', 'https://evil.com')).rejects.toThrow(BadInputError);
    await expect(run(tokensCommand, 'look')).rejects.toThrow(BadInputError);
    await expect(run(tokensCommand, 'lookup')).rejects.toThrow(BadInputError);
  });
});

describe('bad input on the command line', () => {
  const VALUES: readonly (readonly [what: string, value: string])[] = [
    ['10 kB', 'U'.repeat(10_000)],
    ['10 kB of another script', 'ЅОLАΝА'.repeat(1_700)],
    ['right-to-left overrides', '\u202eCDSU\u2066'.repeat(500)],
    ['zero-width characters', 'U\u200bS\u200dD\ufeffC'],
    ['nothing but zero-width characters', '\u200b\u200d'],
    ['empty', ''],
    ['like an address, too short', '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB'],
    ['like an address, no hex', '0xZZb86991c6218b36c1d19D4a2e9Eb0cE3606eB48'],
    ['a wrong checksum', '0xA0b86991c6218b36c1d19d4a2e9Eb0cE3606eB49'],
    ['an address on a chain nobody knows', 'eip155:999999999:0x000000000000000000000000000000000000dEaD'],
    ['emoji', '🦄🦄🦄'],
    ['half a character', '\ud800'],
    ['a prototype’s name', '__proto__'],
  ];

  it.each(VALUES)('%s is answered, or refused in one line', async (_, value) => {
    for (const command of [
      () => run(whoCommand, value),
      () => run(whoCommand, value, '--json', '--chain', '999999999'),
      () => run(tokensCommand, 'lookup', value),
      () => run(tokensCommand, 'lookup', value, '--chain', '8453', '--json'),
    ]) {
      const answer = await command().catch((error: unknown) => error);
      if (answer instanceof Error) {
        expect(answer).toBeInstanceOf(BadInputError);
        expect(answer.message).not.toMatch(/[\n\u202e\u200b]/u);
        continue;
      }
      expect(answer).toMatchObject({ code: 0 });
      // Whatever was asked comes back isolated and cut: no control character runs loose in a terminal.
      const { out } = await command();
      expect(out.length).toBeLessThan(4_000);
      expect(out.replace(/\u2068[^\u2069]*\u2069/gu, '')).not.toMatch(/[\u202a-\u202e\u2066\u2067\u200b]/u);
    }
  });

  it('a wrong checksum is said, an unknown chain named by its number', async () => {
    const slip = await run(whoCommand, '0xA0b86991c6218b36c1d19d4a2e9Eb0cE3606eB49');
    expect(slip.out).toMatch(/^The capital letters do not fit this address/u);
    const far = await run(tokensCommand, 'lookup', 'USDC', '--chain', '999999999');
    expect(far.out).toMatch(/^No list knows a token called “\u2068USDC\u2069”/u);
    expect((await run(whoCommand, '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', '--chain', '999999999')).out).toContain(
      'The same address on Ethereum is USDC. That says nothing about other networks.',
    );
  });

  it('coins and brands that are no token say so', async () => {
    expect((await run(tokensCommand, 'lookup', 'XRP', '--chain', '1')).out).toContain(
      'is the coin of a network of its own',
    );
    const memecoin = await run(tokensCommand, 'lookup', 'HarryPotterObamaSonic10Inu', '--json');
    expect(memecoin.json().stance).not.toBe('warns');
    expect(memecoin.out).toContain('neither Bitcoin itself nor, for that, a fraud');
  });
});

describe('countersign lists match, explain', () => {
  it('names the list, its date and its appeal', async () => {
    const found = await run(listsCommand, 'match', `https://a.${LISTED}/x`, '--json');
    expect(found.json()).toMatchObject({
      value: `a.${LISTED}`,
      matches: [{ list: 'metamask', value: LISTED, kind: 'phishing', added: null, listDate: '2022-04-19' }],
    });
    expect((await run(listsCommand, 'match', LISTED)).out).toBe(
      `MetaMask\tphishing\t${LISTED}\tundated\tlist of 2022-04-19\n`,
    );
    expect((await run(listsCommand, 'match', CASINU)).out).toBe(`No list names ${CASINU}.\n`);
    const words = (await run(listsCommand, 'explain', LISTED)).out;
    expect(words).toMatch(/^The MetaMask list names metamaskapp\.io as a phishing site\./u);
    expect(words).toContain('https://github.com/MetaMask/eth-phishing-detect/issues');
    expect(words).toContain('the entry carries no date');
  });

  it('refuses what no list holds, and commands there are not', async () => {
    await expect(run(listsCommand, 'match', 'USDC')).rejects.toThrow(BadInputError);
    await expect(run(listsCommand)).rejects.toThrow(BadInputError);
  });
});

describe('with --rpc', () => {
  let chain: Chain;

  beforeAll(async () => {
    chain = await startChain({ chainId: 1 });
  });
  afterAll(async () => {
    await chain?.stop();
  });

  it('reads a counterfeit, an honest stranger and an ordinary account from the chain', async () => {
    const ask = async (address: string) => (await run(whoCommand, address, '--rpc', chain.rpcUrl, '--json')).json();
    const fake = await ask(chain.contracts.counterfeit);
    expect(fake.stance).toBe('warns');
    expect(fake.headline).toMatch(/^This calls itself .* and is not the listed USDC\.$/u);
    const stranger = await ask(chain.contracts.token);
    expect(stranger).toMatchObject({ stance: 'unknown', headline: 'No list knows this token.' });
    const account = await ask(chain.accounts.user.address);
    expect(account.says.map(({ id }: { id: string }) => id)).toContain('chain.account');
  });

  it('answers from the lists when the server serves another chain', async () => {
    const { json } = await run(whoCommand, USDC, '--rpc', chain.rpcUrl, '--chain', '10', '--json');
    expect(json().unknowns.join(' ')).toContain('did not answer as it should');
  });
});
