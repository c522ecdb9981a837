import {
  encodeAbiParameters,
  keccak256,
  numberToHex,
  parseAbiParameters,
  stringToHex,
  zeroAddress,
  zeroHash,
} from 'viem';
import type { Case, Prepared } from '../../Case.ts';
import { own } from '../../protocols/contract.ts';
import { execArguments, packed, safeKit, safeOf, safeTxOf } from '../../protocols/safe.ts';
import { entryPoint, operationOf, operationTyped, simpleAccount } from '../accounts.ts';
import { safeTyped } from '../attacks/accounts.ts';
import { quarry, usdc } from '../coins.ts';
import { benign, CENTS, dataOf, members, type Site, type Stage, UNIT } from '../kit.ts';

const SAFE: Site = { origin: 'https://app.safe.global', provenance: 'npm @safe-global/safe-smart-account 1.5.0' };
const TEAM: Site = { origin: 'https://treasury.commonkiln.org', provenance: 'Safe through its SDK, a young front end' };
const ACCOUNT: Site = {
  origin: 'https://account.driftwallet.tools',
  provenance: 'npm @account-abstraction/contracts 0.8.0; ERC-7821; ERC-7715',
};
const OWN: Site = { origin: 'https://studio.opencourse.school', provenance: 'operators of their own contracts' };

function known(s: Stage, prepared: Prepared): Prepared {
  return { ...prepared, history: { counterparties: [], ownAccounts: [s.user.toLowerCase(), s.second.toLowerCase()] } };
}

