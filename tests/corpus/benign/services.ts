import {
  concatHex,
  encodeAbiParameters,
  encodeDeployData,
  type Hex,
  keccak256,
  namehash,
  padHex,
  parseAbi,
  parseAbiParameters,
  stringToHex,
  toHex,
} from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Case, Prepared } from '../Case.ts';
import { type Contract, dataOf, deployed, operate, own } from '../protocols/contract.ts';
import { civic, credits, DOLLAR_UNIT, dollar, meadow, orchard, UNIT, voyager } from '../protocols/tokens.ts';
import { type About, benign, members, parts, type Stage } from './kit.ts';

const BRIDGE: About = {
  origin: 'https://bridge.harbourcrossing.org',
  provenance: 'Optimism, Arbitrum, Across, CCTP, Wormhole, Hop, Polygon, LayerZero ABIs',
};
const CURVE: About = { origin: 'https://swap.stablepools.org', provenance: 'Curve StableSwap' };
const AGGREGATOR: About = { origin: 'https://app.routefinder.org', provenance: '1inch, 0x, ParaSwap ABIs' };
const COUNCIL: About = {
  origin: 'https://vote.civiccouncil.org',
  provenance: 'npm @openzeppelin/contracts 5.7.0 Governor, ERC20Votes',
};
const COMPOUND: About = { origin: 'https://vote.civiccouncil.org', provenance: 'Compound GovernorAlpha' };
const NAMES: About = {
  origin: 'https://app.harbournames.org',
  provenance: 'ENS registry, resolver and registrar controller ABIs',
};
const OWNER: About = {
  origin: 'https://console.harbourworks.org',
  provenance: 'npm @openzeppelin/contracts 5.7.0 access and proxy',
};
const PERPS: About = {
  origin: 'https://trade.perpharbour.org',
  provenance: 'perpetual exchanges (GMX, Synthetix) in shape',
};
const PLAY: About = {
  origin: 'https://play.lanterngames.xyz',
  provenance: 'games, check-ins, attestations (EAS), profiles',
};
const DEPLOY: About = { origin: 'https://remix.harbourworks.org', provenance: 'Remix and thirdweb deployments' };
const COW: About = { origin: 'https://swap.meadowcow.org', provenance: 'CoW Protocol GPv2Settlement' };
const GIVE: About = { origin: 'https://give.lanternfund.org', provenance: 'Giveth and Gitcoin donations' };

const HBD = 300n * DOLLAR_UNIT;
const MDW = 300n * UNIT;

async function bridge(s: Stage): Promise<{ made: Contract; hbd: Contract }> {
  const [made, hbd] = [await deployed(s.world, own('Bridge')), await dollar(s.world)];
  await s.approved(hbd, made);
  return { made, hbd };
}

const DEPOSIT_V3 = parseAbi([
  'function depositV3(address depositor, address recipient, address inputToken, address outputToken, uint256 inputAmount, uint256 outputAmount, uint256 destinationChainId, address exclusiveRelayer, uint32 quoteTimestamp, uint32 fillDeadline, uint32 exclusivityDeadline, bytes message)',
]);

