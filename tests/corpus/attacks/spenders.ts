import {
  type Address,
  concatHex,
  encodeAbiParameters,
  encodeDeployData,
  encodeFunctionData,
  erc20Abi,
  getContractAddress,
  type Hex,
  keccak256,
  numberToHex,
  toHex,
} from 'viem';
import { type Deployed, type Heist, ownContract, type RawCall, ZERO_ADDRESS } from './Heist.ts';

/** Who the victim is made to empower: what stands at the address, and how it takes. */
export interface Spender {
  /** Part of ids. */
  readonly name: string;
  /** Part of shapes. */
  readonly code: string;
  readonly provenance: string;
  open(heist: Heist): Promise<OpenSpender>;
}

export interface OpenSpender {
  readonly address: Address;
  /** Takes coins or one item (the same call in both standards) by `transferFrom`. */
  take(token: Deployed, amountOrId: bigint): Promise<unknown>;
  /** Makes any calls as the spender; absent where the contract cannot. */
  readonly act?: (calls: readonly RawCall[]) => Promise<unknown>;
}

const takeCall = (heist: Heist, token: Deployed, amount: bigint): RawCall => ({
  to: token.address,
  data: encodeFunctionData({ abi: erc20Abi, functionName: 'transferFrom', args: [heist.user, heist.thief, amount] }),
});

export const eoa: Spender = {
  name: 'eoa',
  code: "the thief's plain account",
  provenance: 'PTXPhish (NDSS 2025), category ERC-20 approve',
  async open(heist) {
    const act = async (calls: readonly RawCall[]) => {
      for (const call of calls) await heist.world.sendRaw(heist.thief, call);
    };
    return { address: heist.thief, act, take: (token, amount) => act([takeCall(heist, token, amount)]) };
  },
};

export const pull: Spender = {
  name: 'pull',
  code: 'owner-only pull(token, from, amount)',
  provenance: 'drainer contracts of 2022 (ScamSniffer reports)',
  async open(heist) {
    const drainer = await heist.thiefs('PullDrainer');
    return {
      address: drainer.address,
      take: (token, amount) => heist.send(heist.thief, drainer, 'pull', [token.address, heist.user, amount]),
    };
  },
};

/** The same contract's collectible side. */
export const pullItems: Spender = {
  ...pull,
  name: 'pull-items',
  code: 'owner-only pullNft(collection, from, id)',
  async open(heist) {
    const drainer = await heist.thiefs('PullDrainer');
    return {
      address: drainer.address,
      take: (token, id) => heist.send(heist.thief, drainer, 'pullNft', [token.address, heist.user, id]),
    };
  },
};

export const workers: Spender = {
  name: 'workers',
  code: 'batchTransferFrom(tokens, from, amounts) for listed workers',
  provenance: 'Pink Drainer, 2023',
  async open(heist) {
    const drainer = await heist.thiefs('ArrayDrainer');
    return {
      address: drainer.address,
      take: (token, amount) =>
        heist.send(heist.thief, drainer, 'batchTransferFrom', [[token.address], [heist.user], [amount]]),
    };
  },
};

export const multicall: Spender = {
  name: 'multicall',
  code: 'multicall((target,value,data)[]) bound to tx.origin',
  provenance: 'Inferno Drainer, 2023-2024',
  async open(heist) {
    const drainer = await heist.thiefs('MulticallDrainer');
    const act = (calls: readonly RawCall[]) =>
      heist.send(heist.thief, drainer, 'multicall', [
        calls.map(({ to, data, valueWei = 0n }) => ({ target: to, value: valueWei, data })),
      ]);
    return { address: drainer.address, act, take: (token, amount) => act([takeCall(heist, token, amount)]) };
  },
};

export const split: Spender = {
  name: 'split',
  code: 'claimTokens(token, victim), loot shared with an affiliate',
  provenance: 'Angel Drainer, 2023 (drainer as a service)',
  async open(heist) {
    const drainer = await heist.thiefs('SplitDrainer', [heist.stranger('affiliate')]);
    return {
      address: drainer.address,
      take: (token) => heist.send(heist.thief, drainer, 'claimTokens', [token.address, heist.user]),
    };
  },
};

export const raw: Spender = {
  name: 'raw',
  code: 'fallback with packed bytes, no selectors',
  provenance: 'MEV-style drainers without an interface, 2024',
  async open(heist) {
    const drainer = await heist.thiefs('RawDrainer');
    return {
      address: drainer.address,
      take: (token) =>
        heist.world.sendRaw(heist.thief, { to: drainer.address, data: concatHex([token.address, heist.user]) }),
    };
  },
};

