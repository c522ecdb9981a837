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
    ...all('caution', 'a loan of which nothing comes to the account that owes it', [
      'aave-flash-margin',
      'aave-borrow-and-pay',
    ]),
    ...all('caution', 'a sale at whatever price its owner sets, with no least named', ['treasury-redeem']),
    ...all('caution', 'a proxy without limit whose program one person may change', ['approve-young-proxy']),
    ...all('caution', 'nearly all of a coin paid by signature to a shop no list knows', ['pay-checkout-everything']),
    ...all('caution', 'a proxy whose owner could change what it takes', [
      'aave-supply',
      'aave-deposit',
      'aave-supply-permit',
    ]),
    ...all('caution', 'one of a kind', ['mint-one', 'user-operation-hash']),
    ...all('unknown', 'typed data or a hash nobody here can read', [
      'safe-approve-hash',
      'safe-message',
      'user-operation',
      'forward-vote',
    ]),
    ...all('caution', 'a server for Ethereum that only its own unlisted site speaks for', ['add-chain-own-relay']),
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
  ]);

type Loud = readonly [string, { readonly level: 'caution' | 'unknown'; readonly why: string }];

function all(level: 'caution' | 'unknown', why: string, ids: readonly string[]): Loud[] {
  return ids.map((id) => [id, { level, why }]);
}
