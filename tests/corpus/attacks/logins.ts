import { toHex } from 'viem';
import type { Case } from '../Case.ts';
import { attack } from './attack.ts';
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
