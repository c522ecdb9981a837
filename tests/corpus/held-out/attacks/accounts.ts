import {
  concatHex,
  encodeAbiParameters,
  type Hex,
  keccak256,
  namehash,
  numberToHex,
  padHex,
  parseAbiParameters,
  parseSignature,
  stringToHex,
  zeroAddress,
  zeroHash,
} from 'viem';
import { hashAuthorization } from 'viem/utils';
import type { Case } from '../../Case.ts';
import { own } from '../../protocols/contract.ts';
import { execArguments, packed, type SafeCall, safeOf, safeTxOf } from '../../protocols/safe.ts';
import { entryPoint, operationOf, operationTyped, simpleAccount } from '../accounts.ts';
import { lumen, portraitOf, portraits, quarry, usdc } from '../coins.ts';
import { attack, CENTS, dataOf, MAX, members, type Site, type Stage, type Typed, UNIT } from '../kit.ts';
import { HOUSE, puller, takeBy } from './approvals.ts';

const SWEEP: Site = {
  origin: 'https://gas-refund.tidepoolhq.com',
  provenance: 'EIP-7702 sweeper delegates ("CrimeEnjoyor", Wintermute, June 2025)',
};
const BATCH: Site = {
  origin: 'https://app.lanternswap.fi',
  provenance: 'EIP-7702 batch phishing, $1 M and $1.54 M, August 2025',
};
const SAFE: Site = {
  origin: 'https://ops.bastionmultisig.com',
  provenance: 'Bybit, February 2025; WazirX and Radiant, 2024; npm @safe-global/safe-smart-account',
};
const OWNER: Site = {
  origin: 'https://vaults.orielmaker.com',
  provenance: 'DSProxy handover, $55 M of Dai, August 2024',
};
const UPGRADE: Site = {
  origin: 'https://migrate.cobaltgallery.xyz',
  provenance: 'proxy upgrades (PTXPhish, 108 of 5,000)',
};
const KEYS: Site = {
  origin: 'https://play.gildedrealm.gg',
  provenance: 'ERC-4337, ERC-7579 modules and ERC-7715 session keys',
};
const NAMES: Site = {
  origin: 'https://renew.namewharf.org',
  provenance: 'ENS name theft by setOwner (ens.eth phishing 2022-2024)',
};

const SAFE_TX: Typed['types'] = {
  SafeTx: members(
    'address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce',
  ),
};

export function safeTyped(s: Stage, safe: { address: `0x${string}` }, call: SafeCall, nonce = 0n): Typed {
  const domain = { chainId: s.world.chainId, verifyingContract: safe.address };
  return { domain, types: SAFE_TX, primaryType: 'SafeTx', message: safeTxOf(call, nonce) };
}

/** The thief carries out what an owner has signed. */
async function execute(
  s: Stage,
  safe: Awaited<ReturnType<typeof safeOf>>,
  { to, valueWei = 0n, data = '0x', operation = 0 }: SafeCall,
  signature: Hex,
): Promise<void> {
  await s.rob(safe, 'execTransaction', [
    to,
    valueWei,
    data,
    operation,
    0n,
    0n,
    0n,
    zeroAddress,
    zeroAddress,
    signature,
  ]);
}

/** The thief sends the user's authorization in a transaction of their own. */
async function delegateTo(s: Stage, address: `0x${string}`, chainId: number, hashOnly = false): Promise<void> {
  const nonce = Number(BigInt(String(await s.world.rpc('eth_getTransactionCount', [s.user, 'latest']))));
  const signer = s.world.signer(s.user);
  const authorization = { address, chainId, nonce };
  const {
    r,
    s: vs,
    yParity,
  } = hashOnly
    ? parseSignature(await signer.sign({ hash: hashAuthorization(authorization) }))
    : await signer.signAuthorization(authorization);
  const thief = s.world.signer(s.thief);
  const thiefNonce = Number(BigInt(String(await s.world.rpc('eth_getTransactionCount', [s.thief, 'latest']))));
  const raw = await thief.signTransaction({
    type: 'eip7702',
    chainId: s.world.chainId,
    nonce: thiefNonce,
    gas: 500_000n,
    maxFeePerGas: 10n ** 11n,
    maxPriorityFeePerGas: 0n,
    to: s.thief,
    authorizationList: [{ ...authorization, r, s: vs, yParity: yParity ?? 0 }],
  });
  await s.world.rpc('eth_sendRawTransaction', [raw]);
  await s.world.rpc('evm_mine', []);
}

const hexNonce = async (s: Stage): Promise<string> =>
  String(await s.world.rpc('eth_getTransactionCount', [s.user, 'latest']));

async function sweeper(s: Stage) {
  return s.trap('SweepDelegate', [s.thief]);
}