/** The same by bytes in another order: what to do, how much in 16 bytes, whose, which. */
export const rawCommand: Spender = {
  name: 'raw-command',
  code: 'fallback with a command byte and packed bytes, bound to tx.origin',
  provenance: 'MEV-style drainers without an interface, 2024',
  async open(heist) {
    const drainer = await heist.thiefs('RawCommander');
    return {
      address: drainer.address,
      take: (token, amount) =>
        heist.world.sendRaw(heist.thief, {
          to: drainer.address,
          data: concatHex(['0x01', numberToHex(amount, { size: 16 }), heist.user, token.address]),
        }),
    };
  },
};

export const open: Spender = {
  name: 'open',
  code: 'unguarded transferTokens(token, from, to, amount)',
  provenance: 'approval exploits such as Transit Swap, Oct 2022',
  async open(heist) {
    const puller = await heist.thiefs('OpenPuller');
    return {
      address: puller.address,
      take: (token, amount) =>
        heist.send(heist.thief, puller, 'transferTokens', [token.address, heist.user, heist.thief, amount]),
    };
  },
};

export const vault: Spender = {
  name: 'vault',
  code: 'a working vault with emergencyMigrate(token, user, amount) for its admin',
  provenance: 'rug pulls by migration function (PopcornSwap, 2021)',
  async open(heist) {
    const vault = await heist.thiefs('FakeVault');
    return {
      address: vault.address,
      take: (token, amount) => heist.send(heist.thief, vault, 'emergencyMigrate', [token.address, heist.user, amount]),
    };
  },
};

export const proxy: Spender = {
  name: 'proxy',
  code: 'EIP-1967 proxy, harmless until its keeper upgrades it',
  provenance: 'upgradeable drainers, 2023',
  async open(heist) {
    const harmless = await heist.thiefs('Harmless');
    const lure = await heist.thiefs('UpgradeableLure', [harmless.address]);
    const drainer = await heist.thiefs('ImplementationDrainer');
    const upgrade = { ...lure, abi: ownContract('OldProxy').abi };
    return {
      address: lure.address,
      async take(token, amount) {
        await heist.send(heist.thief, upgrade, 'upgradeTo', [drainer.address]);
        const behind = { ...lure, abi: drainer.abi };
        await heist.send(heist.thief, behind, 'take', [token.address, heist.user, heist.thief, amount]);
      },
    };
  },
};

export const clone: Spender = {
  name: 'clone',
  code: 'EIP-1167 clone with withdrawFrom(token, from)',
  provenance: 'one clone for each victim, 2023-2024',
  async open(heist) {
    const master = await heist.thiefs('CloneDrainer');
    const factory = await heist.thiefs('Factory');
    const salt = keccak256(toHex('clone'));
    const made = await heist.world.once('attack clone', async () => {
      await heist.send(heist.thief, factory, 'clone', [master.address, salt]);
      const address = cloneAddress(factory.address, master.address, salt);
      await heist.send(heist.thief, { address, abi: master.abi }, 'init', [heist.thief]);
      return address;
    });
    const drainer = { address: made, abi: master.abi };
    return {
      address: made,
      take: (token) => heist.send(heist.thief, drainer, 'withdrawFrom', [token.address, heist.user]),
    };
  },
};

/** CREATE2: nothing stands there until the victim has signed. */
export const unborn: Spender = {
  name: 'unborn',
  code: 'CREATE2 address without code, born after signing',
  provenance: 'Inferno and Angel Drainer, 2023 (ScamSniffer: about $60 M in six months)',
  async open(heist) {
    const factory = await heist.thiefs('Factory');
    const { abi, bytecode } = ownContract('LateSpender');
    const code = encodeDeployData({ abi, bytecode, args: [ZERO_ADDRESS, ZERO_ADDRESS, ZERO_ADDRESS] });
    const salt = keccak256(toHex('late spender'));
    const address = getContractAddress({ opcode: 'CREATE2', from: factory.address, bytecode: code, salt });
    const late = { address, abi };
    const act = async (calls: readonly RawCall[]) => {
      const code_ = await heist.world.rpc('eth_getCode', [address, 'latest']);
      if (code_ === '0x') await heist.send(heist.thief, factory, 'deploy', [salt, code]);
      await heist.send(heist.thief, late, 'multicall', [calls.map(({ to }) => to), calls.map(({ data }) => data)]);
    };
    return { address, act, take: (token, amount) => act([takeCall(heist, token, amount)]) };
  },
};

