import { concatHex, getAddress, keccak256, stringToHex, zeroAddress } from 'viem';
import type { Case } from '../../Case.ts';
import { own } from '../../protocols/contract.ts';
import { civic } from '../../protocols/tokens.ts';
import { loginText } from '../attacks/logins.ts';
import { quarry, special } from '../coins.ts';
import { benign, dataOf, members, type Site, UNIT } from '../kit.ts';

const LOGIN: Site = { origin: 'https://app.copperkeep.games', provenance: 'EIP-4361 and free-text logins' };
const LOCAL: Site = { origin: 'http://localhost:3000', provenance: 'EIP-4361 during development' };
const SEA: Site = { origin: 'https://opensea.io', provenance: "OpenSea's login text" };
const SNAP: Site = { origin: 'https://snapshot.box', provenance: 'Snapshot typed votes (snapshot.js)' };
const CLUB: Site = {
  origin: 'https://vote.commonkiln.org',
  provenance: 'npm @openzeppelin/contracts 5.7.0 Governor and Votes',
};
const POLL: Site = {
  origin: 'https://polls.plazasquare.community',
  provenance: 'gasless votes (own Solidity, GSN manners)',
};
const TRADE: Site = {
  origin: 'https://trade.deltaperps.exchange',
  provenance: 'order-book exchanges (Vertex, Hyperliquid and Polymarket manners; shapes by their published types)',
};
const HYPER: Site = { origin: 'https://app.hyperliquid.xyz', provenance: 'Hyperliquid ApproveAgent typed data' };
const NONCE = '9d1c6e70-43c9-4f4e-8c0b-8a0f4d2b6a11';