const bridges: readonly Case[] = [
  benign(BRIDGE, 'bridge-coin', 'G1', 'OptimismPortal bridgeETHTo', async (s) =>
    s.send((await bridge(s)).made, 'bridgeETHTo', [s.user, 200_000, '0x'], s.part(UNIT / 2n)),
  ),
  benign(BRIDGE, 'bridge-deposit-erc20', 'G1', 'L1StandardBridge.depositERC20', async (s) => {
    const { made, hbd } = await bridge(s);
    return s.send(made, 'depositERC20', [hbd.address, hbd.address, s.part(HBD), 200_000, '0x']);
  }),
  benign(BRIDGE, 'bridge-erc20-to', 'G1', 'StandardBridge.bridgeERC20To the user', async (s) => {
    const { made, hbd } = await bridge(s);
    return s.send(made, 'bridgeERC20To', [hbd.address, hbd.address, s.user, s.part(HBD), 200_000, '0x']);
  }),
  benign(BRIDGE, 'bridge-arbitrum', 'G1', 'L1GatewayRouter.outboundTransfer', async (s) => {
    const { made, hbd } = await bridge(s);
    return s.send(made, 'outboundTransfer', [hbd.address, s.user, s.part(HBD), 100_000n, 10n ** 9n, '0x']);
  }),
  benign(BRIDGE, 'bridge-hop', 'G1', 'Hop sendToL2', async (s) =>
    s.send(
      (await bridge(s)).made,
      'sendToL2',
      [10n, s.user, s.part(UNIT / 2n), 0n, await s.later(3600), s.world.deployer, 0n],
      s.part(UNIT / 2n),
    ),
  ),
  benign(BRIDGE, 'bridge-across', 'G1', 'Across SpokePool.depositV3', async (s) => {
    const { made, hbd } = await bridge(s);
    const now = Number(await s.later(0));
    const args = [
      s.user,
      s.user,
      hbd.address,
      hbd.address,
      s.part(HBD),
      s.part(HBD - DOLLAR_UNIT),
      10n,
      `0x${'0'.repeat(40)}`,
      now,
      now + 3600,
      0,
      '0x',
    ];
    return s.send({ address: made.address, abi: DEPOSIT_V3 }, 'depositV3', args);
  }),
  benign(BRIDGE, 'bridge-cctp', 'G1', 'TokenMessenger.depositForBurn', async (s) => {
    const { made, hbd } = await bridge(s);
    return s.send(made, 'depositForBurn', [s.part(HBD), 6, padHex(s.user), hbd.address]);
  }),
  benign(BRIDGE, 'bridge-wormhole', 'G1', 'TokenBridge.transferTokens', async (s) => {
    const { made, hbd } = await bridge(s);
    return s.send(made, 'transferTokens', [hbd.address, s.part(HBD), 30, padHex(s.user), 0n, 1]);
  }),
  benign(BRIDGE, 'bridge-polygon', 'G1', 'RootChainManager.depositFor', async (s) => {
    const { made, hbd } = await bridge(s);
    return s.send(made, 'depositFor', [
      s.user,
      hbd.address,
      encodeAbiParameters(parseAbiParameters('uint256'), [s.part(HBD)]),
    ]);
  }),
  benign(BRIDGE, 'bridge-oft', 'G1', 'OFT.send', async (s) => {
    const token = await voyager(s.world);
    const sent = {
      dstEid: 30_111,
      to: padHex(s.user),
      amountLD: s.part(MDW),
      minAmountLD: s.part(MDW),
      extraOptions: '0x',
      composeMsg: '0x',
      oftCmd: '0x',
    };
    return s.send(token, 'send', [sent, { nativeFee: UNIT / 1000n, lzTokenFee: 0n }, s.user], UNIT / 1000n);
  }),
  benign(BRIDGE, 'bridge-finish', 'G1', 'finalizing a withdrawal from another chain', async (s) => {
    const { made, hbd } = await bridge(s);
    await operate(s.world, hbd, 'transfer', [made.address, HBD * 2n]);
    return s.send(made, 'finalizeWithdrawal', [hbd.address, s.user, s.part(HBD)]);
  }),
];

async function stable(s: Stage): Promise<Contract> {
  const [mdw, orch] = [await meadow(s.world), await orchard(s.world)];
  const made = await deployed(s.world, own('StablePool'), [mdw.address, orch.address]);
  for (const token of [mdw, orch]) {
    await s.approved(token, made);
    await operate(s.world, token, 'transfer', [made.address, 10_000n * UNIT]);
  }
  return made;
}

async function aggregator(s: Stage): Promise<{ made: Contract; mdw: Contract; hbd: Contract }> {
  const [mdw, hbd] = [await meadow(s.world), await dollar(s.world)];
  const made = await deployed(s.world, own('Aggregator'));
  await s.approved(mdw, made);
  await operate(s.world, hbd, 'transfer', [made.address, 10_000n * DOLLAR_UNIT]);
  return { made, mdw, hbd };
}

const LEAST = 297n * DOLLAR_UNIT;

