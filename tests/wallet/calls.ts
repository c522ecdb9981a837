import browser from 'webextension-polyfill';
import { callNode, readConfig } from './chain.ts';
import { failure } from './failure.ts';
import { sendTransaction } from './sign.ts';

/** EIP-5792 version 2.0.0, one transaction after another: this wallet has no atomic batches. */
export async function sendCalls([asked]: readonly unknown[]): Promise<{ id: string }> {
  const { calls, id, atomicRequired } = asked as {
    calls: { to?: string; value?: string; data?: string }[];
    id?: string;
    atomicRequired?: boolean;
  };
  if (atomicRequired === true) throw failure(5760, 'Atomic batches are not supported');
  const hashes: string[] = [];
  for (const call of calls) hashes.push(await sendTransaction([call]));
  const batch = id ?? `0x${crypto.randomUUID().replaceAll('-', '')}`;
  await browser.storage.local.set({ [`batch ${batch}`]: hashes });
  return { id: batch };
}

export async function batchStatus([id]: readonly unknown[]): Promise<unknown> {
  const key = `batch ${String(id)}`;
  const stored = (await browser.storage.local.get(key)) as Record<string, string[] | undefined>;
  const hashes = stored[key];
  if (hashes === undefined) throw failure(5730, 'No batch of this id');
  const receipts = await Promise.all(hashes.map((hash) => callNode('eth_getTransactionReceipt', [hash])));
  const { chainId } = await readConfig();
  return { version: '2.0.0', id, chainId, status: receipts.includes(null) ? 100 : 200, atomic: false, receipts };
}
