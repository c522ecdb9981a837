import type { Address } from 'viem';
import type { Action, Amount, Asset, OrderAction, TypedDomain, Until } from './Action.ts';
import { amountOf } from './amounts.ts';
import type { Struct } from './struct.ts';

/**
 * Orders that swap one token for another, by the names of their members: the type's text is hashed into what is signed,
 * so a contract that settles one of these reads its members by these names.
 */
interface Form {
  readonly protocol: string;
  /** Member that holds what is given away, and its amount. */
  readonly give: readonly [string, string];
  readonly take: readonly [string, string];
  /** `null`: whoever signs. */
  readonly maker: string | null;
  /** Zero or absent is the maker. `null`: the maker always. */
  readonly recipient: string | null;
  readonly until: (struct: Struct) => Until | null;
}

/** `null` when the members are those of no form. */
export function tokenOrder(struct: Struct, domain: TypedDomain): OrderAction | null {
  for (const form of FORMS) {
    const read = readForm(form, struct, domain);
    if (read !== null) return read;
  }
  return null;
}

/** Bebop's many-token orders, signed by the taker. */
export function bebop(struct: Struct, domain: TypedDomain): Action | null {
  const names = { give: ['taker_tokens', 'taker_amounts'], take: ['maker_tokens', 'maker_amounts'] } as const;
  return basket(struct, domain, { ...names, maker: 'taker_address' });
}

/** Bebop JAM. */
export function jam(struct: Struct, domain: TypedDomain): Action | null {
  const names = { give: ['sellTokens', 'sellAmounts'], take: ['buyTokens', 'buyAmounts'] } as const;
  return basket(struct, domain, { ...names, maker: 'taker' });
}

/** An order of several tokens for several others, each list as long as the list of its amounts. */
function basket(
  struct: Struct,
  domain: TypedDomain,
  names: { readonly give: readonly [string, string]; readonly take: readonly [string, string]; readonly maker: string },
): Action | null {
  const given = pairs(struct.addresses(names.give[0]), struct.uints(names.give[1]));
  const taken = pairs(struct.addresses(names.take[0]), struct.uints(names.take[1]));
  const maker = struct.address(names.maker);
  const until = struct.uint('expiry');
  if (given === null || taken === null || maker === null || until === null) return null;
  const recipient = orMaker(struct.address('receiver'), maker);
  const receives = taken.map((item) => ({ ...item, recipient }));
  return { kind: 'order', protocol: 'bebop', offerer: maker, offers: given, receives, until, domain };
}

export function tokenAsset(address: Address): Asset {
  return address === ZERO || address === NATIVE_MARK ? { type: 'native' } : { type: 'erc20', address };
}

function readForm(form: Form, struct: Struct, domain: TypedDomain): OrderAction | null {
  const give = struct.address(form.give[0]);
  const giveAmount = struct.uint(form.give[1]);
  const take = struct.address(form.take[0]);
  const takeAmount = struct.uint(form.take[1]);
  const until = form.until(struct);
  const maker = form.maker === null ? struct.account : struct.address(form.maker);
  if (give === null || giveAmount === null || take === null || takeAmount === null || until === null) return null;
  if (form.maker !== null && maker === null) return null;
  if (form.recipient !== null && !struct.has(form.recipient)) return null;
  const recipient = orMaker(form.recipient === null ? null : struct.address(form.recipient), maker ?? ZERO);
  return {
    kind: 'order',
    protocol: form.protocol,
    offerer: maker,
    offers: [{ asset: tokenAsset(give), amount: amountOf(giveAmount) }],
    receives: [{ asset: tokenAsset(take), amount: amountOf(takeAmount), recipient }],
    until,
    domain,
  };
}

function orMaker(written: Address | null, maker: Address): Address {
  return written === null || written === ZERO ? maker : written;
}

function pairs(
  tokens: readonly Address[] | null,
  amounts: readonly bigint[] | null,
): readonly { readonly asset: Asset; readonly amount: Amount }[] | null {
  if (tokens === null || amounts === null || tokens.length !== amounts.length || tokens.length > MOST_TOKENS)
    return null;
  return tokens.map((token, at) => ({ asset: tokenAsset(token), amount: amountOf(amounts[at] ?? 0n) }));
}

function seconds(name: string): Form['until'] {
  return (struct) => struct.uint(name);
}

/** 1inch v4 and later pack the expiry into 40 bits of the maker's traits; none is no end. */
function makerTraits(struct: Struct): Until | null {
  const traits = struct.uint('makerTraits');
  if (traits === null) return null;
  const until = (traits >> 80n) & 0xff_ffff_ffffn;
  return until === 0n ? 'revoked' : until;
}

/** 1inch v3 writes the end into a predicate nobody can read here. */
function untold(struct: Struct): Until | null {
  return struct.has('offsets') || struct.has('predicate') ? 'revoked' : null;
}

/** 0x packs the expiry above a nonce. */
function expiryAndNonce(struct: Struct): Until | null {
  const packed = struct.uint('expiryAndNonce');
  return packed === null ? null : packed >> 192n;
}

const MAKER_TAKER = { give: ['makerToken', 'makerAmount'], take: ['takerToken', 'takerAmount'] } as const;
const MAKING_TAKING = { give: ['makerAsset', 'makingAmount'], take: ['takerAsset', 'takingAmount'] } as const;

const FORMS: readonly Form[] = [
  // CoW Protocol: GPv2Order.sol.
  {
    protocol: 'cow',
    give: ['sellToken', 'sellAmount'],
    take: ['buyToken', 'buyAmount'],
    maker: null,
    recipient: 'receiver',
    until: seconds('validTo'),
  },
  // 1inch: limit-order-protocol v4 (aggregation router v6) and v3 (v5).
  { protocol: '1inch', ...MAKING_TAKING, maker: 'maker', recipient: 'receiver', until: makerTraits },
  { protocol: '1inch', ...MAKING_TAKING, maker: 'maker', recipient: 'receiver', until: untold },
  // 0x v4: LimitOrder and RfqOrder, OtcOrder.
  { protocol: '0x', ...MAKER_TAKER, maker: 'maker', recipient: null, until: seconds('expiry') },
  { protocol: '0x', ...MAKER_TAKER, maker: 'maker', recipient: null, until: expiryAndNonce },
  // Velora: Delta orders, and Augustus RFQ.
  {
    protocol: 'velora',
    give: ['srcToken', 'srcAmount'],
    take: ['destToken', 'destAmount'],
    maker: 'owner',
    recipient: 'beneficiary',
    until: seconds('deadline'),
  },
  {
    protocol: 'velora',
    give: ['makerAsset', 'makerAmount'],
    take: ['takerAsset', 'takerAmount'],
    maker: 'maker',
    recipient: null,
    until: seconds('expiry'),
  },
  // Bebop: the person signs as the taker of one market maker's quote.
  {
    protocol: 'bebop',
    give: ['taker_token', 'taker_amount'],
    take: ['maker_token', 'maker_amount'],
    maker: 'taker_address',
    recipient: 'receiver',
    until: seconds('expiry'),
  },
  // Hashflow's RFQ-M quote, signed by the trader.
  {
    protocol: 'hashflow',
    give: ['baseToken', 'baseTokenAmount'],
    take: ['quoteToken', 'quoteTokenAmount'],
    maker: 'trader',
    recipient: null,
    until: seconds('quoteExpiry'),
  },
];

const ZERO: Address = '0x0000000000000000000000000000000000000000';
const NATIVE_MARK: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee';
const MOST_TOKENS = 256;
