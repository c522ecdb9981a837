import type { Case } from '../Case.ts';
import { APPROVALS } from './approvals.ts';
import { PAYMENTS } from './payments.ts';
import { PERMITS } from './permits.ts';

/** Every attack of the corpus, by family (tests/corpus/attacks). */
export const ATTACKS: readonly Case[] = [...APPROVALS, ...PERMITS, ...PAYMENTS].sort(
  (a, b) => a.family.localeCompare(b.family, 'en', { numeric: true }) || a.id.localeCompare(b.id),
);
