/** `Math.min` for chain integers. */
export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** `Math.max` for chain integers. */
export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
