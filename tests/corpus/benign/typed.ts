import { keccak256, maxUint256, toHex, zeroAddress } from 'viem';
import type { Case } from '../Case.ts';
import { PERMIT2 } from '../createWorld.ts';
import { type Contract, dataOf, deployed, own } from '../protocols/contract.ts';
import { civic, credits, DOLLAR_UNIT, dollar, gallery, itemOf, meadow, orchard, UNIT } from '../protocols/tokens.ts';
import { uniswapV2, uniswapV3, universalRouter } from '../protocols/uniswap.ts';
import { type About, benign, members, type Stage, type TypedData } from './kit.ts';
import { daiPermit, erc2612, permit2Domain, permitBatch, permitSingle, TOKEN_PERMISSIONS } from './permitData.ts';

const SWAP: About = { origin: 'https://app.tidewaterswap.org', provenance: 'Uniswap permit2 PermitHash.sol' };
const PERMIT: About = {
  origin: 'https://app.harbourvaults.org',
  provenance: 'ERC-2612, Dai, ERC-4494 (npm @openzeppelin/contracts 5.7.0)',
};
const PAY: About = { origin: 'https://checkout.harbourpay.org', provenance: 'ERC-3009 (EIPs); Circle FiatToken' };
const X: About = { origin: 'https://app.tidewaterswap.org', provenance: 'Uniswap UniswapX PermitHash and order types' };
const COW: About = { origin: 'https://swap.meadowcow.org', provenance: 'CoW Protocol GPv2Order' };
const LIMIT: About = { origin: 'https://app.routefinder.org', provenance: '0x v4 LimitOrder, 1inch Order' };
const VOTE: About = {
  origin: 'https://vote.civiccouncil.org',
  provenance: 'npm @openzeppelin/contracts 5.7.0 Governor, Votes; Snapshot',
};
const META: About = {
  origin: 'https://board.lanterngames.xyz',
  provenance: 'ERC2771Forwarder; Polygon MetaTransaction',
};
const SOCIAL: About = { origin: 'https://app.lanternpost.xyz', provenance: 'EAS, Farcaster, Lens in shape' };
const TERMS: About = { origin: 'https://trade.perpharbour.org', provenance: 'terms of service as typed data' };

const MDW = 250n * UNIT;
const HBD = 250n * DOLLAR_UNIT;
const HALF_HOUR = 1800;

