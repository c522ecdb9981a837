import { type Address, concatHex, type Hex, keccak256, numberToHex, padHex } from 'viem';
import { wordsIn } from './selectorsIn.ts';

/** Where Solidity may keep a mapping among a contract's first variables. */
const FIRST_MAPPINGS = 12;
/** Roles are constants of the code; more than these nobody defines. */
const MAX_ROLES = 6;
/** Variables before an AccessControl's table. */
const FIRST_TABLES = 3;
/** OpenZeppelin's AccessControl behind a proxy (ERC-7201 `openzeppelin.storage.AccessControl`). */
const ROLES_SLOT = '0x02dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800';
const ON: Hex = numberToHex(1n, { size: 32 });

/**
 * Storage that puts `caller` on every list a contract may keep of those it obeys: `mapping(address => bool)` among its
 * first variables, and the roles of an AccessControl whose names stand in the code. Keys are made of the caller alone,
 * so no permission that a user gives for themselves is touched.
 */
export function listedCaller(caller: Address, programs: readonly Hex[]): Readonly<Record<Hex, Hex>> {
  const slots = Array.from({ length: FIRST_MAPPINGS }, (_, index) => keyOf(padHex(caller, { size: 32 }), at(index)));
  const roles = [at(0), ...programs.flatMap(wordsIn).slice(0, MAX_ROLES)];
  const tables = [ROLES_SLOT, ...Array.from({ length: FIRST_TABLES }, (_, index) => at(index))] as const;
  const held = tables.flatMap((table) => roles.map((role) => keyOf(padHex(caller, { size: 32 }), keyOf(role, table))));
  return Object.fromEntries([...slots, ...held].map((slot) => [slot, ON]));
}

/** The slot of a mapping's value (Solidity's storage layout). */
function keyOf(key: Hex, slot: Hex): Hex {
  return keccak256(concatHex([key, slot]));
}

function at(index: number): Hex {
  return numberToHex(index, { size: 32 });
}
