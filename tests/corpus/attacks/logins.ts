import { toHex } from 'viem';
import type { Case } from '../Case.ts';
import { attack, typedText } from './attack.ts';
import type { Heist } from './Heist.ts';

/** F7 logins for other sites, F9 texts that belong to another service. What is lost is not on a chain. */
export const LOGINS: readonly Case[] = [
  login('f7-other-domain', 'EIP-4361 for opensea.io asked elsewhere', 'https://collect.paperlane.org', 'opensea.io'),
  login(
    'f7-subdomain-of-other',
    'EIP-4361 for a subdomain of another site',
    'https://collect.paperlane.org',
    'auth.tidewaybank.com',
  ),
  login(
    'f7-neighbour',
    'EIP-4361 for a neighbour on the same hosting suffix',
    'https://kelp-rewards-hub.pages.dev',
    'kelp-vote-desk.pages.dev',
  ),
  login(
    'f7-lookalike',
    'EIP-4361 for the site that the asking one imitates',
    'https://tidewaybnak.com',
    'tidewaybank.com',
  ),
  login(
    'f7-parent-string',
    'EIP-4361 whose domain the asking host only contains',
    'https://tidewaybank.com.paperlane.org',
    'tidewaybank.com',
  ),
  login(
    'f7-scheme',
    'EIP-4361 with an explicit scheme for another site',
    'https://collect.paperlane.org',
    'https://tidewaybank.com',
  ),
  text(
    'f9-dydx',
    'dYdX onboarding text off its home',
    'dYdX clients',
    'name: dYdX\naction: dYdX STARK Key\nonlySignOn: https://trade.dydx.exchange',
  ),
  text(
    'f9-zksync',
    'zkSync Lite key text off its home',
    'zkSync Lite wallet',
    'Access zkSync account.\n\nOnly sign this message for a trusted client!',
  ),
  text(
    'f9-immutable',
    'Immutable X key text off its home',
    'Immutable X SDK',
    'Only sign this request if you’ve initiated an action with Immutable X.',
  ),
  text(
    'f9-loopring',
    'Loopring key text off its home',
    'Loopring SDK',
    'Sign this message to access Loopring Exchange: 0x0BABA1Ad5bE3a5C0a66E7ac838a129Bf948f1eA4 with key nonce: 0',
  ),
  text(
    'f9-aztec',
    'Aztec key text off its home',
    'zk.money',
    'Sign this message to generate your Aztec Privacy Key. This key lets the application decrypt your balance on Aztec.',
  ),
  text(
    'f9-umbra',
    'Umbra key text off its home',
    'Umbra',
    'Sign this message to access your Umbra account.\n\nOnly sign this message for a trusted client!',
  ),
  text('f9-paradex', 'Paradex key text off its home', 'Paradex SDK', 'Paradex STARK Key derivation. Sign to continue.'),
  text(
    'f9-zksync-register',
    'zkSync Lite key registration off its home',
    'zkSync Lite wallet',
    'Register zkSync pubkey:\n\n1e5c0a3f2b4d6978a1b2c3d4e5f60718293a4b5c\nnonce: 0x00000000\naccount id: 0x0001e240\n\nOnly sign this message for a trusted client!',
  ),
  text(
    'f9-apex',
    'ApeX key text off its home',
    'ApeX clients',
    'name: ApeX\nversion: 1.0\nenvId: 1\naction: L2 Key\nonlySignOn: https://pro.apex.exchange',
  ),
  text(
    'f9-hermez',
    'Hermez key text off its home',
    'Hermez SDK',
    'Hermez Network account access.\n\nSign this message if you are in a trusted application only.',
  ),
  text(
    'f9-fluidkey',
    'Fluidkey key text off its home',
    'Fluidkey stealth account kit',
    'Sign this message to generate your Fluidkey private payment keys.\n\nWARNING: Only sign this message within a trusted website or platform to avoid loss of funds.\n\nSecret: c0bd24706c958efa41b1e470838288db',
  ),
  text(
    'f9-lighter',
    'Lighter key registration off its home',
    'Lighter Go client',
    'Register Lighter Account\n\npubkey: 0xbb562af383a8e24c9443aa29f7130fab\nnonce: 0x000000000000007b\naccount index: 0x000000000000003b\napi key index: 0x0000000000000008\nOnly sign this message for a trusted client!',
  ),
  text(
    'f9-only-there',
    'a key text of a service nobody lists that says where alone it may be signed',
    'the onlySignOn line of StarkEx exchanges',
    'name: Tideway\nenvId: mainnet\naction: L2 Key\nonlySignOn: https://pro.tidewaybank.com\nclientAccountId: main',
  ),
  attack(
    {
      id: 'f9-typed-only-there',
      family: 'F9',
      shape: 'typed data that names the one site where it may be signed',
      provenance: 'rhino.fi clients',
      origin: 'https://points.paperlane.org',
    },
    async (heist) => ({
      method: 'eth_signTypedData_v4',
      params: [
        heist.user,
        typedText({
          domain: { name: 'rhino.fi', version: '1.0.0' },
          types: {
            'rhino.fi': [
              { name: 'action', type: 'string' },
              { name: 'onlySignOn', type: 'string' },
            ],
          },
          primaryType: 'rhino.fi',
          message: { action: 'Access your account', onlySignOn: 'app.rhino.fi' },
        }),
      ],
      account: heist.user,
    }),
  ),
  text(
    'f9-login-link',
    'a free-text login by a link to a known site and a time',
    'logins by text before EIP-4361',
    'Sign in to https://app.galxe.com to see your spaces.\nTimestamp: 1782900000',
    true,
  ),
  text(
    'f9-rhino',
    'rhino.fi login text off its home',
    'rhino.fi',
    'To protect your rhino.fi privacy we ask you to sign in with your wallet to see your data.\nSigning in on Wed, 01 Jul 2026 10:00:00 GMT. For your safety, only sign this message on rhino.fi!',
  ),
  text(
    'f9-free-login',
    'a free-text login that names another site',
    'pre-EIP-4361 logins relayed by phishing sites',
    'Welcome to OpenSea!\n\nClick to sign in and accept the OpenSea Terms of Service: https://opensea.io/tos\n\nNonce: 5c1a',
    true,
  ),
];

function login(id: string, shape: string, origin: string, domain: string): Case {
  const about = {
    id,
    family: 'F7',
    shape,
    provenance: 'EIP-4361, "Wallet implementer steps: origin"; relayed logins',
    origin,
  };
  return attack(about, async (heist) => message(heist, await siwe(heist, domain)));
}

async function siwe(heist: Heist, domain: string): Promise<string> {
  const host = domain.replace(/^https:\/\//u, '');
  const issued = new Date(Number(await heist.world.nowSeconds()) * 1000).toISOString();
  return [
    `${domain} wants you to sign in with your Ethereum account:`,
    heist.user,
    '',
    'Sign in to your account.',
    '',
    `URI: https://${host}/login`,
    'Version: 1',
    `Chain ID: ${heist.world.chainId}`,
    'Nonce: 32891756a7c1',
    `Issued At: ${issued}`,
  ].join('\n');
}

function text(id: string, shape: string, provenance: string, words: string, isPlain = false): Case {
  const about = { id, family: 'F9', shape, provenance, origin: 'https://points.paperlane.org' };
  return attack(about, async (heist) => message(heist, isPlain ? `${words}\nWallet: ${heist.user}` : words));
}

function message(heist: Heist, words: string) {
  return { method: 'personal_sign', params: [toHex(words), heist.user], account: heist.user };
}
