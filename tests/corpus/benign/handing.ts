import { type Address, getAddress, keccak256, namehash, stringToHex, zeroHash } from 'viem';
import type { Case } from '../Case.ts';
import { type Contract, dataOf, deployed, operate, own } from '../protocols/contract.ts';
import { meadow, UNIT } from '../protocols/tokens.ts';
import { type About, benign, type Stage } from './kit.ts';

const PAY: About = { origin: 'https://bills.rowanandfern.shop', provenance: 'Request Network, NOWPayments forwarders' };
const RAISE: About = {
  origin: 'https://raise.saltmarshdao.org',
  provenance: 'OpenZeppelin 2 Crowdsale, forwarded funds',
};
const MOVE: About = {
  origin: 'https://next.meadowfields.org',
  provenance: 'token migrations: LEND to AAVE, MKR to SKY',
};
const PROXY: About = {
  origin: 'https://vaults.tallowpond.finance',
  provenance: 'ds-proxy 2018, Maker and DeFi Saver scripts',
};
const OPERATED: About = {
  origin: 'https://shop.stewardcoin.org',
  provenance: 'ERC-777, ERC-6909 operators and their end',
};
const NAMES: About = {
  origin: 'https://names.thistleregistry.org',
  provenance: 'npm @ensdomains/ens-contracts ENSRegistry',
};

/** A merchant's, a team's, a custodian's: a plain account nobody here knows. */
const PAYEE = getAddress('0x2d81c04e9b7f6a53d0e2c19f48b3a7560cde1f94');

/** A coin of the user's that the contract may take, all of it. */
async function ready(s: Stage, made: Contract): Promise<Contract> {
  const coin = await meadow(s.world);
  await s.approved(coin, made);
  return coin;
}

async function balanceOf(s: Stage, coin: Contract, of: Address = s.user): Promise<bigint> {
  return BigInt(String(await s.world.read(coin.address, coin.abi, 'balanceOf', [of])));
}

/** The user's proxy, with coins in it. */
async function proxied(s: Stage): Promise<{ proxy: Contract; scripts: Contract; coin: Contract }> {
  const proxy = await deployed(s.world, own('PersonalProxy'), [s.user], { key: `proxy of ${s.user}` });
  const scripts = await deployed(s.world, own('ProxyScripts'));
  const coin = await meadow(s.world);
  await operate(s.world, coin, 'mint', [proxy.address, 900n * UNIT]);
  return { proxy, scripts, coin };
}

async function steward(s: Stage): Promise<{ coin: Contract; shop: Contract }> {
  const coin = await deployed(s.world, own('StewardCoin'));
  await operate(s.world, coin, 'mint', [s.user, 500n * UNIT]);
  return { coin, shop: await deployed(s.world, own('StewardShop'), [coin.address]) };
}

async function granary(s: Stage): Promise<Contract> {
  const grain = await deployed(s.world, own('Granary'));
  await operate(s.world, grain, 'mint', [s.user, 4n, 1000n]);
  return grain;
}

