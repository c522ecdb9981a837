import { describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { decode } from '../../src/decode/decode.ts';
import { encodeSample } from '../../src/decode/sampleCall.ts';
import { builtBombs, callBombs, methodBombs, typedBombs } from './bombTable.ts';
import { NOBODY, read, walk } from './judge.ts';

/**
 * Requests made to stall the verdict (design: checks.md B2). Here only the outcome counts: what is too much is said to
 * be too much. How long it takes is a matter for the bench.
 */
const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const TARGET = '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';
const word = (n: number | bigint) => n.toString(16).padStart(64, '0');

function action(method: string, params: unknown) {
  const request = read(method, params);
  walk(request);
  return decode(request).action;
}

const sent = (data: string) => action('eth_sendTransaction', [{ from: ACCOUNT, to: TARGET, data }]);
const signed = (typed: unknown) => action('eth_signTypedData_v4', [ACCOUNT, JSON.stringify(typed)]);

/** Typed data with one struct type of these members. */
function typedOf(message: unknown, members: readonly { name: string; type: string }[], more: object = {}) {
  return { types: { EIP712Domain: [], Bomb: members, ...more }, primaryType: 'Bomb', domain: {}, message };
}

describe('bombs of calldata', () => {
  it('2 MB: too large to be read', () => {
    expect(sent(`0xac9650d8${'00'.repeat(2_000_000)}`)).toMatchObject({ kind: 'unreadable', why: 'too-large' });
  });

  it('just under: a list that claims more than is there, and a list of many pointers to one long item', () => {
    const huge = `0xac9650d8${word(32)}${word(0xffff_ffff)}${'00'.repeat(900_000)}`;
    expect(sent(huge)).toMatchObject({ kind: 'call', selector: '0xac9650d8' });
    const item = `${word(400_000)}${'ac'.repeat(400_000)}`;
    const pointers = word(200 * 32).repeat(200);
    expect(sent(`0xac9650d8${word(32)}${word(200)}${pointers}${item}`)).toMatchObject({ kind: 'call' });
  });

  it('batches inside batches, and more actions than are opened', () => {
    let data = encodeSample('approve(address,uint256)', [TARGET, 1n]);
    for (let depth = 0; depth < 40; depth += 1) data = encodeSample('multicall(bytes[])', [[data]]);
    expect(JSON.stringify(sent(data), text)).toContain('over 8 deep');
    const wide = encodeSample('multicall(bytes[])', [Array.from({ length: 257 }, () => '0x12345678')]);
    expect(sent(wide)).toMatchObject({ kind: 'call' });
    const fan = (times: number, inner: `0x${string}`) =>
      encodeSample('multicall(bytes[])', [Array.from({ length: times }, () => inner)]);
    expect(JSON.stringify(sent(fan(17, fan(17, fan(17, '0x12345678')))), text)).toContain('over 256 actions');
  });

  it('orders, pools and withdrawals by the thousand', () => {
    const queue = encodeSample('queueWithdrawals((address[],uint256[],address)[] p)', [
      Array.from({ length: 1000 }, () => [[], [], TARGET]),
    ]);
    // Nobody named is nobody judged: what is there is a call, and says so.
    expect(sent(queue)).toMatchObject({ kind: 'call' });
    const batch = `0x945bcec9${word(0)}${word(288).repeat(2)}${word(0).repeat(4)}${word(288)}${word(9)}${word(25_000)}`;
    expect(sent(batch + word(1).repeat(25_000))).toMatchObject({ kind: 'call' });
  });
});

describe('bombs of typed data', () => {
  it('100,000 fields', () => {
    const members = Array.from({ length: 100_001 }, (_, at) => ({ name: `a${at}`, type: 'uint8' }));
    const message = Object.fromEntries(members.map(({ name }) => [name, 1]));
    expect(signed(typedOf(message, members))).toMatchObject({ kind: 'unreadable' });
    const listed = (length: number) => signed(typedOf({ a: Array(length).fill(1) }, [{ name: 'a', type: 'uint8[]' }]));
    expect(listed(99_000)).toMatchObject({ kind: 'unreadable' });
    expect(listed(19_000)).toMatchObject({ kind: 'opaque' });
  });

  it('10,000 levels of JSON, and a struct that holds itself', () => {
    expect(read('eth_signTypedData_v4', `["${ACCOUNT}",${'['.repeat(10_000)}${']'.repeat(10_000)}]`).ask).toMatchObject(
      {
        kind: 'unreadable',
        why: 'too-deep',
      },
    );
    let nested: unknown = null;
    for (let depth = 0; depth < 60; depth += 1) nested = { next: nested };
    expect(signed(typedOf(nested, [{ name: 'next', type: 'Bomb' }]))).toMatchObject({ kind: 'opaque' });
  });

  it('types that refer to each other a thousand ways', () => {
    for (const [length, kind] of [
      [300, 'unreadable'],
      [120, 'opaque'],
    ] as const) {
      const names = Array.from({ length }, (_, at) => `T${at}`);
      const members = names.map((name) => ({ name: name.toLowerCase(), type: name }));
      const more = Object.fromEntries(names.map((name) => [name, members]));
      expect(signed(typedOf({}, members, more)).kind).toBe(kind);
    }
  });

  it('an array type of a million dimensions, and an order tree without leaves', () => {
    expect(signed(typedOf({ a: [] }, [{ name: 'a', type: `uint8${'[]'.repeat(100_000)}` }])).kind).not.toBe('order');
    expect(
      signed({
        types: { EIP712Domain: [], BulkOrder: [{ name: 'tree', type: 'uint8[]' }] },
        primaryType: 'BulkOrder',
        domain: {},
        message: { tree: [] },
      }),
    ).toMatchObject({ kind: 'opaque' });
  });
});

describe('bombs of calls', () => {
  it('more calls than are judged, each a batch of its own', () => {
    const calls = Array.from({ length: 257 }, () => ({ to: TARGET, data: '0x' }));
    expect(action('wallet_sendCalls', [{ from: ACCOUNT, calls }])).toMatchObject({ kind: 'unreadable' });
    const data = encodeSample('multicall(bytes[])', [Array.from({ length: 100 }, () => '0x12345678')]);
    const batches = Array.from({ length: 100 }, () => ({ to: TARGET, data }));
    expect(JSON.stringify(action('wallet_sendCalls', [{ from: ACCOUNT, calls: batches }]), text)).toContain('over 256');
  });

  it('a message of a megabyte and a name of ten kilobytes', () => {
    expect(action('personal_sign', ['a'.repeat(1_000_000), ACCOUNT])).toMatchObject({ kind: 'message' });
    const options = { address: TARGET, symbol: '\u202e'.repeat(10_000), decimals: 18 };
    expect(action('wallet_watchAsset', { type: 'ERC20', options }).kind).toBe('asset');
  });
});

function text(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

describe('every bomb of the bench, judged: none vanishes and none passes', () => {
  it.each([
    ['built by hand', builtBombs, 1],
    ['typed data of every protocol', typedBombs, 3],
    ['calldata of known functions', callBombs, 23],
    ['parameters of every method', methodBombs, 7],
  ] as const)(
    '%s',
    async (_, bombs, every) => {
      let at = 0;
      for (const { method, name, params } of bombs()) {
        at += 1;
        if (at % every !== 0) continue;
        const report = await check(read(method, params), NOBODY);
        expect(report.request.method.toLowerCase(), name).toBe(method.toLowerCase());
        expect(report.explanation.headline, name).not.toBe('');
        expect(report.explanation.leaves.length, name).toBeLessThanOrEqual(501);
        expect(['unknown', 'caution', 'danger'], `${name}: ${report.action.kind}`).toContain(report.verdict.level);
      }
      expect(at).toBeGreaterThan(10);
    },
    120_000,
  );
});
