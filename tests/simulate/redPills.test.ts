import { numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { readRequest } from '../../src/request/readRequest.ts';
import { type Chain, type ContractName, startChain } from '../setup/chain.ts';
import { deltasIn, look, simulatorOn } from './look.ts';
import { BAIT_WEI, deploy, encode, lossWhenMined, PILLS as TABLE } from './redPillTable.ts';
import { transactionQuery } from './requests.ts';

/** checks.md A9: contracts that behave while watched. These read what a careless simulation leaks. */
const PILLS: readonly ContractName[] = [
  'redPillCoinbase',
  'redPillBaseFee',
  'redPillGasPrice',
  'redPillGasLeft',
  'redPillPrevRandao',
  'redPillCoinbaseBalance',
];
/** Reads whether somebody asked for a balance before: our own probes are the tell. */
const WATCHFUL: ContractName = 'watchfulToken';
const ETHER = 10n ** 18n;

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterAll(() => chain?.stop());

describe('red pills', () => {
  it.each(PILLS)('%s fools a careless simulation', async (pill) => {
    const { user } = chain.accounts;
    // anvil's own defaults are better than the specification's, which is what most nodes give.
    const blockOverrides = {
      feeRecipient: `0x${'00'.repeat(20)}`,
      prevRandao: `0x${'00'.repeat(32)}`,
    };
    const call = {
      from: user.address,
      to: chain.contracts[pill],
      input: chain.encode(pill, 'claim'),
      value: numberToHex(ETHER),
      gas: numberToHex(2n ** 24n),
    };
    const blocks: unknown = await chain.request('eth_simulateV1', [
      { blockStateCalls: [{ blockOverrides, calls: [call] }], validation: false, traceTransfers: true },
      'latest',
    ]);
    // The bait is a second transfer, back to the user.
    expect(JSON.stringify(blocks).match(/0xddf252ad/gu)).toHaveLength(2);
  });

  it.each([...PILLS, WATCHFUL])('%s is shown to take the ether, as when mined', async (pill) => {
    const { user } = chain.accounts;
    const transaction = { to: chain.contracts[pill], data: chain.encode(pill, 'claim'), value: ETHER };
    const query = transactionQuery({ chainId: chain.chainId, from: user.address }, transaction);
    const view = await look(simulatorOn(chain.rpcUrl), query);
    expect(view.run?.status).toBe('success');
    expect(deltasIn(view.run)).toEqual([`native ${-ETHER}`]);

    const restore = await chain.snapshot();
    const before = await chain.client.getBalance({ address: user.address });
    const receipt = await chain.send({ from: user.address, ...transaction, gas: 500_000n });
    const after = await chain.client.getBalance({ address: user.address });
    await restore();
    expect(after - before + receipt.gasUsed * receipt.effectiveGasPrice).toBe(-ETHER);
  });

  it.each(PILLS)('%s gives itself away by sparing a careless run', async (pill) => {
    const transaction = { to: chain.contracts[pill], data: chain.encode(pill, 'claim'), value: ETHER };
    const query = transactionQuery({ chainId: chain.chainId, from: chain.accounts.user.address }, transaction);
    const { variants } = await look(simulatorOn(chain.rpcUrl), query);
    expect(variants?.spared?.filter(({ kind }) => kind === 'watched').map(({ variant }) => variant)).toEqual([
      'watched',
    ]);
  });

  it('says when the result hangs on the gas given', async () => {
    const pill = 'redPillGasLeft';
    const transaction = { to: chain.contracts[pill], data: chain.encode(pill, 'claim'), value: ETHER };
    const query = transactionQuery({ chainId: chain.chainId, from: chain.accounts.user.address }, transaction);
    expect((await look(simulatorOn(chain.rpcUrl), query)).notes).toEqual(['gas-dependent']);
  });
});

describe('every red pill steals when mined, and is shown or flagged (checks.md A9)', () => {
  // Nine flips of a coin all fall the same way once in 512 looks.
  it.each(TABLE.map((pill) => [pill.name, pill] as const))('%s', { retry: 1, timeout: 30_000 }, async (_, pill) => {
    const { attacker, user } = chain.accounts;
    const { token } = chain.contracts;
    const restore = await chain.snapshot();
    const address = await deploy(chain, pill.contract, pill.args?.(chain));
    if (pill.token === true) {
      await chain.send({
        from: user.address,
        to: token,
        data: chain.encode('token', 'approve', [address, 10n ** 30n]),
      });
    }
    const query = transactionQuery(
      { chainId: chain.chainId, from: user.address, addresses: [attacker.address] },
      { to: address, data: encode(pill.contract, 'claim'), value: pill.token === true ? 0n : BAIT_WEI },
    );
    const view = await look(simulatorOn(chain.rpcUrl), query);
    expect(view.run?.status).toBe('success');
    const shown = view.run?.deltas.some(({ delta }) => delta < 0n) === true;
    const flagged = view.variants?.worse.map(({ kind, variant }) => `${kind} ${variant.slice(0, 20)}`) ?? [];
    process.stdout.write(
      `${pill.name}: ${shown ? 'shown' : flagged.length > 0 ? `flagged by ${flagged.join(', ')}` : 'MISSED'}, ${view.roundTrips} trips\n`,
    );
    const loss = await lossWhenMined(chain, pill, address);
    await restore();
    expect(loss).toBeGreaterThanOrEqual(BAIT_WEI / 10n ** 9n);
    expect(shown || flagged.length > 0).toBe(true);
  });
});

describe('honest contracts that read the environment are not flagged', () => {
  const far = 4_000_000_000n;
  it.each<[string, string, string, readonly unknown[], bigint]>([
    ['a random mint', 'HonestMint', 'mint', [], ETHER],
    ['a deposit that accrues', 'HonestLending', 'deposit', [], ETHER],
    ['an auction', 'HonestAuction', 'offer', [], ETHER],
    ['a falling price', 'HonestAuction', 'buyNow', [], ETHER],
    ['a swap with a deadline soon', 'HonestRouter', 'swap', [BigInt(Math.floor(Date.now() / 1000)) + 600n], ETHER],
    ['a swap with a far deadline', 'HonestRouter', 'swap', [far], ETHER],
  ])(
    '%s',
    async (_, contract, functionName, args, value) => {
      const { user } = chain.accounts;
      const restore = await chain.snapshot();
      const to = await deploy(chain, contract);
      const query = transactionQuery(
        { chainId: chain.chainId, from: user.address },
        { to, data: encode(contract, functionName, args), value },
      );
      const view = await look(simulatorOn(chain.rpcUrl), query);
      await restore();
      expect(view.run?.status).toBe('success');
      expect(view.variants?.ran).toBeGreaterThan(4);
      expect(view.variants?.worse).toEqual([]);
      expect(view.variants?.spared).toBeUndefined();
    },
    30_000,
  );

  it('a withdrawal that accrues, behind a switch', async () => {
    const { user } = chain.accounts;
    const restore = await chain.snapshot();
    const to = await deploy(chain, 'HonestLending');
    await chain.send({ from: user.address, to, data: encode('HonestLending', 'deposit'), value: ETHER });
    const data = encode('HonestLending', 'withdraw', [ETHER / 2n]);
    const view = await look(
      simulatorOn(chain.rpcUrl),
      transactionQuery({ chainId: chain.chainId, from: user.address }, { to, data }),
    );
    await restore();
    expect(view.run?.status).toBe('success');
    expect(view.variants?.worse).toEqual([]);
  });
});

describe('the verdict on a red pill that only variants reveal', () => {
  it.each([
    ['time bomb', 'changes-with-circumstances'],
    ['the proposer of the last block', 'changes-with-circumstances'],
    ['switch packed beside the owner', 'switch-before-mining'],
    ['a mark on one victim', 'switch-before-mining'],
  ])('%s is danger, because of %s', { timeout: 30_000 }, async (name, detector) => {
    const pill = TABLE.find((one) => one.name === name);
    if (pill === undefined) throw new Error(`No ${name}.`);
    const { user } = chain.accounts;
    const restore = await chain.snapshot();
    const to = await deploy(chain, pill.contract, pill.args?.(chain));
    const transaction = { from: user.address, to, data: encode(pill.contract, 'claim'), value: numberToHex(BAIT_WEI) };
    const where = { origin: 'https://dapp.test', topOrigin: 'https://dapp.test', documentId: null } as const;
    const request = readRequest({
      ...{ ...where, id: '0'.repeat(32), frame: 'top', wallet: null, contradicted: [] },
      ...{ chainId: chain.chainId, account: user.address },
      ...{ method: 'eth_sendTransaction', paramsText: JSON.stringify([transaction]) },
    });
    const { verdict } = await check(request, {
      simulator: simulatorOn(chain.rpcUrl),
      ...{ lists: null, registry: null, classifier: null, history: null },
      clock: Date.now,
      language: 'en',
      signal: AbortSignal.timeout(10_000),
    });
    await restore();
    expect(verdict.level).toBe('danger');
    expect(verdict.because).toContain(detector);
  });
});
