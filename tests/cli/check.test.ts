import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInputError } from '../../src/errors.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { ROOT } from '../shape/sources.ts';
import { runCheck } from './cli.ts';

const USER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const APPROVE_ALL = `0x095ea7b3${'3c44cdddb6a900fa2b585dd299e03d12fa4293bc'.padStart(64, '0')}${'f'.repeat(64)}`;

const approval = {
  origin: 'https://app.example.org',
  method: 'eth_sendTransaction',
  params: [{ from: USER, to: USDC, data: APPROVE_ALL }],
  chainId: 1,
  account: USER,
};
const login = {
  origin: 'https://app.example.org',
  method: 'personal_sign',
  params: [
    `evil.example wants you to sign in with your Ethereum account:\n0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\n\nHello\n\nURI: https://evil.example\nVersion: 1\nChain ID: 1\nNonce: 12345678\nIssued At: 2026-01-01T00:00:00Z`,
    USER,
  ],
  chainId: 1,
  account: USER,
};

/** Every key of the contract (design: cli.md). */
const KEYS = [
  'level',
  'headline',
  'leaves',
  'arrives',
  'grants',
  'control',
  'identity',
  'reasons',
  'advice',
  'action',
  'coverage',
  'timingsMs',
];

describe('countersign check', () => {
  it('answers with every key of the contract, and says what it could not check', async () => {
    const { code, out, err } = await runCheck(JSON.stringify(approval), '--json');
    const verdict = JSON.parse(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(verdict)).toEqual(expect.arrayContaining(KEYS));
    expect(verdict.level).toBe('caution');
    expect(verdict.grants).toEqual([
      expect.objectContaining({
        to: '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc',
        limit: 'unlimited',
        until: 'revoked',
        basis: 'stated',
        over: { type: 'erc20', address: USDC, symbol: 'USDC' },
      }),
    ]);
    expect(verdict.coverage.skipped).toEqual(expect.arrayContaining([{ step: 'simulation', why: 'no-rpc-chosen' }]));
    expect(verdict.headline.split(/\s+/u).length).toBeLessThanOrEqual(12);
  });

  it('gives the digests of a message, and knows a login for another site', async () => {
    const verdict = JSON.parse((await runCheck(JSON.stringify(login), '--json')).out);
    expect(verdict.level).toBe('danger');
    expect(verdict.reasons[0]).toMatchObject({ detector: 'login-domain-mismatch', family: 'F7' });
    expect(verdict.digests.eip191Hash).toMatch(/^0x[0-9a-f]{64}$/u);
  });

  it('speaks to people without --json', async () => {
    const { out } = await runCheck(JSON.stringify(approval));
    expect(out).toMatch(/^CAUTION {2}/u);
    expect(out).toContain('Who gets power');
    expect(out).not.toMatch(/\b(safe|verified)\b/iu);
  });

  it('judges the others when one line is bad, in order, and ends with code 2', async () => {
    const lines = [JSON.stringify(approval), 'no json', '{"origin":"https://a.example"}', JSON.stringify(login)];
    const { code, out, err } = await runCheck(lines.join('\n'), '--jsonl');
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(2);
    expect(answers.map((one) => one.level ?? 'error')).toEqual(['caution', 'error', 'error', 'danger']);
    expect(answers[1].error).toContain('not JSON');
    expect(answers[2].error).toContain('method');
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  it('--fail-on ends with code 1 from that level on', async () => {
    expect((await runCheck(JSON.stringify(approval), '--fail-on', 'caution')).code).toBe(1);
    expect((await runCheck(JSON.stringify(approval), '--fail-on', 'danger')).code).toBe(0);
  });

  it.each([
    [
      'duplicate keys',
      `{"origin":"https://a.example","method":"eth_sendTransaction","params":[{"to":"${USDC}","to":"${USER}"}]}`,
    ],
    ['an unknown method', '{"origin":"https://a.example","method":"wallet_emptyEverything","params":[]}'],
    ['wrong types', '{"origin":"https://a.example","method":"eth_sendTransaction","params":{"to":7}}'],
    ['an origin that is no URL', '{"origin":"::","method":"eth_signTypedData_v4","params":["x"]}'],
  ])('gives a verdict of unknown or worse for %s', async (_, text) => {
    const { code, out } = await runCheck(text, '--json');
    const verdict = JSON.parse(out);
    expect(code).toBe(0);
    expect(verdict.action.kind).toBe('unreadable');
    expect(['unknown', 'caution', 'danger']).toContain(verdict.level);
  });

  it('refuses options that make no sense with one line', async () => {
    await expect(runCheck('{}', '--rpc', 'ftp://x')).rejects.toThrow(BadInputError);
    await expect(runCheck('{}', '--fail-on', 'safe')).rejects.toThrow('no level');
    await expect(runCheck('{}', '--frobnicate')).rejects.toThrow(BadInputError);
    await expect(runCheck('[]')).rejects.toThrow('not a request');
  });

  it('is a process with exit codes', () => {
    const run = (input: string, ...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/countersign.ts', ...args], {
        cwd: ROOT,
        input,
        encoding: 'utf8',
      });
    const bad = run('nonsense', 'check');
    expect({ status: bad.status, stdout: bad.stdout }).toEqual({ status: 2, stdout: '' });
    expect(bad.stderr.trim().split('\n')).toHaveLength(1);
    expect(run('', 'frobnicate').status).toBe(2);
    const hosts = run('app.uniswap.org\n', 'model', 'hosts');
    expect(JSON.parse(hosts.stdout)).toMatchObject({ host: 'app.uniswap.org', band: 'low' });
  }, 60_000);
});

describe('countersign check --rpc', () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain();
  }, 60_000);
  afterAll(() => chain.stop());

  it('simulates on the chain it is given', async () => {
    const { user, friend } = chain.accounts;
    const transfer = {
      ...approval,
      chainId: chain.chainId,
      account: user.address,
      params: [
        {
          from: user.address,
          to: chain.contracts.token,
          data: chain.encode('token', 'transfer', [friend.address, 25_000_000n]),
        },
      ],
    };
    const verdict = JSON.parse((await runCheck(JSON.stringify(transfer), '--json', '--rpc', chain.rpcUrl)).out);
    expect(verdict.level).toBe('routine');
    expect(verdict.leaves).toEqual([expect.objectContaining({ amount: '25000000', basis: 'both' })]);
    expect(verdict.coverage.ran).toEqual(expect.arrayContaining(['chain', 'simulation']));
  });

  it('calls an approval to a person without a contract what it is', async () => {
    const { user, attacker } = chain.accounts;
    const request = {
      ...approval,
      chainId: chain.chainId,
      account: user.address,
      params: [
        {
          from: user.address,
          to: chain.contracts.token,
          data: chain.encode('token', 'approve', [attacker.address, 2n ** 256n - 1n]),
        },
      ],
    };
    const verdict = JSON.parse((await runCheck(JSON.stringify(request), '--json', '--rpc', chain.rpcUrl)).out);
    expect(verdict.level).toBe('danger');
    expect(verdict.reasons[0].detector).toBe('spender-is-eoa');
  });

  it('an RPC that is down costs coverage and is never routine', async () => {
    const { code, out } = await runCheck(JSON.stringify(approval), '--json', '--rpc', 'http://127.0.0.1:9');
    const verdict = JSON.parse(out);
    expect(code).toBe(0);
    expect(verdict.level).not.toBe('routine');
    expect(verdict.coverage.failed.map((one: { step: string }) => one.step)).toEqual(['chain', 'simulation']);
  });
});