const permits: readonly Case[] = [
  benign(PERMIT, 'permit-vault', 'B1', 'Permit (ERC-2612) to a vault', async (s) => {
    const hbd = await dollar(s.world);
    const vault = await deployed(s.world, own('Vault'), [hbd.address]);
    return s.typed(await erc2612(s, hbd, 'Harbor Dollar', vault.address, s.part(HBD)));
  }),
  benign(PERMIT, 'permit-unlimited', 'B1', 'Permit (ERC-2612) without limit to a V3 router', async (s) =>
    s.typed(
      await erc2612(s, await dollar(s.world), 'Harbor Dollar', (await uniswapV3(s.world)).router.address, maxUint256),
    ),
  ),
  benign(PERMIT, 'permit-votes-token', 'B1', 'Permit of an ERC20Votes', async (s) =>
    s.typed(await erc2612(s, await civic(s.world), 'Civic', (await uniswapV2(s.world)).router.address, s.part(MDW))),
  ),
  benign(PERMIT, 'permit-vault-share', 'B1', 'Permit of a vault share', async (s) => {
    const hbd = await dollar(s.world);
    const vault = await deployed(s.world, own('Vault'), [hbd.address]);
    return s.typed(await erc2612(s, vault, 'Harbor Vault', (await uniswapV2(s.world)).router.address, s.part(HBD)));
  }),
  benign(PERMIT, 'permit-dai', 'B2', 'Permit (Dai) to a router', async (s) =>
    s.typed(await daiPermit(s, await orchard(s.world), (await uniswapV3(s.world)).router.address)),
  ),
  benign(PERMIT, 'permit-dai-off', 'B2', 'Permit (Dai) that takes back', async (s) => {
    const data = await daiPermit(s, await orchard(s.world), (await uniswapV3(s.world)).router.address);
    return s.typed({ ...data, message: { ...data.message, allowed: false } });
  }),
  benign(PERMIT, 'permit-off', 'B1', 'Permit (ERC-2612) of nothing', async (s) =>
    s.typed(await erc2612(s, await dollar(s.world), 'Harbor Dollar', (await uniswapV3(s.world)).router.address, 0n)),
  ),
  benign(PERMIT, 'permit-item', 'B5', 'Permit (ERC-4494) to an auction', async (s) => {
    const items = await gallery(s.world);
    const auction = await deployed(s.world, own('Auction'), [items.address, (await meadow(s.world)).address], {
      key: 'Auction in meadow',
    });
    return s.typed({
      domain: { name: 'Harbor Gallery', version: '1', chainId: s.world.chainId, verifyingContract: items.address },
      types: { Permit: members('address spender,uint256 tokenId,uint256 nonce,uint256 deadline') },
      primaryType: 'Permit',
      message: { spender: auction.address, tokenId: itemOf(s.world, s.user), nonce: 0n, deadline: await s.later(1200) },
    });
  }),
  benign(SWAP, 'permit2-single', 'B3', 'PermitSingle to UniversalRouter', async (s) => {
    const mdw = await meadow(s.world);
    await s.did(mdw, 'approve', [PERMIT2, maxUint256]);
    return s.typed(await permitSingle(s, mdw, (await universalRouter(s.world)).address, s.part(MDW)));
  }),
  benign(SWAP, 'permit2-single-max', 'B3', 'PermitSingle without limit, thirty days', async (s) => {
    const mdw = await meadow(s.world);
    await s.did(mdw, 'approve', [PERMIT2, maxUint256]);
    const data = await permitSingle(s, mdw, (await universalRouter(s.world)).address, (1n << 160n) - 1n);
    const expiration = Number(await s.later(30 * 86_400));
    return s.typed({
      ...data,
      message: { ...data.message, details: { token: mdw.address, amount: (1n << 160n) - 1n, expiration, nonce: 0 } },
    });
  }),
  benign(SWAP, 'permit2-batch', 'B3', 'PermitBatch to UniversalRouter', async (s) => {
    const [mdw, hbd] = [await meadow(s.world), await dollar(s.world)];
    const items = [
      { token: mdw, amount: s.part(MDW) },
      { token: hbd, amount: s.part(HBD) },
    ];
    return s.typed(await permitBatch(s, items, (await universalRouter(s.world)).address));
  }),
  benign(SWAP, 'permit2-transfer', 'B4', 'PermitTransferFrom to a vault', async (s) =>
    s.typed(await transferFrom(s, (await shopOf(s)).address)),
  ),
  benign(SWAP, 'permit2-batch-transfer', 'B4', 'PermitBatchTransferFrom to a vault', async (s) => {
    const [mdw, hbd] = [await meadow(s.world), await dollar(s.world)];
    return s.typed({
      domain: permit2Domain(s),
      types: {
        PermitBatchTransferFrom: members('TokenPermissions[] permitted,address spender,uint256 nonce,uint256 deadline'),
        TokenPermissions: TOKEN_PERMISSIONS,
      },
      primaryType: 'PermitBatchTransferFrom',
      message: {
        permitted: [
          { token: mdw.address, amount: s.part(MDW) },
          { token: hbd.address, amount: s.part(HBD) },
        ],
        spender: (await shopOf(s)).address,
        nonce: 5n,
        deadline: await s.later(HALF_HOUR),
      },
    });
  }),
];

/** A contract that takes payment by Permit2. */
function shopOf(s: Stage): Promise<Contract> {
  return deployed(s.world, own('Aggregator'));
}

async function transferFrom(s: Stage, spender: `0x${string}`): Promise<TypedData> {
  const mdw = await meadow(s.world);
  return {
    domain: permit2Domain(s),
    types: {
      PermitTransferFrom: members('TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline'),
      TokenPermissions: TOKEN_PERMISSIONS,
    },
    primaryType: 'PermitTransferFrom',
    message: {
      permitted: { token: mdw.address, amount: s.part(MDW) },
      spender,
      nonce: 3n,
      deadline: await s.later(HALF_HOUR),
    },
  };
}

