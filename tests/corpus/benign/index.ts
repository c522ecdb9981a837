import type { Case } from '../Case.ts';
import { ACCOUNTS } from './accounts.ts';
import { DROPS } from './drops.ts';
import { GRANTEES } from './grantees.ts';
import { HANDING } from './handing.ts';
import { LENDING } from './lending.ts';
import { LIQUIDITY } from './liquidity.ts';
import { MARKETS } from './markets.ts';
import { MESSAGES } from './messages.ts';
import { SALES } from './sales.ts';
import { SERVICES } from './services.ts';
import { SESSIONS } from './sessions.ts';
import { STAKING } from './staking.ts';
import { SWAPS } from './swaps.ts';
import { TOKEN_CALLS } from './tokenCalls.ts';
import { TYPED } from './typed.ts';

/** Every benign request of the corpus, by kind: the twins of the attacks and what ordinary dapps ask. */
export const BENIGN_BY_KIND: Readonly<Record<string, readonly Case[]>> = {
  accounts: [...ACCOUNTS, ...SESSIONS],
  drops: DROPS,
  grantees: GRANTEES,
  lending: LENDING,
  liquidity: LIQUIDITY,
  markets: [...MARKETS, ...SALES],
  messages: MESSAGES,
  services: SERVICES,
  staking: STAKING,
  swaps: SWAPS,
  tokens: [...TOKEN_CALLS, ...HANDING],
  typed: TYPED,
};

export const BENIGN: readonly Case[] = Object.values(BENIGN_BY_KIND).flat();
