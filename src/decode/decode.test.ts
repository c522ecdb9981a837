import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hashTypedData } from 'viem';
import { describe, expect, it } from 'vitest';
import { SAMPLE_ACCOUNT, sampleRequest } from '../request/sampleRequest.ts';
import { seededRandom } from '../text/seededRandom.ts';
import { decode } from './decode.ts';
import { encodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger } = SAMPLE;
const APPROVE = encodeSample('approve(address,uint256)', [stranger, 2n ** 256n - 1n]);
const TRANSFER = encodeSample('transfer(address,uint256)', [stranger, 5n]);

function sent(fields: Record<string, unknown>) {
  return decode(sampleRequest('eth_sendTransaction', [{ from: user, ...fields }]));
}

describe('decode', () => {
  it('reads plain coin, deployments and unknown calls', () => {
    expect(sent({ to: stranger, value: '0x5' }).action).toEqual({
      kind: 'transfer',
      asset: { type: 'native' },
      from: null,
      to: stranger,
      amount: 5n,
      data: '0x',
    });
    expect(sent({ to: stranger, data: '0x1' }).action).toMatchObject({ kind: 'transfer', data: '0x01' });
    expect(sent({ data: '0x6080', value: '0x1' }).action).toEqual({ kind: 'deployment', valueWei: 1n, codeBytes: 2 });
    expect(sent({ to: token, data: '0xd0e30db0' }).action).toMatchObject({ kind: 'call', signature: 'deposit()' });
    expect(sent({ to: token, data: '0x12345678aa' }).action).toMatchObject({
      kind: 'call',
      selector: '0x12345678',
      signature: null,
    });
  });

  it('judges both readings of data and input, the worse first', () => {
    for (const fields of [
      { data: APPROVE, input: TRANSFER },
      { data: TRANSFER, input: APPROVE },
    ]) {
      const read = sent({ to: token, ...fields });
      expect(read.action.kind).toBe('allowance');
      expect(read.actions.map((action) => action.kind)).toEqual(['allowance', 'transfer']);
    }
  });

  it('judges a batch as one', () => {
    const calls = [
      { to: token, data: APPROVE },
      { to: stranger, value: '0x1' },
    ];
    const read = decode(sampleRequest('wallet_sendCalls', [{ calls }]));
    expect(read.action).toMatchObject({ kind: 'batch', wrapper: 'wallet_sendCalls' });
    expect(read.actions.map((action) => action.kind)).toEqual(['allowance', 'transfer']);
  });

  it('reads delegations, alone and beside a transaction', () => {
    const authorizationList = [{ address: stranger, chainId: 0, nonce: 1 }];
    const delegation = { kind: 'delegation', account: user, delegate: stranger, everyChain: true };
    const read = sent({ to: user, authorizationList });
    expect(read.actions).toMatchObject([{ kind: 'transfer' }, delegation]);
    expect(decode(sampleRequest('wallet_signAuthorization', authorizationList)).action).toEqual(delegation);
  });

  it('opens a user operation on its own account', () => {
    const callData = encodeSample('execute(address,uint256,bytes)', [token, 0n, APPROVE]);
    const read = decode(sampleRequest('eth_sendUserOperation', [{ sender: stranger, callData }]));
    expect(read.actions).toMatchObject([{ kind: 'allowance', asset: { address: token } }]);
    const unread = decode(sampleRequest('eth_sendUserOperation', [{ sender: stranger, callData: '0x12345678' }]));
    expect(unread.action).toMatchObject({ kind: 'opaque', what: 'user-operation' });
  });

  it('carries the other asks over', () => {
    expect(decode(sampleRequest('eth_sign', [user, `0x${'ab'.repeat(32)}`])).action).toMatchObject({ kind: 'hash' });
    expect(decode(sampleRequest('eth_requestAccounts', [])).action).toMatchObject({
      kind: 'connect',
      accountsOnly: true,
    });
    expect(decode(sampleRequest('eth_decrypt', ['0x', user])).action).toMatchObject({
      kind: 'connect',
      accountsOnly: false,
    });
    expect(decode(sampleRequest('wallet_switchEthereumChain', [{ chainId: '0x1' }])).action).toMatchObject({
      kind: 'chain',
    });
    expect(decode(sampleRequest('wallet_new', [])).action).toMatchObject({ kind: 'unreadable', why: 'unknown-method' });
    const list = [{ type: 'string', name: 'a', value: 'b' }];
    expect(decode(sampleRequest('eth_signTypedData_v1', [list, user])).action).toMatchObject({
      kind: 'opaque',
      label: 'TypedDataV1',
    });
  });

  it('gives the EIP-191 hash of a message', () => {
    // EIP-191 with "Hello": the value of viem's and ethers' own documentation tests.
    expect(decode(sampleRequest('personal_sign', ['hello world', user])).digests).toEqual({
      kind: 'message',
      eip191Hash: '0xd9eba16ed0ecae432b71fe008c98cc872bb4cc214d3220a36f365326cf807d68',
    });
  });

  it('never throws on 2,000 cut and bent calls, nor on 2,000 bent typed data', () => {
    const random = seededRandom(3);
    const seeds = [APPROVE, TRANSFER, ...BATCH_SEEDS];
    for (let round = 0; round < 2_000; round += 1) {
      const seed = seeds[Math.floor(random() * seeds.length)] ?? APPROVE;
      const data = bent(seed, random, '0123456789abcdef', 10);
      const { action } = sent({ to: random() < 0.5 ? token : user, data: `0x${data.replace(/^0x/u, '')}` });
      expect(typeof action.kind).toBe('string');
    }
    const typed = JSON.stringify(PERMIT);
    for (let round = 0; round < 2_000; round += 1) {
      const text = bent(typed, random, '"{}[],:01xau', 0);
      expect(typeof decode(sampleRequest('eth_signTypedData_v4', [user, text])).action.kind).toBe('string');
    }
  });
});

