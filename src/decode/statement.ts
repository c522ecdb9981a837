import type { Action, StatementAction, TypedDomain } from './Action.ts';
import type { Struct, StructReader } from './struct.ts';

/**
 * Typed data that moves nothing: what is taken back, voted, followed, attested, agreed to. A type's name is part of what
 * is signed, so nobody's order passes under the name of a statement; members and domain must be the published ones too.
 */
export const STATEMENT_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  // ERC-3009: `CancelAuthorization(address authorizer,bytes32 nonce)`.
  ['CancelAuthorization', statement('cancels', ['authorizer', 'nonce'], (domain) => domain.verifyingContract !== null)],
  // CoW Protocol, GPv2: `OrderCancellation(bytes orderUid)`, `OrderCancellations(bytes[] orderUids)`.
  ['OrderCancellation', statement('cancels', ['orderUid'], named('Gnosis Protocol'))],
  ['OrderCancellations', statement('cancels', ['orderUids'], named('Gnosis Protocol'))],
  // OpenSea's signed zone: `OrderHash(bytes32 orderHash)`, cancels off chain (Seaport's own order type is another).
  ['OrderHash', statement('cancels', ['orderHash'], named('SignedZone'))],
  // snapshot.js, `src/sign/types.ts`: counted off chain, no contract reads them.
  ...['Follow', 'Unfollow', 'Subscribe', 'Unsubscribe'].map((type): [string, StructReader] => [
    type,
    statement('states', ['from', 'space', 'timestamp'], snapshot),
  ]),
  ['Profile', statement('states', ['from', 'profile', 'timestamp'], snapshot)],
  ['Statement', statement('states', ['from', 'space', 'statement'], snapshot)],
  ['Proposal', statement('states', ['from', 'space', 'title', 'body', 'choices'], snapshot)],
  ['UpdateProposal', statement('states', ['from', 'space', 'title', 'body', 'choices'], snapshot)],
  ['CancelProposal', statement('cancels', ['from', 'space', 'proposal'], snapshot)],
  ['FlagProposal', statement('states', ['from', 'space', 'proposal'], snapshot)],
  // EAS: `Attest(uint16 version,bytes32 schema,address recipient,...)` off chain, `Attest(bytes32 schema,...)` delegated.
  [
    'Attest',
    statement('states', ['schema', 'recipient', 'expirationTime', 'revocable', 'refUID', 'data'], named('EAS')),
  ],
  ['Attestation', statement('states', ['schema', 'recipient', 'time'], named('EAS'))],
  ['Revoke', statement('cancels', ['schema', 'uid'], named('EAS'))],
  // Safe transaction service: who may propose, which no Safe obeys by itself.
  ['Delegate', statement('states', ['delegateAddress', 'totp'], named('Safe Transaction Service'))],
  // Polymarket CLOB, py-clob-client `signing/eip712.py`: a log-in. Its home is known to foreign-site-message.
  ['ClobAuth', statement('states', ['address', 'timestamp', 'nonce', 'message'], named('ClobAuthDomain'))],
  // Farcaster hub-nodejs `eip712.ts`: the account says that it belongs to a Farcaster id.
  ['VerificationClaim', statement('states', ['fid', 'address', 'blockHash', 'network'], offChain)],
  // Lens protocol v1 and v2, `Typehash.sol`: a post pays nobody.
  ...['Post', 'PostWithSig', 'Comment', 'CommentWithSig', 'Mirror', 'MirrorWithSig'].map(
    (type): [string, StructReader] => [type, statement('states', ['profileId', 'deadline'], named('Lens Protocol'))],
  ),
  ...['AcceptTerms', 'AgreeToTerms', 'Terms', 'TermsOfService', 'TermsOfUse', 'Agreement', 'AcceptTermsOfService'].map(
    (type): [string, StructReader] => [type, terms],
  ),
  // Snapshot X and snapshot.js: another key votes in the user's name.
  ['Alias', aliasKey],
  // Farcaster KeyGateway: `Add(address owner,uint32 keyType,bytes key,...)`: a key that posts.
  ['Add', postingKey],
  // Farcaster IdRegistry: `Transfer(uint256 fid,address to,uint256 nonce,uint256 deadline)`: the whole identity.
  ['Transfer', idTransfer],
]);

