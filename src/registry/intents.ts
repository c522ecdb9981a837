import type { Descriptor } from '../decode/descriptor.ts';
import { readAddress } from '../text/hex.ts';
import { lazy, type Table } from './table.ts';

/**
 * The packaged ERC-7730 descriptors, as `tests/setup/data/intents.ts` writes them: owner, `chain:address` parted by spaces,
 * then `selector=intent`. Hints: what a contract calls its functions, quoted and believed nowhere.
 */
export function createDescriptors(table: Table, date: string | null): () => readonly Descriptor[] {
  return lazy(() =>
    table.rows().map(([owner = '', deployments = '', ...intents]) => ({
      deployments: deployments.split(' ').flatMap(deploymentOf),
      intents: new Map(intents.map((text) => parted(text, '='))),
      owner: owner === '' ? null : owner,
      date,
    })),
  );
}

function deploymentOf(text: string): Descriptor['deployments'] {
  const [chainId, address] = parted(text, ':');
  const read = readAddress(address);
  return read === null ? [] : [{ chainId: Number(chainId), address: read }];
}

function parted(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + 1)];
}
