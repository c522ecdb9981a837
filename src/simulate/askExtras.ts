import type { Around, Extra, ExtraAnswer, ExtraStep } from './Extra.ts';
import type { ChainView } from './Simulator.ts';
import type { Trip } from './trip.ts';

/** Most round trips all extras together may add: a trial behind a proxy reads, looks behind it, and tries. */
const MAX_EXTRA_TRIPS = 3;

/**
 * The view with everything the extras found in time. Never rejects and is never late for an extra's sake: what failed
 * or is not back after `patienceMs` is a note, and the view stands without it.
 */
export async function askExtras(
  extras: readonly Extra[],
  around: Around,
  travel: <T>(pack: (trip: Trip) => Promise<T>) => Promise<T>,
  patienceMs: number,
): Promise<ChainView> {
  const timeUp = startTimer(patienceMs);
  let view = around.view;
  let steps = extras.flatMap((extra) => {
    const step = extra.prepare(around);
    return step === null ? [] : [{ id: extra.id, step }];
  });
  for (let trips = 0; steps.length > 0 && trips < MAX_EXTRA_TRIPS; trips += 1) {
    const current = steps;
    const asked = travel((trip) => Promise.all(current.map(({ step }) => attempt(step, trip)))).catch(() => null);
    const answers: readonly (ExtraAnswer | null)[] = (await Promise.race([asked, timeUp.promise])) ?? [];
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
  timeUp.stop();
  return view;
}

async function attempt(step: ExtraStep, trip: Trip): Promise<ExtraAnswer | null> {
  try {
    return await step(trip);
  } catch {
    return null;
  }
}

/** Resolves with `null` when the time is up. */
function startTimer(milliseconds: number): { readonly promise: Promise<null>; stop(): void } {
  let stop = (): void => undefined;
  const promise = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), Math.max(0, milliseconds));
    stop = () => clearTimeout(timer);
  });
  return { promise, stop: () => stop() };
}
