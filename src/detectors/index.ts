import { absurdFee } from './absurd-fee.ts';
import { accountDelegation } from './account-delegation.ts';
import { addressPoisoning } from './address-poisoning.ts';
import { batchApprovals } from './batch-approvals.ts';
import { batchDrain } from './batch-drain.ts';
import { behavesWhenWatched } from './behaves-when-watched.ts';
import { blindHashMessage } from './blind-hash-message.ts';
import { burnOrTokenRecipient } from './burn-or-token-recipient.ts';
import { chainImpersonation } from './chain-impersonation.ts';
import { changesWithCircumstances } from './changes-with-circumstances.ts';
import { counterfeitToken } from './counterfeit-token.ts';
import { creditDelegation } from './credit-delegation.ts';
import type { Detector } from './Detector.ts';
import { dataToEoa } from './data-to-eoa.ts';
import { decryptionRequest } from './decryption-request.ts';
import { ethSign } from './eth-sign.ts';
import { falseEvents } from './false-events.ts';
import { firstTimeRecipient } from './first-time-recipient.ts';
import { foreignSiteMessage } from './foreign-site-message.ts';
import { freeOrder } from './free-order.ts';
import { granteeCanTake } from './grantee-can-take.ts';
import { hashForOldMarket } from './hash-for-old-market.ts';
import { hiddenApproval } from './hidden-approval.ts';
import { hiddenFunctions } from './hidden-functions.ts';
import { listedAddress } from './listed-address.ts';
import { listedCode } from './listed-code.ts';
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
import { positionTransfer } from './position-transfer.ts';
import { proxyUpgrade } from './proxy-upgrade.ts';
import { publicCallForwarder } from './public-call-forwarder.ts';
import { replaceableSpender } from './replaceable-spender.ts';
import { rpcsDisagree } from './rpcs-disagree.ts';
import { safeDelegatecall } from './safe-delegatecall.ts';
import { safeRefund } from './safe-refund.ts';
import { sanctionedAddress } from './sanctioned-address.ts';
import { sessionKey } from './session-key.ts';
import { signatureForOtherAccount } from './signature-for-other-account.ts';
import { simulationDisagrees } from './simulation-disagrees.ts';
import { spenderIsEoa } from './spender-is-eoa.ts';
import { spenderUnlisted } from './spender-unlisted.ts';
import { suspiciousHost } from './suspicious-host.ts';
import { swapOffMarket } from './swap-off-market.ts';
import { swapRecipient } from './swap-recipient.ts';
import { switchBeforeMining } from './switch-before-mining.ts';
import { trapToken } from './trap-token.ts';
import { typedDataChainMismatch } from './typed-data-chain-mismatch.ts';
import { typedDataNoDomain } from './typed-data-no-domain.ts';
import { unlinkedContractOnKnownDapp } from './unlinked-contract-on-known-dapp.ts';
import { unusualForKind } from './unusual-for-kind.ts';
import { valueForNothing } from './value-for-nothing.ts';
import { walletContradiction } from './wallet-contradiction.ts';
import { withdrawalRedirect } from './withdrawal-redirect.ts';
import { worthlessPayment } from './worthless-payment.ts';
import { wouldFail } from './would-fail.ts';
import { youngContract } from './young-contract.ts';

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
  granteeCanTake,
  sessionKey,
  spenderIsEoa,
  batchDrain,
  safeRefund,
  freeOrder,
  worthlessPayment,
  hashForOldMarket,
  orderRoot,
  falseEvents,
  behavesWhenWatched,
  valueForNothing,
  changesWithCircumstances,
  switchBeforeMining,
  dataToEoa,
  withdrawalRedirect,
  positionTransfer,
  swapRecipient,
  trapToken,
  addressPoisoning,
  burnOrTokenRecipient,
  loginDomainMismatch,
  foreignSiteMessage,
  listedAddress,
  listedCode,
  listedSite,
  sanctionedAddress,
  walletContradiction,
  rpcsDisagree,
  typedDataChainMismatch,
  hiddenApproval,
  hiddenFunctions,
  replaceableSpender,
  spenderUnlisted,
  youngContract,
  unlinkedContractOnKnownDapp,
  unusualForKind,
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
  swapOffMarket,
  lookalikeSite,
  suspiciousHost,
  opaqueOrigin,
  wouldFail,
  nearlyAllLeaves,
  batchApprovals,
  permitFarDeadline,
  firstTimeRecipient,
];
