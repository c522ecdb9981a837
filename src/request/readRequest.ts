import { BadInputError } from '../errors.ts';
import { parseStrictJson } from '../text/canonicalJson.ts';
import { readAddress } from '../text/hex.ts';
import { readAsset } from './asset.ts';
import { readAuthorization } from './authorization.ts';
import { readCalls, readUserOperation } from './calls.ts';
import { readChain } from './chain.ts';
import { chainIdField, fieldsOf, isAbsent, Unreadable, unreadable } from './fields.ts';
import { readHash, readMessage } from './message.ts';
import { BATCH_METHOD, kindOf } from './methods.ts';
import { readPermission } from './permission.ts';
import { readRawTransaction } from './rawTransaction.ts';
import type { Ask, SigningRequest } from './SigningRequest.ts';
import { readTransaction } from './transaction.ts';
import { readTypedData } from './typedData.ts';

/** A request before its parameters are read. Casing of `account` and `method` does not matter. */
export interface RawRequest extends Omit<SigningRequest, 'ask' | 'account'> {
  readonly account: string | null;
}

/**
 * Reads what is asked from `paramsText` alone. Never throws: what cannot be read is `ask.kind` `unreadable`, with the
 * reason. A CAIP-27 envelope is opened: `ask` and `chainId` are those of the request inside.
 */
export function readRequest(raw: RawRequest): SigningRequest {
  const { kind, method } = kindOf(raw.method);
  const { ask, chainId } = read(raw, method, kind === 'unwrap');
  return {
    id: raw.id,
    origin: raw.origin,
    topOrigin: raw.topOrigin,
    documentId: raw.documentId,
    frame: raw.frame,
    wallet: raw.wallet,
    chainId: chainId ?? raw.chainId,
    account: readAddress(raw.account),
    contradicted: raw.contradicted,
    method,
    paramsText: raw.paramsText,
    ask,
  };
}

/**
 * The parameters as the one text that is judged, for callers that hold a value (the command line, the kit). Sets no
 * limits of its own: what is too deep or too large comes back from `readRequest` as unreadable. Throws `BadInputError`
 * when the value has no JSON form.
 */
export function paramsTextOf(params: unknown): string {
  try {
    return JSON.stringify(params ?? []) ?? '[]';
  } catch (cause) {
    throw new BadInputError('The parameters have no JSON form: look for a cycle or a bigint in them.', { cause });
  }
}

function read(raw: RawRequest, method: string, wrapped: boolean): { ask: Ask; chainId: number | null } {
  try {
    const params = paramsOf(raw.paramsText);
    if (method === BATCH_METHOD) return { ask: readBatch(raw, params), chainId: null };
    return wrapped ? unwrapped(params) : { ask: askOf(method, params), chainId: null };
  } catch (error) {
    if (error instanceof Unreadable) return { ask: unreadable(error.why, error.message), chainId: null };
    if (error instanceof BadInputError) return { ask: unreadable('bad-params', error.message), chainId: null };
    // A fault of ours must not let a request through unjudged: it is unreadable, and says so.
    const detail = error instanceof Error ? `the parser failed: ${error.message.slice(0, 200)}` : 'the parser failed';
    return { ask: unreadable('bad-params', detail), chainId: null };
  }
}

/** JSON-RPC allows a list or an object; wallets take the object as the first parameter. */
function paramsOf(paramsText: string): readonly unknown[] {
  if (paramsText.trim() === '') return [];
  const parsed = parseStrictJson(paramsText);
  if (!parsed.ok) throw new Unreadable(parsed.why === 'not-json' ? 'bad-params' : parsed.why, parsed.detail);
  if (Array.isArray(parsed.value)) return parsed.value;
  return isAbsent(parsed.value) ? [] : [parsed.value];
}

function askOf(method: string, params: readonly unknown[]): Ask {
  switch (method) {
    case 'eth_sendTransaction':
    case 'personal_sendTransaction':
    case 'eth_sendPrivateTransaction':
      return typeof params[0] === 'object' && params[0] !== null && 'tx' in params[0]
        ? readRawTransaction([params[0].tx])
        : readTransaction(params, true);
    case 'eth_signTransaction':
    case 'personal_signTransaction':
      return readTransaction(params, false);
    case 'eth_sendRawTransaction':
    case 'eth_sendRawTransactionSync':
      return readRawTransaction(params);
    case 'wallet_sendCalls':
    case 'wallet_prepareCalls':
      return readCalls(params);
    case 'eth_sendUserOperation':
    case 'eth_signUserOperation':
      return readUserOperation(params);
    case 'eth_signTypedData_v3':
      return readTypedData(params, 'v3');
    case 'eth_signTypedData':
    case 'eth_signTypedData_v1':
    case 'eth_signTypedData_v4':
      return readTypedData(params, 'v4');
    case 'personal_sign':
      return readMessage(params);
    case 'eth_sign':
      return readHash(params);
    case 'eth_signAuthorization':
    case 'wallet_signAuthorization':
      return readAuthorization(params);
    case 'wallet_addEthereumChain':
      return readChain(params, true);
    case 'wallet_switchEthereumChain':
      return readChain(params, false);
    case 'wallet_watchAsset':
    case 'metamask_watchAsset':
      return readAsset(params);
    case 'eth_requestAccounts':
    case 'wallet_connect':
    case 'wallet_createSession':
    case 'wallet_requestPermissions':
    case 'wallet_requestSnaps':
    case 'wallet_invokeSnap':
    case 'wallet_snap':
    case 'wallet_grantPermissions':
    case 'wallet_requestExecutionPermissions':
    case 'eth_decrypt':
    case 'eth_getEncryptionPublicKey':
      return readPermission(method, params);
    default:
      return unreadable('unknown-method', `no reader for ${JSON.stringify(method.slice(0, 80))}`);
  }
}

/** As many as may wait for review from one site. */
const MOST_REQUESTS = 20;

function readBatch(raw: RawRequest, items: readonly unknown[]): Ask {
  if (items.length > MOST_REQUESTS) throw new Unreadable('too-large', `over ${MOST_REQUESTS} requests in one array`);
  const requests = items.map((item) => {
    const { method, params } = fieldsOf(item, 'a request of the array');
    if (typeof method !== 'string' || kindOf(method).method === BATCH_METHOD) {
      throw new Unreadable('bad-params', 'an item of the array is no request');
    }
    return readRequest({ ...raw, method, paramsText: paramsTextOf(params) });
  });
  if (requests.length === 0) throw new Unreadable('bad-params', 'the array is empty');
  return { kind: 'batch', requests };
}

/** CAIP-27: `{ scope: 'eip155:1', request: { method, params } }`. Scopes outside Ethereum are not read. */
function unwrapped(params: readonly unknown[]): { ask: Ask; chainId: number | null } {
  const fields = fieldsOf(params[0], 'the envelope');
  const request = fieldsOf(fields.request, 'request');
  if (typeof fields.scope !== 'string' || !fields.scope.startsWith('eip155:')) {
    return { ask: unreadable('unknown-method', 'the scope is not an Ethereum chain'), chainId: null };
  }
  const chainId = chainIdField(fields.scope, 'scope');
  const inner = kindOf(typeof request.method === 'string' ? request.method : '');
  if (inner.kind === 'unwrap') throw new Unreadable('bad-params', 'an envelope inside an envelope');
  const list = Array.isArray(request.params) ? request.params : isAbsent(request.params) ? [] : [request.params];
  return { ask: askOf(inner.method, list), chainId };
}
