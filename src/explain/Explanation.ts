/** Words, ready to show as text. Every string here went through `explain/messages`; none holds markup. */
export interface Explanation {
  /** At most 12 words, no hex. */
  readonly headline: string;
  readonly leaves: readonly Line[];
  readonly arrives: readonly Line[];
  readonly grants: readonly GrantLine[];
  readonly control: readonly Line[];
  readonly identity: readonly Line[];
  /** Worst first. The window shows three, the rest behind "more". */
  readonly reasons: readonly ReasonLine[];
  readonly advice: string;
  /** Missing facts, each one sentence. */
  readonly unknowns: readonly string[];
  /** Label of the quiet Continue button: it repeats the consequence. */
  readonly continueLabel: string;
  /** Danger's question: pick the true fact. `null` where friction is lower. */
  readonly challenge: Challenge | null;
  /** Glossary lines for the chain words used above. */
  readonly glossary: readonly { readonly term: string; readonly text: string }[];
  /** The page's own words (a message to sign, a statement), always a quotation. */
  readonly quote: string | null;
  /** What a public description calls it, one sentence with its source; it proves nothing. `null` without one. */
  readonly description: string | null;
  readonly language: string;
  /** Icon and shape of the attack family that decided: `approval`, `permit`, `order`, `payment`, `login`, `blind`, `control`, `site`, `calm`. */
  readonly shape: string;
}

export interface Line {
  readonly text: string;
  /** "the request says", "a simulation showed" ... in words. */
  readonly how: string;
  /** Full address when the line names one. */
  readonly address: string | null;
}

/** Who, over what, how much, until when, how to take it back. */
export interface GrantLine extends Line {
  /** The power alone, where the rest stands beside it. `text` says all of it in one sentence. */
  readonly power: string;
  readonly who: string;
  readonly what: string;
  readonly limit: string;
  readonly until: string;
  readonly takeBack: string;
  /** That a smaller amount would do, and where to type it. Absent where it would not, or cannot be typed. */
  readonly less?: string;
}

export interface ReasonLine {
  readonly detector: string;
  readonly family: string;
  readonly severity: 'danger' | 'caution' | 'note';
  readonly text: string;
  readonly sources: readonly { readonly name: string; readonly date?: string; readonly url?: string }[];
}

/** One true fact among others; `answer` is the index of the true one. */
export interface Challenge {
  readonly question: string;
  readonly options: readonly string[];
  readonly answer: number;
}
