import browser from 'webextension-polyfill';
import { DEFAULT_CONFIG, type WalletConfig } from './config.ts';
import { failure } from './failure.ts';

/** The wallet's own settings and its line to the node. */

export async function readConfig(): Promise<WalletConfig> {
  const { config } = (await browser.storage.local.get('config')) as { config?: WalletConfig };
  return config ?? DEFAULT_CONFIG;
}

export async function writeConfig(config: WalletConfig): Promise<void> {
  await browser.storage.local.set({ config });
}

/** One JSON-RPC call to the node of the wallet's current chain; the node's own error is thrown on. */
export async function callNode(method: string, params: unknown): Promise<unknown> {
  const config = await readConfig();
  const url = config.chains[config.chainId];
  if (url === undefined) throw failure(4902, `No RPC for chain ${config.chainId}`);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: params ?? [] }),
  });
  const body = (await answer.json()) as { result?: unknown; error?: { code: number; message: string } };
  if (body.error !== undefined) throw failure(body.error.code, body.error.message);
  return body.result;
}
