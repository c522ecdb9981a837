import type { Chain } from '../setup/chain.ts';
import type { Order } from '../wallet/manifest.ts';
import type { Discovery } from './kit.ts';
import { type Lab, type NamedAttack, type Outcome, openLab } from './lab.ts';

/** One way of having a wallet beside Countersign. */
export interface Configuration {
  readonly name: string;
  readonly order: Order;
  readonly discovery: Discovery;
  /** True where the promise is: the gate stands before the wallet, and nothing may reach it. */
  readonly gated: boolean;
}

export const CONFIGURATIONS: readonly Configuration[] = [
  { name: 'wallet after us, EIP-6963', order: 'after', discovery: 'eip6963', gated: true },
  { name: 'wallet after us, window.ethereum', order: 'after', discovery: 'legacy', gated: true },
  { name: 'wallet before us, EIP-6963', order: 'before', discovery: 'eip6963', gated: false },
];

/** One attack in one configuration. */
export interface Row {
  readonly attack: NamedAttack;
  readonly configuration: Configuration;
  readonly without: Outcome;
  readonly guarded: Outcome;
}

/** How long a guarded attack is watched: at least this, and this much longer than its control needed; milliseconds. */
const WATCH_MS = 2_500;
const LONGER_MS = 1_500;

/**
 * Plays each attack without Countersign, then with it. `done` is told of each row; an attack that finds its provider by
 * itself is the same in every discovery, and is played in the first one only.
 */
export async function runSuite(
  chain: Chain,
  attacks: readonly NamedAttack[],
  configurations: readonly Configuration[],
  told: (note: string) => void = () => undefined,
): Promise<Row[]> {
  const controls = new Map<Discovery, Map<string, Outcome>>();
  await inLab(chain, { guarded: false, order: 'after' }, async (lab) => {
    for (const discovery of new Set(configurations.map((one) => one.discovery))) {
      told(`without Countersign, ${discovery}`);
      controls.set(discovery, await playControls(lab, partOf(attacks, configurations, discovery), discovery));
    }
  });
  const rows: Row[] = [];
  for (const order of new Set(configurations.map((one) => one.order))) {
    await inLab(chain, { guarded: true, order }, async (lab) => {
      for (const configuration of configurations.filter((one) => one.order === order)) {
        told(`with Countersign, ${configuration.name}`);
        const control = controls.get(configuration.discovery) ?? new Map();
        rows.push(...(await against(lab, configuration, control, attacks)));
      }
    });
  }
  return rows;
}

/** How often a control is played that has not reached: a busy machine may be too slow for it, a broken attack never reaches. */
const CONTROL_TRIES = 3;

async function playControls(lab: Lab, attacks: readonly NamedAttack[], discovery: Discovery) {
  const outcomes = new Map<string, Outcome>();
  let open = attacks;
  for (let tries = 0; tries < CONTROL_TRIES && open.length > 0; tries++) {
    for (const [name, outcome] of await lab.play(open, discovery)) outcomes.set(name, outcome);
    open = open.filter(({ name, arrivals = 1 }) => (outcomes.get(name)?.reached.length ?? 0) < arrivals);
  }
  return outcomes;
}

async function against(
  lab: Lab,
  configuration: Configuration,
  control: ReadonlyMap<string, Outcome>,
  attacks: readonly NamedAttack[],
): Promise<Row[]> {
  // Slow ones together: each round is watched as long as its slowest needs.
  const played = attacks
    .filter(({ name }) => control.has(name))
    .sort((a, b) => (control.get(a.name)?.tookMs ?? 0) - (control.get(b.name)?.tookMs ?? 0));
  const watchMs = ({ name }: NamedAttack): number => Math.max(WATCH_MS, (control.get(name)?.tookMs ?? 0) + LONGER_MS);
  const guarded = await lab.play(played, configuration.discovery, watchMs);
  return played.flatMap((attack) => {
    const [bare, held] = [control.get(attack.name), guarded.get(attack.name)];
    return bare === undefined || held === undefined ? [] : [{ attack, configuration, without: bare, guarded: held }];
  });
}

function partOf(attacks: readonly NamedAttack[], configurations: readonly Configuration[], discovery: Discovery) {
  const first = configurations[0]?.discovery === discovery;
  return attacks.filter(({ discovers }) => first || discovers);
}

async function inLab(chain: Chain, options: Parameters<typeof openLab>[1], work: (lab: Lab) => Promise<void>) {
  const lab = await openLab(chain, options);
  try {
    await work(lab);
  } finally {
    await lab.close();
  }
}