/** Real requests, kept out of the repository; see README.md there for their sources. */
const DATA = new URL('../../../shared/data/', import.meta.url);
const noData = !existsSync(DATA);
if (noData) console.log('skipped: ../shared/data is not there, so decode is not tried on real requests');

describe.skipIf(noData)('real requests', () => {
  const rows = (file: string): Row[] =>
    gunzipSync(readFileSync(new URL(file, DATA)))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('typed data: none unreadable, hashes as viem computes them', () => {
    const kinds: Record<string, number> = {};
    for (const row of rows('typed-data.ndjson.gz')) {
      const read = decode(sampleRequest('eth_signTypedData_v4', [user, row.typedData]));
      kinds[read.action.kind] = (kinds[read.action.kind] ?? 0) + 1;
      expect([row.id, read.action.kind]).not.toEqual([row.id, 'unreadable']);
      const expected = viemHash(row.typedData);
      if (expected !== null && read.digests?.kind === 'typedData')
        expect([row.id, read.digests.eip712Hash]).toEqual([row.id, expected]);
    }
    expect(kinds.order).toBe(21);
    expect(kinds.permit).toBe(4);
    expect(kinds.permit2).toBe(4);
  });

  it('transactions: every one read, known selectors by their kind', () => {
    const kindOf: Record<string, string> = {
      '0xa9059cbb': 'transfer',
      '0x23b872dd': 'transfer',
      '0x095ea7b3': 'allowance',
      '0xa22cb465': 'operatorApproval',
      '0x3593564c': 'batch',
      '0x5ae401dc': 'batch',
      '0xac9650d8': 'batch',
      '0xb6f9de95': 'swap',
      '0x791ac947': 'swap',
      '0x18cbafe5': 'swap',
      '0xc04b8d59': 'swap',
      '0x13af4035': 'ownership',
    };
    let known = 0;
    for (const { id, tx = {} } of rows('transactions.ndjson.gz')) {
      const value =
        typeof tx.value === 'string' && /^\d+$/u.test(tx.value) ? `0x${BigInt(tx.value).toString(16)}` : tx.value;
      // Two rows creating contracts write the recipient as 0x0, which wallets refuse.
      const { action } = sent({ ...tx, value, to: tx.to === '0x0' ? null : tx.to });
      const expected = kindOf[String(tx.data ?? '').slice(0, 10)];
      if (expected !== undefined) {
        known += 1;
        expect([id, action.kind]).toEqual([id, expected]);
      }
      expect([id, action.kind]).not.toEqual([id, 'unreadable']);
    }
    expect(known).toBeGreaterThan(250);
  });

  it('ERC-7730 test payloads: none unreadable', () => {
    let raw = 0;
    let typed = 0;
    const folder = new URL('erc7730/', DATA);
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.tests.json')) continue;
      const { tests }: { tests: { rawTx?: string; data?: unknown }[] } = JSON.parse(
        readFileSync(new URL(file, folder), 'utf8'),
      );
      for (const { rawTx, data } of tests) {
        const request =
          rawTx === undefined
            ? sampleRequest('eth_signTypedData_v4', JSON.stringify([SAMPLE_ACCOUNT, data]))
            : sampleRequest('eth_sendRawTransaction', [rawTx]);
        const { action } = decode(request);
        if (rawTx === undefined) typed += 1;
        else raw += 1;
        expect([file, action]).not.toMatchObject([file, { kind: 'unreadable' }]);
      }
    }
    expect([raw > 100, typed > 30]).toEqual([true, true]);
  });
});

