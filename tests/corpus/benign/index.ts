import type { Case } from '../Case.ts';
import { ACCOUNTS } from './accounts.ts';
import { DROPS } from './drops.ts';
import { LENDING } from './lending.ts';
import { LIQUIDITY } from './liquidity.ts';
import { MARKETS } from './markets.ts';
import { MESSAGES } from './messages.ts';
import { SERVICES } from './services.ts';
import { STAKING } from './staking.ts';
import { SWAPS } from './swaps.ts';
import { TOKEN_CALLS } from './tokenCalls.ts';
import { TYPED } from './typed.ts';

/** Every benign request of the corpus, by kind: the twins of the attacks and what ordinary dapps ask. */
export const BENIGN_BY_KIND: Readonly<Record<string, readonly Case[]>> = {
  accounts: ACCOUNTS,
  drops: DROPS,
  lending: LENDING,
  liquidity: LIQUIDITY,
  markets: MARKETS,
  messages: MESSAGES,
  services: SERVICES,
  staking: STAKING,
  swaps: SWAPS,
  tokens: TOKEN_CALLS,
  typed: TYPED,
};

export const BENIGN: readonly Case[] = Object.values(BENIGN_BY_KIND).flat();
