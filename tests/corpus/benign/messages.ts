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

export const MESSAGES: readonly Case[] = [...logins, ...texts, ...asks];
