import type { Address, Hex } from 'viem';

/**
 * A key everybody knows (the keccak256 of the words "countersign: a key everybody knows") and what it signed: with its
 * account in the user's place, a program can be asked whether it takes such a signature, and the user signs nothing.
 */
export const TRIAL_ACCOUNT: Address = '0xa867f2847b4bf9ba76cbbff17546be6fdc40f71f';

/** keccak256 of "countersign: does this account take a prefixed hash for an order?". */
export const TRIAL_HASH: Hex = '0x5caae872e17d54dad4b4d682a765eaceef8aebb0fa7db1228f68bb9aa71b43fe';

/** `personal_sign` of the 32 bytes of `TRIAL_HASH`, and of its hex text. */
export const TRIAL_SIGNATURES: Readonly<Record<'bytes' | 'text', Hex>> = {
  bytes:
    '0x8565d194d7cbd419ea7dd587019a9cd2f2a16cf394da80da7b3a34672a54a83d0280d56e0cc14cb6f69dd0d823793935785e02c8b724a558158252deaf8fd7f21b',
  text: '0xa5592fb9eccb38b6aa03f5099cbb98d27348caf36585a3b6479514d39c1463381cd631ec542f1072bdf809173a61dabb170aafb8777ab896133b9a4c70b1e4591c',
};

/** Another hash, under which none of the signatures is good. */
export const OTHER_HASH: Hex = '0x5caae872e17d54dad4b4d682a765eaceef8aebb0fa7db1228f68bb9aa71b43ff';
