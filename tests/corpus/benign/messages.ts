import { numberToHex } from 'viem';
import type { Case } from '../Case.ts';
import { deployed, own } from '../protocols/contract.ts';
import { editions, gallery, meadow } from '../protocols/tokens.ts';
import { type About, benign, type Stage } from './kit.ts';

const SITE = 'app.lanternpost.xyz';
const LOGIN: About = { origin: `https://${SITE}`, provenance: 'EIP-4361' };
const SAY: About = { origin: `https://${SITE}`, provenance: 'sign-in and consent texts of dapps before EIP-4361' };
const ASK: About = {
  origin: `https://${SITE}`,
  provenance: 'EIP-1193 methods (EIP-2255, EIP-3085, EIP-3326, EIP-747, EIP-5792)',
};

interface Login {
  readonly domain?: string;
  readonly uri?: string;
  readonly statement?: string | null;
  readonly chainId?: number;
  readonly scheme?: string;
  readonly resources?: readonly string[];
  readonly expires?: boolean;
  readonly notBefore?: boolean;
  readonly requestId?: string;
}

async function login(s: Stage, part: Login): Promise<string> {
  const { domain = SITE, uri = `https://${SITE}/login`, statement = 'Sign in to Lantern Post.', chainId = 1 } = part;
  const at = async (seconds: number): Promise<string> => new Date(Number(await s.later(seconds)) * 1000).toISOString();
  return [
    `${part.scheme ?? ''}${domain} wants you to sign in with your Ethereum account:`,
    s.user,
    '',
    ...(statement === null ? [] : [statement, '']),
    `URI: ${uri}`,
    'Version: 1',
    `Chain ID: ${chainId}`,
    `Nonce: a8Yk2mQz${s.variation.index}`,
    `Issued At: ${await at(0)}`,
    ...(part.expires ? [`Expiration Time: ${await at(600)}`] : []),
    ...(part.notBefore ? [`Not Before: ${await at(-5)}`] : []),
    ...(part.requestId === undefined ? [] : [`Request ID: ${part.requestId}`]),
    ...(part.resources === undefined ? [] : ['Resources:', ...part.resources.map((one) => `- ${one}`)]),
  ].join('\n');
}

function signsIn(id: string, shape: string, part: Login, origin: string = LOGIN.origin): Case {
  return benign({ ...LOGIN, origin }, id, 'F7', `EIP-4361: ${shape}`, async (s) => s.say(await login(s, part)));
}

const logins: readonly Case[] = [
  signsIn('login', 'plain', {}),
  signsIn('login-no-statement', 'no statement', { statement: null }),
  signsIn('login-expires', 'expiration time', { expires: true }),
  signsIn('login-not-before', 'not before', { expires: true, notBefore: true }),
  signsIn('login-request-id', 'request id', { requestId: 'b41c-11' }),
  signsIn('login-resources', 'resources', {
    resources: [`https://${SITE}/terms`, 'ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/'],
  }),
  signsIn('login-scheme', 'scheme before the domain', { scheme: 'https://' }),
  signsIn('login-chain-10', 'another chain', { chainId: 10 }),
  signsIn(
    'login-port',
    'host with port',
    { domain: `${SITE}:8443`, uri: `https://${SITE}:8443/login` },
    `https://${SITE}:8443`,
  ),
  signsIn('login-parent', 'registrable domain of a subdomain', {
    domain: 'lanternpost.xyz',
    uri: 'https://lanternpost.xyz',
  }),
  signsIn('login-sibling', 'sign-in host beside the app', {
    domain: 'auth.lanternpost.xyz',
    uri: 'https://auth.lanternpost.xyz',
  }),
  signsIn('login-long-statement', 'long statement', {
    statement:
      'By signing you accept the terms of use and the privacy notice of Lantern Post. This costs no fee and starts no transaction.',
  }),
  signsIn(
    'login-localhost',
    'a developer’s own machine',
    { domain: 'localhost:5173', uri: 'http://localhost:5173' },
    'http://localhost:5173',
  ),
  benign(LOGIN, 'login-recap', 'F7', 'ERC-5573 ReCap', async (s) =>
    s.say(
      await login(s, {
        statement:
          'I further authorize the stated URI to perform the following actions on my behalf: (1) "post": "read" for "https://app.lanternpost.xyz".',
        resources: ['urn:recap:eyJhdHQiOnt9LCJwcmYiOltdfQ'],
      }),
    ),
  ),
];

