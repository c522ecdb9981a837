/** There is no "safe". Order: routine < unknown < caution < danger. */
export type Level = 'routine' | 'unknown' | 'caution' | 'danger';

export const LEVELS: readonly Level[] = ['routine', 'unknown', 'caution', 'danger'];

/** `variants`: whether the simulated run could come out otherwise in the block it lands in. */
export type Step = 'decode' | 'chain' | 'simulation' | 'variants' | 'lists' | 'registry' | 'model' | 'detectors';

export interface Coverage {
  readonly ran: readonly Step[];
  readonly failed: readonly { readonly step: Step; readonly why: string }[];
  readonly skipped: readonly { readonly step: Step; readonly why: string }[];
}

export interface Verdict {
  readonly level: Level;
  /** Detector ids that decided the level, worst first; `lost-fact` and `opaque-action` are the judge's own. */
  readonly because: readonly string[];
  readonly coverage: Coverage;
  /** What the window asks before Continue: the greater of what level and lost coverage ask. */
  readonly friction: 'none' | 'click' | 'fact';
}