const markets: readonly Case[] = [
  benign(CURVE, 'curve-exchange', 'G4', 'StableSwap.exchange', async (s) =>
    s.send(await stable(s), 'exchange', [0n, 1n, s.part(MDW), s.part((MDW * 99n) / 100n)]),
  ),
  benign(CURVE, 'curve-add', 'A1', 'StableSwap.add_liquidity', async (s) =>
    s.send(await stable(s), 'add_liquidity', [[s.part(MDW), s.part(MDW)], s.part(MDW)]),
  ),
  benign(CURVE, 'curve-remove', 'G1', 'StableSwap.remove_liquidity', async (s) => {
    const made = await stable(s);
    await s.did(made, 'add_liquidity', [[MDW * 2n, MDW * 2n], 1n]);
    return s.send(made, 'remove_liquidity', [s.part(MDW), [1n, 1n]]);
  }),
  benign(CURVE, 'curve-remove-one', 'G1', 'StableSwap.remove_liquidity_one_coin', async (s) => {
    const made = await stable(s);
    await s.did(made, 'add_liquidity', [[MDW * 2n, MDW * 2n], 1n]);
    return s.send(made, 'remove_liquidity_one_coin', [s.part(MDW), 1n, 1n]);
  }),
  benign(AGGREGATOR, 'aggregator-1inch', 'G4', '1inch AggregationRouter.swap', async (s) => {
    const { made, mdw, hbd } = await aggregator(s);
    const desc = {
      srcToken: mdw.address,
      dstToken: hbd.address,
      srcReceiver: made.address,
      dstReceiver: s.user,
      amount: s.part(MDW),
      minReturnAmount: s.part(LEAST),
      flags: 4n,
    };
    return s.send(made, 'swap', [made.address, desc, '0x1234']);
  }),
  benign(AGGREGATOR, 'aggregator-0x', 'G4', '0x transformERC20', async (s) => {
    const { made, mdw, hbd } = await aggregator(s);
    return s.send(made, 'transformERC20', [
      mdw.address,
      hbd.address,
      s.part(MDW),
      s.part(LEAST),
      [{ deploymentNonce: 12, data: '0x01' }],
    ]);
  }),
  benign(AGGREGATOR, 'aggregator-paraswap', 'G4', 'ParaSwap simpleSwap', async (s) => {
    const { made, mdw, hbd } = await aggregator(s);
    return s.send(made, 'simpleSwap', [
      mdw.address,
      hbd.address,
      s.part(MDW),
      s.part(LEAST),
      s.part(LEAST),
      s.user,
      '0x',
    ]);
  }),
  benign(AGGREGATOR, 'aggregator-0x-uniswap', 'G4', '0x sellToUniswap', async (s) => {
    const { made, mdw, hbd } = await aggregator(s);
    return s.send(made, 'sellToUniswap', [[mdw.address, hbd.address], s.part(MDW), s.part(LEAST), false]);
  }),
  benign(AGGREGATOR, 'aggregator-1inch-v3', 'G4', '1inch uniswapV3SwapTo the user', async (s) => {
    const { made, mdw, hbd } = await aggregator(s);
    return s.send(made, 'uniswapV3SwapTo', [s.user, mdw.address, hbd.address, s.part(MDW), s.part(LEAST), [1n]]);
  }),
  benign(COW, 'cow-pre-sign', 'C1', 'GPv2Settlement.setPreSignature', async (s) =>
    s.send(await deployed(s.world, own('Settlement')), 'setPreSignature', [orderUid(s), true]),
  ),
  benign(COW, 'cow-invalidate', 'C1', 'GPv2Settlement.invalidateOrder', async (s) =>
    s.send(await deployed(s.world, own('Settlement')), 'invalidateOrder', [orderUid(s)]),
  ),
];

function orderUid(s: Stage): Hex {
  return concatHex([keccak256(toHex(s.variation.index)), s.user, '0x6a000000']);
}

/** A council with a proposal of the user's, open for votes when `open`. */
async function council(s: Stage, open: boolean): Promise<{ made: Contract; token: Contract; id: bigint }> {
  const token = await civic(s.world);
  const made = await deployed(s.world, own('Council'), [token.address]);
  await s.did(token, 'delegate', [s.user]);
  await s.world.rpc('anvil_mine', ['0x2']);
  if (!open) return { made, token, id: 0n };
  await s.did(made, 'propose', proposal(token));
  const [targets, values, calldatas] = proposal(token);
  const id = BigInt(
    String(
      await s.world.read(made.address, made.abi, 'hashProposal', [
        targets,
        values,
        calldatas,
        keccak256(stringToHex(TITLE)),
      ]),
    ),
  );
  await s.world.rpc('anvil_mine', ['0x3']);
  return { made, token, id };
}

const TITLE = 'Civic proposal 12: pay the gardeners';

function proposal(token: Contract) {
  return [
    [token.address],
    [0n],
    [dataOf(token, 'transfer', ['0x00000000000000000000000000000000000000a1', UNIT])],
    TITLE,
  ] as const;
}

