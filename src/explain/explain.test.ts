import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../detectors/Detector.ts';
import {
  arrives,
  CONTRACT,
  erc20,
  grant,
  leaves,
  makeChain,
  makeRegistry,
  makeRequest,
  makeScene,
  messageAsk,
  NATIVE,
  NFT,
  nft,
  PERMIT2,
  STRANGER,
  UNLISTED_TOKEN,
  USDC,
  USER,
  WETH,
} from '../detectors/testing/scene.ts';
import type { Registry } from '../registry/Registry.ts';
import type { Consequence } from '../simulate/Consequence.ts';
import { explain } from './explain.ts';
import { wordCount } from './headlineWords.ts';
import { CASES } from './testing/cases.ts';
import { findingsOf } from './testing/report.ts';

const words = (scene: Scene) => explain(findingsOf(scene));
const said = (consequence: Consequence, parts: Partial<Scene> = {}) =>
  words(makeScene({ consequences: [consequence], ...parts }));
const named = (facts: { symbol: string; name?: string; decimals?: number | null }) =>
  makeChain({
    tokens: new Map([[UNLISTED_TOKEN, { name: null, decimals: 18, holding: 10n ** 18n, ...facts }]]),
  });

/** A registry in which everything has the worst name one could have. */
function hostileRegistry(name: string): Registry {
  const base = makeRegistry({ contracts: [{}, { address: STRANGER }] });
  return {
    ...base,
    token: (chainId, address) => {
      const token = base.token(chainId, address);
      return token === null ? null : { ...token, symbol: name, name };
    },
    contract: (chainId, address) => {
      const contract = base.contract(chainId, address);
      return contract === null ? null : { ...contract, name };
    },
    impersonates: () => ({ kind: 'token', symbol: name, name, address: null }),
    chain: (chainId) => {
      const chain = base.chain(chainId);
      return chain === null ? null : { ...chain, nativeSymbol: name, name };
    },
  };
}

const HOSTILE_NAMES = [
  'USDC',
  '0xdeadbeef',
  'DEADBEEFDEADBEEF',
  'A Name Of Very Many Little Words That Never Ends',
  'Gnosis Safe',
  'x'.repeat(10_000),
  '\u202Eevil\u2066',
  '<b>bold</b>',
];
const EXTREME_CONSEQUENCES: readonly Consequence[] = [USDC, WETH, UNLISTED_TOKEN].flatMap((address): Consequence[] =>
  [0n, 1n, 1_234_567_890_123n, 2n ** 256n - 1n].flatMap((amount): Consequence[] => [
    leaves({ asset: erc20(address), amount }),
    arrives({ asset: erc20(address), amount }),
    arrives({ asset: erc20(UNLISTED_TOKEN), amount, debtOf: address }),
    leaves({ asset: erc20(UNLISTED_TOKEN), amount, to: null, share: null, debtOf: address }),
    grant({ over: { type: 'erc20', address }, limit: amount, holding: null }),
    grant({ over: { type: 'erc20', address }, limit: amount, revokes: true }),
    leaves({ asset: { type: 'erc721', address, id: amount }, amount: 1n }),
    leaves({ asset: NATIVE, amount, to: CONTRACT }),
  ]),
);

