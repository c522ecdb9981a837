import { describe, expect, it } from 'vitest';
import { loadData } from './cli/data.ts';
import type { ListMatch, Lists } from './lists/Lists.ts';
import type { Classifier } from './model/Classifier.ts';
import type { AddressReader, AddressView } from './simulate/AddressReader.ts';
import { type WhoHints, type WhoPorts, who } from './who.ts';

const { lists, registry } = await loadData();
const classifier: Classifier = {
  scoreHost: async (host) => ({ host, score: 0.1, band: 'low', model: 'hosts@1', commitment: '' }),
};
const PORTS: WhoPorts = {
  ...{ lists, registry, classifier, reader: null, history: null, language: 'en' },
  signal: new AbortController().signal,
};
const ask = (value: string, ports: Partial<WhoPorts> = {}, hints: WhoHints = {}) =>
  who(value, { ...PORTS, ...ports }, hints);
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const CASINU = '0x1b5442a1b1c2d3e4f5061728394a5b6c7d8e98c3';
const HPOS = '0x72e4f9F808C49A2a61dE9C5896298920Dc4EEEa9';

/** A chain on which every address is a contract with these names. */
function chainSaying(symbol: string | null, name: string | null, more: Partial<AddressView> = {}): AddressReader {
  const account = { code: 'contract', delegate: null, nonce: 1n, balanceWei: 0n, codeHash: null } as const;
  const token = { symbol, name, decimals: 18, holding: null };
  return {
    read: async () => ({ chainId: 1, account, token, ...more }),
    resolve: async () => ({ kind: 'address', address: USDC }),
  };
}

/** Everything said, for what must never be among it. */
const allOf = ({ says, unknowns }: Awaited<ReturnType<typeof who>>) =>
  [...says.map(({ text }) => text), ...unknowns].join('\n');

describe('the two questions of the essay', () => {
  it('is the dapp at https://examplefinance.network a scam?', async () => {
    for (const value of [
      'https://examplefinance.network',
      'examplefinance.network',
      'Is the dapp at https://examplefinance.network a scam?',
    ]) {
      const answer = await ask(value);
      expect(answer).toMatchObject({ kind: 'site', subject: 'examplefinance.network', stance: 'unknown' });
      expect(answer.headline).toBe('No source here knows examplefinance.network.');
      const ids = answer.says.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['site.absent', 'site.no-likeness', 'site.model']));
      const absent = answer.says.find(({ id }) => id === 'site.absent');
      expect(absent?.sources).toEqual([expect.objectContaining({ name: 'MetaMask', date: '2022-04-19' })]);
      expect(answer.unknowns[0]).toContain('Whether it is a scam');
    }
  });

  it('is 0x1b54...98c3 the address of Casinu Inu?', async () => {
    const answer = await ask(`Is ${CASINU} the address of Casinu Inu?`);
    expect(answer).toMatchObject({ kind: 'address', address: CASINU, stance: 'unknown' });
    expect(answer.headline).toContain('No list knows a token called “\u2068Casinu Inu\u2069”');
    expect(answer.says.map(({ id }) => id)).toContain('address.unknown');
    expect(answer.unknowns.join(' ')).toContain('only those who made it could say so');
    expect((await ask(CASINU, {}, { claimed: 'Casinu Inu' })).headline).toBe(answer.headline);
  });

  it('from its ends alone nothing is concluded', async () => {
    const answer = await ask('Is 0x1b54...98c3 the address of Casinu Inu?');
    expect(answer.stance).toBe('unknown');
    expect(answer.headline).toContain('only the ends of an address');
    expect((await ask('0xa0b8…eb48')).says.map(({ address }) => address)).toContain(USDC);
  });
});

