import type { Amount, Asset } from '../decode/Action.ts';

/** What one detector found. A detector that throws becomes `inconclusive` under its own id, never silence. */
export interface Evidence {
  readonly detector: string;
  /** Taxonomy id, e.g. `A1`. */
  readonly family: string;
  readonly outcome: 'fired' | 'clear' | 'inconclusive';
  /** Severity when fired. `note` is shown and changes no level. */
  readonly severity: 'danger' | 'caution' | 'note';
  /** Message id of the reason, e.g. `reason.spender-is-eoa`; arguments follow in `facts`. */
  readonly message: string;
  readonly facts: Facts;
  readonly sources: readonly EvidenceSource[];
}

/** Arguments of a message: what `explain/` knows how to say. Addresses and assets are turned into words there. */
export type Facts = Readonly<Record<string, Fact>>;

export type Fact =
  | { readonly type: 'address'; readonly value: string }
  | { readonly type: 'asset'; readonly value: Asset }
  | {
      readonly type: 'amount';
      readonly asset: Asset;
      readonly value: Amount;
    }
  | { readonly type: 'host'; readonly value: string }
  /** Words the page or a contract chose: always shown as a quotation, cut and isolated. */
  | { readonly type: 'quote'; readonly value: string }
  | { readonly type: 'name'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'share'; readonly value: number }
  | { readonly type: 'date'; readonly value: string };

export interface EvidenceSource {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly url?: string;
}
