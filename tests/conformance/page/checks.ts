import type { Check } from './Check.ts';
import { ANNOUNCEMENTS } from './checks/announcements.ts';
import { ERRORS } from './checks/errors.ts';
import { ETHERS } from './checks/ethers.ts';
import { EVENTS } from './checks/events.ts';
import { LEGACY } from './checks/legacy.ts';
import { LISTENERS } from './checks/listeners.ts';
import { OBJECT } from './checks/object.ts';
import { REQUESTS } from './checks/requests.ts';
import { WAGMI } from './checks/wagmi.ts';
import { WALLETS } from './checks/wallets.ts';

/** Every check, by what it looks at. */
export const GROUPS: Readonly<Record<string, readonly Check[]>> = {
  'the provider as an object': OBJECT,
  requests: REQUESTS,
  errors: ERRORS,
  'send and sendAsync': LEGACY,
  events: EVENTS,
  listeners: LISTENERS,
  'EIP-6963': ANNOUNCEMENTS,
  'wallets of other makes': WALLETS,
  ethers: ETHERS,
  wagmi: WAGMI,
};

export const CHECKS: readonly Check[] = Object.values(GROUPS).flat();