describe('a token has one of three answers', () => {
  it('the listed one', async () => {
    const answer = await ask(USDC);
    expect(answer).toMatchObject({ stance: 'named', headline: 'This is USDC, as 3 token lists name it on Ethereum.' });
    expect(answer.says[0]?.sources).toHaveLength(3);
    for (const { date } of answer.says[0]?.sources ?? []) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  it('one that calls itself so and is not', async () => {
    const answer = await ask(CASINU, { reader: chainSaying('UЅDС', 'USD Coin') });
    expect(answer.stance).toBe('warns');
    expect(answer.headline).toBe('This calls itself “\u2068UЅDС\u2069” and is not the listed USDC.');
    expect(answer.says[0]?.address).toBe(USDC);
  });

  it('one no list knows', async () => {
    const answer = await ask(CASINU, { reader: chainSaying('CASINU', 'Casinu Inu') });
    expect(answer).toMatchObject({ stance: 'unknown', headline: 'No list knows this token.' });
    expect(allOf(answer)).toContain('It calls itself “\u2068CASINU\u2069”, in full “\u2068Casinu Inu\u2069”.');
    expect((await ask(CASINU, {}, { asToken: true })).headline).toBe('No list knows this token.');
  });

  it('a memecoin with a borrowed ticker is explained, never condemned', async () => {
    for (const answer of [
      await ask(HPOS),
      await ask('HarryPotterObamaSonic10Inu'),
      await ask('BITCOIN', {}, { chainId: 1 }),
      await ask(CASINU, { reader: chainSaying('BITCOIN', 'HarryPotterObamaSonic10Inu', { chainId: 56 }) }),
    ]) {
      expect(answer.stance).not.toBe('warns');
      expect(allOf(answer)).toMatch(/Bitcoin/u);
      expect(allOf(answer)).toMatch(/for that, a fraud|that alone is no fraud/u);
    }
    expect(allOf(await ask(HPOS))).toContain('HarryPotterObamaSonic10Inu');
  });

  it('is found by symbol on every chain, or on the one named', async () => {
    const chains = (text: Awaited<ReturnType<typeof who>>) => text.says.filter(({ id }) => id === 'name.token').length;
    expect((await ask('USDC')).says[0]?.address).toBe(USDC);
    expect(chains(await ask('USDC'))).toBe(5);
    expect(chains(await ask('usdc', {}, { chainId: 8453 }))).toBeGreaterThan(0);
    expect((await ask('USDC.e')).headline).toContain('USDC.e');
    expect((await ask('Casinu Inu')).headline).toContain('No list knows a token called');
  });
});

describe('an address', () => {
  it('with a wrong checksum is answered, and the slip said', async () => {
    const answer = await ask('0xA0b86991c6218b36c1d19d4a2e9Eb0cE3606eB49');
    expect(answer.stance).toBe('warns');
    expect(answer.says[0]?.id).toBe('address.checksum');
    expect((await ask('0xA0b86991c6218b36c1d19d4a2e9Eb0cE3606eB48')).says[1]?.id).toBe('token.listed');
    expect((await ask(USDC.toUpperCase().replace('0X', '0x'))).stance).toBe('named');
  });

  it('that ends like a known one, or one dealt with, is pointed out', async () => {
    const twin = `0xa0b8${'a'.repeat(32)}eb48`;
    const answer = await ask(twin);
    expect(answer.says[0]).toMatchObject({ id: 'address.ends', address: USDC });
    const history = { counterparties: [`0x1b54${'0'.repeat(32)}98c3`], ownAccounts: [] };
    expect((await ask(CASINU, { history })).says[0]?.id).toBe('address.ends-met');
    expect((await ask(twin, {}, { claimed: 'USDC' })).says[0]).toMatchObject({ id: 'claim.other', address: USDC });
    expect((await ask(USDC, {}, { claimed: 'USDC' })).says[0]?.id).toBe('claim.same');
  });

  it('of a known contract, a burn address, a forwarder is named for what it is', async () => {
    const first = async (value: string) => (await ask(value)).says[0]?.id;
    expect(await first('0xEf1c6E67703c7BD7107eed8303Fbe6EC2554BF6B')).toBe('address.contract');
    expect(await first('0xabea9132b05a70803a4e85094fd0e1800777fbef')).toBe('address.contract');
    expect(await first('eip155:8453:0x000000000022D473030F116dDEE9F6B43aC78BA3')).toBe('address.contract');
    expect(await first('0xcA11bde05977b3631167028862bE2a173976CA11')).toBe('address.forwarder');
    expect(await first('0x000000000000000000000000000000000000dEaD')).toBe('address.burn');
  });

  it('is told by the chain: account, unused, delegated, strange decimals, no answer', async () => {
    const ids = async (view: Partial<AddressView>) =>
      (await ask(CASINU, { reader: chainSaying(null, null, view) })).says.map(({ id }) => id);
    const account = { code: 'none', delegate: null, nonce: 7n, balanceWei: 0n, codeHash: null } as const;
    expect(await ids({ account })).toContain('chain.account');
    expect(await ids({ account: { ...account, nonce: 0n } })).toContain('chain.unused');
    const delegate = '0x63c0c19a282a1b52b07dd5a65b58948a07dae32b';
    const delegated = await ask(CASINU, {
      reader: chainSaying(null, null, { account: { ...account, code: 'delegated', delegate } }),
    });
    expect(allOf(delegated)).toContain('MetaMask Smart Account');
    const odd = { symbol: 'ODD', name: null, decimals: 255, holding: null };
    expect(await ids({ token: odd })).toContain('chain.decimals');
    expect(await ids({ token: null })).toContain('chain.no-name');
    const broken: AddressReader = {
      read: () => Promise.reject(new Error()),
      resolve: () => Promise.reject(new Error()),
    };
    const answer = await ask(USDC, { reader: broken });
    expect(answer.stance).toBe('named');
    expect(answer.unknowns.join(' ')).toContain('did not answer as it should');
  });

  it('by its ENS name needs a chain to be read', async () => {
    expect(await ask('vitalik.eth')).toMatchObject({ kind: 'ens', stance: 'unknown', address: null });
    const read = await ask('usdc.eth', { reader: chainSaying('USDC', 'USDC') });
    expect(read).toMatchObject({ kind: 'ens', address: USDC, stance: 'named' });
    expect(read.says.map(({ id }) => id)).toEqual(expect.arrayContaining(['ens.address', 'token.listed']));
  });
});

describe('the ENS name of an address', () => {
  const named = (points: 'back' | 'elsewhere' | 'unchecked'): AddressReader => ({
    ...chainSaying(null, null),
    reverse: async () => ({ name: 'vitalik.eth', points }),
  });

  it('is said when it leads back, warned of when it does not, and no more than the address’s own word', async () => {
    const back = await ask(CASINU, { reader: named('back') });
    expect(allOf(back)).toContain('calls itself “\u2068vitalik.eth\u2069” in ENS, and the name points back to it');
    expect(back.stance).toBe('unknown');
    const other = await ask(CASINU, { reader: named('elsewhere') });
    expect(other).toMatchObject({ stance: 'warns' });
    expect(other.headline).toContain('does not point back');
    expect(allOf(await ask(CASINU, { reader: named('unchecked') }))).not.toContain('vitalik');
  });

  it('costs nothing when it cannot be read', async () => {
    const reader: AddressReader = { ...chainSaying(null, null), reverse: () => Promise.reject(new Error()) };
    expect((await ask(USDC, { reader })).stance).toBe('named');
  });
});

describe('sanctions', () => {
  it('are said to be unknown where no list has any', async () => {
    expect((await ask(CASINU)).unknowns.join(' ')).toContain('no list of sanctioned addresses comes with Countersign');
    expect((await ask(USDC)).unknowns.join(' ')).not.toContain('sanction');
  });
});

describe('the link between a site and its contracts', () => {
  it('is told from both ends', async () => {
    const site = await ask('app.uniswap.org');
    expect(allOf(site)).toContain('Uniswap is an exchange.');
    expect(allOf(site)).toMatch(/On Ethereum, \d+ known contracts name it as home: .*Uniswap Permit2.* and others/u);
    expect(allOf(await ask('0x000000000022D473030F116dDEE9F6B43aC78BA3'))).toContain('Its home is uniswap.org.');
    expect(allOf(await ask('portfolio.metamask.io'))).not.toContain('MetaMask is ');
  });
});

describe('a site', () => {
  const listing = (kind: ListMatch['kind'], added: string | null): Lists => {
    const source = {
      ...{ id: 'own', name: 'Team', lineage: 'own', date: '2026-11-01', entries: 1, url: 'https://team.example' },
      appeal: 'https://team.example/appeal',
    };
    const match = { value: 'evil.com', kind, reason: 'asks for seed words', source, added };
    return {
      sources: [source],
      matchHost: (host) => (host.endsWith('evil.com') || host.endsWith('uniswap.org') ? [match] : []),
      matchAddress: () => [match],
    };
  };

  it('on a list: who, as what, since when, why, and where to appeal', async () => {
    const answer = await ask('https://a.evil.com/x?y', { lists: listing('phishing', '2026-05-03') });
    expect(answer.stance).toBe('warns');
    expect(answer.headline).toBe('The Team list names evil.com as a phishing site since May 3, 2026.');
    expect(allOf(answer)).toContain('asks for seed words');
    expect(allOf(answer)).toContain('https://team.example/appeal');
    const undated = await ask('evil.com', { lists: listing('phishing', null) });
    expect(undated.unknowns.join(' ')).toContain('the entry carries no date');
    expect(undated.unknowns.join(' ')).not.toContain('No list says so');
    expect((await ask(USDC, { lists: listing('drainer', null) })).headline).toContain('empties wallets');
  });

  it('known and listed is disputed; an allow entry silences nothing', async () => {
    const disputed = await ask('app.uniswap.org', { lists: listing('phishing', null) });
    expect(disputed.says[0]?.id).toBe('site.disputed');
    const allowed = await ask('uniswap.evil.com', { lists: listing('allow', null) });
    expect(allowed.says[0]?.id).toBe('site.lookalike');
  });

  it('that pretends: lookalikes, decoys before the @, other letters', async () => {
    const lookalike = await ask('https://uniswap.org@evil-uniswap.xyz/');
    expect(lookalike.subject).toBe('evil-uniswap.xyz');
    expect(lookalike.says.map(({ id }) => id)).toEqual(expect.arrayContaining(['site.decoy', 'site.lookalike']));
    expect((await ask('https://unіswap.org')).says[0]?.id).toBe('site.lookalike');
    expect((await ask('evil.vercel.app')).says.map(({ id }) => id)).toContain('site.hosting');
    expect((await ask('http://localhost:3000')).says[0]?.id).toBe('site.local');
    expect((await ask('http://10.0.0.1/x')).says.map(({ id }) => id)).toContain('site.number');
  });

  it('without lists, registry or model says what is not known for it', async () => {
    const answer = await ask('evil.com', { lists: null, registry: null, classifier: null });
    expect(answer).toMatchObject({ stance: 'unknown', says: [] });
    expect(answer.unknowns).toHaveLength(5);
    expect((await ask('USDC', { registry: null })).unknowns).toHaveLength(1);
    expect((await ask(USDC, { lists: null, registry: null })).headline).not.toBe('');
  });
});

describe('bad input', () => {
  it.each([
    ['', 'form.empty'],
    [' \u200b\u202e\n ', 'form.empty'],
    ['0x1234', 'form.hex'],
    ['0x', 'form.hex'],
    [`0x${'ab'.repeat(32)}`, 'form.bytes32'],
    ['legal winner thank year wave sausage worth useful legal winner thank yellow', 'form.secret'],
    ['javascript:alert(1)', 'form.link'],
    ['chrome-extension://abc/x.html', 'form.link'],
  ])('%j is answered', async (value, id) => {
    const answer = await ask(value);
    expect(answer).toMatchObject({ kind: 'unreadable', subject: '' });
    expect(answer.says[0]?.id).toBe(id);
  });

  it('of any length and script gives an answer or "not known", in time, isolated and cut', async () => {
    const start = performance.now();
    for (const value of [
      'U'.repeat(10_000),
      '\u202eCDSU'.repeat(2_000),
      '\u200b'.repeat(10_000),
      `https://${'a.'.repeat(5_000)}com`,
      `${'x'.repeat(9_000)} ${USDC}`,
      '🦄'.repeat(5_000),
      '\ud800\udfff\ud800',
      '%00%ff',
      'http://[::1',
      'a'.repeat(64),
      '...',
      '@@@',
      'eip155:999999999999999:0x000000000000000000000000000000000000dEaD',
      '__proto__',
      'constructor',
    ]) {
      const answer = await ask(value);
      expect(answer.headline, value.slice(0, 20)).not.toBe('');
      expect(answer.subject.length).toBeLessThan(300);
      expect(answer.subject.replace(/^“\u2068|\u2069”$/gu, '')).not.toMatch(/[\u202e\u2066-\u2069\u200b]/u);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('behind its first 512 characters is not read, and that is said', async () => {
    const answer = await ask(`${'x'.repeat(600)} ${USDC}`);
    expect(answer.kind).toBe('token');
    expect(answer.says.at(-1)?.id).toBe('form.cut');
  });

  it('never promises what nobody can know', async () => {
    for (const value of ['uniswap.org', USDC, 'USDC', 'evil.com']) {
      expect(allOf(await ask(value))).not.toMatch(/\b(?:un)?safe|verif/iu);
    }
  });
});
