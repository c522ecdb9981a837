import type { Address, Hex } from 'viem';
import type { RpcOutcome } from '../rpc.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { ContractFacts } from '../Simulator.ts';
import type { Ask } from '../trip.ts';

export type ProxyFacts = Pick<ContractFacts, 'implementation' | 'proxy' | 'admin'>;

export const NO_PROXY: ProxyFacts = { implementation: null, proxy: null, admin: null };

/** What a contract's storage says of the code behind it; asked before its code is known. Never rejects. */
export async function readProxySlots(ask: Ask, address: Address): Promise<ProxySlots> {
  const slot = async (key: Hex): Promise<Address | null> =>
    addressIn(await ask({ method: 'eth_getStorageAt', params: [address, key, 'latest'] }));
  const [implementation, admin, beacon, uups, first] = await Promise.all([
    slot(IMPLEMENTATION_SLOT),
    slot(ADMIN_SLOT),
    slot(BEACON_SLOT),
    slot(PROXIABLE_SLOT),
    slot(FIRST_SLOT),
  ]);
  return { implementation, admin, beacon, proxiable: uups, first };
}

export interface ProxySlots {
  readonly implementation: Address | null;
  readonly admin: Address | null;
  readonly beacon: Address | null;
  readonly proxiable: Address | null;
  readonly first: Address | null;
}

/** @param code the contract's own code, `0x` when it has none. */
export function proxyOf(code: Hex, slots: ProxySlots): ProxyFacts {
  if (code === '0x') return NO_PROXY;
  const clone = cloneTarget(code);
  if (clone !== null) return { implementation: clone, proxy: 'eip1167', admin: null };
  const { implementation, admin, beacon, proxiable, first } = slots;
  if (implementation !== null) return { implementation, proxy: 'eip1967', admin };
  // The beacon names the code, for every proxy that hangs on it.
  if (beacon !== null) return { implementation: null, proxy: 'beacon', admin: beacon };
  if (proxiable !== null) return { implementation: proxiable, proxy: 'eip1822', admin: null };
  if (first !== null && isSafeProxy(code)) return { implementation: first, proxy: 'safe', admin: null };
  return NO_PROXY;
}

/** EIP-1967: keccak256 of `eip1967.proxy.implementation`, `.admin` and `.beacon`, each less one. */
const IMPLEMENTATION_SLOT = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';
const ADMIN_SLOT = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103';
const BEACON_SLOT = '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50';
/** EIP-1822: keccak256 of `PROXIABLE`. */
const PROXIABLE_SLOT = '0xc5f16f0fcc639fa48a6947836d9850f504798523bf8c9a3a87d5876cf622bcf7';
/** Words that say which code stands behind a proxy, by EIP-1967 and EIP-1822. */
export const PROXY_SLOTS: ReadonlySet<string> = new Set([IMPLEMENTATION_SLOT, ADMIN_SLOT, BEACON_SLOT, PROXIABLE_SLOT]);
/** Where a Safe's proxy keeps its singleton. */
const FIRST_SLOT = `0x${'0'.repeat(64)}` as const;

/** EIP-1167 and the two shorter spellings in use: Solady's with PUSH0, and 0age's. */
const CLONES = [
  /^0x363d3d373d3d3d363d73([0-9a-f]{40})5af43d82803e903d91602b57fd5bf3$/u,
  /^0x365f5f375f5f365f73([0-9a-f]{40})5af43d5f5f3e5f3d91602a57fd5bf3$/u,
  /^0x3d3d3d3d363d3d37363d73([0-9a-f]{40})5af43d3d93803e602a57fd5bf3$/u,
];

function cloneTarget(code: Hex): Address | null {
  if (code.length > LONGEST_CLONE) return null;
  for (const shape of CLONES) {
    const target = shape.exec(code.toLowerCase())?.[1];
    if (target !== undefined) return lowerAddress(`0x${target}`);
  }
  return null;
}

const LONGEST_CLONE = 2 + 2 * 45;

/** Every version of Safe's proxy answers `masterCopy()` itself, in less than half a kilobyte of code. */
function isSafeProxy(code: Hex): boolean {
  return code.length < 2 + 2 * 512 && code.toLowerCase().includes('a619486e');
}

/** A slot that holds one address and nothing else; `null` for nothing, nonsense and other data. */
export function addressIn(outcome: RpcOutcome): Address | null {
  if (!outcome.ok || typeof outcome.result !== 'string') return null;
  const [, digits] = /^0x0{24}([0-9a-f]{40})$/iu.exec(outcome.result) ?? [];
  // Counters and flags in the first slot are no address: nobody's address begins with eight zero bytes.
  return digits === undefined || /^0{16}/u.test(digits) ? null : lowerAddress(`0x${digits}`);
}
