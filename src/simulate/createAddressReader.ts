import { type Address, encodeFunctionData, parseAbi } from 'viem';
import { namehash } from 'viem/ens';
import { DEADLINES_MS } from '../deadlines.ts';
import { RpcError } from '../errors.ts';
import { withDeadline } from '../withDeadline.ts';
import type { AddressReader, AddressView, EnsAnswer } from './AddressReader.ts';
import { readAccountAndCode } from './accountFacts.ts';
import { describeContract } from './contractFacts/describeContract.ts';
import { readProxySlots } from './contractFacts/proxy.ts';
import { reverseName } from './reverseName.ts';
import type { Rpc, RpcOutcome } from './rpc.ts';
import { lowerAddress, readQuantity } from './rpcValue.ts';
import type { TokenFacts } from './Simulator.ts';
import { readToken } from './tokenFacts.ts';
import { type Ask, openTrip } from './trip.ts';

/**
 * @param rpcFor the endpoint chosen for a chain; for `null` the one to ask when no chain was named. `null` when there is
 *   none, and then nothing is sent.
 *
 * @example const reader = createAddressReader(() => httpRpc(url, fetch))
 */
export function createAddressReader(rpcFor: (chainId: number | null) => Rpc | null): AddressReader {
  return {
    async read(chainId, address, signal) {
      const rpc = rpcFor(chainId);
      return rpc === null ? null : readAddress(rpc, chainId, address, signal);
    },
    async resolve(name, signal) {
      const rpc = rpcFor(ETHEREUM);
      if (rpc === null) return { kind: 'no-chain' };
      return PLAIN_ENS.test(name) ? resolve(rpc, name, signal) : { kind: 'letters' };
    },
    async reverse(address, signal) {
      const rpc = rpcFor(ETHEREUM);
      if (rpc === null) return null;
      return withDeadline('ENS', DEADLINES_MS.question, signal, (inner) =>
        reverseName(address, {
          travel: (pack) => ask(rpc, inner, pack),
          registry: ENS_REGISTRY,
          resolve: async (name) => (PLAIN_ENS.test(name) ? resolve(rpc, name, inner) : { kind: 'letters' }),
        }),
      );
    },
  };
}

async function readAddress(
  rpc: Rpc,
  wanted: number | null,
  address: Address,
  outer: AbortSignal,
): Promise<AddressView> {
  // Two trips at once: a contract whose `symbol()` runs for ever must not cost the account's own facts.
  const account = ask(rpc, outer, async (one) => {
    const [chain, block, read, slots] = await Promise.all([
      one({ method: 'eth_chainId', params: [] }),
      one({ method: 'eth_getBlockByNumber', params: ['latest', false] }),
      readAccountAndCode(one, address),
      readProxySlots(one, address),
    ]);
    return { chain, block, read, slots };
  });
  const token: Promise<TokenFacts | null> = ask(rpc, outer, (one) => readToken(one, { address, id: null }, null)).catch(
    () => null,
  );
  const contract = account
    .then(({ block, read, slots }) =>
      read === null
        ? null
        : // Several trips, one deadline for all of them: a person waits.
          withDeadline('The contract', DEADLINES_MS.chain, outer, (signal) =>
            describeContract(address, { ...read, slots, block }, (pack) => ask(rpc, signal, pack)),
          ),
    )
    .catch(() => null);
  const [{ chain, read }, described, facts] = await Promise.all([account, token, contract]);
  return { chainId: chainIn(chain, wanted), account: read?.account ?? null, token: described, contract: facts };
}

/** @throws RpcError when the endpoint serves another chain than the one wanted. */
function chainIn(outcome: RpcOutcome, wanted: number | null): number {
  if (!outcome.ok) throw outcome.error;
  const chainId = readQuantity(outcome.result, 'its chain id');
  if (chainId > BigInt(Number.MAX_SAFE_INTEGER) || (wanted !== null && chainId !== BigInt(wanted))) {
    throw new RpcError(`The RPC serves chain ${chainId}; check the address set for the chain that is asked about.`);
  }
  return Number(chainId);
}

async function resolve(rpc: Rpc, name: string, outer: AbortSignal): Promise<EnsAnswer> {
  const node = namehash(name);
  const view = (one: Ask, to: Address, functionName: 'resolver' | 'addr') => {
    const data = encodeFunctionData({ abi: ENS_ABI, functionName, args: [node] });
    return one({ method: 'eth_call', params: [{ to, data }, 'latest'] });
  };
  const { chain, resolver } = await ask(rpc, outer, async (one) => {
    const [chainAnswer, resolverAnswer] = await Promise.all([
      one({ method: 'eth_chainId', params: [] }),
      view(one, ENS_REGISTRY, 'resolver'),
    ]);
    return { chain: chainAnswer, resolver: resolverAnswer };
  });
  if (!chain.ok) throw chain.error;
  if (readQuantity(chain.result, 'its chain id') !== BigInt(ETHEREUM)) return { kind: 'no-chain' };
  const at = addressIn(resolver);
  const address = at === null ? null : addressIn(await ask(rpc, outer, (one) => view(one, at, 'addr')));
  return address === null ? { kind: 'none' } : { kind: 'address', address };
}

/** One round trip under its own deadline. @throws RpcError, DeadlineError */
function ask<T>(rpc: Rpc, outer: AbortSignal, pack: (ask: Ask) => Promise<T>): Promise<T> {
  return withDeadline('The chain', DEADLINES_MS.chain, outer, async (signal) => {
    const trip = openTrip(rpc, signal);
    const packed = pack(trip.ask);
    // When the endpoint fails as a whole, `send` says how; what was packed fails along with it.
    packed.catch(() => undefined);
    await trip.send();
    return packed;
  });
}

/** The address in one ABI word; `null` for nothing, nonsense and the zero address. */
function addressIn(outcome: RpcOutcome): Address | null {
  if (!outcome.ok || typeof outcome.result !== 'string') return null;
  const [, digits] = /^0x0{24}([0-9a-f]{40})$/iu.exec(outcome.result) ?? [];
  return digits === undefined || /^0+$/u.test(digits) ? null : lowerAddress(`0x${digits}`);
}

const ETHEREUM = 1;
/** docs.ens.domains/learn/deployments, 2026-11. */
const ENS_REGISTRY: Address = '0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e';
const ENS_ABI = parseAbi([
  'function resolver(bytes32 node) view returns (address)',
  'function addr(bytes32 node) view returns (address)',
]);

/** Names that ENSIP-15 leaves as they are: letters a to z, digits, single hyphens inside. */
const PLAIN_ENS = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+eth$/u;
