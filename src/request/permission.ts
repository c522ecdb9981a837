import { canonicalJson } from '../text/canonicalJson.ts';
import { type Fields, isFields } from './fields.ts';
import type { PermissionAsk } from './SigningRequest.ts';

/**
 * Connecting (EIP-1102, EIP-2255, CAIP-25, ERC-7846) and everything a page may be granted beyond that (ERC-7715,
 * snaps, MetaMask's decryption keys). `names` are the permissions asked for; `connect` is true when they let the site
 * see accounts and nothing more.
 */
export function readPermission(method: string, params: readonly unknown[]): PermissionAsk {
  const names = namesOf(method, params).slice(0, MOST_NAMES);
  return {
    kind: 'permission',
    connect: CONNECTING.has(method) && names.every((name) => ACCOUNTS_ONLY.has(name)),
    names,
    detailText: canonicalJson(params).slice(0, LONGEST_DETAIL),
  };
}

function namesOf(method: string, params: readonly unknown[]): string[] {
  switch (method) {
    case 'wallet_requestPermissions':
      return params.filter(isFields).flatMap((fields) => Object.keys(fields));
    case 'wallet_connect':
      return ['eth_accounts', ...params.filter(isFields).flatMap((fields) => keysOf(fields.capabilities))];
    case 'wallet_createSession':
      return ['eth_accounts', ...params.filter(isFields).flatMap(foreignScopes)];
    case 'wallet_requestSnaps':
      return params.filter(isFields).flatMap((fields) => Object.keys(fields).map((id) => `snap:${id}`));
    case 'wallet_invokeSnap':
    case 'wallet_snap':
      return params.filter(isFields).map((fields) => `snap:${typeof fields.snapId === 'string' ? fields.snapId : '?'}`);
    case 'wallet_grantPermissions':
    case 'wallet_requestExecutionPermissions':
      return [method, ...params.flat().filter(isFields).flatMap(executionTypes)];
    case 'eth_requestAccounts':
      return ['eth_accounts'];
    default:
      return [method];
  }
}

/** CAIP-25 scopes outside Ethereum are named, so that they do not pass as "sees your accounts". */
function foreignScopes(fields: Fields): string[] {
  const scopes = [...keysOf(fields.requiredScopes), ...keysOf(fields.optionalScopes)];
  return scopes.filter((scope) => scope !== 'eip155' && !scope.startsWith('eip155:') && !scope.startsWith('wallet'));
}

/** ERC-7715: `{ permission: { type } }` or `{ permissions: [{ type }] }`. */
function executionTypes(fields: Fields): string[] {
  const one = isFields(fields.permission) ? [fields.permission] : [];
  const many = Array.isArray(fields.permissions) ? fields.permissions.filter(isFields) : [];
  return [...one, ...many].flatMap((permission) => (typeof permission.type === 'string' ? [permission.type] : []));
}

function keysOf(value: unknown): string[] {
  return isFields(value) ? Object.keys(value) : [];
}

const CONNECTING = new Set([
  'eth_requestAccounts',
  'wallet_connect',
  'wallet_createSession',
  'wallet_requestPermissions',
]);
const ACCOUNTS_ONLY = new Set(['eth_accounts', 'endowment:permitted-chains', 'endowment:caip25']);
const MOST_NAMES = 64;
const LONGEST_DETAIL = 10_000;
