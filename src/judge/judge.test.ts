import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import type { Evidence } from '../detectors/Evidence.ts';
import {
  arrives,
  call,
  grant,
  leaves,
  makeRequest,
  messageAsk,
  STRANGER,
  transactionAsk,
  transfer,
  USER,
} from '../detectors/testing/scene.ts';
import { type Case, judge } from './judge.ts';
import { type Coverage, LEVELS } from './Verdict.ts';

const FULL: Coverage = {
  ran: ['decode', 'chain', 'simulation', 'lists', 'registry', 'model', 'detectors'],
  failed: [],
  skipped: [],
};
const without = (...steps: readonly string[]): Coverage => ({
  ran: FULL.ran.filter((step) => !steps.includes(step)),
  failed: [],
  skipped: [],
});

function evidence(parts: Partial<Evidence> = {}): Evidence {
  return {
    detector: 'spender-is-eoa',
    family: 'A1',
    outcome: 'fired',
    severity: 'danger',
    message: 'reason.spender-is-eoa',
    facts: {},
    sources: [],
    ...parts,
  };
}

function judged(parts: Partial<Case> = {}) {
  return judge({
    request: makeRequest(),
    action: transfer(),
    consequences: [leaves()],
    evidence: [],
    coverage: FULL,
    ...parts,
  });
}

const text: Action = { kind: 'message', text: 'Hello', bytes: '0x', looksLikeHash: false };
const permitRequest = makeRequest({ ask: messageAsk('x'), method: 'eth_signTypedData_v4' });

describe('judge: an unread call of the own account', () => {
  const own = (parts: Parameters<typeof call>[0], request = makeRequest()) =>
    judged({ action: call({ to: USER, data: '0x12345678', ...parts }), consequences: [], request }).level;

  it('is unknown though a run showed that nothing moves: what changes inside is not shown', () => {
    expect(own({})).toBe('unknown');
    const action: Action = {
      kind: 'batch',
      wrapper: 'x',
      to: null,
      valueWei: 0n,
      actions: [call({ to: USER, data: '0x12' })],
    };
    expect(judged({ action, consequences: [] }).level).toBe('unknown');
  });

  it('is not unknown without data, or where another contract is called', () => {
    expect(own({ data: '0x' })).toBe('routine');
    expect(own({ to: STRANGER })).toBe('routine');
  });
});

describe('judge: the table', () => {
  it('routine when all ran and nothing fired', () => {
    expect(judged()).toMatchObject({ level: 'routine', because: [], friction: 'none' });
  });

  it('danger outranks caution, worst first', () => {
    const verdict = judged({
      evidence: [evidence({ detector: 'listed-site', severity: 'caution' }), evidence()],
    });
    expect(verdict).toMatchObject({ level: 'danger', because: ['spender-is-eoa', 'listed-site'], friction: 'fact' });
  });

  it('a caution is one click; a note changes nothing', () => {
    expect(judged({ evidence: [evidence({ severity: 'caution' })] })).toMatchObject({
      level: 'caution',
      friction: 'click',
    });
    expect(judged({ evidence: [evidence({ severity: 'note' })] })).toMatchObject({ level: 'routine', because: [] });
  });

  it('clear and inconclusive findings do not raise, except a missing fact', () => {
    expect(judged({ evidence: [evidence({ outcome: 'clear' })] }).level).toBe('routine');
    expect(judged({ evidence: [evidence({ outcome: 'inconclusive', detector: 'spender-unlisted' })] }).level).toBe(
      'routine',
    );
    expect(judged({ evidence: [evidence({ outcome: 'inconclusive' })] })).toMatchObject({
      level: 'unknown',
      because: ['lost-fact'],
    });
  });

  it('the model never reaches danger alone', () => {
    const note = evidence({ detector: 'suspicious-host', severity: 'danger' });
    expect(judged({ evidence: [note] }).level).toBe('caution');
  });
});

