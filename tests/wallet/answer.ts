import browser from 'webextension-polyfill';
import { batchStatus, sendCalls } from './calls.ts';
import { callNode, readConfig, writeConfig } from './chain.ts';
import { failure } from './failure.ts';
import {
  account,
  sendTransaction,
  signHash,
  signMessage,
  signTransaction,
  signTypedData,
  signTypedDataV1,
} from './sign.ts';

type Method = (params: readonly unknown[], origin: string) => Promise<unknown>;

/** Answers one request the way MetaMask would with its owner agreeing to everything. */
export async function answer(origin: string, method: string, params: unknown): Promise<unknown> {
  const list = Array.isArray(params) ? params : params === undefined ? [] : [params];
  const own = METHODS[method];
  if (own !== undefined) return own(list, origin);
  if (/^(?:eth|net|web3)_/u.test(method)) return callNode(method, params);
  throw failure(-32601, `The method "${method}" does not exist / is not available.`);
}

const METHODS: Readonly<Record<string, Method>> = {
  metamask_getProviderState: async (_params, origin) => {
    const { chainId } = await readConfig();
    return { accounts: await accounts(origin), chainId, isUnlocked: true, networkVersion: String(Number(chainId)) };
  },
  metamask_sendDomainMetadata: async () => true,
  metamask_logWeb3ShimUsage: async () => true,
  eth_requestAccounts: (_params, origin) => connect(origin),
  eth_accounts: (_params, origin) => accounts(origin),
  eth_coinbase: async (_params, origin) => (await accounts(origin))[0] ?? null,
  eth_chainId: async () => (await readConfig()).chainId,
  net_version: async () => String(Number((await readConfig()).chainId)),
  wallet_requestPermissions: async (_params, origin) => {
    await connect(origin);
    return permissions(origin);
  },
  wallet_getPermissions: (_params, origin) => permissions(origin),
  wallet_revokePermissions: async (_params, origin) => {
    await browser.storage.local.set({ [connectedKey(origin)]: false });
    return null;
  },
  personal_sign: signMessage,
  eth_sign: signHash,
  eth_signTypedData: signTypedDataV1,
  eth_signTypedData_v1: signTypedDataV1,
  eth_signTypedData_v3: signTypedData,
  eth_signTypedData_v4: signTypedData,
  eth_sendTransaction: sendTransaction,
  eth_signTransaction: signTransaction,
  wallet_sendCalls: sendCalls,
  wallet_getCallsStatus: batchStatus,
  wallet_getCapabilities: async () => ({ [(await readConfig()).chainId]: { atomic: { status: 'unsupported' } } }),
  wallet_watchAsset: async () => true,
  wallet_switchEthereumChain: async ([asked]) => {
    const config = await readConfig();
    const { chainId } = asked as { chainId: `0x${string}` };
    if (config.chains[chainId] === undefined) throw failure(4902, `Unrecognized chain ID "${chainId}".`);
    await writeConfig({ ...config, chainId });
    return null;
  },
  wallet_addEthereumChain: async ([asked]) => {
    const config = await readConfig();
    const { chainId, rpcUrls } = asked as { chainId: `0x${string}`; rpcUrls: string[] };
    const url = config.chains[chainId] ?? rpcUrls[0];
    if (url === undefined) throw failure(-32602, 'wallet_addEthereumChain: no RPC URL');
    await writeConfig({ ...config, chainId, chains: { ...config.chains, [chainId]: url } });
    return null;
  },
};

async function connect(origin: string): Promise<string[]> {
  await browser.storage.local.set({ [connectedKey(origin)]: true });
  return accounts(origin);
}

async function accounts(origin: string): Promise<string[]> {
  const key = connectedKey(origin);
  const stored = await browser.storage.local.get(key);
  return stored[key] === true ? [(await account()).address.toLowerCase()] : [];
}

async function permissions(origin: string): Promise<unknown[]> {
  const value = await accounts(origin);
  if (value.length === 0) return [];
  return [
    { invoker: origin, parentCapability: 'eth_accounts', caveats: [{ type: 'restrictReturnedAccounts', value }] },
  ];
}

function connectedKey(origin: string): string {
  return `connected ${origin}`;
}
