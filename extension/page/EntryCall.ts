import type { Callable } from './callable.ts';

/** What a call on a provider is: the raw function, the raw object it was found on, and arguments already turned inward. */
export interface EntryCall {
  readonly key: string;
  readonly native: Callable;
  readonly self: unknown;
  readonly owner: object;
  readonly args: readonly unknown[];
}

/** Answers `null` where the call is no entry point; otherwise a thunk with the call's result. */
export type Door = (call: EntryCall) => (() => unknown) | null;