export const ACCOUNTS: readonly Case[] = [
  benign(SAFE, 'safe-pay', 'F4', 'SafeTx: a payment', async (s) => {
    const safe = await safeOf(s.world, [s.user, s.world.friend]);
    return s.typed(safeTyped(s, safe, { to: s.world.friend, valueWei: s.part(UNIT) }));
  }),
  benign(SAFE, 'safe-batch', 'F4', 'SafeTx: MultiSendCallOnly of two payments', async (s) => {
    const [safe, kit] = [await safeOf(s.world, [s.user, s.world.friend]), await safeKit(s.world)];
    const inner = packed([
      { to: s.world.friend, valueWei: UNIT },
      { to: s.second, valueWei: UNIT },
    ]);
    const call = {
      to: kit.multiSendCallOnly.address,
      data: dataOf(kit.multiSendCallOnly, 'multiSend', [inner]),
      operation: 1,
    } as const;
    return s.typed(safeTyped(s, safe, call));
  }),
  benign(SAFE, 'safe-message', 'F4', 'SafeMessage typed data', async (s) => {
    const safe = await safeOf(s.world, [s.user, s.world.friend]);
    return s.typed({
      domain: { chainId: s.world.chainId, verifyingContract: safe.address },
      types: { SafeMessage: members('bytes message') },
      primaryType: 'SafeMessage',
      message: { message: stringToHex('Common Kiln logs in') },
    });
  }),
  benign(SAFE, 'safe-create', 'F4', 'createProxyWithNonce of an own Safe', async (s) => {
    const { factory, singleton, handler } = await safeKit(s.world);
    const init = dataOf(singleton, 'setup', [
      [s.user, s.second],
      2n,
      zeroAddress,
      '0x',
      handler.address,
      zeroAddress,
      0n,
      zeroAddress,
    ]);
    return s.call(factory, 'createProxyWithNonce', [singleton.address, init, 7n]);
  }),
  benign(SAFE, 'safe-exec', 'F4', 'execTransaction of a payment', async (s) => {
    const safe = await safeOf(s.world, [s.user, s.world.friend]);
    return s.call(safe, 'execTransaction', execArguments({ to: s.world.friend, valueWei: s.part(UNIT) }, s.user));
  }),
  benign(TEAM, 'safe-hash', 'F4', 'approveHash of a payment', async (s) => {
    const safe = await safeOf(s.world, [s.user, s.world.friend], 2n);
    const m = safeTxOf({ to: s.world.friend, valueWei: UNIT }, 0n);
    const args = [
      m.to,
      m.value,
      m.data,
      m.operation,
      m.safeTxGas,
      m.baseGas,
      m.gasPrice,
      m.gasToken,
      m.refundReceiver,
      m.nonce,
    ];
    return s.call(safe, 'approveHash', [await s.world.read(safe.address, safe.abi, 'getTransactionHash', args)]);
  }),
  benign(TEAM, 'safe-second-owner', 'F5', 'Safe addOwnerWithThreshold of the own second account', async (s) => {
    const safe = await safeOf(s.world, [s.user]);
    const call = { to: safe.address, data: dataOf(safe, 'addOwnerWithThreshold', [s.second, 1n]) };
    return known(s, s.call(safe, 'execTransaction', execArguments(call, s.user)));
  }),
  benign(TEAM, 'safe-coin', 'F4', 'SafeTx: a coin transfer on a young front end', async (s) => {
    const [safe, coin] = [await safeOf(s.world, [s.user, s.world.friend]), await usdc(s.world)];
    await s.did(coin, 'transfer', [safe.address, 5000n * CENTS]);
    return s.typed(
      safeTyped(s, safe, { to: coin.address, data: dataOf(coin, 'transfer', [s.world.friend, s.part(300n * CENTS)]) }),
    );
  }),
  benign(ACCOUNT, 'batch-own', 'F3', 'Simple7702Account.executeBatch: approve and stake', async (s) => {
    const account = await simpleAccount(s);
    const coin = await quarry(s.world);
    const made = await s.place('TierStaking', [coin.address]);
    const amount = s.part(400n * UNIT);
    const list = [
      { target: coin.address, value: 0n, data: dataOf(coin, 'approve', [made.address, amount]) },
      { target: made.address, value: 0n, data: dataOf(made, 'stake', [amount, 1]) },
    ];
    return s.call(account, 'executeBatch', [list]);
  }),
  benign(ACCOUNT, 'batch-7821', 'F3', 'ERC-7821 execute(bytes32,bytes): three moves of a game', async (s) => {
    const account = await s.delegated(await s.place('BatchDelegate'));
    const made = await s.place('Realm');
    const list = [1, 2, 3].map((x) => ({ target: made.address, value: 0n, data: dataOf(made, 'moveTo', [x, x]) }));
    const batch = encodeAbiParameters(parseAbiParameters('(address target, uint256 value, bytes data)[]'), [list]);
    return s.call(account, 'execute', [`0x01${'0'.repeat(62)}`, batch]);
  }),
  benign(ACCOUNT, 'operation-vote', 'F6', 'PackedUserOperation of a vote', async (s) => {
    const account = await simpleAccount(s);
    const made = await s.place('Realm');
    return s.typed(
      operationTyped(
        s,
        operationOf(s.user, dataOf(account, 'execute', [made.address, 0n, dataOf(made, 'moveTo', [9, 9])])),
      ),
    );
  }),
  benign(ACCOUNT, 'operation-pay', 'F6', 'PackedUserOperation of a small payment', async (s) => {
    const account = await simpleAccount(s);
    return s.typed(
      operationTyped(s, operationOf(s.user, dataOf(account, 'execute', [s.world.friend, s.part(UNIT / 10n), '0x']))),
    );
  }),
  benign(ACCOUNT, 'entry-deposit', 'F6', 'EntryPoint depositTo of gas for oneself', async (s) =>
    s.call(await entryPoint(s.world), 'depositTo', [s.user], s.part(UNIT / 10n)),
  ),
  benign(ACCOUNT, 'session-small', 'F6', 'wallet_grantPermissions: a game may spend a little for a day', async (s) =>
    s.ask('wallet_grantPermissions', [
      {
        chainId: numberToHex(s.world.chainId),
        address: s.user,
        expiry: Number(await s.in(86_400)),
        signer: { type: 'account', data: { id: s.world.friend } },
        permissions: [{ type: 'native-token-transfer', data: { allowance: numberToHex(UNIT / 1000n) }, policies: [] }],
      },
    ]),
  ),
  benign(OWN, 'own-handover', 'F5', 'transferOwnership to the own second account', async (s) => {
    const till = await s.place('ShopTill', [s.user], { key: `till of ${s.user}`, valueWei: UNIT });
    return known(s, s.call(till, 'transferOwnership', [s.second]));
  }),
  benign(OWN, 'own-takings', 'D1', "an owner takes their till's money", async (s) => {
    const till = await s.place('ShopTill', [s.user], { key: `till of ${s.user}`, valueWei: UNIT });
    return s.call(till, 'takings', [s.user]);
  }),
  benign(OWN, 'own-upgrade', 'C3', 'upgradeToAndCall of the own proxy to a sibling', async (s) => {
    const [inner, next] = [await s.place('Strongbox'), await s.place('Strongbox', [], { key: 'strongbox two' })];
    const args = [inner.address, dataOf(inner, 'initialize', [s.user])];
    const proxy = await s.place('ERC1967Proxy', args, { key: `strongbox of ${s.user}` });
    return s.call({ address: proxy.address, abi: inner.abi }, 'upgradeToAndCall', [next.address, '0x']);
  }),
  benign(OWN, 'own-name', 'F5', 'registry setSubnodeOwner to a friend', async (s) => {
    const artifact = own('NameRegistry');
    const names = { address: await s.world.deploy('held NameRegistry', artifact), abi: artifact.abi };
    const label = keccak256(stringToHex(`of ${s.user}`));
    await s.did(names, 'setSubnodeOwner', [zeroHash, label, s.user], 0n, s.world.deployer);
    const node = keccak256(`0x${zeroHash.slice(2)}${label.slice(2)}`);
    return s.call(names, 'setSubnodeOwner', [node, keccak256(stringToHex('shop')), s.world.friend]);
  }),
];