type Fits = (domain: TypedDomain) => boolean;

function statement(does: StatementAction['does'], members: readonly string[], fits: Fits): StructReader {
  return (struct, domain) => {
    if (!fits(domain) || !members.every((name) => struct.has(name))) return null;
    return { kind: 'statement', does, label: struct.typeName, text: textOf(struct), domain };
  };
}

/** A text somebody agrees to: texts, times, versions and the signer's own address, and nothing that could be an order. */
function terms(struct: Struct, domain: TypedDomain): Action | null {
  const values = Object.entries(struct.values);
  const isOwn = (value: unknown) => typeof value === 'string' && value === struct.account;
  const plain = values.every(
    ([name, value]) => typeof value === 'boolean' || struct.text(name) !== null || isOwn(value) || isStamp(name, value),
  );
  // Numbers and addresses written as texts are somebody's orders too (Hyperliquid).
  const isOrder = values.some(
    ([name, value]) =>
      ORDER_NAMES.test(name) || (typeof value === 'string' && ONE_ADDRESS.test(value) && !isOwn(value)),
  );
  if (!plain || isOrder || textOf(struct) === null) return null;
  return { kind: 'statement', does: 'states', label: struct.typeName, text: textOf(struct), domain };
}

function isStamp(name: string, value: unknown): boolean {
  return typeof value === 'bigint' && STAMPS.test(name);
}

/** `Alias(address from,address alias,uint64 timestamp)`. */
function aliasKey(struct: Struct, domain: TypedDomain): Action | null {
  const key = struct.address('alias');
  return key === null || !snapshot(domain) ? null : forService(key, 'Snapshot', 'vote');
}

/**
 * Hyperliquid (`hyperliquid-python-sdk`, `utils/signing.py`) and the exchanges made after it: a key that trades, and can
 * pay out nothing. `HyperliquidTransaction:ApproveAgent(string hyperliquidChain,address agentAddress,string
 * agentName,uint64 nonce)` under the domain `HyperliquidSignTransaction`.
 */
export function readAgent(struct: Struct, domain: TypedDomain): Action | null {
  const service = /^(\w{1,40})Transaction:ApproveAgent$/u.exec(struct.typeName)?.[1];
  const key = struct.address('agentAddress');
  if (service === undefined || key === null || domain.name !== `${service}SignTransaction`) return null;
  return forService(key, service, 'trade');
}

function postingKey(struct: Struct, domain: TypedDomain): Action | null {
  const isKey = struct.address('owner') !== null && struct.bytes('key') !== null && struct.has('keyType');
  return isKey && domain.name === 'Farcaster KeyGateway' ? forService(null, 'Farcaster', 'post') : null;
}

function idTransfer(struct: Struct, domain: TypedDomain): Action | null {
  const to = struct.address('to');
  const of = domain.verifyingContract;
  if (to === null || of === null || struct.uint('fid') === null || domain.name !== 'Farcaster IdRegistry') return null;
  return { kind: 'ownership', of, to, functionName: 'Transfer' };
}

function forService(key: `0x${string}` | null, service: string, power: string): Action {
  return { kind: 'session', key, target: null, functions: [power], until: 'revoked', service };
}

function named(prefix: string): Fits {
  return ({ name }) => name?.startsWith(prefix) === true;
}

function offChain({ verifyingContract }: TypedDomain): boolean {
  return verifyingContract === null;
}

function snapshot({ name, verifyingContract }: TypedDomain): boolean {
  return name === 'snapshot' && verifyingContract === null;
}

/** The longest text in it: what the person is asked to say. */
function textOf(struct: Struct): string | null {
  const texts = Object.keys(struct.values).flatMap((name) => struct.text(name) ?? []);
  return texts.reduce<string | null>((longest, text) => (text.length > (longest?.length ?? 0) ? text : longest), null);
}

const STAMPS = /^(?:time|timestamp|nonce|version|date|issuedAt|deadline|expiry|expiration|chainId|salt)$/iu;
const ORDER_NAMES =
  /amount|value|token|spender|recipient|destination|receiver|delegate|agent|operator|calldata|^to$|^data$/iu;
const ONE_ADDRESS = /^\s*0x[0-9a-fA-F]{40}\s*$/u;
