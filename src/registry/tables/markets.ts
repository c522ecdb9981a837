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

/**
 * Factories of Uniswap V2's kind by chain, each with the keccak256 of its pairs' creation code:
 * docs.uniswap.org/contracts/v2/reference/smart-contracts/v2-deployments, docs.sushi.com, 2026-11.
 */
export const V2_FACTORIES: Readonly<Record<number, readonly (readonly [factory: string, codeHash: string])[]>> = {
  1: [
    [
      '0x5c69bee701ef814a2b6a3edd4b1652cb9cc5aa6f',
      '0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f',
    ],
    [
      '0xc0aee478e3658e2610c5f7a4a2e1777ce9e4f2ac',
      '0xe18a34eb0e04b04f7a0ac29a6e80748dca96319b42c54d679cb821dca90c6303',
    ],
  ],
};

/** Chains on which hardly any coin that is sold at all is sold on none of the exchanges above (Uniswap V4, Curve and Balancer are not asked). */
export const WELL_COVERED: ReadonlySet<number> = new Set([1]);
