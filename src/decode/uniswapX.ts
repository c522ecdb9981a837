import type { Address } from 'viem';
import type { Amount, Asset, OrderAction, TypedDomain } from './Action.ts';
import { amountOf } from './amounts.ts';
import type { Struct } from './struct.ts';
import { tokenAsset } from './tokenOrder.ts';

type Item = { readonly asset: Asset; readonly amount: Amount };

/**
 * UniswapX orders, signed as the witness of a Permit2 transfer: Limit, (Exclusive)Dutch, V2Dutch, V3Dutch and Priority
 * (Uniswap/UniswapX, `lib/*OrderLib.sol`). `null` for a witness of another kind.
 */
export function uniswapX(witness: Struct, domain: TypedDomain): OrderAction | null {
  const info = witness.struct('info');
  const swapper = info?.address('swapper') ?? null;
  const until = info?.uint('deadline') ?? null;
  const input = inputOf(witness);
  const outputs = witness.structs('outputs') ?? witness.structs('baseOutputs');
  if (swapper === null || until === null || input === null || outputs === null) return null;
  const receives: (Item & { readonly recipient: Address })[] = [];
  for (const output of outputs) {
    const token = output.address('token');
    const least = leastOf(output);
    const recipient = output.address('recipient');
    if (token === null || least === null || recipient === null) return null;
    receives.push({ asset: tokenAsset(token), amount: amountOf(least), recipient });
  }
  return { kind: 'order', protocol: 'uniswapx', offerer: swapper, offers: [input], receives, until, domain };
}

/** The most that may be taken. */
function inputOf(witness: Struct): Item | null {
  const nested = witness.struct('input') ?? witness.struct('baseInput');
  const token = nested?.address('token') ?? witness.address('inputToken') ?? witness.address('baseInputToken');
  const amounts = [
    nested?.uint('amount'),
    nested?.uint('maxAmount'),
    nested?.uint('startAmount'),
    nested?.uint('endAmount'),
    nested?.uint('baselineAmount'),
    ...['inputAmount', 'inputStartAmount', 'inputEndAmount', 'baseInputStartAmount', 'baseInputEndAmount'].map((name) =>
      witness.uint(name),
    ),
  ].filter((amount) => amount !== null && amount !== undefined);
  const most = amounts.reduce<bigint | null>((top, amount) => (top === null || amount > top ? amount : top), null);
  return token === null || most === null ? null : { asset: tokenAsset(token), amount: amountOf(most) };
}

/** Dutch outputs slide between two amounts, V3's never below a minimum: the least is what is promised. */
function leastOf(output: Struct): bigint | null {
  const amounts = ['amount', 'startAmount', 'endAmount', 'minAmount']
    .map((name) => output.uint(name))
    .filter((amount) => amount !== null);
  return amounts.reduce<bigint | null>((low, amount) => (low === null || amount < low ? amount : low), null);
}