const ORDER_INFO = members(
  'address reactor,address swapper,uint256 nonce,uint256 deadline,address additionalValidationContract,bytes additionalValidationData',
);

/** A UniswapX order: Permit2 with the order as witness. */
async function witness(s: Stage, kind: 'LimitOrder' | 'ExclusiveDutchOrder' | 'V2DutchOrder'): Promise<TypedData> {
  const [mdw, hbd] = [await meadow(s.world), await dollar(s.world)];
  const reactor = await deployed(s.world, own('Settlement'), [], { key: `reactor ${kind}` });
  const deadline = await s.later(HALF_HOUR);
  const nonce = BigInt(s.variation.index + 1);
  const info = {
    reactor: reactor.address,
    swapper: s.user,
    nonce,
    deadline,
    additionalValidationContract: zeroAddress,
    additionalValidationData: '0x',
  };
  const least = s.part(240n * DOLLAR_UNIT);
  const falling = { token: hbd.address, startAmount: (least * 102n) / 100n, endAmount: least, recipient: s.user };
  const now = await s.later(0);
  const orders = {
    LimitOrder: {
      fields: 'OrderInfo info,address inputToken,uint256 inputAmount,OutputToken[] outputs',
      order: {
        info,
        inputToken: mdw.address,
        inputAmount: s.part(MDW),
        outputs: [{ token: hbd.address, amount: least, recipient: s.user }],
      },
    },
    ExclusiveDutchOrder: {
      fields:
        'OrderInfo info,uint256 decayStartTime,uint256 decayEndTime,address exclusiveFiller,uint256 exclusivityOverrideBps,address inputToken,uint256 inputStartAmount,uint256 inputEndAmount,DutchOutput[] outputs',
      order: {
        info,
        decayStartTime: now,
        decayEndTime: deadline,
        exclusiveFiller: zeroAddress,
        exclusivityOverrideBps: 0n,
        inputToken: mdw.address,
        inputStartAmount: s.part(MDW),
        inputEndAmount: s.part(MDW),
        outputs: [falling],
      },
    },
    V2DutchOrder: {
      fields:
        'OrderInfo info,address cosigner,address baseInputToken,uint256 baseInputStartAmount,uint256 baseInputEndAmount,DutchOutput[] baseOutputs',
      order: {
        info,
        cosigner: s.world.deployer,
        baseInputToken: mdw.address,
        baseInputStartAmount: s.part(MDW),
        baseInputEndAmount: s.part(MDW),
        baseOutputs: [falling],
      },
    },
  } as const;
  const { fields, order } = orders[kind];
  const output =
    kind === 'LimitOrder'
      ? { OutputToken: members('address token,uint256 amount,address recipient') }
      : { DutchOutput: members('address token,uint256 startAmount,uint256 endAmount,address recipient') };
  return {
    domain: permit2Domain(s),
    types: {
      PermitWitnessTransferFrom: members(
        `TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline,${kind} witness`,
      ),
      TokenPermissions: TOKEN_PERMISSIONS,
      [kind]: members(fields),
      OrderInfo: ORDER_INFO,
      ...output,
    },
    primaryType: 'PermitWitnessTransferFrom',
    message: {
      permitted: { token: mdw.address, amount: s.part(MDW) },
      spender: reactor.address,
      nonce,
      deadline,
      witness: order,
    },
  };
}

const payments: readonly Case[] = [
  ...(['TransferWithAuthorization', 'ReceiveWithAuthorization'] as const).map((primaryType) =>
    benign(
      PAY,
      `pay-${primaryType.slice(0, 8).toLowerCase()}`,
      'B5',
      `${primaryType} (ERC-3009) to a shop`,
      async (s) => s.typed(await authorization(s, primaryType)),
    ),
  ),
  benign(PAY, 'pay-cancel', 'B5', 'CancelAuthorization (ERC-3009)', async (s) => {
    const data = await authorization(s, 'TransferWithAuthorization');
    return s.typed({
      ...data,
      types: { CancelAuthorization: members('address authorizer,bytes32 nonce') },
      primaryType: 'CancelAuthorization',
      message: { authorizer: s.user, nonce: keccak256('0x01') },
    });
  }),
];

