import type { Address } from 'viem';

/**
 * One thing that one source says, or that nobody says, of what a person asked about. The words are in
 * `explain/messages/` under `ask.<id>`.
 */
export interface Statement {
  readonly id: StatementId;
  readonly stance: Stance;
  readonly sure: Sure;
  readonly facts: Readonly<Record<string, StatementFact>>;
  readonly sources: readonly StatementSource[];
  /** The address the sentence is about, when it is not the one asked about. */
  readonly address: Address | null;
}

export interface StatementSource {
  readonly name: string;
  /** Of the copy in use, YYYY-MM-DD. */
  readonly date?: string;
  readonly url?: string;
}

/** How a source knows, from which follows how sure one can be. `nobody` marks what is not known to any source here. */
export type Sure = 'entry' | 'absent' | 'likeness' | 'guess' | 'chain' | 'claim' | 'form' | 'yours' | 'nobody';

/** Arguments of the sentence. `quote` is what a stranger chose to write: shown as a quotation, cut and isolated. */
export type StatementFact =
  | { readonly type: 'name' | 'quote' | 'date' | 'choice'; readonly value: string }
  | { readonly type: 'number'; readonly value: number };

/** What the statement means for the whole: it speaks against, it names, or it leaves open. */
export type Stance = 'warns' | 'names' | 'neutral';

/** Every statement there is. */
export const STATEMENTS = {
  'form.empty': 'neutral',
  'form.cut': 'neutral',
  'form.part': 'neutral',
  'form.secret': 'warns',
  'form.bytes32': 'warns',
  'form.hex': 'neutral',
  'form.ends': 'neutral',
  'form.link': 'neutral',
  'site.listed': 'warns',
  'site.allowed': 'names',
  'site.disputed': 'warns',
  'site.lookalike': 'warns',
  'site.decoy': 'warns',
  'site.known': 'names',
  'site.kind': 'neutral',
  'site.contracts': 'neutral',
  'site.unknown': 'neutral',
  'site.absent': 'neutral',
  'site.no-likeness': 'neutral',
  'site.model': 'neutral',
  'site.hosting': 'neutral',
  'site.unicode': 'neutral',
  'site.ending': 'neutral',
  'site.number': 'neutral',
  'site.local': 'neutral',
  'site.known.today': 'neutral',
  'site.nobody': 'neutral',
  'site.nobody.listed': 'neutral',
  'site.nobody.owner': 'neutral',
  'list.reason': 'neutral',
  'list.undated': 'neutral',
  'list.appeal': 'neutral',
  'list.none': 'neutral',
  'list.no-sanctions': 'neutral',
  'model.silent': 'neutral',
  'registry.none': 'neutral',
  'address.checksum': 'warns',
  'address.listed': 'warns',
  'address.allowed': 'names',
  'address.burn': 'warns',
  'address.ends': 'warns',
  'address.ends-met': 'warns',
  'ends.known': 'neutral',
  'ends.unknown': 'neutral',
  'address.met': 'neutral',
  'address.own': 'names',
  'address.contract': 'names',
  'address.forwarder': 'warns',
  'address.home': 'neutral',
  'address.elsewhere': 'neutral',
  'address.unknown': 'neutral',
  'address.absent': 'neutral',
  'address.nobody': 'neutral',
  'address.today': 'neutral',
  'token.listed': 'names',
  'token.decimals': 'neutral',
  'token.posing': 'warns',
  'token.borrowed': 'neutral',
  'token.ticker': 'neutral',
  'token.unknown': 'neutral',
  'token.nobody': 'neutral',
  'claim.same': 'names',
  'claim.other': 'warns',
  'claim.unknown': 'neutral',
  'claim.nobody': 'neutral',
  'chain.contract': 'neutral',
  'chain.account': 'neutral',
  'chain.unused': 'neutral',
  'chain.delegated': 'neutral',
  'chain.proxy': 'neutral',
  'chain.proxy-admin': 'neutral',
  'chain.code-twin': 'neutral',
  'chain.code-listed': 'warns',
  'chain.age': 'neutral',
  'chain.no-history': 'neutral',
  'chain.calls-itself': 'neutral',
  'chain.decimals': 'neutral',
  'chain.no-name': 'neutral',
  'chain.not-asked': 'neutral',
  'chain.failed': 'neutral',
  'name.token': 'names',
  'name.more': 'neutral',
  'name.coin': 'names',
  'name.brand': 'neutral',
  'name.dapp': 'names',
  'name.disguised': 'warns',
  'name.unknown': 'neutral',
  'name.nobody': 'neutral',
  'name.which': 'neutral',
  'ens.address': 'names',
  'ens.none': 'neutral',
  'ens.chain': 'neutral',
  'ens.letters': 'neutral',
  'ens.failed': 'neutral',
  'ens.reverse': 'neutral',
  'ens.reverse-other': 'warns',
} as const satisfies Readonly<Record<string, Stance>>;

export type StatementId = keyof typeof STATEMENTS;

/** @example statement('site.unknown', 'absent', { host: named('evil.com') }) */
export function statement(
  id: StatementId,
  sure: Sure,
  facts: Statement['facts'] = {},
  more: { readonly sources?: readonly StatementSource[]; readonly address?: Address | null } = {},
): Statement {
  return { id, stance: STATEMENTS[id], sure, facts, sources: more.sources ?? [], address: more.address ?? null };
}

export function nobody(id: StatementId, facts: Statement['facts'] = {}): Statement {
  return statement(id, 'nobody', facts);
}

export const named = (value: string): StatementFact => ({ type: 'name', value });
export const quoted = (value: string): StatementFact => ({ type: 'quote', value });
export const chosen = (value: string): StatementFact => ({ type: 'choice', value });
export const dated = (value: string): StatementFact => ({ type: 'date', value });
export const counted = (value: number): StatementFact => ({ type: 'number', value });
