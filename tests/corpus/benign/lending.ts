import type { Address } from 'viem';
import type { Case, Prepared } from '../Case.ts';
import { type Aave, aave } from '../protocols/aave.ts';
import { dataOf, deployed, own } from '../protocols/contract.ts';
import { DOLLAR_UNIT, UNIT } from '../protocols/tokens.ts';
import { type About, benign, members, parts, type Stage, step, type TypedData } from './kit.ts';
import { erc2612 } from './permitData.ts';

const AAVE: About = { origin: 'https://app.harbourlend.org', provenance: 'npm @aave/core-v3 1.19.3' };
const HBD = 1_000n * DOLLAR_UNIT;
const MDW = 500n * UNIT;
const VARIABLE = 2n;

async function lender(s: Stage): Promise<Aave> {
  const made = await aave(s.world);
  await s.approved(made.dollars.asset, made.pool);
  await s.approved(made.meadows.asset, made.pool);
  return made;
}

async function supplied(s: Stage): Promise<Aave> {
  const made = await lender(s);
  await s.did(made.pool, 'supply', [made.dollars.asset.address, HBD * 10n, s.user, 0]);
  return made;
}

async function indebted(s: Stage): Promise<Aave> {
  const made = await supplied(s);
  await s.did(made.pool, 'borrow', [made.meadows.asset.address, MDW * 2n, VARIABLE, 0, s.user]);
  return made;
}

