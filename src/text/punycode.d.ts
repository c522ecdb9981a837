/** The part of npm `punycode` used here; the package carries no types. The path keeps Node from answering with its own old copy. */
declare module 'punycode/punycode.es6.js' {
  /** One label without its `xn--`. Throws RangeError on nonsense. */
  export function decode(label: string): string;
}