/** What dapps had people sign before there was a standard. */
const TEXTS: readonly (readonly [id: string, shape: string, text: (s: Stage) => string])[] = [
  [
    'nonce',
    'sentence and nonce',
    (s) =>
      `Welcome to Lantern Post!\n\nSign this message to prove this is your wallet. It costs nothing.\n\nNonce: 48${s.variation.index}1`,
  ],
  ['uuid', 'sentence and UUID', () => 'I am signing my one-time nonce: 5f0c2ad2-0d3b-4b8e-9d0e-3c1f7f2f0f11'],
  ['address', 'sentence and address', (s) => `Please sign to verify that you own ${s.user}.`],
  ['timestamp', 'sentence and time', () => 'Lantern Post login 1767225600'],
  ['json', 'JSON', (s) => JSON.stringify({ action: 'login', wallet: s.user, issued: 1_767_225_600 })],
  [
    'terms',
    'terms of use',
    () => 'I have read and agree to the Terms of Use and the Privacy Notice of Lantern Post, version of 3 March 2026.',
  ],
  [
    'terms-long',
    'terms of use, many lines',
    () => `Terms of Use\n\n${'1. You keep what is yours. 2. Be kind. 3. No warranty is given.\n'.repeat(12)}`,
  ],
  ['hello', 'two words', () => 'Hello, lantern!'],
  [
    'unicode',
    'another language',
    () => 'Willkommen bei der Laternenpost – bitte bestätige, dass dies deine Adresse ist.',
  ],
  ['japanese', 'another script', () => 'ランタンポストへようこそ。この署名に手数料はかかりません。'],
  ['emoji', 'emoji', () => '🏮 Sign in to Lantern Post 🏮'],
  ['link-own', 'a link to the same site', () => 'Sign in to https://app.lanternpost.xyz to go on.'],
  ['discord', 'linking a chat account', () => 'Link my wallet to the account gardener#1234 on Lantern Post.'],
  ['profile', 'profile change', () => 'Update profile\n\nName: Gardener\nBio: I water the lanterns.'],
  ['post', 'a post', () => 'Post: The gardeners earned it. Vote yes on proposal 12.'],
  [
    'vote',
    'a vote as text',
    () =>
      '{"version":"0.1.3","type":"vote","payload":{"proposal":"QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG","choice":1}}',
  ],
  ['email', 'proof of an address for mail', () => 'Confirm that gardener@example.org may write for this wallet.'],
  ['age', 'statement of age and place', () => 'I am at least 18 years old and do not live in a restricted country.'],
  ['kyc', 'proof of reserves', () => 'Proof of ownership for Harbour Audits, 2026-03-03, case 8841.'],
  ['order', 'an order by text', () => 'Confirm order 8841: one lantern, 35.00 HBD, pay on delivery.'],
  ['sentence-32', 'a sentence of 32 letters', () => 'Sign here to open the lantern ok'],
  ['base64', 'sentence and base64', () => 'Session: bGFudGVybi1wb3N0LXNlc3Npb24tODg0MQ=='],
  [
    'xmtp',
    'messaging identity, in shape',
    () => 'Lantern Chat : Create Identity\n08a6c2e1\n\nFor more info: https://app.lanternpost.xyz/signatures',
  ],
  ['delete', 'delete an account', () => 'Delete my Lantern Post account and all posts.'],
  ['reveal', 'reveal a drop', () => 'Reveal lantern #88 for me.'],
];

