import type { Level } from '../../../src/judge/Verdict.ts';

/**
 * Attacks that are judged milder than danger today, with the least they must be and why: what the design calls caution,
 * and where the house is still weak. A line here is a debt; none may be added without its reason.
 */
export const MILDER: ReadonlyMap<string, { readonly level: Level; readonly why: string }> = new Map<
  string,
  { readonly level: Level; readonly why: string }
>([
  [
    'a1-approve-proxy',
    { level: 'caution', why: 'harmless until its keeper changes the code; that one person may is said' },
  ],
  [
    'a1-approve-raw',
    {
      level: 'caution',
      why: 'a fallback that reads packed bytes: nobody guesses its arguments; that it hides them is said',
    },
  ],
  [
    'b1-permit-proxy',
    { level: 'caution', why: 'harmless until its keeper changes the code; that one person may is said' },
  ],
  [
    'b1-permit-raw',
    {
      level: 'caution',
      why: 'a fallback that reads packed bytes: nobody guesses its arguments; that it hides them is said',
    },
  ],
  [
    'b5-receive-contract',
    { level: 'caution', why: 'a payment to a contract is not tried; that nearly everything goes is said' },
  ],
  [
    'c1-coins-for-item',
    {
      level: 'caution',
      why: 'paid in something without a price: no market is asked yet; that nearly everything goes is said',
    },
  ],
  ['c1-counterfeit-weth', { level: 'caution', why: 'a borrowed name is caution by design' }],
  ['c1-worthless-coin', { level: 'routine', why: 'paid in something without a price: no market is asked yet' }],
  ['c5-wyvern-hash', { level: 'caution', why: 'a bare hash is caution by design' }],
  [
    'd1-mint',
    {
      level: 'caution',
      why: 'money for nothing, of less than nearly everything and without a bait name, is also what a deposit looks like',
    },
  ],
  [
    'd1-presale',
    {
      level: 'caution',
      why: 'money for nothing, of less than nearly everything and without a bait name, is also what a deposit looks like',
    },
  ],
  [
    'd1-register',
    {
      level: 'caution',
      why: 'money for nothing, of less than nearly everything and without a bait name, is also what a deposit looks like',
    },
  ],
  [
    'd1-unknown-selector',
    {
      level: 'caution',
      why: 'money for nothing, of less than nearly everything and without a bait name, is also what a deposit looks like',
    },
  ],
  [
    'd1-worthless-token',
    {
      level: 'caution',
      why: 'money for nothing, of less than nearly everything and without a bait name, is also what a deposit looks like',
    },
  ],
  ['e2-buy-counterfeit', { level: 'caution', why: 'a borrowed name is caution by design' }],
  [
    'f1-personal-bytes',
    { level: 'caution', why: 'a prefixed hash is caution by design: accounts of honest people sign such hashes daily' },
  ],
  [
    'f1-personal-hash-text',
    { level: 'caution', why: 'a prefixed hash is caution by design: accounts of honest people sign such hashes daily' },
  ],
  [
    'f6-execution-permissions',
    { level: 'caution', why: 'permissions and operations of smart accounts: their holdings are not read yet' },
  ],
  [
    'f6-grant-permissions',
    { level: 'caution', why: 'permissions and operations of smart accounts: their holdings are not read yet' },
  ],
  ['f6-operation-hash', { level: 'caution', why: 'a bare hash is caution by design' }],
  ['f8-no-domain', { level: 'caution', why: 'a missing domain alone proves nothing' }],
  ['f9-free-login', { level: 'caution', why: 'a text that names another site is caution by design' }],
  ['f9-rhino', { level: 'caution', why: 'a text that names another site is caution by design' }],
  ['g1-exit-to', { level: 'routine', why: 'a stake kept in a contract’s own books leaves by a function nobody knows' }],
  [
    'g2-approve-delegation-contract',
    { level: 'caution', why: 'a contract as borrower is caution until somebody is shown to use it' },
  ],
  [
    'g2-signed-contract',
    { level: 'caution', why: 'a contract as borrower is caution until somebody is shown to use it' },
  ],
  [
    'h2-payout',
    {
      level: 'caution',
      why: 'the sale is fair until its owner sets the price to nothing, which the owner of an honest sale could do too',
    },
  ],
  ['h4-layer-two', { level: 'caution', why: 'a foreign server for a known chain proves no lie by itself' }],
  ['h4-mainnet', { level: 'caution', why: 'a foreign server for a known chain proves no lie by itself' }],
  ['h4-symbol', { level: 'caution', why: 'a foreign server for a known chain proves no lie by itself' }],
  ['i1-order-for-fake', { level: 'caution', why: 'a borrowed name is caution by design' }],
  ['i1-swap-into', { level: 'caution', why: 'a borrowed name is caution by design' }],
  ['i1-watch-confusable', { level: 'caution', why: 'a borrowed name is caution by design' }],
  ['i1-watch-usdc', { level: 'caution', why: 'a borrowed name is caution by design' }],
  [
    'i2-connect-homograph',
    { level: 'caution', why: 'connecting to a lookalike is caution by design: nothing is lost yet' },
  ],
  [
    'i2-connect-hosted',
    { level: 'caution', why: 'connecting to a lookalike is caution by design: nothing is lost yet' },
  ],
  [
    'i2-connect-other-ending',
    { level: 'caution', why: 'connecting to a lookalike is caution by design: nothing is lost yet' },
  ],
  ['i2-connect-typo', { level: 'caution', why: 'connecting to a lookalike is caution by design: nothing is lost yet' }],
  [
    'i4-presale',
    { level: 'caution', why: 'a resale is tried for swaps only; a receipt that stays where it is may be honest' },
  ],
]);
