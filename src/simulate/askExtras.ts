import type { Around, Extra, ExtraAnswer, ExtraStep } from './Extra.ts';
import type { ChainView } from './Simulator.ts';
import type { Trip } from './trip.ts';

/** Most round trips all extras together may add: a trial behind a proxy reads, looks behind it, and tries. */
const MAX_EXTRA_TRIPS = 3;

/** The view with everything the extras found. Never rejects for an extra's sake: its failure is a note. */
export async function askExtras(
  extras: readonly Extra[],
  around: Around,
  travel: <T>(pack: (trip: Trip) => Promise<T>) => Promise<T>,
): Promise<ChainView> {
  let view = around.view;
  let steps = extras.flatMap((extra) => {
    const step = extra.prepare(around);
    return step === null ? [] : [{ id: extra.id, step }];
  });
  for (let trips = 0; steps.length > 0 && trips < MAX_EXTRA_TRIPS; trips += 1) {
    const current = steps;
    let answers: readonly (ExtraAnswer | null)[];
    try {
      answers = await travel((trip) => Promise.all(current.map(({ step }) => attempt(step, trip))));
    } catch {
      answers = current.map(() => null);
    }
    steps = [];
    view = { ...view, roundTrips: view.roundTrips + 1 };
    for (const [index, { id }] of current.entries()) {
      const answer = answers[index] ?? null;
      if (answer === null) {
        view = { ...view, notes: [...view.notes, `${id}-failed`] };
        continue;
      }
      view = { ...view, ...answer.found };
      if (answer.next !== null) steps.push({ id, step: answer.next });
    }
  }
  return view;
}

async function attempt(step: ExtraStep, trip: Trip): Promise<ExtraAnswer | null> {
  try {
    return await step(trip);
  } catch {
    return null;
  }
}
