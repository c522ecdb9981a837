/** One-sided: with this confidence the true rate is below the bound. */
const CONFIDENCE = 0.95;
/** Halvings of [0, 1]: far below what is printed. */
const STEPS = 60;

/**
 * Clopper and Pearson's exact upper bound of a rate of which `hits` in `n` tries were seen. Zero hits prove about 3/n
 * (C. J. Clopper, E. S. Pearson, Biometrika 26, 1934).
 *
 * @example upperBound(0, 3000) // 0.000998
 */
export function upperBound(hits: number, n: number): number {
  if (n === 0 || hits >= n) return 1;
  let [low, high] = [hits / n, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const rate = (low + high) / 2;
    if (atMost(hits, n, rate) > 1 - CONFIDENCE) low = rate;
    else high = rate;
  }
  return high;
}

/** The chance of `hits` or fewer in `n` tries of chance `rate`, summed in logarithms. */
function atMost(hits: number, n: number, rate: number): number {
  let log = n * Math.log1p(-rate);
  let sum = Math.exp(log);
  for (let k = 1; k <= hits; k += 1) {
    log += Math.log((n - k + 1) / k) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(log);
  }
  return sum;
}
