/** MetaMask's streams carry objects, never bytes: they only ever ask whether a value is a Buffer. */
export const Buffer = { isBuffer: (_value: unknown): boolean => false };