describe('headlines', () => {
  const scenes = HOSTILE_NAMES.flatMap((name) => [
    ...CASES.map(([, scene]) => ({ ...scene, registry: scene.registry && hostileRegistry(name) })),
    ...CASES.map(([, scene]) => ({ ...scene, registry: null, chain: null })),
    ...EXTREME_CONSEQUENCES.map((one) => makeScene({ consequences: [one], registry: hostileRegistry(name) })),
    ...EXTREME_CONSEQUENCES.map((one) => makeScene({ consequences: [one, arrives()] })),
    ...EXTREME_CONSEQUENCES.map((one) => makeScene({ consequences: [one], chain: named({ symbol: name }) })),
  ]);

  it('have at most twelve words, no hex, no promise, whatever the names', () => {
    for (const scene of scenes) {
      const { headline } = words(scene);
      expect(wordCount(headline), headline).toBeLessThanOrEqual(12);
      expect(headline.split(/\s+/u).length, headline).toBeLessThanOrEqual(12);
      expect(headline).not.toMatch(/0x|\b(?=\d*[a-f])[0-9a-f]{8,}|\bsafe\b|verif|[<>…{}\u202E]/iu);
      expect(headline).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('tell apart who takes it', () => {
    const headline = (to: Address) => said(grant({ to })).headline;
    expect(headline(STRANGER)).toBe('A stranger could take all your USDC, at any time.');
    expect(headline(CONTRACT)).toBe('An unknown contract could take all your USDC, at any time.');
    expect(headline(PERMIT2)).toBe('Uniswap Permit2 could take all your USDC, at any time.');
  });

  it('call a limit that reaches all there is by that name', () => {
    expect(said(grant({ limit: 1_500_000_000n })).headline).toContain('all your USDC');
    expect(said(grant({ limit: 1_499_000_000n })).headline).toContain('up to 1,499 USDC');
  });

  it('let the worst consequence lead when only the site is in doubt', () => {
    const registry = makeRegistry({ lookalike: { domain: 'uniswap.org', name: 'Uniswap', how: 'confusable' } });
    expect(said(grant({ to: PERMIT2 }), { registry }).headline).toMatch(/^Uniswap Permit2 could take/u);
    expect(said({ kind: 'identity', to: 'x', scope: 'message' }, { registry }).headline).not.toMatch(/could take/u);
  });
});

describe('tokens', () => {
  const line = (chain: ReturnType<typeof named>, registry = makeRegistry()) =>
    said(arrives({ asset: erc20(UNLISTED_TOKEN) }), { chain, registry }).arrives[0]?.text;

  it('are named by the registry, never by themselves', () => {
    expect(line(named({ symbol: 'MOON' }))).toBe(
      '1 of a token no list knows (it calls itself “\u2068MOON\u2069”) would arrive.',
    );
    expect(line(named({ symbol: '', name: '' }))).toBe('1 of a token no list knows would arrive.');
  });

  it('that wear a listed name are not the listed one', () => {
    const registry = makeRegistry({ impersonates: { kind: 'token', symbol: 'USDC', name: 'USD Coin', address: USDC } });
    expect(line(named({ symbol: 'USDС' }), registry)).toContain('and is not the listed USDC');
  });

  it('that borrow a coin’s name are explained, not condemned', () => {
    const registry = makeRegistry({ impersonates: { kind: 'native', symbol: 'BTC', name: 'Bitcoin', address: null } });
    const scene = makeScene({
      consequences: [arrives({ asset: erc20(UNLISTED_TOKEN) })],
      chain: named({ symbol: 'BITCOIN' }),
      registry,
    });
    const explanation = words(scene);
    expect(explanation.arrives[0]?.text).toContain('has nothing to do with BTC itself');
    expect(explanation.reasons[0]?.severity).toBe('note');
  });

  it('whose decimals are not known have no number', () => {
    expect(line(named({ symbol: 'MOON', decimals: null }))).toMatch(/^Some of a token no list knows/u);
  });

  it('keep their own spelling at the start of a sentence', () => {
    const registry = makeRegistry({ tokens: [{ address: UNLISTED_TOKEN, symbol: 'stETH' }] });
    expect(said(grant({ over: { type: 'erc20', address: UNLISTED_TOKEN } }), { registry }).grants[0]?.what).toBe(
      'stETH',
    );
  });

  it('of a collection are items', () => {
    expect(said(leaves({ asset: nft(42n), amount: 1n, share: null })).leaves[0]?.text).toMatch(/^BAYC #42 would go/u);
    const long = said(leaves({ asset: nft(10n ** 60n), amount: 1n, share: null }));
    expect(long.leaves[0]?.text).toMatch(/^BAYC #1000…0000 would go/u);
    const many = leaves({ asset: { type: 'erc1155', address: NFT, id: 7n }, amount: 3n, share: null, to: null });
    expect(said(many).leaves[0]?.text).toBe('3 of BAYC #7 would leave your account.');
  });
});

describe('grants', () => {
  it('spell out no limit and never, and say how to take it back', () => {
    expect(said(grant()).grants[0]).toMatchObject({
      limit: 'No limit (you hold 1,500 USDC now)',
      until: 'Never expires',
      takeBack: expect.stringMatching(/sets this allowance to zero/u),
      address: STRANGER,
    });
  });

  it('say a date where there is one, and never beyond the calendar', () => {
    expect(said(grant({ until: 1_800_000_000n })).grants[0]?.until).toMatch(/2027.*UTC$/u);
    expect(said(grant({ until: 2n ** 48n - 1n })).grants[0]?.until).toBe('Never expires');
  });

  it('say a share in words, not in percent', () => {
    expect(said(grant({ limit: 750_000_000n })).grants[0]?.limit).toBe('Up to 750 USDC, about half of what you hold');
    expect(JSON.stringify(words(makeScene({ consequences: [grant({ limit: 5n })] })))).not.toContain('%');
  });

  it('that cannot be taken back say so', () => {
    expect(said(grant({ revocable: 'no', power: 'take-now' })).grants[0]?.takeBack).toMatch(/cannot be taken back/u);
  });

  it('name the source of a name', () => {
    expect(said(grant({ to: PERMIT2 })).grants[0]?.who).toBe('Uniswap Permit2 (named by the contract registry)');
  });
});

describe('lines', () => {
  it('stand in the order of their consequences, one each', () => {
    const consequences = [
      leaves(),
      arrives(),
      leaves({ asset: erc20(USDC), amount: 5_000_000n, share: null }),
      grant(),
    ];
    const explanation = words(makeScene({ consequences }));
    expect(explanation.leaves.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^1 ETH/u),
      expect.stringMatching(/^5 USDC/u),
    ]);
    expect(explanation.arrives).toHaveLength(1);
    expect(explanation.grants).toHaveLength(1);
  });

  it.each([
    ['stated', 'the request says so'],
    ['simulated', 'a simulation showed it'],
    ['both', 'the request says so and a simulation agrees'],
    ['disagree', 'the request and a simulation disagree; this is what the simulation showed'],
  ] as const)('say how we know: %s', (basis, how) => {
    expect(said(leaves({ basis })).leaves[0]?.how).toBe(how);
  });
});

describe('challenge', () => {
  it('is asked in danger alone', () => {
    expect(said(grant()).challenge).not.toBeNull();
    expect(said(grant({ to: PERMIT2 })).challenge).toBeNull();
  });

  it('has one true option, wherever it stands, and the same order for the same request', () => {
    const answers = ['000000', '000001', '000001000001'].map((start) => {
      const request = makeRequest({ id: start.padEnd(32, '0') });
      const { challenge } = said(grant(), { request });
      expect(said(grant(), { request }).challenge).toEqual(challenge);
      expect(new Set(challenge?.options).size).toBe(3);
      expect(challenge?.options[challenge.answer]).toBe('Let somebody take all your USDC');
      return challenge?.answer;
    });
    expect(new Set(answers).size).toBe(3);
  });
});

describe('the rest', () => {
  it('sorts reasons worst first', () => {
    const scene = makeScene({ consequences: [grant(), grant({ over: { type: 'erc20', address: WETH } })] });
    expect(words(scene).reasons.map(({ severity }) => severity)).toEqual(['danger', 'note', 'note']);
  });

  it('gives page text only as a quotation', () => {
    const text = 'hello\u202E <script>';
    const request = makeRequest({ ask: messageAsk(text), method: 'personal_sign' });
    const action = { kind: 'message', text, bytes: '0x', looksLikeHash: false } as const;
    expect(words(makeScene({ action, request, chain: makeChain({ run: null }) })).quote).toBe('hello <script>');
  });

  it('survives a registry and chain that are not there', () => {
    for (const [name, scene] of CASES)
      expect(words({ ...scene, registry: null, chain: null, lists: null }).headline, name).not.toBe('');
  });

  it('names the missing fact', () => {
    const scene = makeScene({ consequences: [leaves({ basis: 'stated' })], chain: null });
    expect(words(scene).unknowns).toEqual(['This was not simulated: no server is chosen for this network.']);
  });

  it('ignores the case of addresses', () => {
    const to: Address = `0x${USER.slice(2).toUpperCase()}`;
    expect(said(leaves({ to })).headline).toContain('your own account');
  });
});

describe('a debt', () => {
  const debt = { asset: erc20(UNLISTED_TOKEN), amount: 500_000_000n, debtOf: USDC };
  const more = leaves({ ...debt, to: null, share: null });
  const less = arrives(debt);

  it('is told as what must be paid back', () => {
    const loan = words(makeScene({ consequences: [more, arrives({ asset: erc20(USDC), amount: 500_000_000n })] }));
    expect(loan.headline).toBe('You would borrow 500 USDC and owe it.');
    expect(loan.leaves.map(({ text }) => text)).toEqual(['You would owe more: 500 USDC.']);
    expect(loan.arrives.map(({ text }) => text)).toEqual(['500 USDC would arrive.']);
    expect(loan.continueLabel).toBe('Continue and borrow 500 USDC');
    expect(loan.glossary.map(({ term }) => term)).toContain('Debt');
  });

  it('is told as paid back, by whose word', () => {
    const paid = leaves({ asset: erc20(USDC), amount: 500_000_000n, to: CONTRACT, share: null });
    const repay = words(makeScene({ consequences: [paid, less] }));
    expect(repay.headline).toBe('You would pay back a debt of 500 USDC.');
    expect(repay.leaves).toHaveLength(1);
    expect(repay.arrives.map(({ text }) => text)).toEqual([
      'Your debt of 500 USDC would be paid back, as the lender’s own books say.',
    ]);
  });

  it('is named by the token that counts it where what is owed has neither name nor decimals', () => {
    const unknown = arrives({ ...debt, debtOf: STRANGER });
    const chain = named({ symbol: 'vdX', decimals: 6 });
    const { arrives: lines } = words(makeScene({ consequences: [unknown], chain }));
    expect(lines[0]?.text).toMatch(/^Your debt of 500 of a token no list knows \(it calls itself .*vdX/u);
  });
});
