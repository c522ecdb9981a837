import { createRequire } from 'node:module';

interface Trie {
  readonly nodeFlags: Uint8Array;
  /** Of each node: the first of its edges; the next node's first ends them. */
  readonly edgeStart: Uint16Array;
  readonly edgeLength: Uint8Array;
  readonly edgeChild: Uint16Array;
  /** The labels of all edges, one after the other. */
  readonly labelText: string;
  readonly rulesRoot: number;
  readonly exceptionsRoot: number;
}

/** The public suffix list that `tldts` carries, as `src/text/suffixTable.ts` reads it: one suffix and its kind a line. */
export function suffixTable(): string {
  const trie: Trie = createRequire(import.meta.url)('tldts/dist/cjs/src/data/trie.js');
  const { edgeStart, edgeLength, edgeChild, labelText, nodeFlags } = trie;
  const labels: string[] = [];
  let at = 0;
  for (const length of edgeLength) {
    labels.push(labelText.slice(at, at + length));
    at += length;
  }
  const below = (node: number, ending: string, mark: string): string[] => {
    const lines: string[] = [];
    for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge += 1) {
      const name = ending === '' ? (labels[edge] ?? '') : `${labels[edge]}.${ending}`;
      const child = edgeChild[edge] ?? 0;
      const kind = nodeFlags[child] ?? 0;
      if (kind !== 0) lines.push(`${mark}${name} ${kind}`);
      lines.push(...below(child, name, mark));
    }
    return lines;
  };
  return [...below(trie.rulesRoot, '', ''), ...below(trie.exceptionsRoot, '', '!')].sort().join('\n');
}