/** What contracts hand on, proxies run and operators may: the honest side. */
export const HANDING: readonly Case[] = [
  benign(MOVE, 'migrate-coin', 'A6', 'migrate() of all the old coin for an unlisted new one', async (s) => {
    const old = await meadow(s.world);
    const made = await deployed(s.world, own('NextCoin'), [PAYEE, old.address]);
    await ready(s, made);
    return s.send(made, 'migrate');
  }),
  benign(MOVE, 'gather-own', 'A6', 'all of a coin to the own second account through a contract', async (s) => {
    const made = await deployed(s.world, own('Gatherer'));
    const asked = s.send(made, 'gather', [(await ready(s, made)).address, s.second]);
    return { ...asked, history: { counterparties: [], ownAccounts: [s.user.toLowerCase(), s.second.toLowerCase()] } };
  }),
  benign(OPERATED, 'operator-shop', 'A1', 'ERC-777 authorizeOperator of an unlisted shop', async (s) => {
    const { coin, shop } = await steward(s);
    return s.send(coin, 'authorizeOperator', [shop.address]);
  }),
  benign(OPERATED, 'operator-end', 'A1', 'ERC-777 revokeOperator of a plain account', async (s) => {
    const { coin } = await steward(s);
    await s.did(coin, 'authorizeOperator', [PAYEE]);
    return s.send(coin, 'revokeOperator', [PAYEE]);
  }),
  benign(OPERATED, 'operator-multi-end', 'A3', 'ERC-6909 setOperator(stranger, false)', async (s) => {
    const grain = await granary(s);
    await s.did(grain, 'setOperator', [PAYEE, true]);
    return s.send(grain, 'setOperator', [PAYEE, false]);
  }),
  benign(OPERATED, 'allow-multi', 'A1', 'ERC-6909 approve of some to an unlisted contract', async (s) => {
    const shop = await deployed(s.world, own('Locker'));
    return s.send(await granary(s), 'approve', [shop.address, 4n, s.part(20n)]);
  }),
  benign(NAMES, 'name-below', 'F5', 'ENSRegistry.setSubnodeOwner: a new name for a friend', async (s) => {
    const { registry, node } = await names(s);
    return s.send(registry, 'setSubnodeOwner', [node, keccak256(stringToHex('guest')), s.world.friend]);
  }),
];

/** As near to theft as honest requests come: they may be cautioned against, and are judged apart (tests/corpus/near). */
export const NEAR_HANDING: readonly Case[] = [
  benign(PAY, 'pay-bill-through', 'A6', 'a bill of all the coin, handed on to the merchant', async (s) => {
    const made = await deployed(s.world, own('InvoiceDesk'), [PAYEE]);
    const coin = await ready(s, made);
    const invoice = keccak256(stringToHex(`bill of ${s.user}`));
    await operate(s.world, made, 'bill', [invoice, await balanceOf(s, coin)]);
    return s.send(made, 'pay', [coin.address, invoice]);
  }),
  benign(PAY, 'deposit-all-through', 'A6', 'depositAll to a custodian, with an event', async (s) => {
    const made = await deployed(s.world, own('Counter'), [PAYEE]);
    return s.send(made, 'depositAll', [(await ready(s, made)).address]);
  }),
  benign(RAISE, 'raise-through', 'A6', 'all of a coin to a raise that forwards and books it', async (s) => {
    const made = await deployed(s.world, own('Raise'), [PAYEE]);
    return s.send(made, 'contribute', [(await ready(s, made)).address]);
  }),
  benign(PROXY, 'proxy-pay-part', 'F5', 'DSProxy.execute of an unlisted script: a friend is paid a part', async (s) => {
    const { proxy, scripts, coin } = await proxied(s);
    const data = dataOf(scripts, 'send', [coin.address, s.world.friend, s.part(40n * UNIT)]);
    return s.send(proxy, 'execute', [scripts.address, data]);
  }),
  benign(PROXY, 'proxy-draw', 'F5', 'DSProxy.execute of an unlisted script: all of it back to the owner', async (s) => {
    const { proxy, scripts, coin } = await proxied(s);
    return s.send(proxy, 'execute', [scripts.address, dataOf(scripts, 'draw', [coin.address])]);
  }),
  benign(
    PROXY,
    'proxy-lock',
    'F5',
    'DSProxy.execute of an unlisted script: all of it locked in its name',
    async (s) => {
      const { proxy, scripts, coin } = await proxied(s);
      const locker = await deployed(s.world, own('Locker'));
      const amount = await balanceOf(s, coin, proxy.address);
      return s.send(proxy, 'execute', [
        scripts.address,
        dataOf(scripts, 'lock', [coin.address, locker.address, amount]),
      ]);
    },
  ),
];

/** The user owns thistle in a registry. */
async function names(s: Stage): Promise<{ registry: Contract; node: `0x${string}` }> {
  const registry = await deployed(s.world, own('NameRegistry'), [], { key: `names of ${s.user}` });
  await operate(s.world, registry, 'setSubnodeOwner', [zeroHash, keccak256(stringToHex('thistle')), s.user]);
  return { registry, node: namehash('thistle') };
}
