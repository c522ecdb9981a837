import type { StatementId, StatementSource, Sure } from '../registry/Statement.ts';

/** The answer to "who is this?", in words ready to show as text. None holds markup; none is a promise. */
export interface WhoAnswer {
  readonly kind: 'site' | 'address' | 'token' | 'ens' | 'unreadable';
  /** What was understood: a host, an address, a name; cleaned, cut and isolated. */
  readonly subject: string;
  /** The full address asked about, lower case, or the one an ENS name points to. */
  readonly address: string | null;
  /** `warns`: a source speaks against it. `named`: a source names it. `unknown`: none does, which is no accusation. */
  readonly stance: 'warns' | 'named' | 'unknown';
  /** The most telling of what the sources say. */
  readonly headline: string;
  /** Everything the sources say, the headline first. */
  readonly says: readonly WhoLine[];
  /** What no source here knows, each one sentence. */
  readonly unknowns: readonly string[];
  readonly language: string;
}

export interface WhoLine {
  readonly id: StatementId;
  readonly text: string;
  /** How the source knows. */
  readonly basis: Sure;
  /** The same in words; empty where the line says it all. */
  readonly sure: string;
  /** The address the line is about, when it is another than the one asked about. */
  readonly address: string | null;
  readonly sources: readonly StatementSource[];
}
