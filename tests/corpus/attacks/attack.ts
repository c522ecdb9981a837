import { type Hex, numberToHex, type TypedDataDomain } from 'viem';
import type { Case, Prepared } from '../Case.ts';
import { Heist, type Measure, type RawCall } from './Heist.ts';

export interface About {
  readonly id: string;
  readonly family: string;
  readonly shape: string;
  readonly provenance: string;
  /** Default: a site of a name that no list has. */
  readonly origin?: string;
}

/** What happens after the user agreed, and how the loss is seen. */
export interface Theft {
  /** What the thief does then; absent when the user's own transaction is the theft. */
  readonly theft?: () => Promise<unknown>;
  readonly stake: Measure;
}

export interface TransactionPlan extends Theft {
  readonly call: RawCall;
  /** More members of the transaction object, or other spellings of them. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly method?: string;
  readonly history?: Prepared['history'];
  /** How a wallet sends it when `call` alone is not it. */
  readonly mined?: () => Promise<unknown>;
}

/** The victim sends one transaction. */
export function transaction(about: About, plan: (heist: Heist) => Promise<TransactionPlan>): Case {
  return attack(about, async (heist) => {
    const { call, fields, method, theft, stake, history, mined } = await plan(heist);
    const { to, data, valueWei = 0n } = call;
    const asked = { from: heist.user, to, data, ...(valueWei > 0n ? { value: numberToHex(valueWei) } : {}), ...fields };
    const send = mined ?? (() => heist.world.sendRaw(heist.user, call));
    return {
      method: method ?? 'eth_sendTransaction',
      params: [asked],
      account: heist.user,
      ...(history === undefined ? {} : { history }),
      strike: () =>
        losesBy(stake, async () => {
          await send();
          await theft?.();
        }),
    };
  });
}

export interface Typed {
  readonly domain: TypedDataDomain;
  readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface SignaturePlan {
  readonly typed: Typed;
  readonly method?: string;
  readonly stake: Measure;
  readonly theft: (signature: Hex) => Promise<unknown>;
}

/** The victim signs typed data; the thief uses the signature. */
export function signature(about: About, plan: (heist: Heist) => Promise<SignaturePlan>): Case {
  return attack(about, async (heist) => {
    const { typed, method, stake, theft } = await plan(heist);
    return {
      method: method ?? 'eth_signTypedData_v4',
      params: [heist.user, typedText(typed)],
      account: heist.user,
      strike: () => losesBy(stake, async () => theft(await signTyped(heist, typed))),
    };
  });
}

export interface CallsPlan extends Theft {
  readonly calls: readonly RawCall[];
  readonly atomicRequired?: boolean;
}

/** EIP-5792: the victim's wallet sends several calls as one. */
export function calls(about: About, plan: (heist: Heist) => Promise<CallsPlan>): Case {
  return attack(about, async (heist) => {
    const { calls: asked, theft, stake, atomicRequired = false } = await plan(heist);
    const params = {
      version: '2.0.0',
      from: heist.user,
      chainId: numberToHex(heist.world.chainId),
      atomicRequired,
      calls: asked.map(({ to, data, valueWei = 0n }) => ({ to, data, value: numberToHex(valueWei) })),
    };
    return {
      method: 'wallet_sendCalls',
      params: [params],
      account: heist.user,
      strike: () =>
        losesBy(stake, async () => {
          for (const call of asked) await heist.world.sendRaw(heist.user, call);
          await theft?.();
        }),
    };
  });
}

/** Anything else a page can ask. */
export function attack(about: About, prepare: (heist: Heist) => Promise<Prepared>): Case {
  return {
    side: 'attack',
    ...about,
    origin: about.origin ?? 'https://www.lumenfold.com',
    prepare: (world, variation) => prepare(new Heist(world, variation)),
  };
}

export async function signTyped(heist: Heist, { domain, types, primaryType, message }: Typed): Promise<Hex> {
  const { EIP712Domain: _, ...named } = types;
  return heist.world.signer(heist.user).signTypedData({ domain, types: named, primaryType, message });
}

/** The JSON a dapp sends: with the domain's own type, integers as decimal text. */
export function typedText({ domain, types, primaryType, message }: Typed): string {
  const known: readonly (readonly [string, string])[] = [
    ['name', 'string'],
    ['version', 'string'],
    ['chainId', 'uint256'],
    ['verifyingContract', 'address'],
    ['salt', 'bytes32'],
  ];
  const EIP712Domain = known.filter(([name]) => name in domain).map(([name, type]) => ({ name, type }));
  return JSON.stringify({ types: { EIP712Domain, ...types }, domain, primaryType, message }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

export async function losesBy(stake: Measure, act: () => Promise<unknown>): Promise<boolean> {
  const before = await stake();
  await act();
  return (await stake()) < before;
}
