import { type Address, decodeErrorResult, type Hex, maxUint256, zeroAddress } from 'viem';
import type { Asset } from '../decode/Action.ts';
import { claimsOf } from './claims.ts';
import type { Probe } from './Probe.ts';
import type { Words } from './probeCode.ts';
import { passedIn, recipientIn } from './probesFromLogs.ts';
import type { RawCall, RawRun } from './RawRun.ts';
import type { Scenario } from './Scenario.ts';
import type { PermissionChange, Run, StandingPower } from './Simulator.ts';

/** The user's own delta, from the probes before and after: state alone decides, logs only name a recipient. */
export function readRun(raw: RawRun, scenario: Scenario, probes: readonly Probe[]): Run {
  const failed = raw.calls.find(({ success }) => !success);
  const readings = probes.map((probe, index): Reading => {
    return { probe, before: raw.before[index] ?? null, after: raw.after[index] ?? null };
  });
  const nfts = new Set(readings.flatMap(({ probe }) => (probe.kind === 'owner' ? [probe.token] : [])));
  const claims = claimsOf(raw, scenario.user, probes);
  const commands = readings.flatMap((reading) => lostCommand(reading, scenario.user));
  const deltas = readings.flatMap((reading) => deltasOf(reading, raw, scenario, nfts));
  // Who else got something matters where a loan could have been taken: something is the user's that was not.
  const passed = deltas.some(({ asset, delta }) => asset.type === 'erc20' && delta > 0n)
    ? passedIn(
        raw.calls.flatMap(({ logs }) => logs),
        scenario.user,
      )
    : [];
  return {
    status: failed === undefined ? 'success' : 'reverted',
    revertReason: failed === undefined ? null : revertReasonOf(failed),
    gasUsed: raw.calls.reduce((sum, { gasUsed }) => sum + gasUsed, 0n),
    deltas,
    permissions: readings.flatMap((reading) => permissionsOf(reading, scenario.user)),
    accountCode: accountCodeOf(readings, scenario),
    stood: readings.flatMap(standingOf),
    ...(claims.length === 0 ? {} : { claims }),
    ...(commands.length === 0 ? {} : { commands }),
    ...(passed.length === 0 ? {} : { passed }),
  };
}

/** The contract's own text, a custom error's selector, or the engine's words; `null` when there is none. */
export function revertReasonOf({ returnData, message }: Pick<RawCall, 'returnData' | 'message'>): string | null {
  if (returnData === '0x') return message;
  try {
    const { errorName, args } = decodeErrorResult({ abi: [], data: returnData });
    return errorName === 'Error' ? String(args?.[0]).slice(0, MAX_REASON) : `${errorName}(${String(args?.[0])})`;
  } catch {
    // A custom error, or bytes that follow no standard.
    return returnData.slice(0, 10);
  }
}

const MAX_REASON = 200;

interface Reading {
  readonly probe: Probe;
  readonly before: Words;
  readonly after: Words;
}

type Delta = Run['deltas'][number];

function deltasOf(reading: Reading, raw: RawRun, scenario: Scenario, nfts: ReadonlySet<Address>): readonly Delta[] {
  const { probe, before, after } = reading;
  const { user } = scenario;
  switch (probe.kind) {
    case 'account': {
      if (before === null || after === null) return [];
      // Gas is paid by any transaction and shown apart: it is no loss the request asks for.
      const delta = after[0] - before[0] + raw.feeWei;
      return delta === 0n ? [] : [{ asset: { type: 'native' }, delta, to: nativeRecipient(delta, scenario) }];
    }
    case 'erc20':
      // An ERC-721's balanceOf counts its items, which have rows of their own.
      if (nfts.has(probe.token)) return [];
      return amountDelta({ type: 'erc20', address: probe.token }, reading, raw, user);
    case 'items':
      return amountDelta({ type: 'erc1155', address: probe.token, id: probe.id }, reading, raw, user);
    case 'owner': {
      const had = addressOf(before) === user;
      const has = addressOf(after) === user;
      if (had === has) return [];
      const asset: Asset = { type: 'erc721', address: probe.token, id: probe.id };
      return [{ asset, delta: has ? 1n : -1n, to: has ? user : addressOf(after) }];
    }
    default:
      return [];
  }
}

function amountDelta(asset: Asset, reading: Reading, raw: RawRun, user: Address): readonly Delta[] {
  if (reading.before === null || reading.after === null || asset.type === 'native') return [];
  const delta = reading.after[0] - reading.before[0];
  if (delta === 0n) return [];
  if (delta > 0n) return [{ asset, delta, to: user }];
  const logs = raw.calls.flatMap((call) => call.logs);
  return [{ asset, delta, to: recipientIn(logs, user, asset.address, asset.type === 'erc1155' ? asset.id : null) }];
}

