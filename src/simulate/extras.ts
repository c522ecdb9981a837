import type { Extra } from './Extra.ts';
import { exit } from './fate/exit.ts';
import { handedOn } from './fate/handedOn.ts';
import { payment } from './fate/payment.ts';
import { script } from './fate/script.ts';
import { byHash } from './market/byHash.ts';
import { market } from './market/market.ts';
import { orders } from './orders/orders.ts';
import { payee } from './perturb/payee.ts';
import { perturb } from './perturb/perturb.ts';
import { power } from './power/power.ts';
import { resale } from './resale/resale.ts';

/** Every extra a look asks, one folder each. */
export const EXTRAS: readonly Extra[] = [
  orders,
  perturb,
  payee,
  power,
  resale,
  market,
  byHash,
  payment,
  exit,
  script,
  handedOn,
];
