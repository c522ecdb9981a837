import { type Address, keccak256, maxUint256, toFunctionSelector, toHex } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Case } from '../Case.ts';
import { type Contract, dataOf, deployed, own } from '../protocols/contract.ts';
import { safeOf } from '../protocols/safe.ts';
import { DOLLAR_UNIT, dollar, MILLION, meadow, UNIT } from '../protocols/tokens.ts';
import type { World } from '../World.ts';
import { type About, benign, members, type Stage, type TypedData } from './kit.ts';
import { erc2612 } from './permitData.ts';

const ROUTE: About = {
  origin: 'https://app.saltmarshroute.xyz',
  provenance: 'EIP-2535; rollup routers in packed bytes',
};
const YOUNG: About = {
  origin: 'https://app.youngharbour.xyz',
  provenance: 'npm @openzeppelin/contracts 5.7.0 proxies, TimelockController',
};
const PAY: About = { origin: 'https://pay.tidewatershop.xyz', provenance: 'ERC-3009 (EIPs); Circle FiatToken' };

const MDW = 250n * UNIT;
const HBD = 250n * DOLLAR_UNIT;

async function diamond(world: World): Promise<Contract> {
  const facet = await deployed(world, own('Aggregator'), [], { key: 'Aggregator facet' });
  const selectors = facet.abi.flatMap((one) => (one.type === 'function' ? [toFunctionSelector(one)] : []));
  return deployed(world, own('Diamond'), [facet.address, selectors]);
}

/** EIP-1167. */
async function clone(world: World): Promise<Address> {
  const behind = await deployed(world, own('Aggregator'), [], { key: 'Aggregator to clone' });
  const bytecode =
    `0x3d602d80600a3d3981f3363d3d373d3d3d363d73${behind.address.slice(2)}5af43d82803e903d91602b57fd5bf3` as const;
  return world.deploy('benign Aggregator clone', { name: 'Clone', abi: [], bytecode });
}

const young = async (world: World): Promise<Contract> => {
  const code = await deployed(world, own('YoungVault'));
  const start = dataOf(code, 'initialize', [world.deployer]);
  return deployed(world, own('YoungProxy'), [code.address, start]);
};

/** A proxy whose ProxyAdmin belongs to `owner`. */
async function administered(world: World, owner: Address): Promise<Contract> {
  const code = await deployed(world, own('YoungVault'));
  const start = dataOf(code, 'initialize', [world.deployer]);
  return deployed(world, own('AdminProxy'), [code.address, owner, start], { key: `AdminProxy ${owner}` });
}

const delayed = async (world: World): Promise<Contract> =>
  administered(world, (await deployed(world, own('Delay'), [[world.deployer]])).address);

const approvals: readonly Case[] = [
  ...(
    [
      ['approve-diamond', 'a diamond', async (world) => (await diamond(world)).address],
      ['approve-clone', 'a minimal proxy of an aggregator', clone],
      ['approve-young-proxy', 'a UUPS proxy of one owner', async (world) => (await young(world)).address],
      ['approve-delayed-proxy', 'a proxy behind a timelock', async (world) => (await delayed(world)).address],
      [
        'approve-safe-proxy',
        'a proxy behind a Safe of two',
        async (world) =>
          (await administered(world, (await safeOf(world, [world.deployer, world.friend], 2n)).address)).address,
      ],
    ] satisfies readonly (readonly [string, string, (world: World) => Promise<Address>])[]
  ).map(([id, code, spender]) =>
    benign(id.includes('proxy') ? YOUNG : ROUTE, id, 'A1', `ERC20.approve without limit to ${code}`, async (s) =>
      s.send(await meadow(s.world), 'approve', [await spender(s.world), maxUint256]),
    ),
  ),
  benign(YOUNG, 'approve-young-proxy-exact', 'A1', 'ERC20.approve of one deposit to a UUPS proxy', async (s) =>
    s.send(await meadow(s.world), 'approve', [(await young(s.world)).address, s.part(MDW)]),
  ),
  benign(ROUTE, 'approve-compact-router', 'A1', 'ERC20.approve of one swap to a packed router', async (s) =>
    s.send(await meadow(s.world), 'approve', [await compact(s.world), s.part(MDW)]),
  ),
];

