import { absurdFee } from './absurd-fee.ts';
import { accountDelegation } from './account-delegation.ts';
import { addressPoisoning } from './address-poisoning.ts';
import { batchApprovals } from './batch-approvals.ts';
import { batchDrain } from './batch-drain.ts';
import { blindHashMessage } from './blind-hash-message.ts';
import { burnOrTokenRecipient } from './burn-or-token-recipient.ts';
import { chainImpersonation } from './chain-impersonation.ts';
import { counterfeitToken } from './counterfeit-token.ts';
import { creditDelegation } from './credit-delegation.ts';
import type { Detector } from './Detector.ts';
import { dataToEoa } from './data-to-eoa.ts';
import { decryptionRequest } from './decryption-request.ts';
import { ethSign } from './eth-sign.ts';
import { firstTimeRecipient } from './first-time-recipient.ts';
import { foreignSiteMessage } from './foreign-site-message.ts';
import { freeOrder } from './free-order.ts';
import { hiddenApproval } from './hidden-approval.ts';
import { listedAddress } from './listed-address.ts';
import { listedSite } from './listed-site.ts';
import { loginAccountMismatch } from './login-account-mismatch.ts';
import { loginDomainMismatch } from './login-domain-mismatch.ts';
import { loginMalformed } from './login-malformed.ts';
import { lookalikeSite } from './lookalike-site.ts';
import { nearlyAllLeaves } from './nearly-all-leaves.ts';
import { oddEncoding } from './odd-encoding.ts';
import { opaqueOrigin } from './opaque-origin.ts';
import { orderRoot } from './order-root.ts';
import { ownershipHandover } from './ownership-handover.ts';
import { permissionBeyondAccounts } from './permission-beyond-accounts.ts';
import { permitFarDeadline } from './permit-far-deadline.ts';
import { proxyUpgrade } from './proxy-upgrade.ts';
import { publicCallForwarder } from './public-call-forwarder.ts';
import { safeDelegatecall } from './safe-delegatecall.ts';
import { signatureForOtherAccount } from './signature-for-other-account.ts';
import { simulationDisagrees } from './simulation-disagrees.ts';
import { spenderIsEoa } from './spender-is-eoa.ts';
import { spenderUnlisted } from './spender-unlisted.ts';
import { suspiciousHost } from './suspicious-host.ts';
import { swapRecipient } from './swap-recipient.ts';
import { typedDataChainMismatch } from './typed-data-chain-mismatch.ts';
import { typedDataNoDomain } from './typed-data-no-domain.ts';
import { valueForNothing } from './value-for-nothing.ts';
import { walletContradiction } from './wallet-contradiction.ts';
import { wouldFail } from './would-fail.ts';

/**
 * Every detector, what matters most first: among equally severe findings the earlier one leads the words. What would be
 * lost comes before how the request is made, and both before who asks.
 */
export const DETECTORS: readonly Detector[] = [
  ethSign,
  accountDelegation,
  safeDelegatecall,
  ownershipHandover,
  proxyUpgrade,
  publicCallForwarder,
  creditDelegation,
  spenderIsEoa,
  batchDrain,
  freeOrder,
  orderRoot,
  valueForNothing,
  dataToEoa,
  swapRecipient,
  addressPoisoning,
  burnOrTokenRecipient,
  loginDomainMismatch,
  foreignSiteMessage,
  listedAddress,
  listedSite,
  walletContradiction,
  typedDataChainMismatch,
  hiddenApproval,
  spenderUnlisted,
  simulationDisagrees,
  counterfeitToken,
  blindHashMessage,
  decryptionRequest,
  permissionBeyondAccounts,
  chainImpersonation,
  loginMalformed,
  loginAccountMismatch,
  signatureForOtherAccount,
  typedDataNoDomain,
  oddEncoding,
  absurdFee,
  lookalikeSite,
  suspiciousHost,
  opaqueOrigin,
  wouldFail,
  nearlyAllLeaves,
  batchApprovals,
  permitFarDeadline,
  firstTimeRecipient,
];
