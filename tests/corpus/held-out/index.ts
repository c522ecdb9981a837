import type { Case } from '../Case.ts';
import { ACCOUNTS } from './attacks/accounts.ts';
import { APPROVALS } from './attacks/approvals.ts';
import { LOGINS } from './attacks/logins.ts';
import { LURES } from './attacks/lures.ts';
import { ORDERS } from './attacks/orders.ts';
import { PAYMENTS } from './attacks/payments.ts';
import { PERMITS } from './attacks/permits.ts';
import { POSITIONS } from './attacks/positions.ts';
import { ACCOUNTS as OWN_ACCOUNTS } from './benign/accounts.ts';
import { EARNING } from './benign/earning.ts';
import { LOGINS as OWN_LOGINS } from './benign/logins.ts';
import { ORDERS as FAIR_ORDERS } from './benign/orders.ts';
import { PERMITS as FAIR_PERMITS } from './benign/permits.ts';
import { PLAYING } from './benign/playing.ts';

const ATTACKS = [...APPROVALS, ...PERMITS, ...ORDERS, ...PAYMENTS, ...ACCOUNTS, ...LOGINS, ...POSITIONS, ...LURES];

const BENIGN = [...EARNING, ...PLAYING, ...OWN_LOGINS, ...FAIR_PERMITS, ...FAIR_ORDERS, ...OWN_ACCOUNTS];

/**
 * Both sides once more, written by somebody who had not seen the checks: a measurement, never tuned to. A case changes
 * only when it is wrong in itself: the theft does not happen, the request is malformed.
 */
export const HELD_OUT: readonly Case[] = [...ATTACKS, ...BENIGN];