export const LOGINS: readonly Case[] = [
  benign(LOGIN, 'login', 'F7', 'EIP-4361 of the page', async (s) =>
    s.message(loginText(s, 'app.copperkeep.games', 'https://app.copperkeep.games/enter', 'Step into the realm.')),
  ),
  benign(LOCAL, 'login-port', 'F7', 'EIP-4361 of localhost with its port', async (s) =>
    s.message(loginText(s, 'localhost:3000', 'http://localhost:3000', 'Sign in (dev).')),
  ),
  benign(LOGIN, 'login-resources', 'F7', 'EIP-4361 with expiry, request id and resources', async (s) =>
    s.message(
      loginText(
        s,
        'app.copperkeep.games',
        'https://app.copperkeep.games',
        'I accept the terms: https://copperkeep.games/terms',
        '\nExpiration Time: 2026-12-31T00:00:00.000Z\nRequest ID: 771\nResources:\n- https://copperkeep.games/terms\n- ipfs://bafybeib/privacy.md',
      ),
    ),
  ),
  benign(LOGIN, 'login-apex', 'F7', 'EIP-4361 of the registrable domain', async (s) =>
    s.message(loginText(s, 'copperkeep.games', 'https://copperkeep.games', 'Sign in with your account.')),
  ),
  benign(LOGIN, 'login-plain', 'F9', 'a free-text login with a nonce', async (s) =>
    s.message(
      `Copperkeep\n\nSign this message to prove that you own this wallet. It costs nothing.\n\nNonce: ${NONCE}`,
    ),
  ),
  benign(LOGIN, 'login-terms', 'F9', 'terms of service to agree to', async (s) =>
    s.message(
      'I have read and agree to the Copperkeep Terms of Service dated 1 September 2026, and I am not a resident of a restricted territory.',
    ),
  ),
  benign(LOGIN, 'login-json', 'F9', 'a login as JSON', async (s) =>
    s.message(JSON.stringify({ action: 'login', address: s.user, timestamp: 1_790_000_000 })),
  ),
  benign(LOGIN, 'login-typed', 'F8', 'typed login without a contract', async (s) =>
    s.typed({
      domain: { name: 'Copperkeep', version: '2', chainId: s.world.chainId },
      types: { SignIn: members('string statement,address account,string nonce,uint256 issuedAt') },
      primaryType: 'SignIn',
      message: { statement: 'Sign in to Copperkeep', account: s.user, nonce: NONCE, issuedAt: 1_790_000_000n },
    }),
  ),
  benign(SEA, 'login-opensea', 'F9', "OpenSea's welcome text at home", async (s) =>
    s.message(
      `Welcome to OpenSea!\n\nClick to sign in and accept the OpenSea Terms of Service (https://opensea.io/tos) and Privacy Policy (https://opensea.io/privacy).\n\nThis request will not trigger a blockchain transaction or cost any gas fees.\n\nWallet address:\n${s.user.toLowerCase()}\n\nNonce:\n${NONCE}`,
    ),
  ),
  benign(TRADE, 'key-derivation', 'F9', "a young exchange's own key text", async (s) =>
    s.message('Delta Perps: generate my trading key.\n\nOnly sign this on https://trade.deltaperps.exchange'),
  ),
  benign(TRADE, 'clob-auth', 'F8', 'ClobAuth typed data, as order books ask', async (s) =>
    s.typed({
      domain: { name: 'DeltaAuthDomain', version: '1', chainId: s.world.chainId },
      types: { ClobAuth: members('address address,string timestamp,uint256 nonce,string message') },
      primaryType: 'ClobAuth',
      message: {
        address: s.user,
        timestamp: '1790000000',
        nonce: 0n,
        message: 'This message attests that I control the given wallet',
      },
    }),
  ),
  benign(HYPER, 'approve-agent', 'F6', 'Hyperliquid ApproveAgent', async (s) =>
    s.typed({
      domain: {
        name: 'HyperliquidSignTransaction',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: zeroAddress,
      },
      types: {
        'HyperliquidTransaction:ApproveAgent': members(
          'string hyperliquidChain,address agentAddress,string agentName,uint64 nonce',
        ),
      },
      primaryType: 'HyperliquidTransaction:ApproveAgent',
      message: {
        hyperliquidChain: 'Mainnet',
        agentAddress: getAddress(`0x${keccak256('0xa9').slice(26)}`),
        agentName: '',
        nonce: 1_790_000_000_000n,
      },
    }),
  ),
  benign(TRADE, 'perp-order', 'C5', "an exchange's perp Order", async (s) => {
    const book = await s.place('YoungLending', [(await quarry(s.world)).address]);
    return s.typed({
      domain: { name: 'Delta Perps', version: '1', chainId: s.world.chainId, verifyingContract: book.address },
      types: { Order: members('bytes32 sender,int128 priceX18,int128 amount,uint64 expiration,uint64 nonce') },
      primaryType: 'Order',
      message: {
        sender: concatHex([s.user, stringToHex('default', { size: 12 })]),
        priceX18: 2_410n * UNIT,
        amount: s.part(UNIT),
        expiration: await s.in(900),
        nonce: 4n,
      },
    });
  }),
  benign(SNAP, 'snapshot-vote', 'F8', 'Snapshot Vote', async (s) =>
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
        space: 'commonkiln.eth',
        timestamp: 1_790_000_000n,
        proposal: keccak256('0x0a'),
        choice: 1,
        reason: '',
        app: 'snapshot',
        metadata: '{}',
      },
    }),
  ),
  benign(SNAP, 'snapshot-follow', 'F8', 'Snapshot Follow', async (s) =>
    s.typed({
      domain: { name: 'snapshot', version: '0.1.4' },
      types: { Follow: members('address from,string network,string space,uint64 timestamp') },
      primaryType: 'Follow',
      message: { from: s.user, network: 's', space: 'commonkiln.eth', timestamp: 1_790_000_000n },
    }),
  ),
  benign(CLUB, 'ballot', 'F5', 'Governor Ballot with nonce', async (s) => {
    const council = await s.world.deploy('held Council', own('Council'), [(await civic(s.world)).address]);
    return s.typed({
      domain: { name: 'Civic Council', version: '1', chainId: s.world.chainId, verifyingContract: council },
      types: { Ballot: members('uint256 proposalId,uint8 support,address voter,uint256 nonce') },
      primaryType: 'Ballot',
      message: { proposalId: BigInt(keccak256('0x0b')), support: 1, voter: s.user, nonce: 0n },
    });
  }),
  benign(CLUB, 'delegate-self', 'F5', 'Votes delegate(address) to oneself', async (s) =>
    s.call(await civic(s.world), 'delegate', [s.user]),
  ),
  benign(CLUB, 'delegate-friend', 'F5', 'Delegation typed data to a delegate', async (s) => {
    const coin = await civic(s.world);
    return s.typed({
      domain: { name: 'Civic', version: '1', chainId: s.world.chainId, verifyingContract: coin.address },
      types: { Delegation: members('address delegatee,uint256 nonce,uint256 expiry') },
      primaryType: 'Delegation',
      message: { delegatee: s.world.friend, nonce: 0n, expiry: await s.in(86_400) },
    });
  }),
  benign(POLL, 'poll-vote', 'G5', 'PollVote typed data', async (s) => {
    const made = await s.place('GasDesk');
    return s.typed({
      domain: { name: 'Plaza Polls', version: '1', chainId: s.world.chainId, verifyingContract: made.address },
      types: { PollVote: members('address voter,uint256 poll,uint8 choice,uint256 nonce') },
      primaryType: 'PollVote',
      message: { voter: s.user, poll: 81n, choice: 2, nonce: 0n },
    });
  }),
  benign(POLL, 'forwarded-move', 'G5', 'ERC-2771 ForwardRequest with a transfer to a friend inside', async (s) => {
    const forwarder = await s.place('ERC2771Forwarder', ['Tramline Forwarder']);
    const coin = await special(s.world, 'ForwardedCoin', [forwarder.address]);
    return s.typed({
      domain: {
        name: 'Tramline Forwarder',
        version: '1',
        chainId: s.world.chainId,
        verifyingContract: forwarder.address,
      },
      types: {
        ForwardRequest: members(
          'address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data',
        ),
      },
      primaryType: 'ForwardRequest',
      message: {
        from: s.user,
        to: coin.address,
        value: 0n,
        gas: 90_000n,
        nonce: 0n,
        deadline: Number(await s.in(3600)),
        data: dataOf(coin, 'transfer', [s.world.friend, s.part(20n * UNIT)]),
      },
    });
  }),
];
