import type { Address } from 'viem';

/**
 * Safe's own libraries that a Safe is meant to run as its own code: they sign a message, deploy a contract, or move the
 * Safe to another of its official versions. None passes command to anybody. Source: npm @safe-global/safe-deployments
 * 1.37.56 (`sign_message_lib`, `create_call`, `safe_migration`, `safe_to_l2_migration`).
 */
export function isSafeLibrary(address: Address): boolean {
  return LIBRARIES.has(address.toLowerCase());
}

const LIBRARIES: ReadonlySet<string> = new Set([
  '0xa65387f16b013cf2af4605ad8aa5ec25a2cba3a2', // SignMessageLib 1.3.0
  '0x98ffbbf51bb33a056b08ddf711f289936aaff717',
  '0x357147caf9c0cca67dfa0cf5369318d8193c8407',
  '0xd53cd0ab83d845ac265be939c57f53ad838012c9', // SignMessageLib 1.4.1
  '0xaca1ec0a1a575cdccf1dc3d5d296202eb6061888',
  '0x4ffef8222648872b3de295ba1e49110e61f5b5aa', // SignMessageLib 1.5.0
  '0x8538fcbccba7f5303d2c679fa5d7a629a8c9bf4a', // CreateCall 1.1.1
  '0x7cbb62eaa69f79e6873cd1ecb2392971036cfaa4', // CreateCall 1.3.0
  '0xb19d6ffc2182150f8eb585b79d4abcd7c5640a9d',
  '0xcb8e5e438c5c2b45fbe17b02ca9af91509a8ad56',
  '0x9b35af71d77eaf8d7e40252370304687390a1a52', // CreateCall 1.4.1
  '0xaaa566fe7978bb0fb0b5362b7ba23038f4428d8f',
  '0x2ef5ecfbea521449e4de05edb1ce63b75eda90b4', // CreateCall 1.5.0
  '0x526643f69b81b008f46d95cd5ced5ec0edffdac6', // SafeMigration 1.4.1
  '0x817756c6c555a94bcee39eb5a102abc1678b09a7',
  '0xff83f6335d8930cbad1c0d439a841f01888d9f69', // SafeToL2Migration 1.4.1
  '0xa26620d1f8f1a2433f0d25027f141aacafb3e590',
  '0x6439e7abd8bb915a5263094784c5cf561c4172ac', // SafeMigration 1.5.0
]);
