import type { Level } from '../../../src/judge/Verdict.ts';

/** Benign shapes that are known not to pass as routine, with the highest level each may reach and why it does. */
export const LOUD: ReadonlyMap<string, { readonly level: Exclude<Level, 'danger' | 'routine'>; readonly why: string }> =
  new Map([
    ...all('caution', 'coin paid to an unlisted contract that keeps its books inside', [
      'bridge-coin',
      'bridge-hop',
      'donate',
      'disperse-coin',
    ]),
    ...all('caution', 'tokens paid, and the call names somebody else whom it could favour', [
      'stream-create',
      'disperse-token',
      'restake',
      'blue-supply',
      'blue-supply-collateral',
      'blue-repay',
    ]),
    ...all('caution', 'a repayment whose permit or receipts are used within the run', [
      'aave-repay-permit',
      'aave-repay-with-receipts',
    ]),
    ...all('caution', 'borrowing power for a contract no list knows', [
      'aave-delegate-to-vault',
      'aave-delegation-signature',
    ]),
    ...all('caution', 'a proxy whose owner could change what it takes', [
      'aave-supply',
      'aave-deposit',
      'aave-supply-permit',
    ]),
    ...all('caution', 'one of a kind', [
      'mint-one',
      'punk-transfer',
      'user-operation-hash',
      'calls-wrap-swap',
      'v2-remove-liquidity-coin-permit',
    ]),
    ...all('unknown', 'typed data or a hash nobody here can read', [
      'safe-approve-hash',
      'safe-message',
      'safe-delegate',
      'user-operation',
      'pay-cancel',
      'cow-cancel',
      'snapshot-follow',
      'forward-vote',
      'attest-offchain',
      'accept-terms',
    ]),
    ...all('unknown', 'anvil cannot create contracts in a simulation', [
      'deploy-token',
      'deploy-collection',
      'deploy-drop',
      'deploy-editions',
      'deploy-vault',
      'deploy-splitter',
      'deploy-timelock',
      'deploy-council',
      'deploy-pair-factory',
    ]),
    ...all('unknown', 'the trial of the spender runs out of gas', [
      'approve-v2-router',
      'approve-v2-first-router',
      'approve-v3-positions',
      'approve-vault',
      'approve-no-return',
      'approve-seaport-coin',
      'cove-approve',
      'increase-allowance',
      'increase-approval',
      'permit-vault',
      'permit-votes-token',
      'aave-approve-receipts',
      'v2-approve-shares',
      'v2-permit-shares',
      'calls-list',
    ]),
  ]);

type Loud = readonly [string, { readonly level: 'caution' | 'unknown'; readonly why: string }];

function all(level: 'caution' | 'unknown', why: string, ids: readonly string[]): Loud[] {
  return ids.map((id) => [id, { level, why }]);
}
