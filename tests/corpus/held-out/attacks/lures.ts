import { type Address, checksumAddress, encodeFunctionData, parseAbi, parseEther, stringToHex } from 'viem';
import type { Case, Prepared } from '../../Case.ts';
import type { Contract } from '../../protocols/contract.ts';
import { weth } from '../../protocols/tokens.ts';
import { FOREVER, uniswapV2 } from '../../protocols/uniswap.ts';
import { lumen, portraitOf, portraits, quarry, usdc } from '../coins.ts';
import { attack, CENTS, dataOf, MAX, type Site, type Stage, textOf, UNIT } from '../kit.ts';
import { HOUSE, puller, take, takeBy } from './approvals.ts';
import { permitOf } from './permits.ts';

const SEND: Site = {
  origin: 'https://send.paperboat.cash',
  provenance: 'address poisoning, 1,155 WBTC in May 2024; $50 M USDT in December 2025',
};
const ADD: Site = {
  origin: 'https://chain.rpc-relay.net',
  provenance: 'EIP-3085 with a malicious node (MetaMask phishing, 2022-2025)',
};
const TOKEN: Site = {
  origin: 'https://listing.mothlight.tools',
  provenance: 'counterfeit tokens: 2,117 fakes of the top 100 (USENIX Security 2023)',
};
const ROACH: Site = {
  origin: 'https://trade.mothlight.tools',
  provenance: 'honeypot and trap tokens (Trapdoor, 2022; GoPlus 2025)',
};
const FAKE_UNI: Site = { origin: 'https://app.uniswqp-v4.org', provenance: 'lookalike domains (Scam Sniffer)' };
const FAKE_AAVE: Site = { origin: 'https://xn--ave-7cd.com', provenance: 'punycode lookalikes (Cyrillic a)' };
const HOSTED: Site = {
  origin: 'https://lido-staking.pages.dev',
  provenance: 'brands on hosting suffixes (Scam Sniffer)',
};
const SUSHI: Site = {
  origin: 'https://www.sushi.com',
  provenance: 'Ledger Connect Kit, December 2023; Squarespace DNS hijacks, July 2024',
};
const CURVE: Site = { origin: 'https://curve.fi', provenance: 'Curve DNS hijacks, August 2022 and May 2025' };
const J: Site = {
  origin: 'https://hub.wickerfold.app',
  provenance: 'parameter forms that wallets and guards read differently',
};

/** An address that begins and ends as another does. */
function twin(of: Address, keep: number): Address {
  const hex = of.slice(2).toLowerCase();
  const middle = [...hex.slice(keep, 40 - keep)]
    .map((digit) => ((Number.parseInt(digit, 16) + 5) % 16).toString(16))
    .join('');
  return checksumAddress(`0x${hex.slice(0, keep)}${middle}${hex.slice(40 - keep)}`);
}

function remembers(s: Stage, prepared: Prepared, whom: readonly Address[]): Prepared {
  return {
    ...prepared,
    history: { counterparties: whom.map((one) => one.toLowerCase()), ownAccounts: [s.user.toLowerCase()] },
  };
}

/** A pool of the thief's own coin with wrapped coin. */
async function pool(s: Stage, coin: Contract): Promise<{ router: Contract; pair: Contract; path: readonly Address[] }> {
  const [{ router, factory }, wrapped] = [await uniswapV2(s.world), await weth(s.world)];
  await s.rob(coin, 'approve', [router.address, MAX]);
  await s.rob(router, 'addLiquidityETH', [coin.address, 10_000_000n * 10n ** 6n, 0n, 0n, s.thief, FOREVER], 10n * UNIT);
  const pair = await s.world.read(factory.address, factory.abi, 'getPair', [coin.address, wrapped.address]);
  return {
    router,
    pair: { address: `0x${String(pair).slice(2)}`, abi: factory.abi },
    path: [wrapped.address, coin.address],
  };
}

