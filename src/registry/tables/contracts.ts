import type { RegistryContract } from '../Registry.ts';

/**
 * Contracts that honest dapps ask people to deal with, each from a public source named here. `chains: '*'` means the
 * address was made by a keyless or CREATE2 deployment: wherever code stands there, it is this code.
 *
 * `forwarder`: anyone can make it call anything, so whatever is allowed to it is allowed to everyone.
 * Written 2026-11; addresses compared with the named packages or the owner's published deployments.
 */
export interface ContractFact {
  readonly name: string;
  readonly role: RegistryContract['role'];
  readonly domains: readonly string[];
  readonly chains: readonly number[] | '*';
  readonly address: string;
  readonly source: string;
}

type Row = readonly [name: string, address: string, chains: readonly number[] | '*'];

function facts(
  role: ContractFact['role'],
  domains: readonly string[],
  source: string,
  rows: readonly Row[],
): ContractFact[] {
  return rows.map(([name, address, chains]) => ({ name, role, domains, chains, address, source }));
}

const UNISWAP = ['uniswap.org'];
const OPENSEA = ['opensea.io'];
const MAINNET = [1];
const FIRST_FOUR = [1, 10, 137, 42161];

export const CONTRACTS: readonly ContractFact[] = [
  ...facts('permit2', UNISWAP, 'npm @uniswap/permit2-sdk 1.4.0', [
    ['Uniswap Permit2', '0x000000000022D473030F116dDEE9F6B43aC78BA3', '*'],
    ['Uniswap Permit2', '0x0000000000225e31D15943971F47aD3022F714Fa', [324]],
  ]),
  ...facts('permit2', ['pancakeswap.finance'], 'developer.pancakeswap.finance', [
    ['PancakeSwap Permit2', '0x31c2F6fcFf4F8759b3Bd5Bf0e1084A055615c768', [1, 56, 42161]],
  ]),
  ...facts('marketplace', OPENSEA, 'github.com/ProjectOpenSea/seaport, deployments', [
    ['Seaport 1.1', '0x00000000006c3852cbEf3e08E8dF289169EdE581', '*'],
    ['Seaport 1.2', '0x00000000000006c7676171937C444f6BDe3D6282', '*'],
    ['Seaport 1.3', '0x0000000000000aD24e80fd803C6ac37206a45f15', '*'],
    ['Seaport 1.4', '0x00000000000001ad428e4906aE43D8F9852d0dD6', '*'],
    ['Seaport 1.5', '0x00000000000000ADc04C56Bf30aC9d3c0aAF14dC', '*'],
    ['Seaport 1.6', '0x0000000000000068F116a894984e2DB1123eB395', '*'],
  ]),
  ...facts('conduit', OPENSEA, 'github.com/ProjectOpenSea/seaport, deployments', [
    ['OpenSea Conduit', '0x1E0049783F008A0085193E00003D00cd54003c71', '*'],
  ]),
  ...facts('other', OPENSEA, 'github.com/ProjectOpenSea/seaport, deployments', [
    ['Seaport Conduit Controller', '0x00000000F9490004C11Cef243f5400493c00Ad63', '*'],
  ]),
  ...facts('conduit', ['magiceden.io', 'magiceden.us'], 'github.com/RevokeCash/whois', [
    ['Magic Eden Conduit', '0x2052f8A2Ff46283B30084e5d84c89A2fdBE7f74b', [1, 137, 8453, 42161]],
  ]),
  ...facts('marketplace', ['blur.io'], 'etherscan.io public name tags', [
    ['Blur Marketplace', '0x000000000000Ad05Ccc4F10045630fb830B95127', MAINNET],
    ['Blur Marketplace 2', '0xb2ecfE4E4D61f8790bbb9DE2D1259B9e2410CEA5', MAINNET],
    ['Blur Blend', '0x29469395eAf6f95920E59F858042f0e28D98a20B', MAINNET],
  ]),
  ...facts('conduit', ['blur.io'], 'github.com/RevokeCash/whois', [
    ['Blur Execution Delegate', '0x00000000000111AbE46ff893f3B2fdF1F759a8A8', MAINNET],
    ['Blur Execution Delegate 2', '0x2f18F339620a63e43f0839Eeb18D7de1e1Be4DfB', MAINNET],
  ]),
  ...facts('marketplace', ['looksrare.org'], 'etherscan.io public name tags', [
    ['LooksRare Exchange 2', '0x0000000000E655fAe4d56241588680F86E3b2377', MAINNET],
    ['LooksRare Transfer Manager', '0x000000000060C4Ca14CfC4325359062ace33Fe3D', MAINNET],
  ]),
  ...facts('marketplace', ['rarible.com'], 'ERC-7730 registry, rarible', [
    ['Rarible Exchange 2', '0x9757F2d2b135150BBeb65308D4a91804107cd8D6', MAINNET],
  ]),
  ...facts('router', UNISWAP, 'npm @uniswap/sdk-core 7.19.4', [
    ['Uniswap V2 Router', '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D', MAINNET],
    ['Uniswap V2 Router', '0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24', [56, 8453, 42161, 43114]],
    ['Uniswap V2 Router', '0x4A7b5Da61326A6379179b40d00F57E5bbDC962c2', [10]],
    ['Uniswap V2 Router', '0xedf6066a2b290C185783862C7F4776A2C8077AD1', [137]],
    ['Uniswap V3 Router', '0xE592427A0AEce92De3Edee1F18E0157C05861564', FIRST_FOUR],
    ['Uniswap V3 Router 2', '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45', FIRST_FOUR],
    ['Uniswap V3 Router 2', '0x2626664c2603336E57B271c5C0b26F421741e481', [8453]],
    ['Uniswap V3 Router 2', '0xB971eF87ede563556b2ED4b1C0b0019111Dd85d2', [56]],
    ['Uniswap V3 Positions', '0xC36442b4a4522E871399CD717aBDD847Ab11FE88', FIRST_FOUR],
    ['Uniswap V4 Positions', '0xbD216513d74C8cf14cf4747E6AaA6420FF64ee9e', MAINNET],
  ]),
  ...facts('router', UNISWAP, 'npm @uniswap/universal-router-sdk 5.13.0', [
    ['Uniswap Universal Router', '0xEf1c6E67703c7BD7107eed8303Fbe6EC2554BF6B', MAINNET],
    ['Uniswap Universal Router', '0x3fC91A3afd70395Cd496C647d5a6CC9D4B2b7FAD', [1, 8453, 11155111]],
    ['Uniswap Universal Router', '0x66a9893cC07D91D95644AEDD05D03f95e1dBA8Af', MAINNET],
    ['Uniswap Universal Router', '0x4C82D1fBFe28C977cBB58D8C7FF8FCF9F70a2cCA', MAINNET],
    ['Uniswap Universal Router', '0x23617e59A5925b2A4Bf75d73ff6711cD0b29De85', MAINNET],
    ['Uniswap Universal Router', '0xab863E752Bf67D8DCDD929EaAe9Be9dc83Fb3BbB', MAINNET],
    ['Uniswap Universal Router', '0xCb1355ff08Ab38bBCE60111F1bb2B784bE25D7e8', [10]],
    ['Uniswap Universal Router', '0x851116D9223fabED8E56C0E6b8Ad0c31d98B3507', [10]],
    [
      'Uniswap Universal Router',
      '0x8B844f885672f333Bc0042cB669255f93a4C1E6b',
      [10, 56, 137, 42161, 42220, 43114, 59144, 81457],
    ],
    ['Uniswap Universal Router', '0x4Dae2f939ACf50408e13d58534Ff8c2776d45265', [56, 43114]],
    ['Uniswap Universal Router', '0x1906c1d672b88cD1B9aC7593301cA990F94Eae07', [56]],
    ['Uniswap Universal Router', '0xEf740bf23aCaE26f6492B10de645D6B98dC8Eaf3', [130]],
    ['Uniswap Universal Router', '0xec7BE89e9d109e7e3Fec59c222CF297125FEFda2', [137]],
    ['Uniswap Universal Router', '0x1095692A6237d83C6a72F3F5eFEdb9A670C49223', [137]],
    ['Uniswap Universal Router', '0x28731BCC616B5f51dD52CF2e4dF0E78dD1136C06', [324]],
    ['Uniswap Universal Router', '0x6fF5693b99212Da76ad316178A184AB56D299b43', [8453]],
    ['Uniswap Universal Router', '0xFdf682F51FE81Aa4898F0AE2163d8A55c127fbC7', [130, 8453, 7777777]],
    ['Uniswap Universal Router', '0x5E325eDA8064b456f4781070C0738d849c824258', [42161]],
    ['Uniswap Universal Router', '0xA51afAFe0263b40EdaEf0Df8781eA9aa03E381a3', [42161]],
    ['Uniswap Universal Router', '0x94b75331AE8d42C1b61065089B7d48FE14aA73b7', [43114]],
    ['Uniswap Universal Router', '0x3A9D48AB9751398BbFa63ad67599Bb04e4BdF98b', [11155111]],
  ]),
  ...facts('router', ['1inch.io', '1inch.com'], 'ERC-7730 registry, 1inch', [
    ['1inch Router 6', '0x111111125421cA6dc452d289314280a0f8842A65', [1, 10, 56, 100, 137, 8453, 42161, 43114]],
    ['1inch Router 5', '0x1111111254EEB25477B68fb85Ed929f73A960582', [1, 10, 56, 100, 137, 8453, 42161, 43114]],
    ['1inch Router 4', '0x1111111254fb6c44bAC0beD2854e76F90643097d', [1, 10, 56, 100, 137, 42161, 43114]],
  ]),
  ...facts('router', ['cow.fi'], 'docs.cow.fi, deployments', [
    ['CoW Protocol Settlement', '0x9008D19f58AAbD9eD0D60971565AA8510560ab41', [1, 100, 8453, 42161]],
    ['CoW Protocol Vault Relayer', '0xC92E8bdf79f0507f65a392b0ab4667716BFE0110', [1, 100, 8453, 42161]],
  ]),
  ...facts('router', ['0x.org', 'matcha.xyz'], 'docs.0x.org, deployments', [
    ['0x Exchange Proxy', '0xDef1C0ded9bec7F1a1670819833240f027b25EfF', [1, 56, 137, 42161, 43114]],
    ['0x Allowance Holder', '0x0000000000001fF3684f28c67538d4D072C22734', [1, 10, 56, 137, 143, 8453, 42161, 43114]],
  ]),
  ...facts('router', ['velora.xyz', 'paraswap.io'], 'ERC-7730 registry, paraswap', [
    ['Velora Router 6.2', '0x6A000F20005980200259B80c5102003040001068', [1, 10, 56, 137, 8453, 42161, 43114]],
    ['ParaSwap Router 5', '0xDEF171Fe48CF0115B1d80b88dc8eAB59176FEe57', [1, 10, 56, 137, 42161, 43114]],
    ['ParaSwap Transfer Proxy 5', '0x216B4B4Ba9F3e719726886d34a177484278Bfcae', [1, 137, 43114]],
  ]),
  ...facts('router', ['balancer.fi'], 'docs.balancer.fi, deployments', [
    ['Balancer Vault 2', '0xBA12222222228d8Ba445958a75a0704d566BF2C8', [1, 10, 100, 137, 8453, 42161, 43114]],
  ]),
  ...facts('router', ['sushi.com'], 'docs.sushi.com, deployments', [
    ['SushiSwap Router', '0xd9e1cE17f2641f24aE83637ab66a2cca9C378B9F', MAINNET],
  ]),
  ...facts('router', ['pancakeswap.finance'], 'developer.pancakeswap.finance', [
    ['PancakeSwap V2 Router', '0x10ED43C718714eb63d5aA57B78B54704E256024E', [56]],
    ['PancakeSwap Smart Router', '0x13f4EA83D0bd40E75C8222255bc855a974568Dd4', [1, 56]],
    ['PancakeSwap V3 Router', '0x1b81D678ffb9C0263b24A97847620C99d213eB14', [1, 56, 42161]],
  ]),
  ...facts('router', ['li.fi', 'jumper.exchange'], 'ERC-7730 registry, lifi', [
    ['LI.FI', '0x1231DEB6f5749EF6cE6943a275A1D3E7486F4EaE', [1, 10, 56, 100, 137, 42161, 43114, 59144]],
  ]),
  ...facts('router', ['metamask.io'], 'etherscan.io public name tags', [
    ['MetaMask Swaps', '0x881D40237659C251811CEC9c364ef91dC08D300C', MAINNET],
  ]),
  ...facts('other', ['across.to'], 'docs.across.to, deployments', [
    ['Across Spoke Pool', '0x5c7BCd6E7De5423a257D81B442095A1a6ced35C5', MAINNET],
  ]),
  ...facts('other', ['zksync.io'], 'docs.lite.zksync.io, contracts', [
    ['zkSync Lite', '0xaBEA9132b05A70803a4E85094fD0e1800777fBEF', MAINNET],
  ]),
  ...facts('other', ['lido.fi'], 'docs.lido.fi, deployed contracts', [
    ['Lido Withdrawal Queue', '0x889edC2eDab5f40e902b864aD4d7AdE8E412F9B1', MAINNET],
  ]),
  ...facts('other', ['ethereum.org'], 'github.com/ethereum/consensus-specs', [
    ['Ethereum Deposit Contract', '0x00000000219ab540356cBB839Cbe05303d7705Fa', MAINNET],
  ]),
  ...facts('other', ['ens.domains'], 'docs.ens.domains, deployments', [
    ['ENS Base Registrar', '0x57f1887a8BF19b14fC0dF6Fd9B2acc9Af147eA85', MAINNET],
    ['ENS Registrar Controller', '0x253553366Da8546fC250F225fe3d25d0C782303b', MAINNET],
  ]),
  ...facts('safe', ['safe.global'], 'npm @safe-global/safe-deployments 1.37.56', [
    ['Safe 1.3.0', '0xd9Db270c1B5E3Bd161E8c8503c55cEABeE709552', '*'],
    ['Safe L2 1.3.0', '0x3E5c63644E683549055b9Be8653de26E0B4CD36E', '*'],
    ['Safe Factory 1.3.0', '0xa6B71E26C5e0845f74c812102Ca7114b6a896AB2', '*'],
    ['Safe MultiSend 1.3.0', '0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761', '*'],
    ['Safe MultiSend (calls only) 1.3.0', '0x40A2aCCbd92BCA938b02010E17A5b8929b49130D', '*'],
    ['Safe 1.4.1', '0x41675C099F32341bf84BFc5382aF534df5C7461a', '*'],
    ['Safe L2 1.4.1', '0x29fcB43b46531BcA003ddC8FCB67FFE91900C762', '*'],
    ['Safe Factory 1.4.1', '0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67', '*'],
    ['Safe MultiSend 1.4.1', '0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526', '*'],
    ['Safe MultiSend (calls only) 1.4.1', '0x9641d764fc13c8B624c04430C7356C1C7C8102e2', '*'],
    ['Safe 1.5.0', '0xFf51A5898e281Db6DfC7855790607438dF2ca44b', '*'],
  ]),
  ...facts('forwarder', [], 'github.com/mds1/multicall3; npm viem, chain contracts', [
    ['Multicall3', '0xcA11bde05977b3631167028862bE2a173976CA11', '*'],
  ]),
  ...facts('forwarder', [], 'github.com/makerdao/multicall', [
    ['Multicall2', '0x5BA1e12693Dc8F9c48aAD8770482f4739bEeD696', [1, 11155111]],
    ['Multicall', '0xeefBa1e63905eF1D7ACbA5a8513c70307C1cE441', MAINNET],
  ]),
  ...facts('forwarder', UNISWAP, 'npm @uniswap/sdk-core 7.19.4', [
    ['Uniswap Interface Multicall', '0x1F98415757620B543A52E61c46B32eB19261F984', [1, 10, 137]],
    ['Uniswap Interface Multicall', '0xadF885960B47eA2CD9B55E6DAc6B42b7Cb2806dB', [42161]],
  ]),
  ...facts('delegator', ['metamask.io'], 'github.com/MetaMask/delegation-framework, deployments', [
    ['MetaMask Smart Account', '0x63c0c19a282a1B52b07dD5a65b58948A07DAE32B', '*'],
  ]),
  ...facts('delegator', UNISWAP, 'github.com/Uniswap/calibur', [
    ['Uniswap Wallet account (Calibur)', '0x000000009B1D0aF20D8C6d0A44e162d11F9b8f00', '*'],
  ]),
  ...facts('delegator', ['ambire.com'], 'github.com/AmbireTech/ambire-common', [
    ['Ambire account', '0x5A7FC11397E9a8AD41BF10bf13F22B0a63f96f6d', '*'],
  ]),
  ...facts('delegator', ['coinbase.com', 'base.org'], 'github.com/base/eip-7702-proxy', [
    ['Coinbase Smart Wallet account', '0x7702cb554e6bFb442cb743A7dF23154544a7176C', '*'],
  ]),
  ...facts('delegator', ['alchemy.com'], 'github.com/alchemyplatform/modular-account', [
    ['Alchemy Modular Account', '0x69007702764179f14F51cdce752f4f775d74E139', '*'],
  ]),
  ...facts('delegator', ['zerodev.app'], 'npm @zerodev/sdk, constants', [
    ['ZeroDev Kernel 3.3', '0xd6CEDDe84be40893d153Be9d467CD6aD37875b28', '*'],
  ]),
  ...facts('other', [], 'npm viem 2.57.20, account-abstraction', [
    ['ERC-4337 EntryPoint 0.6', '0x5FF137D4b0FDCD49DcA30c7CF57E578a026d2789', '*'],
    ['ERC-4337 EntryPoint 0.7', '0x0000000071727De22E5E9d8BAf0edAc6f37da032', '*'],
    ['ERC-4337 EntryPoint 0.8', '0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108', '*'],
  ]),
  ...facts('wrapped', [], 'npm @uniswap/sdk-core 7.19.4, WETH9', [
    ['Wrapped Ether', '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2', MAINNET],
    [
      'Wrapped Ether',
      '0x4200000000000000000000000000000000000006',
      [10, 130, 480, 1868, 8453, 57073, 84532, 7777777, 11155420],
    ],
    ['Wrapped Ether', '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1', [42161]],
    ['Wrapped Ether', '0x5AEa5775959fBC2557Cc8789bC1bf90A239D9a91', [324]],
    ['Wrapped Ether', '0xe5D7C2a44FfDDf6b295A15c148167daaAf5Cf34f', [59144]],
    ['Wrapped Ether', '0x4300000000000000000000000000000000000004', [81457]],
    ['Wrapped Ether', '0xfFf9976782d46CC05630D1f6eBAb18b2324d6B14', [11155111]],
    ['Wrapped Ether', '0x5300000000000000000000000000000000000004', [534352]],
    ['Wrapped BNB', '0xbb4CdB9CBd36B01bD1cBaEBF2De08d9173bc095c', [56]],
    ['Wrapped POL', '0x0d500B1d8E8eF31E21C99d1Db9A6444d3ADf1270', [137]],
    ['Wrapped AVAX', '0xB31f66AA3C1e785363F0875A1B74E27b85FD66c7', [43114]],
    ['Wrapped MON', '0x3bd359C1119dA7Da1D913D1C4D2B7c461115433A', [143]],
    ['Wrapped XDAI', '0xe91D153E0b41518A2Ce8Dd3D7944Fa863463a97d', [100]],
  ]),
  ...facts('other', [], 'the chain’s own documentation: the native coin’s face as a token', [
    ['POL (native)', '0x0000000000000000000000000000000000001010', [137]],
    ['Ether (native)', '0x000000000000000000000000000000000000800A', [324]],
    ['CELO (native)', '0x471EcE3750Da237f93B8E339c536989b8978a438', [42220]],
    ['METIS (native)', '0xDeadDeAddeAddEAddeadDEaDDEAdDeaDDeAD0000', [1088]],
  ]),
];