const governance: readonly Case[] = [
  benign(COUNCIL, 'delegate-votes', 'G2', 'ERC20Votes.delegate', async (s) =>
    s.send(await civic(s.world), 'delegate', [s.user]),
  ),
  benign(COUNCIL, 'delegate-votes-to-steward', 'G2', 'ERC20Votes.delegate to a steward', async (s) =>
    s.send(await civic(s.world), 'delegate', [s.world.friend]),
  ),
  benign(COUNCIL, 'delegate-by-signature', 'G2', 'ERC20Votes.delegateBySig', async (s) => {
    const token = await civic(s.world);
    const expiry = await s.later(3600);
    const signature = await s.signed(
      {
        domain: { name: 'Civic', version: '1', chainId: s.world.chainId, verifyingContract: token.address },
        types: { Delegation: members('address delegatee,uint256 nonce,uint256 expiry') },
        primaryType: 'Delegation',
        message: { delegatee: s.user, nonce: 0n, expiry },
      },
      s.world.friend,
    );
    return s.send(token, 'delegateBySig', [s.user, 0n, expiry, ...parts(signature)]);
  }),
  benign(COUNCIL, 'cast-vote', 'G5', 'Governor.castVote', async (s) => {
    const { made, id } = await council(s, true);
    return s.send(made, 'castVote', [id, 1]);
  }),
  benign(COUNCIL, 'cast-vote-reason', 'G5', 'Governor.castVoteWithReason', async (s) => {
    const { made, id } = await council(s, true);
    return s.send(made, 'castVoteWithReason', [id, 1, 'The gardeners earned it.']);
  }),
  benign(COUNCIL, 'cast-vote-parameters', 'G5', 'Governor.castVoteWithReasonAndParams', async (s) => {
    const { made, id } = await council(s, true);
    return s.send(made, 'castVoteWithReasonAndParams', [id, 0, 'No.', '0x']);
  }),
  benign(COUNCIL, 'propose', 'G5', 'Governor.propose', async (s) => {
    const { made, token } = await council(s, false);
    return s.send(made, 'propose', proposal(token));
  }),
  benign(COUNCIL, 'cancel-proposal', 'G5', 'Governor.cancel', async (s) => {
    const { made, token } = await council(s, false);
    await s.did(made, 'propose', proposal(token));
    const [targets, values, calldatas] = proposal(token);
    return s.send(made, 'cancel', [targets, values, calldatas, keccak256(stringToHex(TITLE))]);
  }),
  benign(COUNCIL, 'timelock-schedule', 'F5', 'TimelockController.schedule', async (s) => {
    const made = await timelock(s);
    const token = await civic(s.world);
    return s.send(made, 'schedule', [
      token.address,
      0n,
      dataOf(token, 'transfer', [s.world.friend, UNIT]),
      NO_HASH,
      NO_HASH,
      0n,
    ]);
  }),
  benign(COUNCIL, 'timelock-execute', 'F5', 'TimelockController.execute', async (s) => {
    const made = await timelock(s);
    const token = await civic(s.world);
    await operate(s.world, token, 'transfer', [made.address, UNIT]);
    const call = [token.address, 0n, dataOf(token, 'transfer', [s.world.friend, UNIT]), NO_HASH, NO_HASH];
    await s.did(made, 'schedule', [...call, 0n]);
    return s.send(made, 'execute', call);
  }),
  benign(COMPOUND, 'cast-vote-alpha', 'G5', 'GovernorAlpha.castVote(uint256,bool)', async (s) =>
    s.send(await deployed(s.world, own('BravoLike')), 'castVote', [31n, true]),
  ),
  benign(COMPOUND, 'submit-vote', 'G5', 'Aave governance submitVote', async (s) =>
    s.send(await deployed(s.world, own('BravoLike')), 'submitVote', [31n, true]),
  ),
];

const NO_HASH: Hex = `0x${'0'.repeat(64)}`;

function timelock(s: Stage): Promise<Contract> {
  return deployed(s.world, own('TimelockController'), [0n, s.world.users, s.world.users, s.world.deployer]);
}

interface NameService {
  readonly registry: Contract;
  readonly resolver: Contract;
  readonly node: Hex;
}

/** The user owns garden.harbour in the registry. */
async function names(s: Stage): Promise<NameService> {
  const registry = await deployed(s.world, own('NameRegistry'));
  const resolver = await deployed(s.world, own('NameResolver'), [registry.address]);
  await operate(s.world, registry, 'setSubnodeOwner', [NO_HASH, keccak256(stringToHex('harbour')), s.world.deployer]);
  await operate(s.world, registry, 'setSubnodeOwner', [namehash('harbour'), keccak256(stringToHex('garden')), s.user]);
  return { registry, resolver, node: namehash('garden.harbour') };
}

const YEAR = 31_536_000n;

async function registrar(s: Stage): Promise<Contract> {
  return deployed(s.world, own('NameRegistrar'));
}

async function registered(s: Stage): Promise<{ made: Contract; args: readonly unknown[]; price: bigint }> {
  const made = await registrar(s);
  const args = ['gardeners', s.user, YEAR, NO_HASH, `0x${'0'.repeat(40)}`, [], true, 0];
  const commitment = keccak256(
    encodeAbiParameters(parseAbiParameters('string, address, uint256, bytes32'), ['gardeners', s.user, YEAR, NO_HASH]),
  );
  await s.did(made, 'commit', [commitment]);
  return { made, args, price: (YEAR / 1000n) * 10n ** 9n };
}

