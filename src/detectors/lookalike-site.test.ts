import { describe, expect, it } from 'vitest';
import { lookalikeSite } from './lookalike-site.ts';
import { makeLogin } from './testing/login.ts';
import { answer, arrives, grant, leaves, makeRegistry, makeRequest, makeScene } from './testing/scene.ts';

const lookalike = { domain: 'uniswap.org', name: 'Uniswap', how: 'confusable' } as const;
const registry = makeRegistry({ lookalike });
const on = (more: Parameters<typeof makeScene>[0] = {}) => makeScene({ registry, ...more });

describe('lookalike-site', () => {
  it('is caution when it asks for value, power or trust', () => {
    expect(answer(lookalikeSite, on({ consequences: [leaves()] }))).toBe('fired: caution');
    expect(answer(lookalikeSite, on({ consequences: [grant()] }))).toBe('fired: caution');
    expect(answer(lookalikeSite, on({ action: makeLogin() }))).toBe('fired: caution');
    expect(answer(lookalikeSite, on({ action: { kind: 'connect', permissions: [], accountsOnly: true } }))).toBe(
      'fired: caution',
    );
  });

  it('is danger when nobody has such a name by chance', () => {
    const imitation = makeRegistry({ lookalike: { ...lookalike, imitates: true } });
    const connect = { kind: 'connect', permissions: [], accountsOnly: true } as const;
    expect(answer(lookalikeSite, on({ registry: imitation, action: connect }))).toBe('fired: danger');
    expect(answer(lookalikeSite, on({ registry: imitation, consequences: [grant()] }))).toBe('fired: danger');
    expect(answer(lookalikeSite, on({ registry: imitation, consequences: [arrives()] }))).toBe('fired: caution');
  });

  it('is a note when nothing is taken', () => {
    expect(answer(lookalikeSite, on({ consequences: [arrives()] }))).toBe('fired: note');
  });

  it('stays quiet on known dapps, honest names, this machine, and without a host', () => {
    expect(
      answer(
        lookalikeSite,
        on({ registry: makeRegistry({ lookalike, dapps: ['app.example.org'] }), consequences: [leaves()] }),
      ),
    ).toBe('clear');
    expect(answer(lookalikeSite, makeScene({ consequences: [leaves()] }))).toBe('clear');
    expect(answer(lookalikeSite, on({ request: makeRequest({ origin: 'http://localhost:3000' }) }))).toBe('clear');
    expect(answer(lookalikeSite, on({ request: makeRequest({ origin: null }) }))).toBe('quiet');
  });

  it('cannot tell without a registry', () => {
    expect(answer(lookalikeSite, on({ registry: null }))).toBe('inconclusive');
  });
});
