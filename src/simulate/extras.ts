import type { Extra } from './Extra.ts';

/** Every extra a look asks, one folder each. */
export const EXTRAS: readonly Extra[] = [];
