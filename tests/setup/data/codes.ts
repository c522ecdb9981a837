import { createRequire } from 'node:module';
import * as v from 'valibot';
import { type Hex, keccak256 } from 'viem';
import { codeCore } from '../../../src/simulate/contractFacts/codeCore.ts';
import { installedVersion } from './packages.ts';
import type { Rows } from './registryTables.ts';

const require = createRequire(import.meta.url);
const SAFE = '@safe-global/safe-smart-account';
const V2 = '@uniswap/v2-core';
const OZ = '@openzeppelin/contracts';

/** Published contracts without immutables, whose code on a chain is the package's, byte for byte. */
const PUBLISHED = [
  ['Safe Proxy 1.5.0', SAFE, 'build/artifacts/contracts/proxies/SafeProxy.sol/SafeProxy.json'],
  ['Safe 1.5.0', SAFE, 'build/artifacts/contracts/Safe.sol/Safe.json'],
  ['Safe L2 1.5.0', SAFE, 'build/artifacts/contracts/SafeL2.sol/SafeL2.json'],
  ['Safe Factory 1.5.0', SAFE, 'build/artifacts/contracts/proxies/SafeProxyFactory.sol/SafeProxyFactory.json'],
  [
    'Safe Fallback Handler 1.5.0',
    SAFE,
    'build/artifacts/contracts/handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler.json',
  ],
  [
    'Safe MultiSend (calls only) 1.5.0',
    SAFE,
    'build/artifacts/contracts/libraries/MultiSendCallOnly.sol/MultiSendCallOnly.json',
  ],
  ['Uniswap V2 pair', V2, 'build/UniswapV2Pair.json'],
  ['Uniswap V2 factory', V2, 'build/UniswapV2Factory.json'],
  ['OpenZeppelin upgradeable proxy', OZ, 'build/contracts/ERC1967Proxy.json'],
  ['OpenZeppelin proxy admin', OZ, 'build/contracts/ProxyAdmin.json'],
  ['OpenZeppelin beacon', OZ, 'build/contracts/UpgradeableBeacon.json'],
] as const;

const Artefact = v.object({
  deployedBytecode: v.optional(v.string()),
  evm: v.optional(v.object({ deployedBytecode: v.object({ object: v.string() }) })),
});

/** Only hashes are compiled in; read back in `src/registry/codes.ts`. */
export function codeRows(): Rows {
  return PUBLISHED.flatMap(([name, folder, path]) => {
    const { deployedBytecode, evm } = v.parse(Artefact, require(`${folder}/${path}`));
    const digits = (deployedBytecode ?? evm?.deployedBytecode.object ?? '').replace(/^0x/u, '');
    if (!/^(?:[0-9a-f]{2})+$/u.test(digits)) throw new TypeError(`${folder}: no bytecode in ${path}`);
    const code: Hex = `0x${digits}`;
    const core = codeCore(code);
    const source = `npm ${folder} ${installedVersion(folder)}`;
    return [[keccak256(code), 'exact', name, source], ...(core === null ? [] : [[core, 'core', name, source]])];
  });
}
