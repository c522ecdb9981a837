import {
  type Abi,
  type Address,
  createTestClient,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  getContractAddress,
  type Hex,
  http,
  numberToHex,
  publicActions,
  type TransactionReceipt,
  walletActions,
} from 'viem';
import { type Artefact, compileContracts, permit2Runtime } from '../contracts/compile.ts';
import { startAnvil } from './anvil.ts';
import {
  ACCOUNTS,
  type AccountName,
  COINBASE,
  type ContractName,
  DEPLOYMENTS,
  PERMIT2,
  PERMIT2_ABI,
  setUpCalls,
} from './fixture.ts';

export type { AccountName, ContractName } from './fixture.ts';

/** A local chain with the demo contracts deployed and the user funded; addresses are the same on every start. */
export interface Chain {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly contracts: Readonly<Record<ContractName, Address>>;
  readonly accounts: Readonly<Record<AccountName, { readonly address: Address; readonly privateKey: Hex }>>;
  readonly client: ReturnType<typeof clientFor>;
  /** ABI of a deployed contract; of Permit2 the functions tests use. */
  abi(contract: ContractName): Abi;
  /** Calldata for a function of a deployed contract. */
  encode(contract: ContractName, functionName: string, args?: readonly unknown[]): Hex;
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** Sends from one of the unlocked accounts and waits until it is mined; a revert is a receipt, not an error. */
  send(transaction: {
    readonly from: Address;
    readonly to?: Address;
    readonly data?: Hex;
    readonly value?: bigint;
    readonly gas?: bigint;
  }): Promise<TransactionReceipt>;
  /** Remembers the state; the returned function goes back to it. */
  snapshot(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

export interface ChainOptions {
  /** Absent or 0: a free port. */
  readonly port?: number;
  /** Default 31337. With 1, chain-bound lists and the token registry apply. */
  readonly chainId?: number;
  /** Seconds between blocks; absent mines each transaction at once. */
  readonly blockTime?: number;
}

/** Enough for each call of the tests; a real wallet would estimate. */
const SEND_GAS = 3_000_000n;

/** @example const chain = await startChain({ chainId: 1 }); try { ... } finally { await chain.stop(); } */
export async function startChain(options: ChainOptions = {}): Promise<Chain> {
  const chainId = options.chainId ?? 31_337;
  const anvil = await startAnvil({ port: options.port ?? 0, chainId });
  try {
    const chain = connect(`http://127.0.0.1:${anvil.port}`, chainId, anvil.stop);
    await deploy(chain);
    if (options.blockTime !== undefined) {
      await chain.request('evm_setAutomine', [false]);
      await chain.request('anvil_setIntervalMining', [options.blockTime]);
    }
    return chain;
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

function connect(rpcUrl: string, chainId: number, stop: () => Promise<void>): Chain {
  const client = clientFor(rpcUrl);
  const artefacts = compileContracts();
  const abi = (contract: ContractName): Abi =>
    contract === 'permit2' ? PERMIT2_ABI : artefactOf(artefacts, contract).abi;
  const request = async (method: string, params: readonly unknown[] = []): Promise<unknown> => {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const body: { result?: unknown; error?: { message: string } } = await response.json();
    if (body.error !== undefined) throw new Error(`${method}: ${body.error.message}`);
    return body.result;
  };
  return {
    rpcUrl,
    chainId,
    contracts: contractAddresses(),
    accounts: ACCOUNTS,
    client,
    abi,
    encode: (contract, functionName, args = []) => encodeFunctionData({ abi: abi(contract), functionName, args }),
    request,
    async send({ from, to, data, value, gas }) {
      const hash = await request('eth_sendTransaction', [
        { from, to, data, value: numberToHex(value ?? 0n), gas: numberToHex(gas ?? SEND_GAS) },
      ]);
      return client.waitForTransactionReceipt({ hash: `0x${String(hash).slice(2)}`, pollingInterval: 20 });
    },
    async snapshot() {
      const id = await request('evm_snapshot');
      return async () => {
        await request('evm_revert', [id]);
      };
    },
    stop,
  };
}

function clientFor(rpcUrl: string) {
  return createTestClient({ mode: 'anvil', transport: http(rpcUrl), pollingInterval: 20, cacheTime: 0 })
    .extend(publicActions)
    .extend(walletActions);
}

/** Each contract's address follows from who deploys it and in what order. */
function contractAddresses(): Record<ContractName, Address> {
  const nonces = new Map<AccountName, bigint>();
  const addresses: Record<string, Address> = {};
  for (const { name, by } of DEPLOYMENTS) {
    const nonce = nonces.get(by) ?? 0n;
    nonces.set(by, nonce + 1n);
    addresses[name] = getContractAddress({ from: ACCOUNTS[by].address, nonce });
  }
  const complete = (value: Record<string, Address>): value is Record<ContractName, Address> => 'token' in value;
  addresses.permit2 = getAddress(PERMIT2);
  if (!complete(addresses)) throw new Error('The deployment table is empty.');
  return addresses;
}

async function deploy(chain: Chain): Promise<void> {
  const artefacts = compileContracts();
  await chain.request('anvil_setCode', [PERMIT2, permit2Runtime()]);
  // anvil mines for 0x0 by default, and then a red pill that reads the coinbase is never fooled.
  await chain.request('anvil_setCoinbase', [COINBASE]);
  await chain.request('anvil_setBalance', [COINBASE, numberToHex(10n ** 18n)]);
  const hashes: unknown[] = [];
  const submit = async (from: Address, to: Address | null, data: Hex, value = 0n): Promise<void> => {
    const transaction = { from, ...(to === null ? {} : { to }), data, value: numberToHex(value) };
    hashes.push(await chain.request('eth_sendTransaction', [{ ...transaction, gas: numberToHex(SEND_GAS) }]));
  };
  for (const { name, by, args, value } of DEPLOYMENTS) {
    const { abi, bytecode } = artefactOf(artefacts, name);
    await submit(ACCOUNTS[by].address, null, encodeDeployData({ abi, bytecode, args: args(chain.contracts) }), value);
  }
  for (const { from, to, functionName, args, value } of setUpCalls(chain.contracts)) {
    await submit(ACCOUNTS[from].address, chain.contracts[to], chain.encode(to, functionName, args), value);
  }
  // On a busy machine anvil mines a moment after it has answered: no receipt yet is no revert.
  const receipts = await Promise.all(
    hashes.map((hash) => chain.client.waitForTransactionReceipt({ hash: `0x${String(hash).slice(2)}` })),
  );
  const failed = receipts.findIndex(({ status }) => status !== 'success');
  if (failed >= 0) throw new Error(`Step ${failed} of the chain set-up reverted; see tests/setup/fixture.ts.`);
}

function artefactOf(artefacts: Readonly<Record<string, Artefact>>, contract: ContractName): Artefact {
  const type = DEPLOYMENTS.find(({ name }) => name === contract)?.type;
  const artefact = type === undefined ? undefined : artefacts[type];
  if (artefact === undefined) throw new Error(`No compiled contract for "${contract}".`);
  return artefact;
}
