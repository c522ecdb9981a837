import type { Case } from '../Case.ts';
import { APPROVALS } from './approvals.ts';
import { BYPASSES } from './bypasses.ts';
import { CONTROL } from './control.ts';
import { EVASIVE } from './evasive.ts';
import { HANDING } from './handing.ts';
import { LOGINS } from './logins.ts';
import { LURES } from './lures.ts';
import { ORDERS } from './orders.ts';
import { PAYMENTS } from './payments.ts';
import { PERMITS } from './permits.ts';
import { POISONING } from './poisoning.ts';
import { POSITIONS } from './positions.ts';
import { SAFES } from './safes.ts';
import { SIGNING } from './signing.ts';

/** Every attack of the corpus, by family (tests/corpus/attacks). */
export const ATTACKS: readonly Case[] = [
  ...APPROVALS,
  ...PERMITS,
  ...ORDERS,
  ...PAYMENTS,
  ...POISONING,
  ...SIGNING,
  ...SAFES,
  ...CONTROL,
  ...HANDING,
  ...LOGINS,
  ...POSITIONS,
  ...EVASIVE,
  ...LURES,
  ...BYPASSES,
].sort((a, b) => a.family.localeCompare(b.family, 'en', { numeric: true }) || a.id.localeCompare(b.id));
