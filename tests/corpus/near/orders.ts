import { keccak256, toHex } from 'viem';
import { ownContract } from '../attacks/Heist.ts';
import { type About, benign, type Stage, type TypedData } from '../benign/kit.ts';
import type { Case } from '../Case.ts';
import { type Contract, deployed } from '../protocols/contract.ts';
import { componentsOf, ITEM, item, ORDER_TYPES, type Order, seaport } from '../protocols/seaport.ts';
import { gallery, itemOf, UNIT, weth } from '../protocols/tokens.ts';
import { addressOf } from '../protocols/uniswap.ts';

const ABOUT: About = {
  origin: 'https://www.opencove.xyz',
  provenance: 'twins of c1-worthless-coin and c5-wyvern-hash',
};

/** As near as honest requests come to orders paid in nothing and to hashes that sell. */
export const NEAR_ORDERS: readonly Case[] = [
  order('buys-unsold', 'wrapped coin for a coin that no exchange has yet, agreed on between two', async (s) => ({
    offer: [item(ITEM.erc20, (await weth(s.world)).address, 0n, UNIT)],
    consideration: [{ ...item(ITEM.erc20, (await points(s)).address, 0n, 500n * UNIT), recipient: s.user }],
  })),
  order('sells-for-points', 'an item for points of the club whose own market it is', async (s) => ({
    offer: [item(ITEM.erc721, (await gallery(s.world)).address, itemOf(s.world, s.user), 1n)],
    consideration: [{ ...item(ITEM.erc20, (await points(s)).address, 0n, 500n * UNIT), recipient: s.user }],
  })),
  hash('no-proxy', 'no proxy', async () => undefined),
  hash('bare-proxy', 'a proxy that nothing is approved to', async (s, registry) => s.did(registry, 'registerProxy')),
  hash('revoked', 'a proxy whose approval was taken back', async (s, registry) => {
    const proxy = await proxyOf(s, registry);
    await s.did(await gallery(s.world), 'setApprovalForAll', [proxy, true]);
    await s.did(await gallery(s.world), 'setApprovalForAll', [proxy, false]);
  }),
  hash('closed', 'a proxy that the old exchange may not use any more', async (s, registry) => {
    await s.did(await gallery(s.world), 'setApprovalForAll', [await proxyOf(s, registry), true]);
    const call = { to: registry.address, abi: registry.abi, functionName: 'revokeAuthentication', args: [EXCHANGE] };
    await s.world.send(s.world.deployer, call);
  }),
];

function order(id: string, shape: string, make: (s: Stage) => Promise<Pick<Order, 'offer' | 'consideration'>>): Case {
  return benign(ABOUT, `twin-${id}`, 'C1', `Seaport: ${shape}`, async (s) => {
    const { seaport: market } = await seaport(s.world);
    const times = { startTime: await s.later(-60), endTime: await s.later(86_400), salt: 1n };
    const data: TypedData = {
      domain: { name: 'Seaport', version: '1.6', chainId: s.world.chainId, verifyingContract: market.address },
      types: ORDER_TYPES,
      primaryType: 'OrderComponents',
      message: componentsOf({ offerer: s.user, ...(await make(s)), ...times }),
    };
    return s.typed(data);
  });
}

function hash(id: string, shape: string, before: (s: Stage, registry: Contract) => Promise<unknown>): Case {
  return benign(ABOUT, `twin-hash-${id}`, 'C5', `a bare hash, the account with ${shape}`, async (s) => {
    const artifact = ownContract('HashRegistry');
    const registry = { address: await s.world.deployAt(REGISTRY, artifact, [EXCHANGE]), abi: artifact.abi };
    await before(s, registry);
    return s.ask('personal_sign', [keccak256(toHex('a Safe transaction')), s.user]);
  });
}

async function proxyOf(s: Stage, registry: Contract): Promise<`0x${string}`> {
  await s.did(registry, 'registerProxy');
  return addressOf(await s.world.read(registry.address, registry.abi, 'proxies', [s.user]));
}

function points(s: Stage): Promise<Contract> {
  return deployed(s.world, ownContract('Coin'), ['Cove Points', 'COVE', 18], { key: 'points' });
}

const REGISTRY = '0xa5409ec958C83C3f309868babACA7c86DCB077c1';
const EXCHANGE = '0x7Be8076f4EA4A4AD08075C2508e481d6C946D12b';