/** Texts that name another site for an honest reason, or are asked where they belong. */
const NAMING: readonly (readonly [id: string, shape: string, origin: string, text: (s: Stage) => string])[] = [
  [
    'quote-site',
    'a post that quotes another site',
    LOGIN.origin,
    () => 'Post: I wrote it up at https://snapshot.org/#/civiccouncil.eth, and I stand by it.',
  ],
  [
    'vote-link',
    'a vote that links to its proposal elsewhere',
    LOGIN.origin,
    () => 'Vote: yes\nProposal: https://www.tally.xyz/gov/civic/proposal/12\nTimestamp: 1782900000',
  ],
  [
    'login-by-chat',
    'a login that goes through a chat account',
    LOGIN.origin,
    (s) => `Sign in to Lantern Post with https://discord.com as gardener. Nonce: 71${s.variation.index}`,
  ],
  [
    'login-partner-terms',
    'a login that accepts a partner’s terms',
    LOGIN.origin,
    (s) =>
      `Welcome to Lantern Post!\n\nBy signing in you accept our terms and those of our exchange partner: https://uniswap.org/terms-of-service\n\nWallet: ${s.user}\nNonce: 71${s.variation.index}`,
  ],
  [
    'login-hosted',
    'a login service that asks for the site it serves',
    'https://auth.keyharbour.io',
    (s) => `Keyharbour lets you into app.lanternpost.xyz.\nAccount: ${s.user}\nChallenge: 8f${s.variation.index}`,
  ],
  [
    'known-login-at-home',
    'a known site’s own login text',
    'https://opensea.io',
    (s) =>
      `Welcome to OpenSea!\n\nClick to sign in and accept the OpenSea Terms of Service: https://opensea.io/tos\n\nWallet address:\n${s.user}\n\nNonce: 5c1a`,
  ],
  [
    'only-there-at-home',
    'a login that may be signed only where it is asked',
    'https://app.rhino.fi',
    () =>
      'To protect your rhino.fi privacy we ask you to sign in with your wallet to see your data.\nSigning in on Wed, 01 Jul 2026 10:00:00 GMT. For your safety, only sign this message on rhino.fi!',
  ],
  [
    'key-zksync-at-home',
    'zkSync Lite key text at home',
    'https://lite.zksync.io',
    () => 'Access zkSync account.\n\nOnly sign this message for a trusted client!',
  ],
  [
    'key-apex-at-home',
    'ApeX key text at home',
    'https://omni.apex.exchange',
    () => 'name: ApeX\nversion: 1.0\nenvId: 1\naction: L2 Key\nonlySignOn: https://pro.apex.exchange',
  ],
  [
    'key-edgex-at-home',
    'edgeX key text at home',
    'https://pro.edgex.exchange',
    () => 'name: edgeX\nenvId: mainnet\naction: L2 Key\nonlySignOn: https://pro.edgex.exchange\nclientAccountId: main',
  ],
  [
    'key-hermez-at-home',
    'Hermez key text at home',
    'https://wallet.hermez.io',
    () => 'Hermez Network account access.\n\nSign this message if you are in a trusted application only.',
  ],
  [
    'key-umbra-at-home',
    'Umbra key text at home',
    'https://app.umbra.cash',
    () => 'Sign this message to access your Umbra account.\n\nOnly sign this message for a trusted client!',
  ],
  [
    'key-own',
    'a key text of a service nobody lists, on its own site',
    LOGIN.origin,
    () => 'Sign this message to make your Lantern Post reading key.\n\nOnly sign this message on app.lanternpost.xyz.',
  ],
];

const naming: readonly Case[] = NAMING.map(([id, shape, origin, text]) =>
  benign(
    { origin, provenance: 'texts of public clients and forums' },
    `say-${id}`,
    'F9',
    `personal_sign: ${shape}`,
    (s) => s.say(text(s)),
  ),
);

const texts: readonly Case[] = TEXTS.map(([id, shape, text]) =>
  benign(SAY, `say-${id}`, 'F9', `personal_sign: ${shape}`, (s) => s.say(text(s))),
);

const HARBOUR_CHAIN = {
  chainId: numberToHex(77_001),
  chainName: 'Harbour Chain',
  nativeCurrency: { name: 'Harbour', symbol: 'HRB', decimals: 18 },
  rpcUrls: ['https://rpc.harbourchain.org'],
  blockExplorerUrls: ['https://explorer.harbourchain.org'],
};

const ETHEREUM = {
  chainId: '0x1',
  chainName: 'Ethereum Mainnet',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  blockExplorerUrls: ['https://etherscan.io'],
};
const POLYGON = {
  chainId: '0x89',
  chainName: 'Polygon Mainnet',
  nativeCurrency: { name: 'MATIC', symbol: 'MATIC', decimals: 18 },
  blockExplorerUrls: ['https://polygonscan.com'],
};

/** Known networks, offered as public dapps offer them, by site and server. */
const servers: readonly Case[] = (
  [
    [
      'infura',
      'Ethereum through an operator’s keyed server',
      LOGIN.origin,
      ETHEREUM,
      'https://mainnet.infura.io/v3/0a1b',
    ],
    ['polygon', 'a known network under its coin’s former name', LOGIN.origin, POLYGON, 'https://polygon-rpc.com/'],
    [
      'alchemy',
      'a known network through an operator’s keyed server',
      LOGIN.origin,
      { ...ETHEREUM, chainId: '0x2105', chainName: 'Base' },
      'https://base-mainnet.g.alchemy.com/v2/0a1b',
    ],
    ['relay', 'Ethereum through a known private relay', LOGIN.origin, ETHEREUM, 'https://rpc.mevblocker.io'],
    [
      'known-dapp',
      'Ethereum through a known dapp’s own server',
      'https://app.uniswap.org',
      ETHEREUM,
      'https://interface.gateway.uniswap.org/v1/rpc',
    ],
    [
      'local-copy',
      'Ethereum’s number on a developer’s own machine',
      'http://localhost:3000',
      ETHEREUM,
      'http://127.0.0.1:8545',
    ],
    [
      'own-relay',
      'Ethereum through an unlisted relay’s own server, asked on its own site',
      'https://protect.harbourrelay.org',
      ETHEREUM,
      'https://rpc.harbourrelay.org',
    ],
  ] as const
).map(([id, shape, origin, chain, server]) =>
  benign(
    { origin, provenance: 'EIP-3085 as public dapps and relays use it' },
    `add-chain-${id}`,
    'H4',
    `wallet_addEthereumChain: ${shape}`,
    (s) => s.ask('wallet_addEthereumChain', [{ ...chain, rpcUrls: [server] }]),
  ),
);