const nameCases: readonly Case[] = [
  benign(NAMES, 'name-commit', 'D1', 'ETHRegistrarController.commit', async (s) =>
    s.send(await registrar(s), 'commit', [keccak256(toHex(s.variation.index + 5))]),
  ),
  benign(NAMES, 'name-register', 'D1', 'ETHRegistrarController.register', async (s) => {
    const { made, args, price } = await registered(s);
    return s.send(made, 'register', args, (price * 11n) / 10n);
  }),
  benign(NAMES, 'name-renew', 'D1', 'ETHRegistrarController.renew', async (s) => {
    const { made, args, price } = await registered(s);
    await s.did(made, 'register', args, price);
    return s.send(made, 'renew', ['gardeners', YEAR], (price * 11n) / 10n);
  }),
  benign(NAMES, 'name-primary', 'D1', 'ReverseRegistrar.setName', async (s) =>
    s.send(await registrar(s), 'setName', ['garden.harbour']),
  ),
  benign(NAMES, 'name-reclaim', 'F5', 'BaseRegistrar.reclaim', async (s) => {
    const { made, args, price } = await registered(s);
    await s.did(made, 'register', args, price);
    return s.send(made, 'reclaim', [BigInt(keccak256(stringToHex('gardeners'))), s.user]);
  }),
  benign(NAMES, 'name-set-address', 'F5', 'PublicResolver.setAddr', async (s) => {
    const { resolver, node } = await names(s);
    return s.send(resolver, 'setAddr', [node, s.user]);
  }),
  benign(NAMES, 'name-set-text', 'F5', 'PublicResolver.setText', async (s) => {
    const { resolver, node } = await names(s);
    return s.send(resolver, 'setText', [node, 'url', 'https://garden.example.org']);
  }),
  benign(NAMES, 'name-set-content', 'F5', 'PublicResolver.setContenthash', async (s) => {
    const { resolver, node } = await names(s);
    return s.send(resolver, 'setContenthash', [
      node,
      '0xe3010170122029f2d17be6139079dc48696d1f582a8530eb9805b561eda517e2',
    ]);
  }),
  benign(NAMES, 'name-multicall', 'A6', 'PublicResolver.multicall(setAddr,setText)', async (s) => {
    const { resolver, node } = await names(s);
    return s.send(resolver, 'multicall', [
      [
        dataOf(resolver, 'setAddr', [node, s.user]),
        dataOf(resolver, 'setText', [node, 'email', 'a@garden.example.org']),
      ],
    ]);
  }),
  benign(NAMES, 'name-set-resolver', 'F5', 'ENSRegistry.setResolver', async (s) => {
    const { registry, resolver, node } = await names(s);
    return s.send(registry, 'setResolver', [node, resolver.address]);
  }),
  benign(NAMES, 'name-set-ttl', 'F5', 'ENSRegistry.setTTL', async (s) => {
    const { registry, node } = await names(s);
    return s.send(registry, 'setTTL', [node, 3600n]);
  }),
  benign(NAMES, 'name-subdomain', 'F5', 'ENSRegistry.setSubnodeRecord for the user', async (s) => {
    const { registry, resolver, node } = await names(s);
    return s.send(registry, 'setSubnodeRecord', [node, keccak256(stringToHex('tools')), s.user, resolver.address, 0n]);
  }),
  benign(NAMES, 'name-set-owner', 'F5', 'ENSRegistry.setOwner to the second account', async (s) => {
    const { registry, node } = await names(s);
    return withSecond(s, s.send(registry, 'setOwner', [node, s.second]));
  }),
];

/** The wallet knows the person's other account. */
function withSecond(s: Stage, prepared: Prepared): Prepared {
  return { ...prepared, history: { ownAccounts: [s.user, s.second], counterparties: [] } };
}

async function workshop(s: Stage): Promise<Contract> {
  return deployed(s.world, own('Workshop'), [s.user], { key: `Workshop ${s.user}` });
}

async function studio(s: Stage): Promise<{ proxy: Contract; next: Contract }> {
  const [first, next] = [await deployed(s.world, own('StudioV1')), await deployed(s.world, own('StudioV2'))];
  const start = dataOf(first, 'initialize', [s.user]);
  const proxy = await deployed(
    s.world,
    readArtifact('@openzeppelin/contracts/build/contracts/ERC1967Proxy.json'),
    [first.address, start],
    { key: `Studio ${s.user}` },
  );
  return { proxy: { address: proxy.address, abi: first.abi }, next };
}

