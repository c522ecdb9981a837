import { NEAR_HANDING } from '../benign/handing.ts';
import { NEAR_HASHES } from '../benign/sessions.ts';
import type { Case } from '../Case.ts';
import { NEAR_ORDERS } from './orders.ts';

/**
 * Honest requests made to come as near to an attack as can be, and the same unreadable hash for one more kind of account:
 * no shapes of their own in ordinary traffic, so they are not in the corpus that is counted. They may be cautioned against.
 */
export const NEAR: readonly Case[] = [...NEAR_HANDING, ...NEAR_HASHES, ...NEAR_ORDERS];
