import {
  encodeAbiParameters,
  type Hex,
  keccak256,
  parseAbiParameters,
  recoverMessageAddress,
  serializeTransaction,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { Case, Prepared } from '../../Case.ts';
import { attack, members, type Site, type Stage, type Typed, UNIT } from '../kit.ts';

const OTHER: Site = {
  origin: 'https://quests.marrowfield.io',
  provenance: 'EIP-4361 relay phishing (a login for another site)',
};
const DERIVE: Site = {
  origin: 'https://airdrop.corriegate.com',
  provenance: 'key-derivation texts of zkSync Lite, Loopring and dYdX',
};
const BLIND: Site = { origin: 'https://verify.corriegate.com', provenance: 'eth_sign phishing, 2022-2024' };

/** An EIP-4361 text. */
export function loginText(s: Stage, host: string, uri: string, statement: string, extra = ''): string {
  return `${host} wants you to sign in with your Ethereum account:\n${s.user}\n\n${statement}\n\nURI: ${uri}\nVersion: 1\nChain ID: ${s.world.chainId}\nNonce: k3PzQ81vXa\nIssued At: 2026-10-02T08:14:55.000Z${extra}`;
}

/** The other site's server takes the signature for the user's: the thief is in. */
function relayed(s: Stage, text: string): Prepared {
  const strike = async (): Promise<boolean> => {
    const signature = await s.world.signer(s.user).signMessage({ message: text });
    return (await recoverMessageAddress({ message: text, signature })) === s.user;
  };
  return { ...s.message(text), strike };
}

/** The key somewhere else is what the signature hashes to; who has the signature has the money there. */
async function derived(s: Stage, asked: Prepared, sign: () => Promise<Hex>): Promise<Prepared> {
  const key = privateKeyToAccount(keccak256(await sign()));
  const layer = await s.place('LayerTwo');
  await s.did(layer, 'depositFor', [key.address], 50n * UNIT);
  return s.theft(
    asked,
    {
      slack: 0n,
      read: async () => BigInt(String(await s.world.read(layer.address, layer.abi, 'balanceOf', [key.address]))),
    },
    async () => {
      const thiefs = privateKeyToAccount(keccak256(await sign()));
      const hash = keccak256(
        encodeAbiParameters(parseAbiParameters('address, address, uint256'), [layer.address, s.thief, 50n * UNIT]),
      );
      await s.rob(layer, 'withdraw', [s.thief, 50n * UNIT, await thiefs.sign({ hash })]);
    },
  );
}

const derivedByText = (s: Stage, text: string): Promise<Prepared> =>
  derived(s, s.message(text), () => s.world.signer(s.user).signMessage({ message: text }));

export const LOGINS: readonly Case[] = [
  attack(OTHER, 'login-elsewhere', 'F7', 'EIP-4361 of another dapp', async (s) =>
    relayed(s, loginText(s, 'app.lanternvault.com', 'https://app.lanternvault.com', 'Sign in to Lantern Vault.')),
  ),
  attack(OTHER, 'login-lens-api', 'F7', 'EIP-4361 of another dapp, with scheme and resources', async (s) =>
    relayed(
      s,
      loginText(
        s,
        'https://hey.xyz',
        'https://hey.xyz/login',
        'Sign in with Ethereum to Lens.',
        '\nResources:\n- https://hey.xyz/terms',
      ),
    ),
  ),
  attack(OTHER, 'login-own-uri-elsewhere', 'F7', "EIP-4361 of another dapp whose URI is the page's", async (s) =>
    relayed(s, loginText(s, 'safe.global', 'https://quests.marrowfield.io', 'Sign in to continue.')),
  ),
  attack(OTHER, 'login-plain-opensea', 'F9', "OpenSea's welcome text on another site", async (s) =>
    relayed(
      s,
      `Welcome to OpenSea!\n\nClick to sign in and accept the OpenSea Terms of Service (https://opensea.io/tos) and Privacy Policy (https://opensea.io/privacy).\n\nThis request will not trigger a blockchain transaction or cost any gas fees.\n\nWallet address:\n${s.user.toLowerCase()}\n\nNonce:\n0b1a6d1e-5f0c-4c3e-a1ff-09d2f2d0f3aa`,
    ),
  ),
  attack(DERIVE, 'zksync-key', 'F9', 'zkSync Lite key text off its home', async (s) =>
    derivedByText(s, 'Access zkSync account.\n\nOnly sign this message for a trusted client!'),
  ),
  attack(DERIVE, 'loopring-key', 'F9', 'Loopring key text off its home', async (s) =>
    derivedByText(
      s,
      'Sign this message to access Loopring Exchange: 0x0BABA1Ad5bE3a5C0a66E7ac838a129Bf948f1eA4 with key nonce: 0',
    ),
  ),
  attack(DERIVE, 'dydx-typed-key', 'F9', 'dYdX Chain onboarding typed data off its home', async (s) => {
    const data: Typed = {
      domain: { name: 'dYdX Chain', chainId: s.world.chainId },
      types: { dYdX: members('string action') },
      primaryType: 'dYdX',
      message: { action: 'dYdX Chain Onboarding' },
    };
    return derived(s, s.typed(data), () => s.signed(data));
  }),
  attack(BLIND, 'eth-sign-transaction', 'F1', "eth_sign of a transaction's hash", async (s) => {
    const nonce = Number(BigInt(String(await s.world.rpc('eth_getTransactionCount', [s.user, 'latest']))));
    const fields = {
      chainId: s.world.chainId,
      nonce,
      to: s.thief,
      value: 900n * UNIT,
      gas: 21_000n,
      gasPrice: 50n * 10n ** 9n,
      type: 'legacy',
    } as const;
    const hash = keccak256(serializeTransaction(fields));
    return s.theft(s.ask('eth_sign', [s.user, hash]), s.coins(), async () => {
      const raw = await s.world.signer(s.user).signTransaction(fields);
      await s.world.rpc('eth_sendRawTransaction', [raw]);
      await s.world.rpc('evm_mine', []);
    });
  }),
];
