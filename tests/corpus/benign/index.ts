import type { Case } from '../Case.ts';
import { LIQUIDITY } from './liquidity.ts';
import { SWAPS } from './swaps.ts';
import { TOKEN_CALLS } from './tokenCalls.ts';

/** Every benign request of the corpus: the twins of the attacks and what ordinary dapps ask (tests/corpus/benign). */
export const BENIGN: readonly Case[] = [...SWAPS, ...LIQUIDITY, ...TOKEN_CALLS];
