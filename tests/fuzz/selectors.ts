import { ACCOUNT_READERS } from '../../src/decode/accounts.ts';
import { AGGREGATOR_READERS } from '../../src/decode/aggregators.ts';
import { BATCH_READERS } from '../../src/decode/batch.ts';
import { BULK_TRANSFER_READERS } from '../../src/decode/bulkTransfer.ts';
import { CONTROL_READERS } from '../../src/decode/control.ts';
import { CREDIT_READERS } from '../../src/decode/credit.ts';
import { PERMIT2_READERS } from '../../src/decode/permit2.ts';
import { ROUTER_READERS } from '../../src/decode/router.ts';
import { SAFE_READERS } from '../../src/decode/safe.ts';
import { TOKEN_READERS } from '../../src/decode/tokens.ts';
import { UNIVERSAL_ROUTER_READERS } from '../../src/decode/universalRouter.ts';
import { VOTE_READERS } from '../../src/decode/vote.ts';

/** Every function the decoder opens. */
export const READ_SELECTORS: readonly string[] = [
  ACCOUNT_READERS,
  AGGREGATOR_READERS,
  BATCH_READERS,
  BULK_TRANSFER_READERS,
  CONTROL_READERS,
  CREDIT_READERS,
  PERMIT2_READERS,
  ROUTER_READERS,
  SAFE_READERS,
  TOKEN_READERS,
  UNIVERSAL_ROUTER_READERS,
  VOTE_READERS,
].flatMap((readers) => [...readers.keys()]);
