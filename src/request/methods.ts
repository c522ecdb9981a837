/**
 * The whole protected surface, one line per RPC method (design: interception.md, "The protected surface"). Data only
 * and no imports: the page hook and the bridge bundle this file. Nothing here calls a method of a builtin at look-up,
 * so a page that patches `String.prototype` or `Object.prototype` changes no answer.
 */

/**
 * - `pass`: reads and harmless wallet methods, forwarded in the same tick;
 * - `judge`: held, judged, reviewed. Also every name that is not listed: unreadable;
 * - `connect`: judged by the site alone (lists, lookalikes), no RPC;
 * - `unwrap`: carries another request in `params.request` (CAIP-27), which is the one to look at;
 * - `refuse`: never forwarded, answered with an error: it would put a key or a password in a page's hands.
 */
export type MethodKind = 'pass' | 'judge' | 'connect' | 'refuse' | 'unwrap';

const P = 'pass';
const J = 'judge';
const C = 'connect';

/** What is not judged: the only names that get another answer than an unlisted one. */
const unjudged: Record<string, MethodKind> = {
  // Reads: execution-apis, and the filters and subscriptions every wallet serves.
  eth_accounts: P,
  eth_blobBaseFee: P,
  eth_blockNumber: P,
  eth_call: P,
  eth_chainId: P,
  eth_coinbase: P,
  eth_createAccessList: P,
  eth_estimateGas: P,
  eth_feeHistory: P,
  eth_gasPrice: P,
  eth_getBalance: P,
  eth_getBlockByHash: P,
  eth_getBlockByNumber: P,
  eth_getBlockReceipts: P,
  eth_getBlockTransactionCountByHash: P,
  eth_getBlockTransactionCountByNumber: P,
  eth_getCode: P,
  eth_getFilterChanges: P,
  eth_getFilterLogs: P,
  eth_getLogs: P,
  eth_getProof: P,
  eth_getStorageAt: P,
  eth_getTransactionByBlockHashAndIndex: P,
  eth_getTransactionByBlockNumberAndIndex: P,
  eth_getTransactionByHash: P,
  eth_getTransactionCount: P,
  eth_getTransactionReceipt: P,
  eth_getUncleByBlockHashAndIndex: P,
  eth_getUncleByBlockNumberAndIndex: P,
  eth_getUncleCountByBlockHash: P,
  eth_getUncleCountByBlockNumber: P,
  eth_maxPriorityFeePerGas: P,
  eth_newBlockFilter: P,
  eth_newFilter: P,
  eth_newPendingTransactionFilter: P,
  eth_protocolVersion: P,
  eth_simulateV1: P,
  eth_subscribe: P,
  eth_syncing: P,
  eth_uninstallFilter: P,
  eth_unsubscribe: P,
  net_listening: P,
  net_peerCount: P,
  net_version: P,
  web3_clientVersion: P,
  web3_sha3: P,
  // Harmless wallet methods: they read, forget, or show what was agreed before.
  wallet_disconnect: P,
  wallet_getAssets: P,
  wallet_getCallsStatus: P,
  wallet_getCapabilities: P,
  wallet_getPermissions: P,
  wallet_getSession: P,
  wallet_getSnaps: P,
  wallet_getSupportedExecutionPermissions: P,
  wallet_registerOnboarding: P,
  wallet_revokePermissions: P,
  wallet_revokeSession: P,
  wallet_showCallsStatus: P,
  metamask_getProviderState: P,
  metamask_logWeb3ShimUsage: P,
  metamask_sendDomainMetadata: P,
  personal_ecRecover: P,
  // Connecting: EIP-1102, EIP-2255, CAIP-25, ERC-7846.
  eth_requestAccounts: C,
  wallet_connect: C,
  wallet_createSession: C,
  wallet_requestPermissions: C,
  // geth's account methods. The rest of `personal_` is not listed, so judged.
  personal_importRawKey: 'refuse',
  personal_unlockAccount: 'refuse',
  // CAIP-27.
  wallet_invokeMethod: 'unwrap',
};

