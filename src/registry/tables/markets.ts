/**
 * Uniswap V3 factories by chain, the ones whose pools follow from npm @uniswap/v3-core's code hash.
 * docs.uniswap.org/contracts/v3/reference/deployments, 2026-11.
 */
export const V3_FACTORIES: Readonly<Record<number, string>> = {
  1: '0x1F98431c8aD98523631AE4a59f267346ea31F984',
  10: '0x1F98431c8aD98523631AE4a59f267346ea31F984',
  56: '0xdB1d10011AD0Ff90774D0C6Bb92e5C5c8b4461F7',
  137: '0x1F98431c8aD98523631AE4a59f267346ea31F984',
  8453: '0x33128a8fC17869897dcE68Ed026d694621f6FDfD',
  42161: '0x1F98431c8aD98523631AE4a59f267346ea31F984',
  42220: '0xAfE208a311B21f13EF87E33A90049fC17A7acDEc',
  43114: '0x740b1c1de25031C31FF4fC9A62f554A55cdC1baD',
};
