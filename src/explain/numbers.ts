/** Above this, digits no longer help anybody. */
const COUNTABLE = 10n ** 15n;
/** Below this, zeros no longer help anybody. */
const SMALLEST = 0.000001;

/** `base / 10^decimals` in the language's numerals, or which end of the scale it fell off. */
export function decimalText(
  base: bigint,
  decimals: number,
  language: string,
): { readonly kind: 'number'; readonly text: string } | { readonly kind: 'huge' } | { readonly kind: 'tiny' } {
  const unit = 10n ** BigInt(decimals);
  const whole = base / unit;
  if (whole >= COUNTABLE) return { kind: 'huge' };
  const rest = (base % unit).toString().padStart(decimals, '0');
  const value = Number(`${whole}.${decimals === 0 ? '0' : rest}`);
  if (base > 0n && value < SMALLEST) return { kind: 'tiny' };
  // Four decimals say enough of a large amount; a small one needs its first digits, wherever they are.
  const digits = value >= 1 ? { maximumFractionDigits: 4 } : { maximumSignificantDigits: 4 };
  return { kind: 'number', text: new Intl.NumberFormat(language, digits).format(value) };
}
