import { numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chain, type ContractName, startChain } from '../setup/chain.ts';
import { deltasIn, look, simulatorOn } from './look.ts';
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

  it('says when the result hangs on the gas given', async () => {
    const pill = 'redPillGasLeft';
    const transaction = { to: chain.contracts[pill], data: chain.encode(pill, 'claim'), value: ETHER };
    const query = transactionQuery({ chainId: chain.chainId, from: chain.accounts.user.address }, transaction);
    expect((await look(simulatorOn(chain.rpcUrl), query)).notes).toEqual(['gas-dependent']);
  });
});