const owners: readonly Case[] = [
  benign(OWNER, 'owner-setting', 'F5', 'Ownable2Step setting changed by its owner', async (s) =>
    s.send(await workshop(s), 'setFee', [s.part(25n)]),
  ),
  benign(OWNER, 'owner-hand-on', 'F5', 'Ownable2Step.transferOwnership to the second account', async (s) =>
    withSecond(s, s.send(await workshop(s), 'transferOwnership', [s.second])),
  ),
  benign(OWNER, 'owner-accept', 'F5', 'Ownable2Step.acceptOwnership', async (s) => {
    const made = await deployed(s.world, own('Workshop'), [s.world.deployer], { key: 'Workshop of the deployer' });
    await operate(s.world, made, 'transferOwnership', [s.user]);
    return s.send(made, 'acceptOwnership');
  }),
  benign(OWNER, 'owner-grant-role', 'F5', 'AccessControl.grantRole to the second account', async (s) => {
    const made = await deployed(s.world, own('Guild'), [s.user], { key: `Guild ${s.user}` });
    return withSecond(s, s.send(made, 'grantRole', [keccak256(stringToHex('KEEPER')), s.second]));
  }),
  benign(OWNER, 'owner-revoke-role', 'F5', 'AccessControl.revokeRole', async (s) => {
    const made = await deployed(s.world, own('Guild'), [s.user], { key: `Guild ${s.user}` });
    await s.did(made, 'grantRole', [keccak256(stringToHex('KEEPER')), s.world.friend]);
    return s.send(made, 'revokeRole', [keccak256(stringToHex('KEEPER')), s.world.friend]);
  }),
  benign(OWNER, 'owner-renounce-role', 'F5', 'AccessControl.renounceRole', async (s) => {
    const made = await deployed(s.world, own('Guild'), [s.user], { key: `Guild ${s.user}` });
    return s.send(made, 'renounceRole', [keccak256(stringToHex('KEEPER')), s.user]);
  }),
  benign(OWNER, 'studio-use', 'C3', 'call through ERC1967Proxy', async (s) =>
    s.send((await studio(s)).proxy, 'addItem'),
  ),
];

const games: readonly Case[] = [
  benign(PLAY, 'check-in', 'D1', 'checkIn()', async (s) => s.send(await playground(s), 'checkIn')),
  benign(PLAY, 'set-number', 'D1', 'setNumber(uint256)', async (s) => s.send(await playground(s), 'setNumber', [42n])),
  benign(PLAY, 'play-move', 'D1', 'play(uint8,bytes32)', async (s) =>
    s.send(await playground(s), 'play', [3, keccak256(toHex(s.variation.index + 1))]),
  ),
  benign(PLAY, 'follow', 'F5', 'follow(address)', async (s) => s.send(await playground(s), 'follow', [s.world.friend])),
  benign(PLAY, 'attest', 'G5', 'EAS attest in shape', async (s) =>
    s.send(await playground(s), 'attest', [keccak256('0x01'), s.world.friend, '0x1234']),
  ),
  benign(PLAY, 'create-profile', 'D1', 'createProfile(string,string)', async (s) =>
    s.send(await playground(s), 'createProfile', ['gardener', 'ipfs://bafy1']),
  ),
  benign(PERPS, 'perps-deposit', 'A1', 'depositCollateral(uint256)', async (s) =>
    s.send(await perps(s), 'depositCollateral', [s.part(HBD)]),
  ),
  benign(PERPS, 'perps-open', 'G3', 'openPosition(int256,uint256)', async (s) => {
    const made = await perps(s);
    await s.did(made, 'depositCollateral', [HBD]);
    return s.send(made, 'openPosition', [s.part(5n * UNIT), 2000n * UNIT]);
  }),
  benign(PERPS, 'perps-close', 'G3', 'closePosition()', async (s) => s.send(await perps(s), 'closePosition')),
  benign(PERPS, 'perps-withdraw', 'G1', 'withdrawCollateral(uint256)', async (s) => {
    const made = await perps(s);
    await s.did(made, 'depositCollateral', [HBD * 2n]);
    return s.send(made, 'withdrawCollateral', [s.part(HBD)]);
  }),
  benign(GIVE, 'donate', 'D1', 'donate(string) in coin', async (s) =>
    s.send(await deployed(s.world, own('Donations')), 'donate', ['For the lanterns'], s.part(UNIT / 20n)),
  ),
];

