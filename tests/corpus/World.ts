import type { Abi, Address, Hex } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';

/** Contract code and its interface, from an npm package's artefact or compiled from its source. */
export interface Artifact {
  readonly name: string;
  readonly abi: Abi;
  readonly bytecode: Hex;
}

/** A local chain with real contracts on it. Everything deployed is remembered by key, so cases share it. */
export interface World {
  readonly rpcUrl: string;
  readonly chainId: number;
  /** Funded people who sign; the world can sign as them, as a wallet would after Continue. */
  readonly users: readonly Address[];
  /** Who robs; funded. */
  readonly attacker: Address;
  /** An honest counterparty; funded. */
  readonly friend: Address;
  /** Who deploys honest contracts and owns them. */
  readonly deployer: Address;
  /** Deploys once per key and gives the address; `from` is `deployer` unless told. */
  deploy(
    key: string,
    artifact: Artifact,
    args?: readonly unknown[],
    options?: { from?: Address; valueWei?: bigint },
  ): Promise<Address>;
  /** As `deploy`, but at an address of your choice (canonical infrastructure): code and the constructor's storage. */
  deployAt(at: Address, artifact: Artifact, args?: readonly unknown[]): Promise<Address>;
  /** Sends a transaction as one of the world's accounts and waits until it is mined. @throws when it reverts. */
  send(
    from: Address,
    call: { to: Address; abi: Abi; functionName: string; args?: readonly unknown[]; valueWei?: bigint },
  ): Promise<Hex>;
  /** The same with bytes of your own; any address may send, Safes and other contracts too. */
  sendRaw(from: Address, call: { to: Address; data?: Hex; valueWei?: bigint }): Promise<Hex>;
  read(to: Address, abi: Abi, functionName: string, args?: readonly unknown[]): Promise<unknown>;
  /** Any JSON-RPC method of the chain, cheats included. */
  rpc(method: string, params: readonly unknown[]): Promise<unknown>;
  /** Runs once per key: the set-up that several cases share. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  nowSeconds(): Promise<bigint>;
  /** The keys of a user, the attacker, the friend or the deployer: signs as their wallet would. */
  signer(address: Address): PrivateKeyAccount;
}