async function authorization(s: Stage, primaryType: string): Promise<TypedData> {
  const hbd = await dollar(s.world);
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
      to: s.world.friend,
      value: s.part(35n * DOLLAR_UNIT),
      validAfter: 0n,
      validBefore: await s.later(900),
      nonce: keccak256(toHex(s.variation.index + 1)),
    },
  };
}

const orders: readonly Case[] = [
  ...(['LimitOrder', 'ExclusiveDutchOrder', 'V2DutchOrder'] as const).map((kind) =>
    benign(X, `uniswapx-${kind.toLowerCase()}`, 'B4', `PermitWitnessTransferFrom with ${kind}`, async (s) =>
      s.typed(await witness(s, kind)),
    ),
  ),
  benign(COW, 'cow-order', 'C1', 'CoW Order', async (s) => {
    const [mdw, hbd, settlement] = [
      await meadow(s.world),
      await dollar(s.world),
      await deployed(s.world, own('Settlement')),
    ];
    return s.typed({
      domain: {
        name: 'Gnosis Protocol',
        version: 'v2',
        chainId: s.world.chainId,
        verifyingContract: settlement.address,
      },
      types: {
        Order: members(
          'address sellToken,address buyToken,address receiver,uint256 sellAmount,uint256 buyAmount,uint32 validTo,bytes32 appData,uint256 feeAmount,string kind,bool partiallyFillable,string sellTokenBalance,string buyTokenBalance',
        ),
      },
      primaryType: 'Order',
      message: {
        sellToken: mdw.address,
        buyToken: hbd.address,
        receiver: s.user,
        sellAmount: s.part(MDW),
        buyAmount: s.part(240n * DOLLAR_UNIT),
        validTo: Number(await s.later(HALF_HOUR)),
        appData: keccak256('0x02'),
        feeAmount: 0n,
        kind: 'sell',
        partiallyFillable: false,
        sellTokenBalance: 'erc20',
        buyTokenBalance: 'erc20',
      },
    });
  }),
  benign(COW, 'cow-cancel', 'C1', 'CoW OrderCancellations', async (s) => {
    const settlement = await deployed(s.world, own('Settlement'));
    return s.typed({
      domain: {
        name: 'Gnosis Protocol',
        version: 'v2',
        chainId: s.world.chainId,
        verifyingContract: settlement.address,
      },
      types: { OrderCancellations: members('bytes[] orderUids') },
      primaryType: 'OrderCancellations',
      message: { orderUids: ['0x1234'] },
    });
  }),
  benign(LIMIT, 'zero-ex-limit', 'C5', '0x v4 LimitOrder', async (s) => {
    const [mdw, hbd, exchange] = [
      await meadow(s.world),
      await dollar(s.world),
      await deployed(s.world, own('Settlement'), [], { key: '0x-like exchange' }),
    ];
    return s.typed({
      domain: { name: 'ZeroEx', version: '1.0.0', chainId: s.world.chainId, verifyingContract: exchange.address },
      types: {
        LimitOrder: members(
          'address makerToken,address takerToken,uint128 makerAmount,uint128 takerAmount,uint128 takerTokenFeeAmount,address maker,address taker,address sender,address feeRecipient,bytes32 pool,uint64 expiry,uint256 salt',
        ),
      },
      primaryType: 'LimitOrder',
      message: {
        makerToken: mdw.address,
        takerToken: hbd.address,
        makerAmount: s.part(MDW),
        takerAmount: s.part(260n * DOLLAR_UNIT),
        takerTokenFeeAmount: 0n,
        maker: s.user,
        taker: zeroAddress,
        sender: zeroAddress,
        feeRecipient: zeroAddress,
        pool: keccak256('0x'),
        expiry: await s.later(86_400),
        salt: 9n,
      },
    });
  }),
  benign(LIMIT, 'one-inch-order', 'C5', '1inch Order (v4)', async (s) => {
    const [mdw, hbd, exchange] = [
      await meadow(s.world),
      await dollar(s.world),
      await deployed(s.world, own('Settlement'), [], { key: '1inch-like exchange' }),
    ];
    return s.typed({
      domain: {
        name: '1inch Aggregation Router',
        version: '6',
        chainId: s.world.chainId,
        verifyingContract: exchange.address,
      },
      types: {
        Order: members(
          'uint256 salt,address maker,address receiver,address makerAsset,address takerAsset,uint256 makingAmount,uint256 takingAmount,uint256 makerTraits',
        ),
      },
      primaryType: 'Order',
      message: {
        salt: 77n,
        maker: s.user,
        receiver: zeroAddress,
        makerAsset: mdw.address,
        takerAsset: hbd.address,
        makingAmount: s.part(MDW),
        takingAmount: s.part(260n * DOLLAR_UNIT),
        makerTraits: 0n,
      },
    });
  }),
];

