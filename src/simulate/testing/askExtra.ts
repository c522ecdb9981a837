import { RpcError } from '../../errors.ts';
import type { Around, Extra } from '../Extra.ts';
import type { Rpc, RpcCall } from '../rpc.ts';
import { settingFor } from '../Setting.ts';
import type { ChainQuery, ChainView } from '../Simulator.ts';
import { openTrip } from '../trip.ts';
import { headerAt, sampleView } from './sampleView.ts';

/** A settled look that ran nothing, for an extra to ask about. */
export function aroundNothing(query: Partial<ChainQuery>, parts: Partial<Around> = {}): Around {
  const header = headerAt(20n);
  return {
    query: { ...sampleView.query, ...query },
    view: sampleView.view,
    user: '0x00000000000000000000000000000000000000aa',
    scenario: null,
    header,
    setting: settingFor(header, {
      nowSeconds: header.timeSeconds,
      local: false,
      random: (bytes) => new Uint8Array(bytes).fill(0x77),
    }),
    canSimulate: true,
    ...parts,
  };
}

/** All of an extra's trips over an endpoint that answers as told; `undefined` is a refusal. */
export async function askExtra(
  extra: Extra,
  around: Around,
  answer: (call: RpcCall) => unknown,
): Promise<{ readonly found: Partial<ChainView>; readonly trips: number; readonly sent: readonly RpcCall[] }> {
  const sent: RpcCall[] = [];
  const rpc: Rpc = {
    url: 'https://rpc.test',
    request: async () => null,
    batch: async (calls) => {
      sent.push(...calls);
      return calls.map((call) => {
        const result = answer(call);
        return result === undefined ? { ok: false, error: new RpcError('busy') } : { ok: true, result };
      });
    },
  };
  let found: Partial<ChainView> = {};
  let trips = 0;
  for (let step = extra.prepare(around); step !== null; trips += 1) {
    const trip = openTrip(rpc, new AbortController().signal);
    const asking: ReturnType<typeof step> = step(trip);
    await trip.send();
    const settled = await asking;
    found = { ...found, ...settled.found };
    step = settled.next;
  }
  return { found, trips, sent };
}