export const LURES: readonly Case[] = [
  attack(SEND, 'poisoned-usdc', 'E1', 'USDC transfer to a twin of a past counterparty (5 and 5)', async (s) => {
    const coin = await usdc(s.world);
    return s.theft(
      remembers(s, s.call(coin, 'transfer', [twin(s.world.friend, 5), 9000n * CENTS]), [s.world.friend]),
      s.held(coin),
    );
  }),
  attack(
    SEND,
    'poisoned-batch',
    'E1',
    'wallet_sendCalls payroll with one twin among the payees (4 and 4)',
    async (s) => {
      const coin = await usdc(s.world);
      const payees = [s.world.friend, twin(s.second, 4)];
      const asked = s.calls(
        payees.map((to) => ({ to: coin.address, data: dataOf(coin, 'transfer', [to, 1500n * CENTS]) })),
      );
      return s.theft(remembers(s, asked, [s.world.friend, s.second]), s.held(coin));
    },
  ),
  attack(SEND, 'poisoned-native', 'E2', 'native coin to a twin that sent a namesake coin', async (s) => {
    const fake = await s.trap('Namesake', ['USD Coin', 'USDC', 6]);
    await s.rob(fake, 'transfer', [s.user, 9000n * CENTS]);
    return s.theft(
      remembers(s, s.tx({ to: twin(s.world.friend, 6), valueWei: 120n * UNIT }), [s.world.friend]),
      s.coins(),
    );
  }),
  attack(SEND, 'namesake-spend', 'E2', 'approve of a namesake coin together with the real one', async (s) => {
    const [fake, coin] = [await s.trap('Namesake', ['USD Coin', 'USDC', 6]), await usdc(s.world)];
    await s.rob(fake, 'transfer', [s.user, 9000n * CENTS]);
    const by = await puller(s);
    const asked = s.calls([
      { to: fake.address, data: dataOf(fake, 'approve', [by.address, 9000n * CENTS]) },
      { to: coin.address, data: dataOf(coin, 'approve', [by.address, 9000n * CENTS]) },
    ]);
    return s.theft(asked, s.held(coin), () => s.rob(by, 'x7', [coin.address, s.user, 9000n * CENTS, s.thief]));
  }),
  attack(SEND, 'dusted-item', 'E3', 'an item sent to a twin that had sent dust', async (s) => {
    const items = await portraits(s.world);
    const abi = parseAbi(['function safeTransferFrom(address from, address to, uint256 tokenId)']);
    const asked = s.call({ address: items.address, abi }, 'safeTransferFrom', [
      s.user,
      twin(s.world.friend, 4),
      portraitOf(s.world, s.user),
    ]);
    return s.theft(remembers(s, asked, [s.world.friend]), s.held(items));
  }),
  attack(SEND, 'poisoned-fortune', 'E4', 'nearly all of a coin to a twin (4 and 6)', async (s) => {
    const coin = await lumen(s.world);
    const hex = s.world.friend.slice(2).toLowerCase();
    const to = checksumAddress(`0x${hex.slice(0, 4)}${'1b9c'.repeat(8).slice(0, 30)}${hex.slice(34)}`);
    return s.theft(
      remembers(s, s.call(coin, 'transfer', [to, 49_000n * UNIT]), [s.world.friend, s.second]),
      s.held(coin),
    );
  }),
  attack(ADD, 'mainnet-rpc', 'H4', 'wallet_addEthereumChain for Ethereum with a foreign node', async (s) =>
    s.ask('wallet_addEthereumChain', [
      {
        chainId: '0x1',
        chainName: 'Ethereum Mainnet',
        nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
        rpcUrls: ['https://fast.rpc-relay.net/eth'],
        blockExplorerUrls: ['https://scan.rpc-relay.net'],
      },
    ]),
  ),
  attack(ADD, 'polygon-rpc', 'H4', 'wallet_addEthereumChain for Polygon with a foreign node', async (s) =>
    s.ask('wallet_addEthereumChain', [
      {
        chainId: '0x89',
        chainName: 'Polygon PoS',
        nativeCurrency: { name: 'POL', symbol: 'POL', decimals: 18 },
        rpcUrls: ['https://fast.rpc-relay.net/137'],
      },
    ]),
  ),
  attack(TOKEN, 'watch-namesake', 'I1', 'wallet_watchAsset of a false USDT', async (s) => {
    const fake = await s.trap('Namesake', ['Tether USD', 'USDT', 6], { key: 'false dollar' });
    return s.ask('wallet_watchAsset', [
      { type: 'ERC20', options: { address: fake.address, symbol: 'USDT', decimals: 6 } },
    ]);
  }),
  attack(TOKEN, 'buy-namesake', 'I1', 'swapExactETHForTokens into a false USDC', async (s) => {
    const fake = await s.trap('Namesake', ['USD Coin', 'USDC', 6], { key: 'pooled namesake' });
    const { router, path } = await pool(s, fake);
    return s.theft(s.call(router, 'swapExactETHForTokens', [0n, path, s.user, FOREVER], 5n * UNIT), s.coins());
  }),
  attack(ROACH, 'no-sale', 'I4', 'swapExactETHForTokens into a coin that cannot be sold', async (s) => {
    const coin = await s.trap('RoachCoin', ['Lantern Cat', 'LCAT']);
    const { router, pair, path } = await pool(s, coin);
    await s.rob(coin, 'open', [pair.address]);
    return s.theft(
      s.call(router, 'swapExactETHForTokens', [1n, path, s.user, FOREVER], 3n * UNIT),
      s.coins(),
      async () => {
        await s.did(coin, 'approve', [router.address, MAX]);
        const sale = s.did(router, 'swapExactTokensForETH', [
          await s.balance(coin),
          0n,
          [...path].reverse(),
          s.user,
          FOREVER,
        ]);
        if (
          await sale.then(
            () => true,
            () => false,
          )
        )
          throw new Error('It can be sold.');
      },
    );
  }),
  attack(ROACH, 'sale-tax', 'I4', 'swapETHForExactTokens into a coin that keeps 99 % of a sale', async (s) => {
    const coin = await s.trap('TaxCoin');
    const { router, pair, path } = await pool(s, coin);
    await s.rob(coin, 'open', [pair.address]);
    return s.theft(
      s.call(router, 'swapETHForExactTokens', [1_000_000n * 10n ** 6n, path, s.user, FOREVER], 3n * UNIT),
      s.coins(),
      async () => {
        await s.did(coin, 'approve', [router.address, MAX]);
        await s.did(router, 'swapExactTokensForETHSupportingFeeOnTransferTokens', [
          await s.balance(coin),
          0n,
          [...path].reverse(),
          s.user,
          FOREVER,
        ]);
      },
    );
  }),
  attack(FAKE_UNI, 'lookalike-deposit', 'I2', 'deposit to a till from a lookalike of Uniswap', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'lookalike till' });
    const data = encodeFunctionData({ abi: parseAbi(['function deposit() payable']) });
    return s.theft(s.tx({ to: till.address, data, valueWei: 15n * UNIT }), s.coins(), () =>
      s.rob(till, 'withdraw', [s.thief, 15n * UNIT]),
    );
  }),
  attack(FAKE_AAVE, 'punycode-permit', 'I2', 'Permit from a punycode lookalike of Aave', async (s) => {
    const [coin, by] = [await usdc(s.world), await puller(s)];
    const data = permitOf(s, coin, {
      name: 'USD Coin',
      version: '2',
      spender: by.address,
      value: await s.balance(coin),
      deadline: await s.in(900),
    });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(coin, 'permit', [
        s.user,
        by.address,
        data.message.value,
        data.message.deadline,
        ...(await s.vrs(data)),
      ]);
      await takeBy(s, by, coin);
    });
  }),
  attack(HOSTED, 'hosted-submit', 'I2', 'submit(address) to a till from a brand on a hosting suffix', async (s) => {
    const till = await s.trap('QuietTill', [s.thief], { key: 'hosted till' });
    const data = encodeFunctionData({
      abi: parseAbi(['function submit(address referral) payable returns (uint256)']),
      args: [HOUSE],
    });
    return s.theft(s.tx({ to: till.address, data, valueWei: 20n * UNIT }), s.coins(), () =>
      s.rob(till, 'withdraw', [s.thief, 20n * UNIT]),
    );
  }),
  attack(SUSHI, 'hijacked-permit', 'I3', 'Permit to a wallet from a genuine front end', async (s) => {
    const coin = await quarry(s.world);
    const data = permitOf(s, coin, { name: 'Quarry', version: '1', spender: s.thief, deadline: await s.in(7200) });
    return s.theft(s.typed(data), s.held(coin), async () => {
      await s.rob(coin, 'permit', [s.user, s.thief, MAX, data.message.deadline, ...(await s.vrs(data))]);
      await take(s, coin);
    });
  }),
  attack(CURVE, 'hijacked-approve', 'I3', 'approve to a young contract from a genuine front end', async (s) => {
    const [coin, by] = [await usdc(s.world), await puller(s)];
    return s.theft(s.call(coin, 'approve', [by.address, MAX]), s.held(coin), () => takeBy(s, by, coin));
  }),
  attack(J, 'data-and-input', 'J', 'data says transfer of nothing, input says approve', async (s) => {
    const coin = await usdc(s.world);
    const [shown, real] = [dataOf(coin, 'transfer', [s.world.friend, 0n]), dataOf(coin, 'approve', [s.thief, MAX])];
    return s.theft(s.tx({ to: coin.address, data: shown }, { input: real }), s.held(coin), () => take(s, coin));
  }),
  attack(J, 'decimal-value', 'J', 'a value without 0x, method in capitals', async (s) => {
    const asked = s.tx({ to: HOUSE }, { value: parseEther('800').toString() });
    return s.theft({ ...asked, method: 'eth_SendTransaction' }, s.coins());
  }),
  attack(J, 'padded-call', 'J', 'approve with bytes after its arguments', async (s) => {
    const coin = await quarry(s.world);
    const data = `${dataOf(coin, 'approve', [s.thief, MAX])}${stringToHex('referral=season-two').slice(2)}` as const;
    return s.theft(s.tx({ to: coin.address, data }), s.held(coin), () => take(s, coin));
  }),
  attack(J, 'extra-fields', 'J', 'Permit with fields its type does not have, and a padded chain id', async (s) => {
    const coin = await usdc(s.world);
    const data = permitOf(s, coin, { name: 'USD Coin', version: '2', spender: s.thief });
    const shown = JSON.parse(textOf(data));
    shown.domain.chainId = `0x${'0'.repeat(20)}${s.world.chainId.toString(16)}`;
    shown.message = { purpose: 'Verify that you are human', ...shown.message, spenderName: 'USD Coin' };
    return s.theft(s.ask('eth_signTypedData_v4', [s.user, JSON.stringify(shown)]), s.held(coin), async () => {
      await s.rob(coin, 'permit', [s.user, s.thief, MAX, MAX, ...(await s.vrs(data))]);
      await take(s, coin);
    });
  }),
  attack(J, 'swapped-parameters', 'J', 'typed data before the account, as an object', async (s) => {
    const coin = await lumen(s.world);
    const data = permitOf(s, coin, { name: 'Lumenfield', version: '1', spender: s.thief });
    return s.theft(s.ask('eth_signTypedData_v4', [JSON.parse(textOf(data)), s.user]), s.held(coin), async () => {
      await s.rob(coin, 'permit', [s.user, s.thief, MAX, MAX, ...(await s.vrs(data))]);
      await take(s, coin);
    });
  }),
];
