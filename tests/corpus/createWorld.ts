import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Abi,
  type Address,
  createPublicClient,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  http,
  keccak256,
  numberToHex,
  type PublicClient,
  type TransactionReceipt,
  toHex,
} from 'viem';
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { permit2Runtime } from '../contracts/compile.ts';
import { startAnvil } from '../setup/anvil.ts';
import type { Artifact, World } from './World.ts';

export interface WorldOptions {
  /** Default 1: there the chain-bound lists and the token registry apply. Everything deployed is unknown to them. */
  readonly chainId?: number;
  /** How many people sign; default 8. */
  readonly users?: number;
}

export type OpenWorld = World & {
  /**
   * Runs `work` and takes back what it did to the chain, except the shared set-up (`deploy`, `deployAt`, `once`) it was
   * the first to need: that is made again, alone, for those who come after.
   */
  isolate<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export const PERMIT2: Address = '0x000000000022D473030F116dDEE9F6B43aC78BA3';
/** anvil mines for 0x0 by default, and then a red pill that reads the coinbase is never fooled. */
const COINBASE: Address = '0x4838B106FCe9647Bdf1E7877BF73cE8B0BAD5f97';
const ETHER = 10n ** 18n;
const FUNDS_WEI = 1000n * ETHER;
const BASE_FEE_WEI = numberToHex(2n * 10n ** 9n);
const SEND_GAS = 15_000_000n;
const RECEIPT_PAUSE_MS = 5;
const RECEIPT_TRIES = 800;
const SENDS = 3;
const TRIES_BEFORE_NUDGE = 100;

/** @example const world = await createWorld(); try { ... } finally { await world.close(); } */
export async function createWorld(options: WorldOptions = {}): Promise<OpenWorld> {
  const chainId = options.chainId ?? 1;
  const anvil = await startAnvil({ port: 0, chainId });
  try {
    const world = new AnvilWorld(`http://127.0.0.1:${anvil.port}`, chainId, options.users ?? 8, anvil.stop);
    await world.begin();
    return world;
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

/** Keys nobody uses: a list that names one of these addresses would have to come from here. */
function accountNamed(name: string): PrivateKeyAccount {
  return privateKeyToAccount(keccak256(toHex(`countersign corpus ${name}`)));
}

class AnvilWorld implements OpenWorld {
  readonly users: readonly Address[];
  readonly attacker: Address;
  readonly friend: Address;
  readonly deployer: Address;
  readonly close: () => Promise<void>;
  readonly #accounts: ReadonlyMap<string, PrivateKeyAccount>;
  readonly #client: PublicClient;
  readonly #made = new Map<string, Promise<unknown>>();
  /** Shared set-up first asked for inside `isolate`, outermost calls only, in order. */
  #journal: (() => Promise<unknown>)[] | null = null;
  /** True within a `make` of `once`. */
  readonly #inside = new AsyncLocalStorage<boolean>();
  /** One sender at a time: a deployment borrows its sender's nonce. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly rpcUrl: string,
    readonly chainId: number,
    users: number,
    close: () => Promise<void>,
  ) {
    this.close = close;
    this.#client = createPublicClient({ transport: http(rpcUrl), pollingInterval: 5, cacheTime: 0 });
    const named = (name: string): PrivateKeyAccount => accountNamed(name);
    const people = Array.from({ length: users }, (_, index) => named(`user ${index}`));
    const [attacker, friend, deployer] = [named('attacker'), named('friend'), named('deployer')];
    this.users = people.map(({ address }) => address);
    this.attacker = attacker.address;
    this.friend = friend.address;
    this.deployer = deployer.address;
    this.#accounts = new Map([...people, attacker, friend, deployer].map((one) => [one.address.toLowerCase(), one]));
  }

  async begin(): Promise<void> {
    await this.rpc('anvil_setCoinbase', [COINBASE]);
    await this.rpc('anvil_setCode', [PERMIT2, permit2Runtime()]);
    await this.rpc('anvil_autoImpersonateAccount', [true]);
    for (const address of [COINBASE, ...this.users, this.attacker, this.friend, this.deployer]) {
      await this.rpc('anvil_setBalance', [address, numberToHex(FUNDS_WEI)]);
    }
    // It fills the pools of the whole corpus.
    await this.rpc('anvil_setBalance', [this.deployer, numberToHex(100n * FUNDS_WEI)]);
    await this.rpc('anvil_mine', ['0x20']);
  }

  signer(address: Address): PrivateKeyAccount {
    const account = this.#accounts.get(address.toLowerCase());
    if (account === undefined) throw new Error(`The world holds no key for ${address}.`);
    return account;
  }

  deploy(
    key: string,
    artifact: Artifact,
    args: readonly unknown[] = [],
    options: { from?: Address; valueWei?: bigint } = {},
  ): Promise<Address> {
    return this.once(`deploy ${key}`, () =>
      this.#inTurn(async () => {
        const from = options.from ?? this.deployer;
        // The nonce follows from the key, so the address does too, whatever was deployed before.
        const nonce = BigInt(keccak256(toHex(`deploy ${key}`)).slice(0, 12));
        const before = await this.rpc('eth_getTransactionCount', [from, 'latest']);
        await this.rpc('anvil_setNonce', [from, numberToHex(nonce)]);
        const data = encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] });
        await this.#mine({ from, data, value: options.valueWei ?? 0n }, `deployment of ${artifact.name} (${key})`);
        await this.rpc('anvil_setNonce', [from, before]);
        return getContractAddress({ from, nonce });
      }),
    );
  }

  deployAt(at: Address, artifact: Artifact, args: readonly unknown[] = []): Promise<Address> {
    return this.once(`deploy at ${at.toLowerCase()}`, async () => {
      const data = encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] });
      const what = `deployment of ${artifact.name} at ${at}`;
      const { contractAddress, transactionHash } = await this.#inTurn(() =>
        this.#mine({ from: this.deployer, data, value: 0n }, what),
      );
      if (contractAddress == null) throw new Error(`The ${what} made no contract.`);
      await this.rpc('anvil_setCode', [at, await this.rpc('eth_getCode', [contractAddress, 'latest'])]);
      for (const [slot, value] of await this.#storageWritten(transactionHash, contractAddress)) {
        await this.rpc('anvil_setStorageAt', [at, slot, value]);
      }
      return at;
    });
  }

  async send(
    from: Address,
    call: { to: Address; abi: Abi; functionName: string; args?: readonly unknown[]; valueWei?: bigint },
  ): Promise<Hex> {
    const data = encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: [...(call.args ?? [])] });
    return this.sendRaw(from, { to: call.to, data, valueWei: call.valueWei ?? 0n });
  }

  async sendRaw(from: Address, call: { to: Address; data?: Hex; valueWei?: bigint }): Promise<Hex> {
    const { to, data = '0x', valueWei = 0n } = call;
    const { transactionHash } = await this.#inTurn(() =>
      this.#mine({ from, to, data, value: valueWei }, `${data.slice(0, 10)} to ${to}`),
    );
    return transactionHash;
  }

  read(to: Address, abi: Abi, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    return this.#client.readContract({ address: to, abi, functionName, args: [...args] });
  }

  async rpc(method: string, params: readonly unknown[]): Promise<unknown> {
    const response = await fetch(this.rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const body: { result?: unknown; error?: { message: string; data?: unknown } } = await response.json();
    if (body.error !== undefined) {
      throw new Error(`${method}: ${body.error.message} ${JSON.stringify(body.error.data ?? '')}`);
    }
    return body.result;
  }

  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(key);
    // The key names one kind of thing: what was made under it is what `make` makes.
    if (known !== undefined) return known as Promise<T>;
    const run = (): Promise<T> => this.#remember(key, this.#inside.run(true, make));
    if (this.#inside.getStore() !== true) this.#journal?.push(run);
    return run();
  }

  async isolate<T>(work: () => Promise<T>): Promise<T> {
    if (this.#journal !== null) throw new Error('isolate does not nest.');
    const before = new Set(this.#made.keys());
    const snapshot = await this.rpc('evm_snapshot', []);
    // Quiet blocks let the base fee fall to nothing, which no live chain shows.
    await this.rpc('anvil_setNextBlockBaseFeePerGas', [BASE_FEE_WEI]);
    await this.rpc('anvil_mine', ['0x1']);
    this.#journal = [];
    try {
      return await work();
    } finally {
      const journal = this.#journal;
      this.#journal = null;
      await this.rpc('evm_revert', [snapshot]);
      for (const key of [...this.#made.keys()]) if (!before.has(key)) this.#made.delete(key);
      for (const make of journal) await make();
    }
  }

  async nowSeconds(): Promise<bigint> {
    return (await this.#client.getBlock()).timestamp;
  }

  #remember<T>(key: string, making: Promise<T>): Promise<T> {
    this.#made.set(key, making);
    making.catch(() => this.#made.delete(key));
    return making;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine;
    return mine;
  }

  async #mine(
    call: { from: Address; to?: Address; data: Hex; value: bigint },
    what: string,
  ): Promise<TransactionReceipt> {
    const receipt = await this.#sentAndMined(call);
    if (receipt.status !== 'success') throw new Error(`The ${what} reverted: ${await this.#whyReverted(call)}`);
    return receipt;
  }

  /** On a busy machine anvil's pool now and then keeps a transaction for good: it is dropped there and sent again. */
  async #sentAndMined(call: { from: Address; to?: Address; data: Hex; value: bigint }): Promise<TransactionReceipt> {
    const { value, ...rest } = call;
    const sent: Hex[] = [];
    for (let times = 0; times < SENDS; times += 1) {
      // Left to itself, anvil counts from what its pool remembers, snapshots taken back or not.
      const nonce = await this.rpc('eth_getTransactionCount', [call.from, 'latest']);
      const hash = await this.rpc('eth_sendTransaction', [
        { ...rest, nonce, value: numberToHex(value), gas: numberToHex(SEND_GAS) },
      ]);
      sent.push(`0x${String(hash).slice(2)}`);
      const receipt = await this.#receiptOf(sent.at(-1) ?? '0x');
      if (receipt !== null) return receipt;
      await this.rpc('anvil_dropTransaction', [hash]);
    }
    throw new Error(`${sent.join(', ')}: not mined; is automine on?`);
  }

  /** viem waits for a higher block than the last it saw, and after a snapshot is taken back there may be none. */
  async #receiptOf(hash: Hex): Promise<TransactionReceipt | null> {
    for (let tries = 0; tries < RECEIPT_TRIES; tries += 1) {
      if ((await this.rpc('eth_getTransactionReceipt', [hash])) !== null)
        return this.#client.getTransactionReceipt({ hash });
      // anvil now and then misses that there is something to mine.
      if (tries % TRIES_BEFORE_NUDGE === TRIES_BEFORE_NUDGE - 1) await this.rpc('evm_mine', []);
      await new Promise((resolve) => setTimeout(resolve, RECEIPT_PAUSE_MS));
    }
    return null;
  }

  async #whyReverted({ value, ...call }: { from: Address; to?: Address; data: Hex; value: bigint }): Promise<string> {
    try {
      await this.rpc('eth_call', [{ ...call, value: numberToHex(value) }, 'latest']);
      return 'no reason given';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async #storageWritten(hash: Hex, contract: Address): Promise<[string, string][]> {
    const diff = await this.rpc('debug_traceTransaction', [
      hash,
      { tracer: 'prestateTracer', tracerConfig: { diffMode: true } },
    ]);
    const post = memberOf(memberOf(memberOf(diff, 'post'), contract.toLowerCase()), 'storage');
    return Object.entries(post ?? {}).map(([slot, value]) => [slot, String(value)]);
  }
}

function memberOf(value: unknown, key: string): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const member: unknown = Reflect.get(value, key);
  return typeof member === 'object' && member !== null ? member : undefined;
}
