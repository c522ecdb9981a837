import type { Hex } from 'viem';
import { lazy, type Table } from './table.ts';

/** A published contract whose code this is. To have the same code is not to be the same contract. */
export interface CodeTwin {
  /** As a person would say it, e.g. `Safe 1.5.0 proxy`. */
  readonly name: string;
  /** The npm package the code was taken from. */
  readonly source: string;
  /** `exact`: byte for byte. `core`: but for the metadata the compiler appends. */
  readonly match: 'exact' | 'core';
}

/** Rows of the table: keccak256, `exact` or `core`, name, source. */
export function createCodeTwins(table: Table): (codeHash: Hex | null, coreHash: Hex | null) => CodeTwin | null {
  const index = lazy(() => new Map(table.rows().map((row) => [`${row[1] ?? ''}:${row[0] ?? ''}`, row])));
  const find = (match: CodeTwin['match'], hash: Hex | null): CodeTwin | null => {
    const row = hash === null ? undefined : index().get(`${match}:${hash}`);
    return row === undefined ? null : { name: row[2] ?? '', source: row[3] ?? '', match };
  };
  return (codeHash, coreHash) => find('exact', codeHash) ?? find('core', coreHash);
}
