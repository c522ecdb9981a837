import type { Address, Hex } from 'viem';
import type { Action, CallAction, Gist } from './Action.ts';
import type { Arguments, Call } from './calldata.ts';

/** One well-known function: its text (checked against the selector in the tests) and where its arguments say who gains. */
interface Known {
  readonly signature: string;
  readonly gistOf: (call: Call, args: Arguments) => Gist | null;
}

/** Puts the gist on a call whose function is well known; anything else comes back as it is. */
export function withGist(action: CallAction, call: Call, args: Arguments): CallAction {
  const known = action.selector === null ? undefined : KNOWN_CALLS.get(action.selector);
  if (known === undefined) return action;
  const gist = known.gistOf(call, args);
  return gist === null ? { ...action, signature: known.signature } : { ...action, signature: known.signature, gist };
}

/**
 * A position's payout that stays with the contract is paid on by a later item of the same call (Uniswap's `collect` to
 * zero, then `sweepToken` or `unwrapWETH9`): who is named there is who gets it. A stranger among several counts.
 */
export function settleWithdrawals(
  actions: readonly Action[],
  contract: Address,
  paid: readonly Address[],
  sender: Address | null,
): readonly Action[] {
  const to = paid.find((address) => address !== sender && address !== contract) ?? paid[0];
  if (to === undefined) return actions;
  return actions.map((action) => {
    if (action.kind !== 'call' || action.gist?.does !== 'withdraws') return action;
    return action.gist.to === contract ? { ...action, gist: { ...action.gist, to } } : action;
  });
}

/** Zero and the contract itself mean "the caller" in some functions and "kept here for now" in others. */
function gives(does: Gist['does'], word: number, floor: number | null = null, zero: 'sender' | 'contract' = 'sender') {
  return (call: Call, args: Arguments): Gist | null => {
    if (args.words <= Math.max(word, floor ?? 0)) return null;
    const written = args.address(word);
    const to = written === ZERO ? (zero === 'contract' ? call.to : call.sender) : written;
    return to === null ? null : { does, to, minimum: floor === null ? null : args.uint(floor) };
  };
}

/** A swap whose output goes to the caller, with its floor at this word. */
function floors(word: number) {
  return (call: Call, args: Arguments): Gist | null =>
    call.sender === null || args.words <= word ? null : { does: 'swaps', to: call.sender, minimum: args.uint(word) };
}

/** EigenLayer: each item of the list names its own withdrawer. */
function queued(call: Call, args: Arguments): Gist | null {
  const items = args.tuples(0, MOST_ITEMS);
  const named = (items ?? []).map((item) => item.address(2));
  const to = named.find((address) => address !== call.sender && address !== ZERO) ?? named[0];
  return to === undefined ? null : { does: 'withdraws', to, minimum: null };
}

function completed(_call: Call, args: Arguments): Gist | null {
  const withdrawal = args.tuple(0);
  return withdrawal === null ? null : { does: 'withdraws', to: withdrawal.address(2), minimum: null };
}

/** ENS `setAddr(bytes32,uint256,bytes)`: coin types 60 and EVM chains have 20 bytes; others are foreign addresses. */
function named(_call: Call, args: Arguments): Gist | null {
  const bytes: Hex | null = args.bytes(2);
  return bytes?.length === 42 ? { does: 'names', to: `0x${bytes.slice(2)}`, minimum: null } : null;
}

function nothing(): null {
  return null;
}

const W = (word: number, floor?: number) => gives('withdraws', word, floor ?? null);
const B = (word: number) => gives('borrows', word);
const D = (word: number) => gives('deposits', word);
const S = (word: number, floor: number) => gives('swaps', word, floor);
const G = (word: number) => gives('bridges', word);
const N = (word: number) => gives('names', word);
const P = (word: number) => gives('moves-position', word);

const ZERO: Address = '0x0000000000000000000000000000000000000000';
const MOST_ITEMS = 256;

function table(rows: readonly (readonly [Hex, string, Known['gistOf']])[]): ReadonlyMap<string, Known> {
  return new Map(rows.map(([selector, signature, gistOf]) => [selector, { signature, gistOf }]));
}