/** Ether that leaves goes to the one target when exactly the value sent is gone; else where to is not known. */
function nativeRecipient(delta: bigint, { calls, user }: Scenario): Address | null {
  if (delta > 0n) return user;
  const paying = calls.filter(({ valueWei }) => valueWei > 0n);
  const [only] = paying;
  return paying.length === 1 && only !== undefined && only.valueWei === -delta ? only.to : null;
}

function permissionsOf({ probe, before, after }: Reading, user: Address): readonly PermissionChange[] {
  if (probe.kind === 'approved') return itemChanges(probe.token, probe.id, addressOf(before), addressOf(after), user);
  if (after === null) return [];
  const was = before?.[0] ?? 0n;
  const is = after[0];
  const base = { itemId: null, untilSeconds: null, before: was, after: is } as const;
  switch (probe.kind) {
    case 'allowance': {
      if (was === is) return [];
      const change = { ...base, kind: 'allowance', token: probe.token, tokenType: 'erc20', to: probe.spender } as const;
      // An operator of ERC-777 has no limit.
      if (probe.standard !== 'erc777') return [change];
      return [{ ...change, before: was === 0n ? 0n : maxUint256, after: is === 0n ? 0n : maxUint256 }];
    }
    case 'itemAllowance':
      if (was === is) return [];
      return [
        { ...base, kind: 'allowance', token: probe.token, tokenType: 'erc1155', to: probe.spender, itemId: probe.id },
      ];
    case 'operator':
      if ((was === 0n) === (is === 0n)) return [];
      return [
        {
          ...base,
          kind: 'operator',
          token: probe.token,
          tokenType: 'unknown',
          to: probe.operator,
          before: was === 0n ? 0n : 1n,
          after: is === 0n ? 0n : 1n,
        },
      ];
    case 'permit2':
      if (was === is && (before?.[1] ?? 0n) === after[1]) return [];
      return [
        {
          ...base,
          kind: 'permit2',
          token: probe.token,
          tokenType: 'erc20',
          to: probe.spender,
          untilSeconds: after[1],
        },
      ];
    default:
      return [];
  }
}

/** A contract that named the user its owner before the run, and does not after it. */
function lostCommand({ probe, before, after }: Reading, user: Address): NonNullable<Run['commands']> {
  if (probe.kind !== 'command' || addressOf(before) !== user) return [];
  const to = addressOf(after);
  return to === null || to === user ? [] : [{ of: probe.contract, to }];
}

function standingOf({ probe, before }: Reading): readonly StandingPower[] {
  const was = before?.[0] ?? 0n;
  if (was === 0n) return [];
  if (probe.kind === 'allowance') {
    return [{ token: probe.token, to: probe.spender, limit: probe.standard === 'erc777' ? 'everything' : was }];
  }
  return probe.kind === 'operator' ? [{ token: probe.token, to: probe.operator, limit: 'everything' }] : [];
}

/** One item's approved address: the old one loses it, the new one gets it. */
function itemChanges(
  token: Address,
  itemId: bigint,
  was: Address | null,
  is: Address | null,
  user: Address,
): readonly PermissionChange[] {
  if (was === is) return [];
  const base = { kind: 'item', token, tokenType: 'erc721', itemId, untilSeconds: null } as const;
  const ended = was === null || was === zeroAddress ? [] : [{ ...base, to: was, before: 1n, after: 0n }];
  const begun = is === null || is === zeroAddress || is === user ? [] : [{ ...base, to: is, before: 0n, after: 1n }];
  return [...ended, ...begun];
}

/** EIP-7702: a designator is 0xef0100 and the delegate's address, read as the first word of the account's code. */
function accountCodeOf(readings: readonly Reading[], scenario: Scenario): Address | null {
  if (scenario.delegate !== null) return scenario.delegate;
  const account = readings.find(({ probe }) => probe.kind === 'account');
  if (account?.before == null || account.after === null) return null;
  const was = account.before[2];
  const is = account.after[2];
  if (was === is) return null;
  const code: Hex = `0x${is.toString(16).padStart(64, '0')}`;
  return code.startsWith('0xef0100') ? `0x${code.slice(8, 48)}` : zeroAddress;
}

function addressOf(words: Words): Address | null {
  return words === null ? null : `0x${(words[0] & ADDRESS_MASK).toString(16).padStart(40, '0')}`;
}

const ADDRESS_MASK = (1n << 160n) - 1n;