function playground(s: Stage): Promise<Contract> {
  return deployed(s.world, own('Playground'));
}

async function perps(s: Stage): Promise<Contract> {
  const hbd = await dollar(s.world);
  const made = await deployed(s.world, own('Perps'), [hbd.address]);
  await s.approved(hbd, made);
  return made;
}

const MULTICALL: About = { origin: 'https://portfolio.lanternwallet.app', provenance: 'Multicall3 ABI' };
const META: About = {
  origin: 'https://board.lanterngames.xyz',
  provenance: 'npm @openzeppelin/contracts 5.7.0 ERC2771Forwarder; Polygon MetaTransaction',
};

const tools: readonly Case[] = [
  benign(MULTICALL, 'multicall-reads', 'A6', 'Multicall3.aggregate3 of reads and pokes', async (s) => {
    const made = await deployed(s.world, own('Multicall3'));
    const [token, board] = [await meadow(s.world), await playground(s)];
    const calls = [
      { target: token.address, allowFailure: true, callData: dataOf(token, 'balanceOf', [s.user]) },
      { target: board.address, allowFailure: false, callData: dataOf(board, 'checkIn') },
    ];
    return s.send(made, 'aggregate3', [calls]);
  }),
  benign(MULTICALL, 'multicall-try', 'A6', 'Multicall3.tryAggregate', async (s) => {
    const made = await deployed(s.world, own('Multicall3'));
    const token = await meadow(s.world);
    return s.send(made, 'tryAggregate', [false, [{ target: token.address, callData: dataOf(token, 'totalSupply') }]]);
  }),
  benign(META, 'relay-for-others', 'G5', 'ERC2771Forwarder.execute of another person’s request', async (s) => {
    const forwarder = await deployed(s.world, own('ERC2771Forwarder'), ['Lantern Relay']);
    const board = await deployed(s.world, own('GaslessBoard'), [forwarder.address]);
    const data = dataOf(board, 'vote', [4n, 1]);
    const deadline = Number(await s.later(3600));
    const request = { from: s.world.friend, to: board.address, value: 0n, gas: 200_000n, nonce: 0n, deadline, data };
    const signature = await s.signed(
      {
        domain: { name: 'Lantern Relay', version: '1', chainId: s.world.chainId, verifyingContract: forwarder.address },
        types: {
          ForwardRequest: members(
            'address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data',
          ),
        },
        primaryType: 'ForwardRequest',
        message: request,
      },
      s.world.friend,
    );
    const { nonce: _, ...sent } = request;
    return s.send(forwarder, 'execute', [{ ...sent, signature }]);
  }),
  benign(META, 'relay-meta-transaction', 'G5', 'executeMetaTransaction for another person', async (s) => {
    const token = await credits(s.world);
    const functionSignature = dataOf(token, 'vote', [3n]);
    const signature = await s.signed(
      {
        domain: { name: 'Relay Credits', version: '1', chainId: s.world.chainId, verifyingContract: token.address },
        types: { MetaTransaction: members('uint256 nonce,address from,bytes functionSignature') },
        primaryType: 'MetaTransaction',
        message: { nonce: 0n, from: s.world.friend, functionSignature },
      },
      s.world.friend,
    );
    return s.send(token, 'executeMetaTransaction', [s.world.friend, functionSignature, signature]);
  }),
];

const TILL: About = {
  origin: 'https://pay.quietlane.net',
  provenance: 'payments in coin to small services of one owner (PTXPhish, NDSS 2025: the benign payable calls)',
};
/** What a person with a thousand coins may well pay at once. */
const DEAR = 80n * UNIT;

function till(s: Stage, name: string): Promise<Contract> {
  return deployed(s.world, own(name));
}