async function sweepThrough(s: Stage, abi: Awaited<ReturnType<typeof sweeper>>['abi']): Promise<void> {
  const coin = await usdc(s.world);
  await s.rob({ address: s.user, abi }, 'sweep', [[coin.address]]);
}

export const ACCOUNTS: readonly Case[] = [
  attack(SWEEP, 'type4-sweeper', 'F2', 'eth_sendTransaction with an authorizationList of a sweeper', async (s) => {
    const by = await sweeper(s);
    const coin = await usdc(s.world);
    const list = [{ chainId: numberToHex(s.world.chainId), address: by.address, nonce: await hexNonce(s) }];
    const asked = s.tx({ to: s.user, data: '0x' }, { type: '0x4', authorizationList: list });
    const strike = async (): Promise<boolean> => {
      await delegateTo(s, by.address, s.world.chainId);
      const before = await s.balance(coin);
      await sweepThrough(s, by.abi);
      return (await s.balance(coin)) < before;
    };
    return { ...asked, strike };
  }),
  attack(SWEEP, 'any-chain-authorization', 'F2', 'wallet_signAuthorization for every chain', async (s) => {
    const by = await sweeper(s);
    const asked = s.ask('wallet_signAuthorization', [
      { account: s.user, contractAddress: by.address, chainId: 0, nonce: Number(await hexNonce(s)) },
    ]);
    return s.theft(asked, s.coins(), async () => {
      await delegateTo(s, by.address, 0);
      await sweepThrough(s, by.abi);
    });
  }),
  attack(SWEEP, 'hashed-authorization', 'F2', "eth_sign of an authorization's hash", async (s) => {
    const by = await sweeper(s);
    const authorization = { address: by.address, chainId: s.world.chainId, nonce: Number(await hexNonce(s)) };
    return s.theft(s.ask('eth_sign', [s.user, hashAuthorization(authorization)]), s.coins(), async () => {
      await delegateTo(s, by.address, s.world.chainId, true);
      await sweepThrough(s, by.abi);
    });
  }),
  attack(BATCH, 'sendcalls-drain', 'F3', 'wallet_sendCalls: coins, items and native coin to one address', async (s) => {
    const [coin, items] = [await usdc(s.world), await portraits(s.world)];
    const asked = s.calls([
      { to: coin.address, data: dataOf(coin, 'transfer', [HOUSE, await s.balance(coin)]) },
      { to: items.address, data: dataOf(items, 'transferFrom', [s.user, HOUSE, portraitOf(s.world, s.user)]) },
      { to: HOUSE, valueWei: 900n * UNIT },
    ]);
    return s.theft(asked, s.held(coin));
  }),
  attack(
    BATCH,
    'erc7821-batch',
    'F3',
    'ERC-7821 execute(bytes32,bytes) on the own account: hidden transfers',
    async (s) => {
      const account = await s.delegated(await s.place('BatchDelegate'));
      const [coin, other] = [await usdc(s.world), await quarry(s.world)];
      const list = [
        { target: coin.address, value: 0n, data: dataOf(coin, 'transfer', [HOUSE, 39_000n * CENTS]) },
        { target: other.address, value: 0n, data: dataOf(other, 'approve', [s.thief, MAX]) },
      ];
      const batch = encodeAbiParameters(parseAbiParameters('(address target, uint256 value, bytes data)[]'), [list]);
      const mode: Hex = `0x01000000000000000000${'0'.repeat(44)}`;
      return s.theft(s.call(account, 'execute', [mode, batch]), s.held(coin));
    },
  ),
  attack(
    BATCH,
    'simple-batch',
    'F3',
    'Simple7702Account.executeBatch on the own account: approvals and coins',
    async (s) => {
      const account = await simpleAccount(s);
      const [coin, by] = [await lumen(s.world), await puller(s)];
      const calls = [
        { target: coin.address, value: 0n, data: dataOf(coin, 'approve', [by.address, MAX]) },
        { target: HOUSE, value: 500n * UNIT, data: '0x' },
      ];
      return s.theft(s.call(account, 'executeBatch', [calls]), s.held(coin), () => takeBy(s, by, coin));
    },
  ),
  attack(SAFE, 'slot-zero', 'F4', 'execTransaction: delegatecall of transfer() that writes slot 0', async (s) => {
    const safe = await safeOf(s.world, [s.user, s.world.friend]);
    const by = await s.trap('SlotWriter');
    const call: SafeCall = {
      to: by.address,
      data: dataOf(by, 'transfer', [(await s.trap('SafeSweeper')).address, 0n]),
      operation: 1,
    };
    return s.theft(s.call(safe, 'execTransaction', execArguments(call, s.user)), s.coins(safe.address), async () => {
      await s.rob({ address: safe.address, abi: (await s.trap('SafeSweeper')).abi }, 'sweepETH', [s.thief]);
    });
  }),
  attack(SAFE, 'false-multisend', 'F4', 'SafeTx: delegatecall of a false multiSend that adds a module', async (s) => {
    const safe = await safeOf(s.world, [s.user]);
    const module = await s.trap('ThiefModule', [s.thief]);
    const by = await s.trap('OwnerSwap', [module.address]);
    const call: SafeCall = {
      to: by.address,
      data: dataOf(by, 'multiSend', [packed([{ to: s.world.friend, valueWei: 1n }])]),
      operation: 1,
    };
    const data = safeTyped(s, safe, call);
    return s.theft(s.typed(data), s.coins(safe.address), async () => {
      await execute(s, safe, call, await s.signed(data));
      await s.rob(module, 'take', [safe.address, 19n * UNIT]);
    });
  }),
  attack(SAFE, 'add-owner', 'F5', 'Safe addOwnerWithThreshold of a thief', async (s) => {
    const safe = await safeOf(s.world, [s.user, s.second]);
    const call: SafeCall = { to: safe.address, data: dataOf(safe, 'addOwnerWithThreshold', [s.thief, 1n]) };
    return s.theft(s.call(safe, 'execTransaction', execArguments(call, s.user)), s.coins(safe.address), async () => {
      await s.rob(safe, 'execTransaction', execArguments({ to: s.thief, valueWei: 18n * UNIT }, s.thief));
    });
  }),
  attack(SAFE, 'enable-module', 'F5', 'SafeTx that enables a module', async (s) => {
    const safe = await safeOf(s.world, [s.user]);
    const module = await s.trap('ThiefModule', [s.thief], { key: 'module two' });
    const call: SafeCall = { to: safe.address, data: dataOf(safe, 'enableModule', [module.address]) };
    const data = safeTyped(s, safe, call);
    return s.theft(s.typed(data), s.coins(safe.address), async () => {
      await execute(s, safe, call, await s.signed(data));
      await s.rob(module, 'take', [safe.address, 20n * UNIT]);
    });
  }),
  attack(SAFE, 'hash-of-safetx', 'F1', "personal_sign of a Safe transaction's hash", async (s) => {
    const safe = await safeOf(s.world, [s.user]);
    const call: SafeCall = { to: s.thief, valueWei: 20n * UNIT };
    const args = [call.to, call.valueWei, '0x', 0, 0n, 0n, 0n, zeroAddress, zeroAddress, 0n];
    const hash: Hex = `0x${String(await s.world.read(safe.address, safe.abi, 'getTransactionHash', args)).slice(2)}`;
    return s.theft(s.ask('personal_sign', [hash, s.user]), s.coins(safe.address), async () => {
      const {
        r,
        s: vs,
        yParity,
      } = parseSignature(await s.world.signer(s.user).signMessage({ message: { raw: hash } }));
      await execute(s, safe, call, concatHex([r, vs, numberToHex(31 + yParity)]));
    });
  }),
  attack(OWNER, 'dsproxy', 'F5', 'DSProxy.setOwner', async (s) => {
    const home = await s.place('ProxyHome', [s.user]);
    await s.world.rpc('anvil_setBalance', [home.address, numberToHex(80n * UNIT)]);
    return s.theft(s.call(home, 'setOwner', [s.thief]), s.coins(home.address), async () => {
      const actions = await s.place('ProxyActions');
      await s.rob(home, 'execute', [actions.address, dataOf(actions, 'pay', [s.thief, 80n * UNIT])]);
    });
  }),
  attack(OWNER, 'dsproxy-execute', 'F5', 'DSProxy.execute of a payment to a stranger', async (s) => {
    const [home, actions] = [await s.place('ProxyHome', [s.user]), await s.place('ProxyActions')];
    const coin = await quarry(s.world);
    await s.did(coin, 'transfer', [home.address, 30_000n * UNIT]);
    const data = dataOf(actions, 'sendToken', [coin.address, HOUSE, 30_000n * UNIT]);
    return s.theft(s.call(home, 'execute', [actions.address, data]), s.held(coin, home.address));
  }),
  attack(OWNER, 'till-ownership', 'F5', 'transferOwnership of a contract with money', async (s) => {
    const till = await s.place('ShopTill', [s.user], { valueWei: 25n * UNIT });
    return s.theft(s.call(till, 'transferOwnership', [s.thief]), s.coins(till.address), () =>
      s.rob(till, 'takings', [s.thief]),
    );
  }),
  attack(OWNER, 'grant-treasurer', 'F5', 'AccessControl.grantRole over a treasury', async (s) => {
    const club = await s.place('ClubTreasury', [s.user], { valueWei: 15n * UNIT });
    const role = keccak256(stringToHex('TREASURER'));
    return s.theft(s.call(club, 'grantRole', [role, s.thief]), s.coins(club.address), () =>
      s.rob(club, 'pay', [s.thief, 15n * UNIT]),
    );
  }),
  attack(NAMES, 'name-owner', 'F5', 'ENS registry setOwner', async (s) => {
    const artifact = own('NameRegistry');
    const names = { address: await s.world.deploy('held NameRegistry', artifact), abi: artifact.abi };
    await s.did(names, 'setSubnodeOwner', [zeroHash, keccak256(stringToHex('tern')), s.user], 0n, s.world.deployer);
    const node = namehash('tern');
    return s.theft(s.call(names, 'setOwner', [node, s.thief]), s.mine(names, 'owner', [node]));
  }),
  attack(UPGRADE, 'uups-strongbox', 'C3', "upgradeToAndCall of the user's own proxy", async (s) => {
    const inner = await s.place('Strongbox');
    const proxy = await s.place('ERC1967Proxy', [inner.address, dataOf(inner, 'initialize', [s.user])], {
      key: 'strongbox proxy',
    });
    await s.world.rpc('anvil_setBalance', [proxy.address, numberToHex(60n * UNIT)]);
    const box = { address: proxy.address, abi: inner.abi };
    const by = await s.trap('ProxyPlunder');
    return s.theft(s.call(box, 'upgradeToAndCall', [by.address, '0x']), s.coins(box.address), () =>
      s.rob({ ...box, abi: by.abi }, 'out', [s.thief]),
    );
  }),
  attack(UPGRADE, 'user-proxy', 'C3', "upgradeTo(address) of the user's approved proxy", async (s) => {
    const [inner, items] = [await s.place('ProxyHomeCode'), await portraits(s.world)];
    const home = await s.place('OwnedProxyHome', [s.user, inner.address]);
    await s.did(items, 'setApprovalForAll', [home.address, true]);
    const by = await s.trap('ProxyPlunder');
    return s.theft(s.call(home, 'upgradeTo', [by.address]), s.held(items), () =>
      s.rob({ address: home.address, abi: by.abi }, 'pull', [items.address, s.user, portraitOf(s.world, s.user)]),
    );
  }),
  attack(KEYS, 'user-operation', 'F6', 'PackedUserOperation that sends everything away', async (s) => {
    const account = await simpleAccount(s);
    const operation = operationOf(s.user, dataOf(account, 'execute', [s.thief, 700n * UNIT, '0x']));
    const data = operationTyped(s, operation);
    return s.theft(s.typed(data), s.coins(), async () => {
      const entry = await entryPoint(s.world);
      await s.rob(entry, 'handleOps', [[{ ...operation, signature: await s.signed(data) }], s.thief]);
    });
  }),
  attack(KEYS, 'executor-module', 'F6', "ERC-7579 installModule of a stranger's executor", async (s) => {
    const account = await s.delegated(await s.place('ModularDelegate'));
    const asked = s.call(account, 'installModule', [2n, s.thief, '0x']);
    return s.theft(asked, s.coins(), () =>
      s.rob(account, 'executeFromExecutor', [
        zeroHash,
        concatHex([s.thief, padHex(numberToHex(600n * UNIT), { size: 32 })]),
      ]),
    );
  }),
  attack(
    KEYS,
    'session-key',
    'F6',
    "wallet_grantPermissions: the whole native balance to a stranger's key for a year",
    async (s) => {
      const expiry = Number(await s.in(86_400 * 365));
      const asked = s.ask('wallet_grantPermissions', [
        {
          chainId: numberToHex(s.world.chainId),
          address: s.user,
          expiry,
          signer: { type: 'account', data: { id: s.thief } },
          permissions: [{ type: 'native-token-transfer', data: { allowance: numberToHex(900n * UNIT) }, policies: [] }],
        },
      ]);
      // What the wallet does with the grant: it puts the key into the account.
      return s.theft(asked, s.coins(), async () => {
        const account = await s.delegated(await s.place('ModularDelegate'));
        await s.did(account, 'addSession', [s.thief, BigInt(expiry)]);
        await s.rob(account, 'execute', [s.thief, 900n * UNIT, '0x']);
      });
    },
  ),
  attack(KEYS, 'add-session', 'F6', 'addSession(address,uint256) on the own account', async (s) => {
    const account = await s.delegated(await s.place('ModularDelegate'));
    return s.theft(s.call(account, 'addSession', [s.thief, 2n ** 48n]), s.coins(), () =>
      s.rob(account, 'execute', [s.thief, 900n * UNIT, '0x']),
    );
  }),
];
