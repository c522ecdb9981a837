/** What an RPC said when asked for its chain. `silent` also stands for an answer the browser does not let us read. */
export type Probe =
  | { readonly type: 'right' | 'silent' | 'strange' }
  | { readonly type: 'wrong'; readonly chainId: string };

const DEADLINE_MS = 6000;
const CHAIN_ID = /^0x[0-9a-f]{1,16}$/iu;

/** Asks one RPC for its chain id: only ever after the person saved it. Nothing about them or any page is in the question. */
export async function probe(url: string, chainId: number): Promise<Probe> {
  let answer: unknown;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      signal: AbortSignal.timeout(DEADLINE_MS),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    answer = await response.json();
  } catch {
    // Down, slow, not JSON or closed to extensions: the browser does not tell which, and the remedy is the same.
    return { type: 'silent' };
  }
  const result = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : null;
  if (typeof result !== 'string' || !CHAIN_ID.test(result)) return { type: 'strange' };
  const said = BigInt(result);
  return said === BigInt(chainId) ? { type: 'right' } : { type: 'wrong', chainId: said.toString() };
}