const tills: readonly Case[] = [
  benign(TILL, 'till-name-years', 'D1', 'a name paid for by the year: prolong(string)', async (s) =>
    s.send(await till(s, 'NameYears'), 'prolong', ['gardeners'], s.part(DEAR)),
  ),
  benign(TILL, 'till-giving', 'D1', 'a gift to a pot that counts: give(bytes32)', async (s) =>
    s.send(await till(s, 'GivingPot'), 'give', [NO_HASH], s.part(DEAR)),
  ),
  benign(TILL, 'till-guest-book', 'D1', 'a coin of any size for a line: sign(string)', async (s) =>
    s.send(await till(s, 'GuestBook'), 'sign', ['The lanterns were lovely.'], s.part(DEAR)),
  ),
  benign(TILL, 'till-time-box', 'D1', 'coins locked for thirty days: lockAway()', async (s) =>
    s.send(await till(s, 'TimeBox'), 'lockAway', [], s.part(DEAR)),
  ),
  benign(TILL, 'till-raffle', 'D1', 'raffle tickets: enter(uint256)', async (s) => {
    const price = UNIT / 1000n;
    const count = s.part(DEAR) / price;
    return s.send(await deployed(s.world, own('Raffle'), [price]), 'enter', [count], count * price);
  }),
  benign(TILL, 'till-repair', 'D1', 'an agreed price straight to the owner: settle(bytes32)', async (s) => {
    const made = await till(s, 'RepairShop');
    await operate(s.world, made, 'agree', [NO_HASH, s.part(DEAR)]);
    return s.send(made, 'settle', [NO_HASH], s.part(DEAR));
  }),
  benign(TILL, 'till-bill', 'D1', 'a bill of any sum, told by event: payBill(bytes32)', async (s) =>
    s.send(await till(s, 'BillTill'), 'payBill', [keccak256('0x0b')], s.part(DEAR)),
  ),
  benign(TILL, 'till-escrow', 'D1', 'coins held for a deal: hold(address)', async (s) =>
    s.send(await till(s, 'Escrow'), 'hold', [s.world.friend], s.part(DEAR)),
  ),
  benign(TILL, 'till-bridge', 'D1', 'coins locked for another chain: lockFor(uint64,bytes32)', async (s) =>
    s.send(await till(s, 'BridgeGate'), 'lockFor', [10n, padHex(s.user, { size: 32 })], s.part(DEAR)),
  ),
  benign(TILL, 'till-early-token', 'I4', 'a token for coin that opens later: buyEarly()', async (s) => {
    const made = await deployed(s.world, own('EarlyToken'), [await s.later(1200)], {
      key: `EarlyToken ${await s.later(0)}`,
    });
    return s.send(made, 'buyEarly', [], s.part(UNIT));
  }),
  benign(TILL, 'payroll-wage', 'G1', 'a wage from a keeper’s budget: payWage(address,uint256)', async (s) => {
    const made = await deployed(s.world, own('Payroll'), [s.user], { key: `Payroll ${s.user}`, valueWei: 20n * UNIT });
    return s.send(made, 'payWage', [s.world.friend, s.part(15n * UNIT)]);
  }),
  benign(TILL, 'prepaid-shop', 'G1', 'a bill from a prepaid balance: payShop(address,uint256,bytes32)', async (s) => {
    const made = await till(s, 'PrepaidCard');
    await s.did(made, 'topUp', [], 10n * UNIT);
    return s.send(made, 'payShop', [s.world.friend, s.part((8n * UNIT) / 10n), NO_HASH]);
  }),
];

function deployment(
  id: string,
  shape: string,
  name: string,
  args: (s: Stage) => readonly unknown[] | Promise<readonly unknown[]>,
): Case {
  return benign(DEPLOY, id, 'D3', shape, async (s) => {
    const { abi, bytecode } = own(name);
    return s.raw({ data: encodeDeployData({ abi, bytecode, args: [...(await args(s))] }) });
  });
}

const deployments: readonly Case[] = [
  deployment('deploy-token', 'deployment of an ERC-20', 'MeadowToken', () => []),
  deployment('deploy-collection', 'deployment of an ERC-721', 'Gallery', () => []),
  deployment('deploy-drop', 'deployment of an ERC-721A drop', 'Drop', async (s) => [(await meadow(s.world)).address]),
  deployment('deploy-editions', 'deployment of an ERC-1155', 'Editions', () => []),
  deployment('deploy-vault', 'deployment of an ERC-4626 vault', 'Vault', async (s) => [
    (await dollar(s.world)).address,
  ]),
  deployment('deploy-splitter', 'deployment that takes coin', 'Splitter', (s) => [[s.user, s.world.friend]]),
  deployment('deploy-timelock', 'deployment of a TimelockController', 'TimelockController', (s) => [
    3600n,
    [s.user],
    [s.user],
    s.user,
  ]),
  deployment('deploy-council', 'deployment of a Governor', 'Council', async (s) => [(await civic(s.world)).address]),
  benign(DEPLOY, 'deploy-pair-factory', 'D3', 'deployment of UniswapV2Factory', (s) => {
    const { abi, bytecode } = readArtifact('@uniswap/v2-core/build/UniswapV2Factory.json');
    return s.raw({ data: encodeDeployData({ abi, bytecode, args: [s.user] }) });
  }),
];

export const SERVICES: readonly Case[] = [
  ...bridges,
  ...markets,
  ...governance,
  ...nameCases,
  ...owners,
  ...games,
  ...tools,
  ...tills,
  ...deployments,
];