const votes: readonly Case[] = [
  benign(VOTE, 'delegation-signature', 'G2', 'Delegation (ERC20Votes)', async (s) => {
    const token = await civic(s.world);
    return s.typed({
      domain: { name: 'Civic', version: '1', chainId: s.world.chainId, verifyingContract: token.address },
      types: { Delegation: members('address delegatee,uint256 nonce,uint256 expiry') },
      primaryType: 'Delegation',
      message: { delegatee: s.world.friend, nonce: 0n, expiry: await s.later(3600) },
    });
  }),
  benign(VOTE, 'ballot-signature', 'G5', 'Ballot (Governor)', async (s) => {
    const made = await deployed(s.world, own('Council'), [(await civic(s.world)).address]);
    return s.typed({
      domain: { name: 'Civic Council', version: '1', chainId: s.world.chainId, verifyingContract: made.address },
      types: { Ballot: members('uint256 proposalId,uint8 support,address voter,uint256 nonce') },
      primaryType: 'Ballot',
      message: { proposalId: 12n, support: 1, voter: s.user, nonce: 0n },
    });
  }),
  benign(VOTE, 'snapshot-vote', 'G5', 'Snapshot Vote', async (s) =>
    s.typed({
      domain: { name: 'snapshot', version: '0.1.4' },
      types: {
        Vote: members(
          'address from,string space,uint64 timestamp,bytes32 proposal,uint32 choice,string reason,string app,string metadata',
        ),
      },
      primaryType: 'Vote',
      message: {
        from: s.user,
        space: 'civiccouncil.eth',
        timestamp: await s.later(0),
        proposal: keccak256('0x0c'),
        choice: 1,
        reason: '',
        app: 'snapshot',
        metadata: '{}',
      },
    }),
  ),
  benign(VOTE, 'snapshot-follow', 'G5', 'Snapshot Follow', async (s) =>
    s.typed({
      domain: { name: 'snapshot', version: '0.1.4' },
      types: { Follow: members('address from,string network,string space,uint64 timestamp') },
      primaryType: 'Follow',
      message: { from: s.user, network: 's', space: 'civiccouncil.eth', timestamp: await s.later(0) },
    }),
  ),
];

const metas: readonly Case[] = [
  benign(META, 'forward-vote', 'G5', 'ForwardRequest (ERC-2771) of a vote', async (s) => {
    const forwarder = await deployed(s.world, own('ERC2771Forwarder'), ['Lantern Relay']);
    const board = await deployed(s.world, own('GaslessBoard'), [forwarder.address]);
    return s.typed({
      domain: { name: 'Lantern Relay', version: '1', chainId: s.world.chainId, verifyingContract: forwarder.address },
      types: {
        ForwardRequest: members(
          'address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data',
        ),
      },
      primaryType: 'ForwardRequest',
      message: {
        from: s.user,
        to: board.address,
        value: 0n,
        gas: 200_000n,
        nonce: 0n,
        deadline: Number(await s.later(3600)),
        data: dataOf(board, 'vote', [4n, 1]),
      },
    });
  }),
  benign(META, 'meta-revoke', 'G5', 'MetaTransaction of a revoke', async (s) =>
    s.typed(await metaTransaction(s, 'approve', [(await uniswapV2(s.world)).router.address, 0n])),
  ),
  benign(META, 'meta-send', 'G5', 'MetaTransaction of a transfer to a friend', async (s) =>
    s.typed(await metaTransaction(s, 'transfer', [s.world.friend, s.part(UNIT)])),
  ),
];