/** What is judged, by name. The page's two scripts do without: to them it is as good as unlisted. */
const judged: Record<string, MethodKind> = {
  // Signing and sending.
  eth_sendBundle: J,
  eth_sendPrivateTransaction: J,
  eth_sendRawTransaction: J,
  eth_sendRawTransactionSync: J,
  eth_sendTransaction: J,
  eth_sendUserOperation: J,
  eth_sign: J,
  eth_signTransaction: J,
  eth_signTypedData: J,
  eth_signTypedData_v1: J,
  eth_signTypedData_v3: J,
  eth_signTypedData_v4: J,
  eth_signUserOperation: J,
  personal_sendTransaction: J,
  personal_sign: J,
  personal_signTransaction: J,
  wallet_prepareCalls: J,
  wallet_sendCalls: J,
  wallet_sendPreparedCalls: J,
  // EIP-7702 and accounts' upgrades, under the names wallets gave them.
  eth_signAuthorization: J,
  wallet_signAuthorization: J,
  wallet_upgradeAccount: J,
  // Grants beyond accounts: ERC-7715, snaps, keys.
  eth_decrypt: J,
  eth_getEncryptionPublicKey: J,
  wallet_grantPermissions: J,
  wallet_invokeSnap: J,
  wallet_requestExecutionPermissions: J,
  wallet_requestSnaps: J,
  wallet_snap: J,
  // Chains and assets: EIP-3085, EIP-3326, EIP-747.
  metamask_watchAsset: J,
  wallet_addEthereumChain: J,
  wallet_switchEthereumChain: J,
  wallet_watchAsset: J,
};

/**
 * Our own name for a JSON-RPC array in which several calls are to be judged; its parameters are `{ method, params }` of
 * each. No wallet knows it, so it is not listed: a page that uses it is judged like any unlisted name.
 */
export const BATCH_METHOD = 'jsonrpc_batch';

/** Canonical name -> kind. No prototype: `constructor` and `__proto__` are not listed. */
export const METHODS: Readonly<Record<string, MethodKind>> = /* @__PURE__ */ together(unjudged, judged);

/**
 * What to do with a method name, whatever its casing or the white space around it. `method` is the canonical name, or
 * the name as given when it is not listed (then `judge`). Letters outside ASCII are never folded.
 */
export function kindOf(method: string): { kind: MethodKind; method: string } {
  const canonical = CANONICAL[folded(method)];
  const kind = canonical === undefined ? undefined : METHODS[canonical];
  return canonical === undefined || kind === undefined ? { kind: J, method } : { kind, method: canonical };
}

/** `kindOf(method).kind` without the names of what is judged: for the scripts that run in every frame. */
export function judgingOf(method: string): MethodKind {
  return UNJUDGED[folded(method)] ?? J;
}

/** Lower case without white space around it; nothing at all where no listed name could come of it. */
function folded(method: string): string {
  if (typeof method !== 'string' || method.length > LONGEST) return '';
  let from = 0;
  let to = method.length;
  while (from < to && BLANK[method[from] ?? '']) from += 1;
  while (to > from && BLANK[method[to - 1] ?? '']) to -= 1;
  let name = '';
  for (let at = from; at < to; at += 1) {
    const letter = method[at] ?? '';
    name += LOWER[letter] ?? letter;
  }
  return name;
}

/** No name in the table is half as long. */
const LONGEST = 128;

const LOWER: Record<string, string> = Object.create(null);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') LOWER[letter] = letter.toLowerCase();

const BLANK: Record<string, true> = Object.create(null);
for (const letter of ' \t\n\v\f\r\u00a0\u2028\u2029\ufeff') BLANK[letter] = true;

const CANONICAL: Readonly<Record<string, string>> = /* @__PURE__ */ byFolded(METHODS, (name) => name);
const UNJUDGED: Readonly<Record<string, MethodKind>> = byFolded(unjudged, (_name, kind) => kind);

function byFolded<Value>(
  table: Readonly<Record<string, MethodKind>>,
  give: (name: string, kind: MethodKind) => Value,
): Readonly<Record<string, Value>> {
  const out: Record<string, Value> = Object.create(null);
  for (const [name, kind] of Object.entries(table)) out[name.toLowerCase()] = give(name, kind);
  return out;
}

function together(...tables: readonly Readonly<Record<string, MethodKind>>[]): Readonly<Record<string, MethodKind>> {
  return Object.assign(Object.create(null), ...tables);
}
