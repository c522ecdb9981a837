import { type Address, type Hex, parseAbi } from 'viem';

/** Uniswap's Permit2, at its address on every chain. */
export const PERMIT2: Address = '0x000000000022D473030F116dDEE9F6B43aC78BA3';

export const PERMIT2_ABI = parseAbi([
  'struct PermitDetails { address token; uint160 amount; uint48 expiration; uint48 nonce; }',
  'struct PermitSingle { PermitDetails details; address spender; uint256 sigDeadline; }',
  'struct PermitBatch { PermitDetails[] details; address spender; uint256 sigDeadline; }',
  'struct TokenPermissions { address token; uint256 amount; }',
  'struct PermitTransferFrom { TokenPermissions permitted; uint256 nonce; uint256 deadline; }',
  'struct SignatureTransferDetails { address to; uint256 requestedAmount; }',
  'function approve(address token, address spender, uint160 amount, uint48 expiration)',
  'function allowance(address owner, address token, address spender) view returns (uint160 amount, uint48 expiration, uint48 nonce)',
  'function permit(address owner, PermitSingle permitSingle, bytes signature)',
  'function permit(address owner, PermitBatch permitBatch, bytes signature)',
  'function transferFrom(address from, address to, uint160 amount, address token)',
  'function permitTransferFrom(PermitTransferFrom permit, SignatureTransferDetails transferDetails, address owner, bytes signature)',
]);

/** Block proposer of the local chain: some address with a balance, as on a real one. */
export const COINBASE: Address = '0x95222290DD7278Aa3Ddd389Cc1E1d165CC4BAfe5';

interface TestAccount {
  readonly address: Address;
  readonly privateKey: Hex;
}

/** anvil's own published accounts (mnemonic "test test ... junk"), never to be used anywhere else. */
export const ACCOUNTS = {
  user: account(
    '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
    '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
  ),
  /** An ordinary person: an EOA that is nobody's contract. */
  stranger: account(
    '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
  ),
  /** Owns the drainer, the red pills and the sweeper. */
  attacker: account(
    '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC',
    '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a',
  ),
  friend: account(
    '0x90F79bf6EB2c4f870365E785982E1f101E93b906',
    '0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6',
  ),
  /** The user's second account. */
  second: account(
    '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65',
    '0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a',
  ),
  deployer: account(
    '0xa0Ee7A142d267C1f36714E4a8F75612F20a79720',
    '0x2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6',
  ),
} as const satisfies Record<string, TestAccount>;

export type AccountName = keyof typeof ACCOUNTS;

const RED_PILL_BAIT_WEI = 10n ** 18n;

/** In this order, each by its account: addresses follow from it, so append, never insert. */
export const DEPLOYMENTS = [
  deployment('token', 'DemoToken', 'deployer', () => ['Demo Dollar', 'DUSD', 6]),
  deployment('token2', 'DemoToken', 'deployer', () => ['Demo Gold', 'DGLD', 18]),
  deployment('nft', 'DemoNft', 'deployer'),
  deployment('items', 'DemoItems', 'deployer'),
  deployment('weth', 'WrappedEther', 'deployer'),
  deployment('router', 'DemoRouter', 'deployer', (at) => [at.weth]),
  deployment('batchToken', 'BatchToken', 'deployer'),
  deployment('silentToken', 'SilentToken', 'deployer'),
  deployment('vault', 'DemoVault', 'deployer', () => [ACCOUNTS.user.address]),
  deployment('drainer', 'Drainer', 'attacker'),
  deployment('counterfeit', 'CounterfeitToken', 'attacker'),
  deployment('eventLiar', 'EventLiar', 'attacker'),
  deployment('sweeper', 'Sweeper', 'attacker'),
  redPill('redPillCoinbase', 0),
  redPill('redPillBaseFee', 1),
  redPill('redPillGasPrice', 2),
  redPill('redPillGasLeft', 3),
  redPill('redPillPrevRandao', 4),
  redPill('redPillCoinbaseBalance', 5),
  redPill('redPillCoinFlip', 6),
  redPill('redPillBlockHash', 7),
  redPill('redPillTime', 8),
  redPill('redPillNumber', 9),
  redPill('redPillSwitch', 10),
  { ...deployment('watchfulToken', 'WatchfulToken', 'attacker'), value: RED_PILL_BAIT_WEI },
] as const;

export type ContractName = (typeof DEPLOYMENTS)[number]['name'] | 'permit2';

interface Deployment<Name extends string> {
  readonly name: Name;
  readonly type: string;
  readonly by: AccountName;
  readonly args: (at: Readonly<Record<string, Address>>) => readonly unknown[];
  readonly value?: bigint;
}

interface SetUpCall {
  readonly from: AccountName;
  readonly to: ContractName;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly value?: bigint;
}

/** What everybody holds at the start. */
export function setUpCalls(at: Readonly<Record<ContractName, Address>>): readonly SetUpCall[] {
  const { user, stranger, friend, second } = ACCOUNTS;
  const mint = (to: ContractName, ...args: readonly unknown[]): SetUpCall => ({
    from: 'deployer',
    to,
    functionName: 'mint',
    args,
  });
  const price = (token: Address, units: bigint): SetUpCall => ({
    from: 'deployer',
    to: 'router',
    functionName: 'setPrice',
    args: [token, units],
  });
  return [
    mint('token', user.address, 10_000n * 10n ** 6n),
    mint('token', stranger.address, 500n * 10n ** 6n),
    mint('token', friend.address, 500n * 10n ** 6n),
    mint('token', second.address, 50n * 10n ** 6n),
    mint('token', at.router, 5_000_000n * 10n ** 6n),
    mint('token2', user.address, 100n * 10n ** 18n),
    mint('token2', at.router, 100_000n * 10n ** 18n),
    mint('batchToken', user.address, 1_000n * 10n ** 18n),
    mint('silentToken', user.address, 1_000n * 10n ** 18n),
    { ...mint('counterfeit', user.address, 500n * 10n ** 6n), from: 'attacker' },
    mint('nft', user.address, 1n),
    mint('nft', user.address, 2n),
    mint('nft', user.address, 3n),
    mint('nft', stranger.address, 11n),
    mint('items', user.address, 7n, 5n),
    mint('items', user.address, 8n, 40n),
    // 1 DUSD = 1 dollar, 1 DGLD = 50 dollars, 1 WDETH = 2,000 dollars, per base unit.
    price(at.token, 10n ** 12n),
    price(at.token2, 50n),
    price(at.weth, 2_000n),
    { from: 'user', to: 'weth', functionName: 'deposit', args: [], value: 2n * 10n ** 18n },
    { from: 'deployer', to: 'weth', functionName: 'deposit', args: [], value: 100n * 10n ** 18n },
    { from: 'deployer', to: 'weth', functionName: 'transfer', args: [at.router, 100n * 10n ** 18n] },
  ];
}

function account(address: Address, privateKey: Hex): TestAccount {
  return { address, privateKey };
}

function deployment<Name extends string>(
  name: Name,
  type: string,
  by: AccountName,
  args: Deployment<Name>['args'] = () => [],
): Deployment<Name> {
  return { name, type, by, args };
}

function redPill<Name extends string>(name: Name, tell: number): Deployment<Name> {
  return { name, type: 'RedPill', by: 'attacker', args: () => [tell], value: RED_PILL_BAIT_WEI };
}
