const ADDRESS = /^0x[0-9a-fA-F]{40}$/u;

/** An address in groups of four, `0x` on its own: what the eye can compare. Other text comes back whole, in one group. */
export function addressGroups(address: string): readonly string[] {
  if (!ADDRESS.test(address)) return [address];
  return ['0x', ...(address.slice(2).match(/.{4}/gu) ?? [])];
}

/**
 * The groups shown before "show all" is pressed: the first three and the last three. Poisoned lookalikes copy the
 * first and last four characters, so fewer would show nothing of what tells them apart.
 */
export function shortGroups(address: string): { readonly head: readonly string[]; readonly tail: readonly string[] } {
  const groups = addressGroups(address);
  if (groups.length === 1) return { head: groups, tail: [] };
  return { head: groups.slice(0, 4), tail: groups.slice(-3) };
}