describe('judge: lost facts', () => {
  it.each([
    ['no RPC chosen', without('chain', 'simulation')],
    [
      'simulation failed',
      { ...without('simulation'), failed: [{ step: 'simulation', why: 'late' }] } satisfies Coverage,
    ],
  ])('a payment is never routine: %s', (_, coverage) => {
    expect(judged({ coverage })).toMatchObject({ level: 'unknown', because: ['lost-fact'], friction: 'click' });
    expect(judged({ coverage, action: call(), consequences: [] }).level).toBe('unknown');
    const gap = { kind: 'unknown', why: 'not-simulated' } as const;
    expect(judged({ coverage, action: call(), consequences: [gap] }).level).toBe('unknown');
  });

  it('a revoke stays routine without a simulation', () => {
    const consequences = [grant({ revokes: true, limit: 0n }), { kind: 'unknown', why: 'not-simulated' } as const];
    expect(judged({ coverage: without('chain', 'simulation'), consequences }).level).toBe('routine');
  });

  it('a revoke among other things is no excuse', () => {
    const coverage = without('chain', 'simulation');
    const revoke = grant({ revokes: true, limit: 0n });
    const failed = { kind: 'unknown', why: 'simulation-failed' } as const;
    const opaque = { kind: 'unknown', why: 'opaque' } as const;
    expect(judged({ coverage, consequences: [revoke, failed] }).level).toBe('routine');
    expect(judged({ coverage, consequences: [revoke, leaves()] }).level).toBe('unknown');
    expect(judged({ coverage, consequences: [grant()] }).because).toContain('lost-fact');
    expect(judged({ coverage, consequences: [revoke, opaque] }).because).toEqual(['lost-fact', 'opaque-action']);
  });

  it('a signature that moves value, gives power or passes command needs the chain', () => {
    const coverage = without('chain', 'simulation');
    const login = { kind: 'identity', to: 'x', scope: 'login' } as const;
    const control = { kind: 'control', of: USER, to: STRANGER, what: 'ownership', basis: 'stated' } as const;
    for (const one of [leaves(), grant(), control]) {
      expect(judged({ request: permitRequest, consequences: [login, one], coverage }).level).toBe('unknown');
    }
    const revoke = grant({ revokes: true });
    expect(judged({ request: permitRequest, consequences: [login, revoke], coverage }).level).toBe('routine');
  });

  it('a permit without chain facts is unknown; with them it needs no simulation', () => {
    const consequences = [grant()];
    expect(judged({ request: permitRequest, consequences, coverage: without('chain', 'simulation') }).level).toBe(
      'unknown',
    );
    expect(judged({ request: permitRequest, consequences, coverage: without('simulation') }).level).toBe('routine');
  });

  it('a text or an arrival asks nothing of the chain', () => {
    const coverage = without('chain', 'simulation');
    const consequences = [{ kind: 'identity', to: 'example.org', scope: 'message' } as const];
    expect(judged({ request: permitRequest, action: text, consequences, coverage }).level).toBe('routine');
    expect(judged({ request: permitRequest, action: text, consequences: [arrives()], coverage }).level).toBe('routine');
  });

  it('lists, registry and model are complements: losing one changes no level', () => {
    for (const step of ['lists', 'registry', 'model'] as const) {
      expect(judged({ coverage: { ...without(step), failed: [{ step, why: 'corrupt' }] } }).level).toBe('routine');
    }
  });

  it('a crash of the detectors is a lost fact', () => {
    const coverage: Coverage = { ...without('detectors'), failed: [{ step: 'detectors', why: 'bug' }] };
    expect(judged({ coverage }).level).toBe('unknown');
  });

  it('when nothing could be checked Continue needs the danger gesture', () => {
    const coverage: Coverage = { ran: ['decode'], failed: [], skipped: [] };
    expect(judged({ coverage })).toMatchObject({ level: 'unknown', friction: 'fact' });
    expect(judged({ coverage, evidence: [evidence({ severity: 'caution' })] })).toMatchObject({
      level: 'caution',
      friction: 'fact',
    });
  });
});

describe('judge: what nobody can read', () => {
  const opaque: Action = { kind: 'opaque', what: 'typed-data', label: 'Order', domain: null };
  it.each<[string, Action]>([
    ['opaque typed data', opaque],
    ['an unreadable request', { kind: 'unreadable', why: 'bad-params', detail: '' }],
    ['bytes that are no text', { ...text, kind: 'message', text: null, bytes: '0xff', looksLikeHash: false }],
    [
      'a batch that hides one',
      { kind: 'batch', wrapper: 'multicall', to: null, valueWei: 0n, actions: [transfer(), opaque] },
    ],
  ])('%s is unknown', (_, action) => {
    expect(judged({ action, consequences: [] })).toMatchObject({ level: 'unknown', because: ['opaque-action'] });
  });

  it('an unknown call that was simulated is no riddle; an unbounded order is one', () => {
    expect(judged({ action: call(), consequences: [{ kind: 'unknown', why: 'opaque' }] }).level).toBe('routine');
    expect(judged({ consequences: [{ kind: 'unknown', why: 'unbounded-order' }] }).level).toBe('unknown');
  });

  it('a call that would fail is a fact, not a gap', () => {
    expect(judged({ consequences: [{ kind: 'unknown', why: 'would-fail' }] }).level).toBe('routine');
  });
});

describe('judge: laws', () => {
  const severities = ['danger', 'caution', 'note'] as const;
  const coverages = [FULL, without('chain', 'simulation'), without('chain', 'simulation', 'lists', 'registry')];
  const actions: readonly Action[] = [transfer(), call(), text, { kind: 'unreadable', why: 'bad-params', detail: '' }];
  const asks = [transactionAsk(), messageAsk('x')];

  it('adding any finding, the model’s included, never lowers level or friction', () => {
    const frictions = ['none', 'click', 'fact'];
    for (const coverage of coverages)
      for (const action of actions)
        for (const ask of asks)
          for (const first of severities)
            for (const second of severities)
              for (const detector of ['suspicious-host', 'listed-site']) {
                const base = { request: makeRequest({ ask }), action, coverage };
                const before = judged({ ...base, evidence: [evidence({ severity: first })] });
                const after = judged({
                  ...base,
                  evidence: [evidence({ severity: first }), evidence({ detector, severity: second })],
                });
                expect(LEVELS.indexOf(after.level)).toBeGreaterThanOrEqual(LEVELS.indexOf(before.level));
                expect(frictions.indexOf(after.friction)).toBeGreaterThanOrEqual(frictions.indexOf(before.friction));
              }
  });

  it('orders levels', () => {
    expect(LEVELS).toEqual(['routine', 'unknown', 'caution', 'danger']);
  });
});
