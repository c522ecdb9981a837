import { type Address, encodeDeployData, encodeFunctionData, getAddress, type Hex, numberToHex } from 'viem';
import { compileContracts } from '../contracts/compile.ts';
import type { Chain } from '../setup/chain.ts';
import { COINBASE } from '../setup/fixture.ts';

/** One evasive contract and what happens between preview and mining that makes it keep the ether. */
export interface Pill {
  readonly name: string;
  readonly contract: string;
  readonly args?: (chain: Chain) => readonly unknown[];
  /** Done before the transaction is mined. Absent: it steals in any real block. */
  readonly turn?: (chain: Chain, pill: Address) => Promise<unknown>;
  /** Steals by chance: mined until it does. */
  readonly chance?: boolean;
  /** Takes a token instead of the ether sent. */
  readonly token?: boolean;
}

export const BAIT_WEI = 10n ** 18n;
const later = (seconds: number) => (chain: Chain) => chain.request('evm_increaseTime', [seconds]);
const byOwner = (contract: string, functionName: string, args: readonly unknown[]) => (chain: Chain, pill: Address) =>
  chain.send({ from: chain.accounts.attacker.address, to: pill, data: encode(contract, functionName, args) });
const simple = (name: string, tell: number, more: Partial<Pill> = {}): Pill => ({
  name,
  contract: 'RedPill',
  args: () => [tell],
  ...more,
});
const tell = (name: string, which: number, more: Partial<Pill> = {}): Pill => ({
  name,
  contract: 'RedPillTell',
  args: () => [which],
  ...more,
});

/** checks.md A9. */
export const PILLS: readonly Pill[] = [
  simple('coinbase zero', 0),
  simple('base fee zero', 1),
  simple('gas price zero', 2),
  simple('much gas left', 3),
  simple('prevrandao zero', 4),
  simple('balance of the coinbase', 5),
  simple('coin flip on prevrandao', 6, { chance: true }),
  simple('coin flip on the block hash', 7, { chance: true }),
  simple('time bomb', 8, { turn: later(21 * 60) }),
  simple('block number bomb', 9, { turn: (chain) => chain.request('anvil_mine', ['0x65']) }),
  simple('switch in storage', 10, { turn: byOwner('RedPill', 'arm', [true]) }),
  tell('gas left in the band of simulations', 0),
  tell('the tip simulations choose', 1),
  tell('the proposer of the last block', 2, {
    turn: (chain) => chain.request('anvil_setCoinbase', [`0x${'c0'.repeat(20)}`]),
  }),
  tell('a sender with too much ether', 3),
  tell('a sender with code', 4),
  tell('blob fee zero', 5),
  tell('parent hash unknown', 6),
  tell('coinbase that is no account', 7),
  tell('coin flip on everything', 8, { chance: true }),
  {
    name: 'switch packed beside the owner',
    contract: 'RedPillPackedSwitch',
    turn: byOwner('RedPillPackedSwitch', 'go', [true]),
  },
  {
    name: 'switch in another contract',
    contract: 'RedPillRemoteSwitch',
    turn: byOwner('RedPillRemoteSwitch', 'go', [true]),
  },
  {
    name: 'a mark on one victim',
    contract: 'RedPillMarked',
    turn: (chain, pill) => byOwner('RedPillMarked', 'mark', [chain.accounts.user.address, true])(chain, pill),
  },
  {
    name: 'beneficiary put in storage',
    contract: 'RedPillBeneficiary',
    turn: (chain, pill) => byOwner('RedPillBeneficiary', 'set', [chain.accounts.attacker.address])(chain, pill),
  },
  {
    name: 'a token taken later',
    contract: 'RedPillLateTaker',
    args: (chain) => [chain.contracts.token],
    turn: later(21 * 60),
    token: true,
  },
];

/** Deploys by the attacker; pills get the bait they pay out. */
export async function deploy(chain: Chain, contract: string, args: readonly unknown[] = []): Promise<Address> {
  const artefact = compileContracts()[contract];
  if (artefact === undefined) throw new Error(`No contract ${contract}.`);
  const data = encodeDeployData({ abi: artefact.abi, bytecode: artefact.bytecode, args });
  const from = chain.accounts.attacker.address;
  const { contractAddress, status } = await chain.send({ from, data, gas: 6_000_000n });
  if (contractAddress == null || status !== 'success') throw new Error(`${contract} was not deployed.`);
  await chain.request('anvil_setBalance', [contractAddress, numberToHex(10n * BAIT_WEI)]);
  return getAddress(contractAddress);
}

export function encode(contract: string, functionName: string, args: readonly unknown[] = []): Hex {
  const artefact = compileContracts()[contract];
  if (artefact === undefined) throw new Error(`No contract ${contract}.`);
  return encodeFunctionData({ abi: artefact.abi, functionName, args });
}

/** What the user loses when it is really mined: wei, or base units of the token. */
export async function lossWhenMined(chain: Chain, pill: Pill, address: Address): Promise<bigint> {
  const { user } = chain.accounts;
  const { token } = chain.contracts;
  const value = pill.token === true ? 0n : BAIT_WEI;
  const holding = async (): Promise<bigint> =>
    pill.token === true
      ? BigInt(
          String(
            await chain.request('eth_call', [
              { to: token, data: chain.encode('token', 'balanceOf', [user.address]) },
              'latest',
            ]),
          ),
        )
      : chain.client.getBalance({ address: user.address });
  const restore = await chain.snapshot();
  try {
    await pill.turn?.(chain, address);
    for (let trial = 0; trial < (pill.chance === true ? 60 : 1); trial += 1) {
      const before = await holding();
      // A wallet's own choice of gas and tip.
      const fees = { maxFeePerGas: numberToHex(4n * 10n ** 9n), maxPriorityFeePerGas: numberToHex(10n ** 9n) };
      const transaction = {
        from: user.address,
        to: address,
        data: encode(pill.contract, 'claim'),
        value: numberToHex(value),
      };
      const hash = await chain.request('eth_sendTransaction', [{ ...transaction, gas: numberToHex(300_000), ...fees }]);
      const receipt = await chain.client.waitForTransactionReceipt({ hash: `0x${String(hash).slice(2)}` });
      const fee = pill.token === true ? 0n : receipt.gasUsed * receipt.effectiveGasPrice;
      const loss = before - (await holding()) - fee;
      if (loss > 0n) return loss;
    }
    return 0n;
  } finally {
    await restore();
    await chain.request('anvil_setCoinbase', [COINBASE]);
  }
}
