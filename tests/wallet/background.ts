import { privateKeyToAccount } from 'viem/accounts';
import browser from 'webextension-polyfill';
import { answer } from './answer.ts';
import { readConfig, writeConfig } from './chain.ts';
import { STREAMS, type WalletConfig, type WalletControls } from './config.ts';
import { errorMember } from './failure.ts';
import { clearLog, logRequest, readLog } from './log.ts';
import { answerMultichain } from './multichain.ts';

/** The wallet's worker: writes each request down, answers it, and tells pages when chain or account change. */

interface Request {
  readonly jsonrpc?: unknown;
  readonly id?: unknown;
  readonly method: string;
  readonly params?: unknown;
}

const ports = new Set<browser.Runtime.Port>();

browser.runtime.onConnect.addListener((port) => serve(port, 'contentscript'));
browser.runtime.onConnectExternal.addListener((port) => serve(port, 'external'));
browser.runtime.onMessageExternal.addListener((message: unknown, sender: browser.Runtime.MessageSender) =>
  handle('external', sender, message as Request),
);

function serve(port: browser.Runtime.Port, kind: 'contentscript' | 'external'): void {
  ports.add(port);
  port.onDisconnect.addListener(() => ports.delete(port));
  port.onMessage.addListener(async (message: unknown) => {
    const { name, data } = message as { name: string; data: unknown };
    const channel = kind === 'external' ? 'external' : name;
    const reply = Array.isArray(data)
      ? await Promise.all(data.map((item: Request) => handle(channel, port.sender, item)))
      : await handle(channel, port.sender, data as Request);
    if (ports.has(port)) port.postMessage({ name, data: reply });
  });
}

async function handle(channel: string, sender: browser.Runtime.MessageSender | undefined, request: Request) {
  const origin = sender?.url === undefined ? 'null' : new URL(sender.url).origin;
  const { id, method, params } = request;
  await logRequest({
    at: Date.now(),
    origin,
    tabId: sender?.tab?.id ?? null,
    frameId: sender?.frameId ?? null,
    channel,
    method,
    params: params ?? null,
    paramsText: JSON.stringify(params ?? null),
  });
  try {
    const before = await stateKey();
    const result = await (channel === STREAMS.multichain ? answerMultichain : answer)(origin, method, params);
    if ((await stateKey()) !== before) await announceChain();
    if (method === 'eth_requestAccounts') announce('metamask_accountsChanged', result, origin);
    return { id, jsonrpc: '2.0', result };
  } catch (error) {
    return { id, jsonrpc: '2.0', error: errorMember(error) };
  }
}

async function stateKey(): Promise<string> {
  return (await readConfig()).chainId;
}

async function announceChain(): Promise<void> {
  const { chainId } = await readConfig();
  announce('metamask_chainChanged', { chainId, networkVersion: String(Number(chainId)) }, null);
}

function announce(method: string, params: unknown, origin: string | null): void {
  for (const port of ports) {
    const url = port.sender?.url;
    if (origin !== null && (url === undefined || new URL(url).origin !== origin)) continue;
    port.postMessage({ name: STREAMS.eip1193, data: { jsonrpc: '2.0', method, params } });
  }
}

const controls: WalletControls = {
  configure: async (config: WalletConfig) => {
    await writeConfig(config);
    await announceChain();
    return privateKeyToAccount(config.privateKey).address;
  },
  log: readLog,
  clearLog,
};
Object.assign(globalThis, { wallet: controls });