export const KNOWN_CALLS: ReadonlyMap<string, Known> = table([
  // ERC-4626, ERC-7540 and vaults after them.
  ['0xb460af94', 'withdraw(uint256,address,address)', W(1)],
  ['0xba087652', 'redeem(uint256,address,address)', W(1)],
  ['0xa318c1a4', 'withdraw(uint256,address,address,uint256)', W(1)],
  ['0x9f40a7b3', 'redeem(uint256,address,address,uint256)', W(1)],
  ['0x7d41c86e', 'requestRedeem(uint256,address,address)', W(1)],
  ['0x6e553f65', 'deposit(uint256,address)', D(1)],
  ['0x94bf804d', 'mint(uint256,address)', D(1)],
  ['0x85b77f45', 'requestDeposit(uint256,address,address)', D(1)],
  // Aave, Compound v3, Morpho.
  ['0x69328dec', 'withdraw(address,uint256,address)', W(2)],
  ['0x80500d20', 'withdrawETH(address,uint256,address)', W(2)],
  ['0xd4c40b6c', 'withdrawETHWithPermit(address,uint256,address,uint256,uint8,bytes32,bytes32)', W(2)],
  ['0x205c2878', 'withdrawTo(address,uint256)', W(0)],
  ['0xc3b35a7e', 'withdrawTo(address,address,uint256)', W(0)],
  ['0x26441318', 'withdrawFrom(address,address,address,uint256)', W(1)],
  ['0x5c2bea49', 'withdraw((address,address,address,address,uint256),uint256,uint256,address,address)', W(8)],
  ['0x8720316d', 'withdrawCollateral((address,address,address,address,uint256),uint256,address,address)', W(7)],
  ['0x50d8cd4b', 'borrow((address,address,address,address,uint256),uint256,uint256,address,address)', B(8)],
  ['0x617ba037', 'supply(address,uint256,address,uint16)', D(2)],
  ['0x02c205f0', 'supplyWithPermit(address,uint256,address,uint16,uint256,uint8,bytes32,bytes32)', D(2)],
  ['0xe8eda9df', 'deposit(address,uint256,address,uint16)', D(2)],
  ['0x474cf53d', 'depositETH(address,address,uint16)', D(1)],
  ['0x4232cd63', 'supplyTo(address,address,uint256)', D(0)],
  ['0x3111e7b3', 'claimRewards(address[],uint256,address)', W(2)],
  ['0x236300dc', 'claimRewards(address[],uint256,address,address)', W(2)],
  ['0xbb492bf5', 'claimAllRewards(address[],address)', W(1)],
  // Pools: Uniswap, Curve, Balancer. Uniswap's `collect` to zero leaves the money with the manager.
  ['0xfc6f7865', 'collect((uint256,address,uint128,uint128))', gives('withdraws', 1, null, 'contract')],
  ['0xbaa2abde', 'removeLiquidity(address,address,uint256,uint256,uint256,address,uint256)', W(5)],
  ['0x02751cec', 'removeLiquidityETH(address,uint256,uint256,uint256,address,uint256)', W(4)],
  [
    '0xaf2979eb',
    'removeLiquidityETHSupportingFeeOnTransferTokens(address,uint256,uint256,uint256,address,uint256)',
    W(4),
  ],
  [
    '0x2195995c',
    'removeLiquidityWithPermit(address,address,uint256,uint256,uint256,address,uint256,bool,uint8,bytes32,bytes32)',
    W(5),
  ],
  [
    '0xded9382a',
    'removeLiquidityETHWithPermit(address,uint256,uint256,uint256,address,uint256,bool,uint8,bytes32,bytes32)',
    W(4),
  ],
  ['0xe8e33700', 'addLiquidity(address,address,uint256,uint256,uint256,uint256,address,uint256)', D(6)],
  ['0xf305d719', 'addLiquidityETH(address,uint256,uint256,uint256,address,uint256)', D(4)],
  ['0x3eb1719f', 'remove_liquidity(uint256,uint256[2],address)', W(3)],
  ['0x081579a5', 'remove_liquidity_one_coin(uint256,int128,uint256,address)', W(3)],
  ['0x8bdb3913', 'exitPool(bytes32,address,address,(address[],uint256[],bytes,bool))', W(2)],
  ['0xb95cac28', 'joinPool(bytes32,address,address,(address[],uint256[],bytes,bool))', D(2)],
  // Staking: EigenLayer (the form drained in 2024 and today's), Lido, StakeWise, Rocket Pool.
  ['0xf123991e', 'queueWithdrawal(uint256[],address[],uint256[],address,bool)', W(3)],
  ['0x0dd8dd02', 'queueWithdrawals((address[],uint256[],address)[])', queued],
  [
    '0x60d7faed',
    'completeQueuedWithdrawal((address,address,address,uint256,uint32,address[],uint256[]),address[],uint256,bool)',
    completed,
  ],
  [
    '0xe4cc3f90',
    'completeQueuedWithdrawal((address,address,address,uint256,uint32,address[],uint256[]),address[],bool)',
    completed,
  ],
  ['0xd6681042', 'requestWithdrawals(uint256[],address)', W(1)],
  ['0x19aa6257', 'requestWithdrawalsWstETH(uint256[],address)', W(1)],
  ['0xacf41e4d', 'requestWithdrawalsWithPermit(uint256[],address,(uint256,uint256,uint8,bytes32,bytes32))', W(1)],
  ['0x7951b76f', 'requestWithdrawalsWstETHWithPermit(uint256[],address,(uint256,uint256,uint8,bytes32,bytes32))', W(1)],
  ['0x5e7eead9', 'claimWithdrawalsTo(uint256[],uint256[],address)', W(2)],
  ['0x8ceab9aa', 'enterExitQueue(uint256,address)', W(1)],
  ['0xa543ccea', 'setWithdrawalAddress(address,address,bool)', W(1)],
  // Swaps that name no tokens: 1inch, OKX, Curve.
  ['0xf78dc253', 'unoswapTo(address,address,uint256,uint256,uint256[])', S(0, 3)],
  ['0xe2c95c82', 'unoswapTo(uint256,uint256,uint256,uint256,uint256)', S(0, 3)],
  ['0xf7a70056', 'unoswapTo3(uint256,uint256,uint256,uint256,uint256,uint256,uint256)', S(0, 3)],
  ['0xbc80f1a8', 'uniswapV3SwapTo(address,uint256,uint256,uint256[])', S(0, 2)],
  ['0x0d5f0e3b', 'uniswapV3SwapTo(uint256,uint256,uint256,uint256[])', S(0, 2)],
  ['0xddc1f59d', 'exchange(int128,int128,uint256,uint256,address)', S(4, 3)],
  ['0xa64833a0', 'exchange(uint256,uint256,uint256,uint256,address)', S(4, 3)],
  ['0xce7d6503', 'exchange(uint256,uint256,uint256,uint256,bool,address)', S(5, 3)],
  ['0x1fff991f', 'execute((address,address,uint256),bytes[],bytes32)', S(0, 2)],
  ['0x3df02124', 'exchange(int128,int128,uint256,uint256)', floors(3)],
  ['0x5b41b908', 'exchange(uint256,uint256,uint256,uint256)', floors(3)],
  ['0x0502b1c5', 'unoswap(address,uint256,uint256,uint256[])', floors(2)],
  ['0x2e95b6c8', 'unoswap(address,uint256,uint256,bytes32[])', floors(2)],
  ['0x83800a8e', 'unoswap(uint256,uint256,uint256,uint256)', floors(2)],
  ['0x8770ba91', 'unoswap2(uint256,uint256,uint256,uint256,uint256)', floors(2)],
  ['0xa76dfc3b', 'ethUnoswap(uint256,uint256)', floors(0)],
  ['0x89af926a', 'ethUnoswap2(uint256,uint256,uint256)', floors(0)],
  ['0xe449022e', 'uniswapV3Swap(uint256,uint256,uint256[])', floors(1)],
  ['0x9871efa4', 'unxswapByOrderId(uint256,uint256,uint256,bytes32[])', floors(2)],
  // Bridges.
  ['0x9a2ac6d5', 'depositETHTo(address,uint32,bytes)', G(0)],
  ['0x838b2520', 'depositERC20To(address,address,address,uint256,uint32,bytes)', G(2)],
  ['0xe11013dd', 'bridgeETHTo(address,uint32,bytes)', G(0)],
  ['0x540abf73', 'bridgeERC20To(address,address,address,uint256,uint32,bytes)', G(2)],
  ['0xd2ce7d65', 'outboundTransfer(address,address,uint256,uint256,uint256,bytes)', G(1)],
  ['0xe3dec8fb', 'depositFor(address,address,bytes)', G(0)],
  ['0x4faa8a26', 'depositEtherFor(address)', G(0)],
  [
    '0x7b939232',
    'depositV3(address,address,address,address,uint256,uint256,uint256,address,uint32,uint32,uint32,bytes)',
    G(1),
  ],
  // ENS: where a name's payments go.
  ['0xd5fa2b00', 'setAddr(bytes32,address)', N(1)],
  ['0x8b95dd71', 'setAddr(bytes32,uint256,bytes)', named],
  ['0x1896f70a', 'setResolver(bytes32,address)', nothing],
  // Whole positions: GMX, Maker's CDP manager.
  ['0xef9aacfd', 'signalTransfer(address)', P(0)],
  ['0xfcafcc68', 'give(uint256,address)', P(1)],
]);
