import type { Case } from '../Case.ts';
import { type Contract, deployed, own } from '../protocols/contract.ts';
import { gallery, itemOf, MILLION, meadow, UNIT } from '../protocols/tokens.ts';
import { type About, benign, type Stage } from './kit.ts';

/** Sales of tokens for the coin, at contracts nobody knows: the twins of a sale that is turned before it is mined. */
const BUYBACK: About = {
  origin: 'https://exit.meadowfields.org',
  provenance: 'token buybacks and redemptions of small projects',
};
const DESK: About = { origin: 'https://desk.lanterntrade.xyz', provenance: 'over-the-counter desks; collection bids' };
const CURVE: About = {
  origin: 'https://shares.lanterncircle.xyz',
  provenance: 'bonding curves (friend.tech) in shape',
};

/** A fifth of what everybody holds: no small sale. */
const SOLD = (MILLION * UNIT) / 5n;
const PRICE = UNIT / 10_000n;

async function buyback(s: Stage, name: string): Promise<Contract> {
  const mdw = await meadow(s.world);
  const made = await deployed(s.world, own(name), [mdw.address, PRICE, s.world.deployer]);
  await funded(s, made);
  await s.approved(mdw, made);
  return made;
}

async function funded(s: Stage, { address }: Contract): Promise<void> {
  await s.world.rpc('anvil_setBalance', [address, `0x${(900n * UNIT).toString(16)}`]);
}

export const SALES: readonly Case[] = [
  benign(BUYBACK, 'buyback-with-least', 'H2', 'sell(uint256,uint256) to an owner who sets the price', async (s) => {
    const [sold, made] = [s.part(SOLD), await buyback(s, 'Buyback')];
    return s.send(made, 'sell', [sold, (((sold * PRICE) / UNIT) * 99n) / 100n]);
  }),
  benign(BUYBACK, 'buyback-pausable', 'H2', 'sell(uint256) to an owner who may pause', async (s) =>
    s.send(await buyback(s, 'PausableBuyback'), 'sell', [s.part(SOLD)]),
  ),
  benign(BUYBACK, 'buyback-bounded', 'H2', 'sell(uint256) to an owner who moves the price by a tenth', async (s) =>
    s.send(await buyback(s, 'BoundedBuyback'), 'sell', [s.part(SOLD)]),
  ),
  benign(DESK, 'item-to-highest-bid', 'H2', 'accept(uint256): an item for the highest bid', async (s) => {
    const items = await gallery(s.world);
    const bids = await deployed(s.world, own('ItemBids'), [items.address]);
    await s.world.send(s.world.friend, { ...pay(bids, 'bid'), valueWei: UNIT });
    await s.did(items, 'setApprovalForAll', [bids.address, true]);
    return s.send(bids, 'accept', [itemOf(s.world, s.user)]);
  }),
  benign(DESK, 'desk-fill', 'H2', 'fill(uint256): tokens to a maker whose coin lies at the desk', async (s) => {
    const mdw = await meadow(s.world);
    const desk = await deployed(s.world, own('CounterDesk'));
    const wanted = s.part(SOLD);
    await s.world.send(s.world.friend, { ...pay(desk, 'make', [mdw.address, wanted]), valueWei: 20n * UNIT });
    await s.approved(mdw, desk);
    return s.send(desk, 'fill', [0n]);
  }),
  benign(CURVE, 'curve-sell', 'H2', 'sell(uint256) of shares on a curve', async (s) => {
    const curve = await deployed(s.world, own('ShareCurve'), [s.world.deployer]);
    await s.did(curve, 'buy', [20n], UNIT);
    return s.send(curve, 'sell', [5n]);
  }),
  benign(
    BUYBACK,
    'treasury-redeem',
    'H2',
    'redeem(uint256) at a rate its owner sets, kept in the contract',
    async (s) => {
      const mdw = await meadow(s.world);
      const made = await deployed(s.world, own('TreasurySale'), [mdw.address, PRICE, s.world.deployer]);
      await funded(s, made);
      await s.approved(mdw, made);
      return s.send(made, 'redeem', [s.part(SOLD)]);
    },
  ),
];

function pay({ address, abi }: Contract, functionName: string, args: readonly unknown[] = []) {
  return { to: address, abi, functionName, args };
}