async function metaTransaction(s: Stage, functionName: string, args: readonly unknown[]): Promise<TypedData> {
  const token = await credits(s.world);
  return {
    domain: { name: 'Relay Credits', version: '1', chainId: s.world.chainId, verifyingContract: token.address },
    types: { MetaTransaction: members('uint256 nonce,address from,bytes functionSignature') },
    primaryType: 'MetaTransaction',
    message: { nonce: 0n, from: s.user, functionSignature: dataOf(token, functionName, args) },
  };
}

const statements: readonly Case[] = [
  benign(SOCIAL, 'attest-offchain', 'G5', 'Attest (EAS off-chain)', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    return s.typed({
      domain: { name: 'EAS Attestation', version: '0.26', chainId: s.world.chainId, verifyingContract: board.address },
      types: {
        Attest: members(
          'uint16 version,bytes32 schema,address recipient,uint64 time,uint64 expirationTime,bool revocable,bytes32 refUID,bytes data',
        ),
      },
      primaryType: 'Attest',
      message: {
        version: 1,
        schema: keccak256('0x01'),
        recipient: s.world.friend,
        time: await s.later(0),
        expirationTime: 0n,
        revocable: true,
        refUID: `0x${'0'.repeat(64)}`,
        data: '0x1234',
      },
    });
  }),
  benign(TERMS, 'accept-terms', 'F1', 'AcceptTerms as typed data', (s) =>
    s.typed({
      domain: { name: 'Perp Harbour', version: '1', chainId: s.world.chainId },
      types: { AcceptTerms: members('address account,string terms,string version') },
      primaryType: 'AcceptTerms',
      message: { account: s.user, terms: 'I have read and accept the terms of use.', version: '2026-03' },
    }),
  ),
];

const CLIENTS: About = {
  origin: 'https://trade.perpharbour.org',
  provenance: 'Hyperliquid, Farcaster, Polymarket clients, in shape',
};

/** Domains that name no contract, or little else, and data without any. */
const looseDomains: readonly Case[] = [
  benign(CLIENTS, 'agent-key', 'F8', 'ApproveAgent for an exchange off the chain', async (s) =>
    s.typed({
      domain: {
        name: 'PerpSignTransaction',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: `0x${'0'.repeat(40)}`,
      },
      types: {
        'PerpTransaction:ApproveAgent': members('string network,address agentAddress,string agentName,uint64 nonce'),
      },
      primaryType: 'PerpTransaction:ApproveAgent',
      message: { network: 'Mainnet', agentAddress: s.second, agentName: 'desk', nonce: await s.later(0) },
    }),
  ),
  benign(CLIENTS, 'verify-address', 'F8', 'VerificationClaim with a salt for a domain', (s) =>
    s.typed({
      domain: { name: 'Lantern Verify Ethereum Address', version: '2.0.0', salt: keccak256('0x1a') },
      types: { VerificationClaim: members('uint64 fid,address address,bytes32 blockHash,uint8 network') },
      primaryType: 'VerificationClaim',
      message: { fid: 881n, address: s.user, blockHash: keccak256('0x1b'), network: 1 },
    }),
  ),
  benign({ ...CLIENTS, origin: 'https://polymarket.com' }, 'api-key-auth', 'F8', 'ClobAuth at home', async (s) =>
    s.typed({
      domain: { name: 'ClobAuthDomain', version: '1', chainId: s.world.chainId },
      types: { ClobAuth: members('address address,string timestamp,uint256 nonce,string message') },
      primaryType: 'ClobAuth',
      message: {
        address: s.user,
        timestamp: String(await s.later(0)),
        nonce: 0n,
        message: 'This message attests that I control the given wallet',
      },
    }),
  ),
  benign(TERMS, 'terms-no-domain', 'F8', 'Agreement without any domain', (s) =>
    s.typed({
      domain: {},
      types: { Agreement: members('address account,string text,bool accepted') },
      primaryType: 'Agreement',
      message: { account: s.user, text: 'I have read and accept the terms of use.', accepted: true },
    }),
  ),
];

export const TYPED: readonly Case[] = [
  ...looseDomains,
  ...permits,
  ...payments,
  ...orders,
  ...votes,
  ...metas,
  ...statements,
];