/** Honest hosts whose names come near a known one's. */
const nearNames: readonly Case[] = (
  [
    ['integrator', 'a builder’s page about a known network', 'https://monad.lanternpost.xyz'],
    ['word-and-ending', 'a firm called like a known site with its ending', 'https://radiant-capital.com'],
    ['near-miss', 'a name two letters from a known one, beside a common word', 'https://unisweep-exchange.org'],
    ['short-stem', 'a short stem before a common ending', 'https://gatcoin-wallet.org'],
    ['server-words', 'a host that names the network it serves', 'https://zksync-rpc.claims.lanternpost.xyz'],
  ] as const
).map(([id, shape, origin]) =>
  benign(
    { origin, provenance: 'honest names like those that tripped other guards (eth-phishing-detect)' },
    `connect-near-${id}`,
    'I2',
    `eth_requestAccounts from ${shape}`,
    (s) => s.ask('eth_requestAccounts', []),
  ),
);

const asks: readonly Case[] = [
  benign(ASK, 'connect', 'I2', 'eth_requestAccounts', (s) => s.ask('eth_requestAccounts', [])),
  benign(ASK, 'connect-permissions', 'I2', 'wallet_requestPermissions: eth_accounts', (s) =>
    s.ask('wallet_requestPermissions', [{ eth_accounts: {} }]),
  ),
  benign(ASK, 'add-chain', 'H4', 'wallet_addEthereumChain: a new chain', (s) =>
    s.ask('wallet_addEthereumChain', [HARBOUR_CHAIN]),
  ),
  benign(ASK, 'add-chain-two-rpcs', 'H4', 'wallet_addEthereumChain: two RPCs and an icon', (s) =>
    s.ask('wallet_addEthereumChain', [
      {
        ...HARBOUR_CHAIN,
        rpcUrls: ['https://rpc.harbourchain.org', 'https://rpc2.harbourchain.org'],
        iconUrls: ['https://harbourchain.org/icon.png'],
      },
    ]),
  ),
  benign(ASK, 'switch-chain', 'H4', 'wallet_switchEthereumChain', (s) =>
    s.ask('wallet_switchEthereumChain', [{ chainId: '0xa' }]),
  ),
  benign(ASK, 'watch-token', 'I1', 'wallet_watchAsset: ERC-20', async (s) =>
    s.ask('wallet_watchAsset', [
      { type: 'ERC20', options: { address: (await meadow(s.world)).address, symbol: 'MDW', decimals: 18 } },
    ]),
  ),
  benign(ASK, 'watch-item', 'I1', 'wallet_watchAsset: ERC-721', async (s) =>
    s.ask('wallet_watchAsset', [
      { type: 'ERC721', options: { address: (await gallery(s.world)).address, tokenId: '10' } },
    ]),
  ),
  benign(ASK, 'watch-edition', 'I1', 'wallet_watchAsset: ERC-1155', async (s) =>
    s.ask('wallet_watchAsset', [
      { type: 'ERC1155', options: { address: (await editions(s.world)).address, tokenId: '1' } },
    ]),
  ),
  benign(ASK, 'send-full-fields', 'J', 'eth_sendTransaction with gas, fees and nonce', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    const { params } = s.send(board, 'checkIn');
    const [first] = params;
    const fees = { gas: '0x30d40', maxFeePerGas: '0xb2d05e00', maxPriorityFeePerGas: '0x3b9aca00', type: '0x2' };
    return s.ask('eth_sendTransaction', [{ ...Object(first), ...fees }]);
  }),
  benign(ASK, 'send-legacy', 'J', 'eth_sendTransaction with gasPrice', async (s) => {
    const board = await deployed(s.world, own('Playground'));
    const { params } = s.send(board, 'setNumber', [4n]);
    const [first] = params;
    return s.ask('eth_sendTransaction', [{ ...Object(first), gas: '0x30d40', gasPrice: '0xb2d05e00' }]);
  }),
];

export const MESSAGES: readonly Case[] = [...logins, ...texts, ...naming, ...asks, ...servers, ...nearNames];
