import type { Address } from 'viem';
import type { Chain, ContractName } from '../setup/chain.ts';
import { PERMIT2 } from '../setup/fixture.ts';

/** Everything of the fixture's that somebody may hold or have granted, read from mined state. */
export interface Holdings {
  readonly assets: ReadonlyMap<string, bigint>;
  readonly permissions: ReadonlyMap<string, bigint>;
}

const FUNGIBLE: readonly ContractName[] = ['token', 'token2', 'weth', 'batchToken', 'silentToken', 'counterfeit'];
const NFT_IDS = [1n, 2n, 3n, 11n, 1000n];
const ITEM_IDS = [7n, 8n];
const MAX_PERMIT2_WORDS = 3;

export async function holdingsOf(chain: Chain, who: Address): Promise<Holdings> {
  const { contracts, client } = chain;
  const spenders: readonly Address[] = [contracts.drainer, contracts.router, contracts.permit2];
  const assets = new Map<string, bigint>([['native', await client.getBalance({ address: who })]]);
  const permissions = new Map<string, bigint>();
  const word = async (contract: ContractName, functionName: string, args: readonly unknown[]): Promise<bigint> => {
    try {
      const data = await chain.request('eth_call', [
        { to: contracts[contract], data: chain.encode(contract, functionName, args) },
        'latest',
      ]);
      return BigInt(String(data).slice(0, 66));
    } catch {
      // An item that does not exist has no owner.
      return 0n;
    }
  };
  for (const contract of FUNGIBLE) {
    const address = contracts[contract].toLowerCase();
    assets.set(`erc20 ${address}`, await word(contract, 'balanceOf', [who]));
    for (const spender of spenders) {
      const key = `allowance ${address} ${spender.toLowerCase()}`;
      permissions.set(key, await word(contract, 'allowance', [who, spender]));
    }
  }
  for (const id of NFT_IDS) {
    const owner = await word('nft', 'ownerOf', [id]);
    const at = contracts.nft.toLowerCase();
    assets.set(`erc721 ${at} #${id}`, owner === BigInt(who) ? 1n : 0n);
    const approved = await word('nft', 'getApproved', [id]);
    for (const spender of spenders) {
      permissions.set(`item ${at} #${id} ${spender.toLowerCase()}`, approved === BigInt(spender) ? 1n : 0n);
    }
  }
  for (const id of ITEM_IDS) {
    assets.set(`erc1155 ${contracts.items.toLowerCase()} #${id}`, await word('items', 'balanceOf', [who, id]));
  }
  for (const spender of spenders) {
    for (const contract of ['nft', 'items'] as const) {
      const key = `operator ${contracts[contract].toLowerCase()} ${spender.toLowerCase()}`;
      permissions.set(key, await word(contract, 'isApprovedForAll', [who, spender]));
    }
    const key = `permit2 ${contracts.token.toLowerCase()} ${spender.toLowerCase()}`;
    permissions.set(key, await permit2Amount(chain, who, contracts.token, spender));
  }
  return { assets, permissions };
}

/** Rows that differ, in the words of `deltasIn` and `permissionsIn`. `feeWei` is given back to the ether row. */
export function difference(before: Holdings, after: Holdings, feeWei: bigint) {
  const assets = [...after.assets].flatMap(([key, now]) => {
    const delta = now - (before.assets.get(key) ?? 0n) + (key === 'native' ? feeWei : 0n);
    return delta === 0n ? [] : [`${key} ${delta}`];
  });
  const permissions = [...after.permissions].flatMap(([key, now]) => {
    const was = before.permissions.get(key) ?? 0n;
    return now === was ? [] : [`${key} ${was}->${now}`];
  });
  return { assets: assets.sort(), permissions: permissions.sort() };
}

async function permit2Amount(chain: Chain, owner: Address, token: Address, spender: Address): Promise<bigint> {
  const words = [owner, token, spender].map((address) => address.slice(2).toLowerCase().padStart(64, '0'));
  // allowance(address,address,address)
  const answer = await chain.request('eth_call', [{ to: PERMIT2, data: `0x927da105${words.join('')}` }, 'latest']);
  if (String(answer).length !== 2 + 64 * MAX_PERMIT2_WORDS) throw new Error('Permit2 did not answer.');
  return BigInt(String(answer).slice(0, 66));
}
