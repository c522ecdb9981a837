import type { Amount, SessionAction } from '../../decode/Action.ts';
import type { Grants } from '../../simulate/Consequence.ts';

/** The most that these keys together could have taken `seconds` from now, base units. */
export function reachOfAll(
  grants: readonly Pick<Grants, 'limit' | 'until' | 'budget'>[],
  nowSeconds: bigint,
  seconds: bigint,
): Amount {
  let sum = 0n;
  for (const grant of grants) {
    const reach = reachWithin(grant, nowSeconds, seconds);
    if (reach === 'unlimited') return reach;
    sum += reach;
  }
  return sum;
}

/** The most a session key could have taken `seconds` from now, base units. An end that is past is no end to rely on. */
export function reachWithin(
  { limit, until, budget }: Pick<Grants, 'limit' | 'until' | 'budget'>,
  nowSeconds: bigint,
  seconds: bigint,
): Amount {
  const every = budget?.every ?? null;
  if (budget === undefined || every === null) return limit;
  if (every.amount === 'unlimited') return limit;
  const isSooner = until !== 'revoked' && until > nowSeconds && until - nowSeconds < seconds;
  const left = isSooner ? until - nowSeconds : seconds;
  // What a period brings is there from its first second on.
  const reached = budget.initial + every.amount * ((left + every.seconds - 1n) / every.seconds);
  return limit === 'unlimited' || reached < limit ? reached : limit;
}

/** Names of functions by which a token's holder moves or lends what is theirs, with their selectors. */
const MOVERS: ReadonlySet<string> = new Set([
  ...['transfer', 'transferfrom', 'safetransfer', 'safetransferfrom', 'safebatchtransferfrom', 'send'],
  ...['approve', 'increaseallowance', 'increaseapproval', 'setapprovalforall', 'transferandcall', 'approveandcall'],
  ...['0xa9059cbb', '0x23b872dd', '0x42842e0e', '0xb88d4fde', '0xf242432a', '0x2eb2c2d6'],
  ...['0x095ea7b3', '0x39509351', '0xd73dd623', '0xa22cb465', '0x4000aea0', '0xcae9ca51'],
]);

/** Whether a key that may call these functions could move a token: `some` by name, `any` where no function is named. */
export function moverOf(functions: SessionAction['functions']): 'none' | 'some' | 'any' {
  if (functions === null) return 'any';
  const names = functions.map((one) =>
    one
      .toLowerCase()
      .replace(/^\s*function\s+/u, '')
      .replace(/\s*\(.*$/su, '')
      .trim(),
  );
  return names.some((name) => MOVERS.has(name)) ? 'some' : 'none';
}
