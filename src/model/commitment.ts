import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ModelUnavailableError } from '../errors.ts';
import { BRAND_TOKENS, LURE_TOKENS } from './brands.ts';
import { FEATURE_SPEC, hostReadings } from './features.ts';
import type { HostCard } from './HostCard.ts';

export interface CommittedParts {
  readonly modelBytes: Uint8Array;
  /** Hex, as `featureFingerprint()` gives it. */
  readonly featuresSha256: string;
  /** Name and version of the engine, e.g. `onnxruntime-web 1.30.0`. */
  readonly runtime: string;
}

/**
 * SHA-256 (hex) that fixes what a model answers: the file, the features it is fed, the engine that runs it.
 * Three lines, each ended by a line feed: `model <sha256>`, `features <sha256>`, `runtime <name version>`.
 */
export function commitmentOf(parts: CommittedParts): string {
  const lines = [
    `model ${sha256Hex(parts.modelBytes)}`,
    `features ${parts.featuresSha256}`,
    `runtime ${parts.runtime}`,
  ];
  return bytesToHex(sha256(utf8ToBytes(lines.map((line) => `${line}\n`).join(''))));
}

export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * SHA-256 (hex) of what the feature code does: its constants, its word lists, and the ids it gives for fixed hosts.
 * A change of behaviour on those hosts changes it, a change of comments does not.
 */
export function featureFingerprint(): string {
  const probes = PROBE_HOSTS.map((host) => [host, hostReadings(host).map((reading) => [...reading])]);
  return sha256Hex(utf8ToBytes(JSON.stringify([FEATURE_SPEC, BRAND_TOKENS, LURE_TOKENS, probes])));
}

/** Each reaches another part of the feature code: words, digits, subdomains, hosting, punycode, brands, nothing. */
const PROBE_HOSTS: readonly string[] = [
  ...['app.uniswap.org', 'claim-uniswap-airdrop.xyz', 'metamask.io.wallet-3ync.example.com', 'a.b.foo.vercel.app'],
  ...['xn--mtamask-hya.com', '0pensea-m1nt4free.net', 'unlswap.org', 'localhost', '127.0.0.1', 'www.gov.co.uk'],
];

/**
 * Compares a card with what is really there.
 *
 * @throws {ModelUnavailableError} naming the first part that differs.
 */
export function checkCommitment(card: HostCard, modelBytes: Uint8Array, runtime: string): void {
  const featuresSha256 = featureFingerprint();
  const found = sha256Hex(modelBytes);
  if (found !== card.sha256) throw differs('the model file', card.sha256, found);
  if (featuresSha256 !== card.features.sha256) throw differs('the features', card.features.sha256, featuresSha256);
  const named = `${card.runtime.name} ${card.runtime.version}`;
  if (runtime !== named) throw differs('the runtime', named, runtime);
  const commitment = commitmentOf({ modelBytes, featuresSha256, runtime });
  if (commitment !== card.commitment) throw differs('the commitment', card.commitment, commitment);
}

function differs(what: string, said: string, found: string): ModelUnavailableError {
  return new ModelUnavailableError(
    `The host model is not the one its card describes: ${what} should be ${said} and is ${found}. Reinstall it, or train it anew (models/hosts.md).`,
  );
}
