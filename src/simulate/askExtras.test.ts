import { describe, expect, it } from 'vitest';
import { askExtras } from './askExtras.ts';
import type { Around, Extra, ExtraStep } from './Extra.ts';
import { settingFor } from './Setting.ts';
import { headerAt, sampleView } from './testing/sampleView.ts';
import type { Trip } from './trip.ts';

const around: Around = {
  query: sampleView.query,
  view: sampleView.view,
  user: null,
  scenario: null,
  header: headerAt(1n),
  setting: settingFor(headerAt(1n), {
    nowSeconds: 1n,
    local: true,
    random: (bytes) => new Uint8Array(bytes).fill(0x77),
  }),
  canSimulate: true,
};
const trip: Trip = {
  ask: () => Promise.resolve({ ok: true, result: '0x' }),
  askIfAble: () => Promise.resolve({ ok: true, result: '0x' }),
  send: () => Promise.resolve(),
};
const travel = <T>(pack: (trip: Trip) => Promise<T>): Promise<T> => pack(trip);
const extra = (id: string, step: ExtraStep): Extra => ({ id, prepare: () => step });
const found = (note: string, next: ExtraStep | null = null): ExtraStep => {
  return () => Promise.resolve({ found: { engine: note }, next });
};

describe('askExtras', () => {
  it('asks every step in one trip, and the next ones in another', async () => {
    const view = await askExtras(
      [extra('a', found('one', found('two'))), extra('b', found('one'))],
      around,
      travel,
      99,
    );
    expect(view).toMatchObject({ engine: 'two', roundTrips: sampleView.view.roundTrips + 2, notes: [] });
  });

  it('keeps the view when an extra fails, and says which', async () => {
    const fails: ExtraStep = () => Promise.reject(new Error('no'));
    const view = await askExtras([extra('a', fails), extra('b', found('fine'))], around, travel, 99);
    expect(view).toMatchObject({ engine: 'fine', notes: ['a-failed'] });
  });

  it('keeps the view when the endpoint fails as a whole', async () => {
    const view = await askExtras([extra('a', found('x'))], around, () => Promise.reject(new Error('down')), 99);
    expect(view).toMatchObject({ engine: sampleView.view.engine, notes: ['a-failed'] });
  });

  it('does not wait for what hangs', async () => {
    const hangs: ExtraStep = () => new Promise(() => undefined);
    const view = await askExtras([extra('a', hangs)], around, travel, 5);
    expect(view.notes).toEqual(['a-failed']);
  });

  it('stops asking after three trips', async () => {
    const endless: ExtraStep = () => Promise.resolve({ found: {}, next: endless });
    const view = await askExtras([extra('a', endless)], around, travel, 99);
    expect(view.roundTrips).toBe(sampleView.view.roundTrips + 3);
  });
});