/** The theft stands in the constructor: the contract exists for one transaction. */
export const constructorOnly: Spender = {
  name: 'constructor',
  code: 'CREATE2 address whose constructor takes the coins',
  provenance: 'Angel Drainer, 2024',
  async open(heist) {
    const factory = await heist.thiefs('Factory');
    const { abi, bytecode } = ownContract('LateSpender');
    const salt = keccak256(toHex('constructor'));
    const coin = await heist.coin(1n);
    const code = encodeDeployData({ abi, bytecode, args: [coin.address, heist.user, heist.thief] });
    const address = getContractAddress({ opcode: 'CREATE2', from: factory.address, bytecode: code, salt });
    return { address, take: () => heist.send(heist.thief, factory, 'deploy', [salt, code]) };
  },
};

/** The one-use address of a clone that does not stand yet. */
export const unbornClone: Spender = {
  name: 'unborn-clone',
  code: 'address of an EIP-1167 clone not yet deployed',
  provenance: 'one clone for each victim, 2023-2024',
  async open(heist) {
    const master = await heist.thiefs('CloneDrainer');
    const factory = await heist.thiefs('Factory');
    const salt = keccak256(toHex('unborn clone'));
    const drainer = { address: cloneAddress(factory.address, master.address, salt), abi: master.abi };
    return {
      address: drainer.address,
      async take(token) {
        await heist.send(heist.thief, factory, 'clone', [master.address, salt]);
        await heist.send(heist.thief, drainer, 'init', [heist.thief]);
        await heist.send(heist.thief, drainer, 'withdrawFrom', [token.address, heist.user]);
      },
    };
  },
};

/** An account with EIP-7702 code: still one person's key. */
export const delegated: Spender = {
  name: 'delegated',
  code: "the thief's account with EIP-7702 code",
  provenance: 'EIP-7702, since May 2025',
  async open(heist) {
    const code = await heist.honest('DelegatedExecutor');
    const address = heist.stranger('delegated');
    await heist.setEther(address, 10n ** 18n);
    await heist.world.rpc('anvil_setCode', [address, concatHex(['0xef0100', code.address])]);
    return {
      address,
      take: (token, amount) => heist.world.sendRaw(address, takeCall(heist, token, amount)),
    };
  },
};

function cloneAddress(factory: Address, master: Address, salt: Hex): Address {
  const bytecode = concatHex([
    '0x3d602d80600a3d3981f3363d3d373d3d3d363d73',
    master,
    '0x5af43d82803e903d91602b57fd5bf3',
  ]);
  return getContractAddress({ opcode: 'CREATE2', from: factory, bytecode, salt });
}

/** Anybody's calls for anybody: whoever comes first takes what was approved. */
export function forwarder(
  name: string,
  code: string,
  provenance: string,
  deployed: (heist: Heist) => Promise<Deployed>,
): Spender {
  return {
    name,
    code,
    provenance,
    async open(heist) {
      const forward = await deployed(heist);
      const act = async (asked: readonly RawCall[]) => {
        await heist.world.sendRaw(heist.thief, encodeForward(forward, asked));
      };
      return { address: forward.address, act, take: (token, amount) => act([takeCall(heist, token, amount)]) };
    },
  };
}

/** `aggregate3`, `aggregate` or Uniswap's `multicall`, whichever the contract has. */
function encodeForward({ address, abi }: Deployed, asked: readonly RawCall[]): RawCall {
  const has = (name: string) => abi.some((one) => one.type === 'function' && one.name === name);
  if (has('aggregate3')) {
    const list = asked.map(({ to, data }) => ({ target: to, allowFailure: false, callData: data }));
    return { to: address, data: encodeFunctionData({ abi, functionName: 'aggregate3', args: [list] }) };
  }
  if (has('aggregate')) {
    const list = asked.map(({ to, data }) => ({ target: to, callData: data }));
    return { to: address, data: encodeFunctionData({ abi, functionName: 'aggregate', args: [list] }) };
  }
  const list = asked.map(({ to, data }) => ({ target: to, gasLimit: 1_000_000n, callData: data }));
  return { to: address, data: encodeFunctionData({ abi, functionName: 'multicall', args: [list] }) };
}

/** For contracts that only look at bytes. */
export const words = (...values: readonly Hex[]): Hex =>
  encodeAbiParameters(
    values.map(() => ({ type: 'bytes32' })),
    values,
  );