const compact = async (world: World): Promise<Address> => (await deployed(world, own('CompactRouter'))).address;

const permits: readonly Case[] = [
  benign(ROUTE, 'permit-diamond', 'B1', 'Permit (ERC-2612) to a diamond', async (s) =>
    permit(s, (await diamond(s.world)).address),
  ),
  benign(ROUTE, 'permit-compact-router', 'B1', 'Permit (ERC-2612) to a packed router', async (s) =>
    permit(s, await compact(s.world)),
  ),
  benign(YOUNG, 'permit-young-proxy', 'B1', 'Permit (ERC-2612) of one deposit to a UUPS proxy', async (s) =>
    permit(s, (await young(s.world)).address),
  ),
  benign(YOUNG, 'permit-delayed-proxy', 'B1', 'Permit (ERC-2612) to a proxy behind a timelock', async (s) =>
    permit(s, (await delayed(s.world)).address),
  ),
];

async function permit(s: Stage, spender: Address) {
  return s.typed(await erc2612(s, await dollar(s.world), 'Harbor Dollar', spender, s.part(HBD)));
}

const payments: readonly Case[] = [
  benign(PAY, 'pay-checkout', 'B5', 'ReceiveWithAuthorization to a checkout contract', async (s) =>
    s.typed(await receive(s, await checkout(s.world), s.part(HBD))),
  ),
  benign(PAY, 'pay-checkout-everything', 'B5', 'ReceiveWithAuthorization of nearly all to a checkout', async (s) =>
    s.typed(await receive(s, await checkout(s.world), MILLION * DOLLAR_UNIT)),
  ),
  benign(PAY, 'pay-smart-account', 'B5', 'ReceiveWithAuthorization to the seller’s smart account', async (s) =>
    s.typed(await receive(s, await seller(s.world), s.part(HBD))),
  ),
  benign(PAY, 'pay-treasury', 'B5', 'ReceiveWithAuthorization to a Safe', async (s) =>
    s.typed(await receive(s, (await safeOf(s.world, [s.world.deployer, s.world.friend], 2n)).address, s.part(HBD))),
  ),
];

const checkout = async (world: World): Promise<Address> => (await deployed(world, own('Checkout'))).address;

/** An ERC-4337 account of one owner. */
async function seller(world: World): Promise<Address> {
  const json = (name: string) => readArtifact(`@account-abstraction/contracts/artifacts/${name}.json`);
  const entryPoint = await deployed(world, json('EntryPoint'), [], { key: 'EntryPoint of the seller' });
  const code = await deployed(world, json('SimpleAccount'), [entryPoint.address], {
    key: 'SimpleAccount of the seller',
  });
  const start = dataOf(code, 'initialize', [world.friend]);
  return (await deployed(world, own('YoungProxy'), [code.address, start], { key: 'the seller' })).address;
}

async function receive(s: Stage, to: Address, value: bigint): Promise<TypedData> {
  const hbd = await dollar(s.world);
  const primaryType = 'ReceiveWithAuthorization';
  return {
    domain: { name: 'Harbor Dollar', version: '1', chainId: s.world.chainId, verifyingContract: hbd.address },
    types: {
      [primaryType]: members(
        'address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce',
      ),
    },
    primaryType,
    message: {
      from: s.user,
      to,
      value,
      validAfter: 0n,
      validBefore: await s.later(900),
      nonce: keccak256(toHex(s.variation.index + 1)),
    },
  };
}

/** Power for contracts of the shapes thieves use, honest all the same: unlisted, unread, changeable, paid by signature. */
export const GRANTEES: readonly Case[] = [...approvals, ...permits, ...payments];
