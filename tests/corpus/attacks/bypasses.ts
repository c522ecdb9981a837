import type { Case, Prepared } from '../Case.ts';
import { type About, attack, losesBy, typedText } from './attack.ts';
import { type Deployed, ETHER, type Heist, NO_LIMIT, type RawCall } from './Heist.ts';
import { eoa } from './spenders.ts';
import { permit2612, permitSingle } from './typed.ts';

/** J: the same thefts, written so that a reader stumbles and a wallet does not. */
export const BYPASSES: readonly Case[] = [
  approve('j-upper-hex', 'approve in upper-case hex', ({ to, data }, from) => [
    { from, to: to.toUpperCase().replace('0X', '0x'), data: data.toUpperCase().replace('0X', '0x') },
  ]),
  approve('j-no-prefix', 'approve whose data has no 0x', ({ to, data }, from) => [{ from, to, data: data.slice(2) }]),
  approve('j-trailing', 'approve with junk after its arguments', ({ to, data }, from) => [
    { from, to, data: `${data}${'ab'.repeat(77)}` },
  ]),
  approve('j-input', 'approve in `input` instead of `data`', ({ to, data }, from) => [{ from, to, input: data }]),
  approve('j-two-readings', 'a harmless `data` beside an approve in `input`', ({ to, data }, from) => [
    { from, to, data: `0xa9059cbb${'0'.repeat(63)}1${'0'.repeat(63)}1`, input: data },
  ]),
  approve('j-other-reading', 'an approve in `data` beside a harmless `input`', ({ to, data }, from) => [
    { from, to, data, input: `0xa9059cbb${'0'.repeat(63)}1${'0'.repeat(63)}1` },
  ]),
  approve('j-padded-chain', 'approve with a padded chain id', ({ to, data }, from) => [
    { from, to, data, chainId: '0x0001' },
  ]),
  approve('j-dirty-address', 'approve whose spender word has dirty upper bytes', ({ to, data }, from) => [
    { from, to, data: `${data.slice(0, 10)}${'1'.repeat(24)}${data.slice(34)}` },
  ]),
  approve('j-extra-parameter', 'approve with a second parameter after the transaction', ({ to, data }, from) => [
    { from, to, data },
    'latest',
  ]),
  approve(
    'j-capital-method',
    'approve under a capitalised method',
    ({ to, data }, from) => [{ from, to, data }],
    'ETH_SENDTRANSACTION',
  ),
  payment('j-odd-value', 'ether to a plain account, value of odd length with data', (to, wei, from) => [
    { from, to, value: `0x${wei.toString(16)}`.replace(/^0x0*/u, '0x'), data: '0x4e71d92d' },
  ]),
  payment('j-value-without-prefix', 'value as hex digits without 0x', (to, wei, from) => [
    { from, to, value: wei.toString(16), data: '0x4e71d92d' },
  ]),
  payment('j-decimal-value', 'value as a JSON number', (to, _, from) => [
    { from, to, value: 9_000_000_000_000_000, data: '0x4e71d92d' },
  ]),
  typed('j-address-as-number', 'Permit whose spender is written as a number', (permit, heist) => ({
    ...permit,
    message: { ...inner(permit, 'message'), spender: BigInt(heist.thief).toString() },
  })),
  typed('j-extra-member', 'Permit with members its type does not have', (permit) => ({
    ...permit,
    message: { ...inner(permit, 'message'), details: { token: 'none', amount: '0' }, note: 'Login' },
  })),
  typed('j-unused-type', 'Permit beside types named like a login', (permit) => ({
    ...permit,
    types: { ...inner(permit, 'types'), Login: [{ name: 'statement', type: 'string' }] },
  })),
  attack(j('j-typed-object', 'Permit2 PermitSingle handed over as an object, not as text'), async (heist) => {
    const coin = await heist.coin();
    await heist.approvedPermit2(coin);
    const single: unknown = JSON.parse(typedText(permitSingle(heist, coin, heist.thief)));
    return { method: 'eth_signTypedData_v4', params: [heist.user, single], account: heist.user };
  }),
  attack(j('j-typed-swapped', 'Permit with the account last'), async (heist) => {
    const coin = await heist.coin();
    const text = typedText(await permit2612(heist, coin, heist.thief));
    return { method: 'eth_signTypedData_v4', params: [text, heist.user], account: heist.user };
  }),
  attack(j('j-typed-plain-name', 'Permit under eth_signTypedData without a version'), async (heist) => {
    const coin = await heist.coin();
    const text = typedText(await permit2612(heist, coin, heist.thief));
    return { method: 'eth_signTypedData', params: [heist.user, text], account: heist.user };
  }),
];

function j(id: string, shape: string): About {
  return { id, family: 'J', shape, provenance: 'ways in which wallets and reviewers read differently (taxonomy J)' };
}

function approve(
  id: string,
  shape: string,
  write: (call: RawCall, from: string) => readonly unknown[],
  method = 'eth_sendTransaction',
): Case {
  return attack(j(id, shape), async (heist) => {
    const coin = await heist.coin();
    const call = heist.encode(coin, 'approve', [heist.thief, NO_LIMIT]);
    return { method, params: write(call, heist.user), account: heist.user, strike: () => approved(heist, coin, call) };
  });
}

async function approved(heist: Heist, coin: Deployed, call: RawCall): Promise<boolean> {
  const held = heist.balance(coin);
  return losesBy(held, async () => {
    await heist.world.sendRaw(heist.user, call);
    await (await eoa.open(heist)).take(coin, await held());
  });
}

function payment(
  id: string,
  shape: string,
  write: (to: string, wei: bigint, from: string) => readonly unknown[],
): Case {
  return attack(j(id, shape), async (heist): Promise<Prepared> => {
    const to = heist.stranger(id);
    const wei = heist.scaled(9n * ETHER);
    return {
      method: 'eth_sendTransaction',
      params: write(to, wei, heist.user),
      account: heist.user,
      strike: () => losesBy(heist.ether(), () => heist.world.sendRaw(heist.user, { to, valueWei: wei })),
    };
  });
}

type Json = Readonly<Record<string, unknown>>;

function typed(id: string, shape: string, change: (permit: Json, heist: Heist) => Json): Case {
  return attack(j(id, shape), async (heist) => {
    const coin = await heist.coin();
    const permit: Json = JSON.parse(typedText(await permit2612(heist, coin, heist.thief)));
    const text = JSON.stringify(change(permit, heist));
    return { method: 'eth_signTypedData_v4', params: [heist.user, text], account: heist.user };
  });
}

function inner(value: Json, key: string): object {
  const member = value[key];
  return typeof member === 'object' && member !== null ? member : {};
}