interface Row {
  readonly id: string;
  readonly typedData?: unknown;
  readonly tx?: Record<string, unknown>;
}

function viemHash(typedData: unknown): string | null {
  try {
    return hashTypedData(Object(typedData));
  } catch {
    return null;
  }
}

/** A few characters changed, or the end cut; `keep` characters stay. */
function bent(text: string, random: () => number, letters: string, keep: number): string {
  let out = text;
  for (let change = 0; change < 3; change += 1) {
    const at = keep + Math.floor(random() * (out.length - keep));
    const letter = letters[Math.floor(random() * letters.length)] ?? '';
    out = random() < 0.1 ? out.slice(0, at) : out.slice(0, at) + letter + out.slice(at + 1);
  }
  return out;
}

const BATCH_SEEDS = [
  encodeSample('multicall(bytes[])', [[APPROVE, TRANSFER]]),
  encodeSample('multicall(uint256,bytes[])', [1n, [APPROVE]]),
  encodeSample('execute(bytes,bytes[],uint256)', ['0x0008', [APPROVE, TRANSFER], 1n]),
  encodeSample('executeBatch((address,uint256,bytes)[])', [[[token, 0n, APPROVE]]]),
  encodeSample('executeBatch(address[],uint256[],bytes[])', [[token], [0n], [APPROVE]]),
  encodeSample('swapExactTokensForTokens(uint256,uint256,address[],address,uint256)', [
    1n,
    1n,
    [token, user],
    user,
    1n,
  ]),
  encodeSample('exactInput((bytes,address,uint256,uint256))', [[`${token}0001f4${user.slice(2)}`, user, 1n, 1n]]),
  encodeSample('safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)', [user, stranger, [1n], [1n], '0x']),
  encodeSample('lockdown((address,address)[])', [[[token, stranger]]]),
];

const PERMIT = {
  types: {
    EIP712Domain: [{ name: 'name', type: 'string' }],
    PermitBatch: [
      { name: 'details', type: 'PermitDetails[]' },
      { name: 'spender', type: 'address' },
      { name: 'sigDeadline', type: 'uint256' },
    ],
    PermitDetails: [
      { name: 'token', type: 'address' },
      { name: 'amount', type: 'uint160' },
    ],
  },
  primaryType: 'PermitBatch',
  domain: { name: 'Permit2' },
  message: { details: [{ token, amount: '1' }], spender: stranger, sigDeadline: 1 },
};
