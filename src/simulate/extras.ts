import type { Extra } from './Extra.ts';
import { perturb } from './perturb/perturb.ts';
import { power } from './power/power.ts';
import { resale } from './resale/resale.ts';

/** Every extra a look asks, one folder each. */
export const EXTRAS: readonly Extra[] = [perturb, power, resale];