export const LENDING: readonly Case[] = [
  benign(AAVE, 'aave-supply', 'A1', 'Aave Pool.supply', async (s) => {
    const { pool, dollars } = await lender(s);
    return s.send(pool, 'supply', [dollars.asset.address, s.part(HBD), s.user, 0]);
  }),
  benign(AAVE, 'aave-deposit', 'A1', 'Aave Pool.deposit', async (s) => {
    const { pool, dollars } = await lender(s);
    return s.send(pool, 'deposit', [dollars.asset.address, s.part(HBD), s.user, 0]);
  }),
  benign(AAVE, 'aave-supply-permit', 'B1', 'Aave Pool.supplyWithPermit', async (s) => {
    const { pool, dollars } = await aave(s.world);
    const data = await erc2612(s, dollars.asset, 'Harbor Dollar', pool.address, s.part(HBD));
    const signature = parts(await s.signed(data));
    return s.send(pool, 'supplyWithPermit', [
      dollars.asset.address,
      s.part(HBD),
      s.user,
      0,
      data.message.deadline,
      ...signature,
    ]);
  }),
  benign(AAVE, 'aave-withdraw', 'G1', 'Aave Pool.withdraw', async (s) => {
    const { pool, dollars } = await supplied(s);
    return s.send(pool, 'withdraw', [dollars.asset.address, s.part(HBD), s.user]);
  }),
  benign(AAVE, 'aave-borrow', 'G2', 'Aave Pool.borrow', async (s) => {
    const { pool, meadows } = await supplied(s);
    return s.send(pool, 'borrow', [meadows.asset.address, s.part(MDW), VARIABLE, 0, s.user]);
  }),
  benign(AAVE, 'aave-repay', 'G2', 'Aave Pool.repay', async (s) => {
    const { pool, meadows } = await indebted(s);
    return s.send(pool, 'repay', [meadows.asset.address, s.part(MDW), VARIABLE, s.user]);
  }),
  benign(AAVE, 'aave-repay-permit', 'B1', 'Aave Pool.repayWithPermit', async (s) => {
    const { pool, dollars, meadows } = await aave(s.world);
    await s.approved(meadows.asset, pool);
    await s.did(pool, 'supply', [meadows.asset.address, MDW * 10n, s.user, 0]);
    await s.did(pool, 'borrow', [dollars.asset.address, HBD * 2n, VARIABLE, 0, s.user]);
    const data = await erc2612(s, dollars.asset, 'Harbor Dollar', pool.address, s.part(HBD));
    const signature = parts(await s.signed(data));
    return s.send(pool, 'repayWithPermit', [
      dollars.asset.address,
      s.part(HBD),
      VARIABLE,
      s.user,
      data.message.deadline,
      ...signature,
    ]);
  }),
  benign(AAVE, 'aave-repay-with-receipts', 'G2', 'Aave Pool.repayWithATokens', async (s) => {
    const { pool, meadows } = await indebted(s);
    await s.did(pool, 'supply', [meadows.asset.address, MDW * 2n, s.user, 0]);
    return s.send(pool, 'repayWithATokens', [meadows.asset.address, s.part(MDW), VARIABLE]);
  }),
  benign(AAVE, 'aave-lever-open', 'G2', 'a one-click lever that borrows and pays in for its caller', async (s) => {
    const { pool, meadows } = await supplied(s);
    const lever = await deployed(s.world, own('OneClickLever'));
    await s.did(meadows.variableDebt, 'approveDelegation', [lever.address, MDW * 10n]);
    return s.send(lever, 'open', [pool.address, meadows.asset.address, s.part(MDW), 1n]);
  }),
  benign(AAVE, 'aave-flash-leverage', 'G2', 'Aave Pool.flashLoan kept as a debt, paid in for the caller', async (s) =>
    keptFlashLoan(s, 'FlashLever'),
  ),
  benign(AAVE, 'aave-flash-margin', 'G2', 'Aave Pool.flashLoan kept as a debt, into a margin account', async (s) =>
    keptFlashLoan(s, 'MarginBook'),
  ),
  benign(AAVE, 'aave-borrow-and-pay', 'G2', 'Aave Pool.borrow and a payment from it in one batch', async (s) => {
    const { pool, meadows } = await supplied(s);
    return s.calls([
      step(pool, 'borrow', [meadows.asset.address, s.part(MDW), VARIABLE, 0, s.user]),
      step(meadows.asset, 'transfer', [s.world.friend, s.part(MDW)]),
    ]);
  }),
  benign(AAVE, 'aave-collateral', 'G2', 'Aave Pool.setUserUseReserveAsCollateral', async (s) => {
    const { pool, dollars } = await supplied(s);
    return s.send(pool, 'setUserUseReserveAsCollateral', [dollars.asset.address, false]);
  }),
  benign(AAVE, 'aave-e-mode', 'G2', 'Aave Pool.setUserEMode', async (s) =>
    s.send((await supplied(s)).pool, 'setUserEMode', [0]),
  ),
  benign(AAVE, 'aave-multicall-like', 'A6', 'Multicall3 over Aave reads', async (s) => {
    const { pool } = await aave(s.world);
    const made = await deployed(s.world, own('Multicall3'));
    return s.send(made, 'aggregate3', [
      [{ target: pool.address, allowFailure: false, callData: dataOf(pool, 'getUserAccountData', [s.user]) }],
    ]);
  }),
  benign(AAVE, 'aave-delegate-to-vault', 'G2', 'Aave approveDelegation to a vault', async (s) => {
    const { meadows } = await supplied(s);
    const vault = await deployed(s.world, own('Vault'), [meadows.asset.address], { key: 'Vault of meadow' });
    return s.send(meadows.variableDebt, 'approveDelegation', [vault.address, s.part(MDW)]);
  }),
  ...(
    [
      ['OneClickLever', 'lever', 'a one-click lever'],
      ['KeptLever', 'kept-lever', 'a lever that a keeper turns for the user'],
      ['TopUp', 'top-up', 'a keeper who borrows to the user’s own account'],
      ['BorrowGateway', 'gateway', 'a gateway that borrows for its caller'],
    ] as const
  ).flatMap(([name, id, code]) => [
    benign(AAVE, `aave-delegate-to-${id}`, 'G2', `Aave approveDelegation to ${code}`, async (s) => {
      const { meadows } = await supplied(s);
      return s.send(meadows.variableDebt, 'approveDelegation', [await borrower(s, name), s.part(MDW)]);
    }),
    benign(AAVE, `aave-delegation-signature-${id}`, 'G2', `DelegationWithSig to ${code}`, async (s) => {
      const { meadows } = await supplied(s);
      return s.typed(await delegationTo(s, meadows.variableDebt.address, await borrower(s, name)));
    }),
  ]),
  benign(AAVE, 'aave-delegation-off', 'G2', 'Aave approveDelegation of nothing', async (s) => {
    const { meadows } = await supplied(s);
    await s.did(meadows.variableDebt, 'approveDelegation', [s.world.friend, MDW]);
    return s.send(meadows.variableDebt, 'approveDelegation', [s.world.friend, 0n]);
  }),
  benign(AAVE, 'aave-delegation-signature', 'G2', 'DelegationWithSig to a vault', async (s) => {
    const { meadows } = await supplied(s);
    const vault = await deployed(s.world, own('Vault'), [meadows.asset.address], { key: 'Vault of meadow' });
    return s.typed(await delegationTo(s, meadows.variableDebt.address, vault.address));
  }),
  benign(AAVE, 'aave-send-receipts', 'G3', 'aToken.transfer to the second account', async (s) =>
    s.send((await supplied(s)).dollars.receipt, 'transfer', [s.second, s.part(HBD)]),
  ),
  benign(AAVE, 'aave-approve-receipts', 'A1', 'aToken.approve to the pool', async (s) => {
    const { pool, dollars } = await supplied(s);
    return s.send(dollars.receipt, 'approve', [pool.address, s.part(HBD)]);
  }),
  benign(AAVE, 'aave-permit-receipts', 'B1', 'Permit of an aToken to an aggregator', async (s) => {
    const { dollars } = await supplied(s);
    const spender = await deployed(s.world, own('Aggregator'));
    return s.typed(await erc2612(s, dollars.receipt, 'Harbor Lend HBD', spender.address, s.part(HBD)));
  }),
];

/** A flash loan that is not given back: its receiver has the coins, the caller the debt. */
async function keptFlashLoan(s: Stage, receiver: string): Promise<Prepared> {
  const { pool, meadows } = await supplied(s);
  const assets = [[meadows.asset.address], [s.part(MDW)], [VARIABLE]] as const;
  return s.send(pool, 'flashLoan', [await borrower(s, receiver), ...assets, s.user, '0x', 0]);
}

async function borrower(s: Stage, name: string): Promise<Address> {
  return (await deployed(s.world, own(name))).address;
}

async function delegationTo(s: Stage, debt: Address, delegatee: Address): Promise<TypedData> {
  return {
    domain: { name: 'Harbor Lend Debt MDW', version: '1', chainId: s.world.chainId, verifyingContract: debt },
    types: { DelegationWithSig: members('address delegatee,uint256 value,uint256 nonce,uint256 deadline') },
    primaryType: 'DelegationWithSig',
    message: { delegatee, value: s.part(MDW), nonce: 0n, deadline: await s.later(1200) },
  };
}
