import { maxUint256 } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chain, startChain } from '../setup/chain.ts';
import { deltasIn, look, simulatorOn } from './look.ts';
import { transactionQuery } from './requests.ts';

const FAR = 2 ** 40;
const MAX_160 = 2n ** 160n - 1n;

/** The fixture's Permit2 is the real one: it takes a real signature for any chain id. */
describe.each([1, 31_337])('Permit2 on chain %i', (chainId) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain({ chainId });
  }, 60_000);
  afterAll(() => chain?.stop());

  it('lets a spender use a signed batch, simulated as mined', async () => {
    const { user, attacker } = chain.accounts;
    const { token, token2, permit2, drainer } = chain.contracts;
    for (const each of ['token', 'token2'] as const) {
      const data = chain.encode(each, 'approve', [permit2, maxUint256]);
      await chain.send({ from: user.address, to: chain.contracts[each], data });
    }
    const details = [token, token2].map((each) => ({ token: each, amount: MAX_160, expiration: FAR, nonce: 0 }));
    const batch = { details, spender: drainer, sigDeadline: BigInt(FAR) };
    const signature = await privateKeyToAccount(user.privateKey).signTypedData({
      domain: { name: 'Permit2', chainId, verifyingContract: permit2 },
      types: {
        PermitDetails: [
          { name: 'token', type: 'address' },
          { name: 'amount', type: 'uint160' },
          { name: 'expiration', type: 'uint48' },
          { name: 'nonce', type: 'uint48' },
        ],
        PermitBatch: [
          { name: 'details', type: 'PermitDetails[]' },
          { name: 'spender', type: 'address' },
          { name: 'sigDeadline', type: 'uint256' },
        ],
      },
      primaryType: 'PermitBatch',
      message: batch,
    });
    const data = chain.encode('drainer', 'permit2AndPull', [permit2, user.address, batch, signature]);
    const query = transactionQuery({ chainId, from: attacker.address }, { to: drainer, data });
    const view = await look(simulatorOn(chain.rpcUrl), query);
    expect(deltasIn(view.run)).toEqual(
      [
        `erc20 ${token.toLowerCase()} ${10_000n * 10n ** 6n}`,
        `erc20 ${token2.toLowerCase()} ${100n * 10n ** 18n}`,
      ].sort(),
    );
    expect((await chain.send({ from: attacker.address, to: drainer, data })).status).toBe('success');
  });
});
