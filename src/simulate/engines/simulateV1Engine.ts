import { simulateV1 } from '../simulateV1.ts';
import type { Engine } from './Engine.ts';

/** The most faithful engine: the node itself runs the block the request would land in. */
export const simulateV1Engine: Engine = {
  id: 'eth_simulateV1',
  oneTrip: true,
  notes: [],
  suits: () => true,
  simulate: ({ ask }, { scenario, probes, setting, gas }) => simulateV1(ask, scenario, probes, setting, gas),
};
