import { type Address, encodeFunctionData, parseAbi } from 'viem';
import type { AccountAndCode } from '../accountFacts.ts';
import { type Header, readHeader } from '../header.ts';
import type { RpcOutcome } from '../rpc.ts';
import type { ContractFacts } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { ageOf, type PastCode, paceOf, readPast } from './ages.ts';
import { codeCore } from './codeCore.ts';
import { addressIn, type ProxySlots, proxyOf } from './proxy.ts';

/** One round trip under its own deadline. */
type Travel = <T>(pack: (ask: Ask) => Promise<T>) => Promise<T>;

export interface ReadSoFar extends AccountAndCode {
  readonly slots: ProxySlots;
  /** The answer to `eth_getBlockByNumber`. */
  readonly block: RpcOutcome;
}

/**
 * For a person's question, which may take its time: what a look would know of the contract, the code behind a beacon, and
 * its age by the chain's own pace. `null` for an account. Never rejects.
 */
export async function describeContract(
  address: Address,
  { account, code, slots, block }: ReadSoFar,
  travel: Travel,
): Promise<ContractFacts | null> {
  if (account.code !== 'contract') return null;
  const proxy = proxyOf(code, slots);
  const header = headerIn(block);
  const [implementation, past] = await Promise.all([
    proxy.proxy === 'beacon' && proxy.admin !== null ? behindBeacon(proxy.admin, travel) : proxy.implementation,
    header === null ? [] : pastOf(address, header, travel),
  ]);
  return {
    ...proxy,
    implementation,
    ...ageOf(address, account.codeHash, past, header?.timeSeconds ?? 0n),
    coreHash: codeCore(code),
  };
}

/** A guess of the pace first; where the chain is faster or slower than that, once more by its own. */
async function pastOf(address: Address, header: Header, travel: Travel): Promise<PastCode[]> {
  try {
    const guessed = await travel((ask) => readPast(ask, [address], header, null));
    const pace = paceOf(guessed, header);
    if (pace === null) return guessed;
    const exact = await travel((ask) => readPast(ask, [address], header, pace)).catch(() => []);
    return [...guessed, ...exact];
  } catch {
    // No history is an answer left out.
    return [];
  }
}

async function behindBeacon(beacon: Address, travel: Travel): Promise<Address | null> {
  try {
    return addressIn(
      await travel((ask) => ask({ method: 'eth_call', params: [{ to: beacon, data: IMPLEMENTATION }, 'latest'] })),
    );
  } catch {
    return null;
  }
}

function headerIn(block: RpcOutcome): Header | null {
  try {
    return block.ok ? readHeader(block.result) : null;
  } catch {
    return null;
  }
}

const IMPLEMENTATION = encodeFunctionData({
  abi: parseAbi(['function implementation() view']),
  functionName: 'implementation',
});
