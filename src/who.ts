import type { Address } from 'viem';
import { DEADLINES_MS } from './deadlines.ts';
import type { History } from './detectors/Detector.ts';
import { answerIn } from './explain/answer.ts';
import type { WhoAnswer } from './explain/WhoAnswer.ts';
import type { Lists } from './lists/Lists.ts';
import type { Classifier } from './model/Classifier.ts';
import { askAddress } from './registry/askAddress.ts';
import { askName } from './registry/askName.ts';
import { askSite } from './registry/askSite.ts';
import type { SearchableRegistry } from './registry/Registry.ts';
import { chosen, named, nobody, quoted, type Statement, statement } from './registry/Statement.ts';
import { readSubject, type Subject } from './registry/subject.ts';
import { fitsChecksum } from './request/addressChecksum.ts';
import type { AddressReader, AddressView } from './simulate/AddressReader.ts';
import { withDeadline } from './withDeadline.ts';

/** I/O enters here. A `null` port means "not set up": the answer says what is not known for it. */
export interface WhoPorts {
  readonly lists: Lists | null;
  readonly registry: SearchableRegistry | null;
  readonly classifier: Classifier | null;
  readonly reader: AddressReader | null;
  readonly history: History | null;
  readonly language: string;
  readonly signal: AbortSignal;
}

/** What the question leaves out. */
export interface WhoHints {
  /** EIP-155 id of the chain meant; absent means "wherever it is known". */
  readonly chainId?: number | null;
  /** The name an address is said to have. */
  readonly claimed?: string | null;
  /** The question is about a token, whatever it looks like. */
  readonly asToken?: boolean;
}

/**
 * "Who is this?" for a domain, URL, address, token symbol or name, or ENS name: what each source says, since when, how
 * sure, and what nobody knows. Never throws for anything that was typed or that a chain answers.
 *
 * @example const { headline } = await who('https://examplefinance.network', ports)
 */
export async function who(value: string, ports: WhoPorts, hints: WhoHints = {}): Promise<WhoAnswer> {
  const { subject, claimed, remarks } = readSubject(value);
  const said = await statementsOf(subject, ports, { ...hints, claimed: hints.claimed ?? claimed });
  return answerIn(ports.language, { subject, statements: [...remarks, ...said] });
}

function statementsOf(subject: Subject, ports: WhoPorts, hints: WhoHints): Promise<Statement[]> | Statement[] {
  const { lists, registry } = ports;
  switch (subject.kind) {
    case 'site':
      return aboutSite(subject, ports, hints);
    case 'address':
      return aboutAddress(subject, ports, hints);
    case 'ens':
      return aboutEns(subject.name, ports, hints);
    case 'name':
      return askName(subject.name, hints.chainId ?? null, registry);
    case 'ends':
      return aboutEnds(subject, ports, hints);
    case 'nothing':
      return lists === null && registry === null ? [nobody('list.none'), nobody('registry.none')] : [];
  }
}

async function aboutSite(
  { host, text }: Extract<Subject, { kind: 'site' }>,
  ports: WhoPorts,
  hints: WhoHints,
): Promise<Statement[]> {
  const { lists, registry } = ports;
  const said = askSite(host, lists, registry);
  // `yearn.finance` is a site, and some tokens are called so too.
  const tokens = registry?.tokensCalled(hints.chainId ?? null, text) ?? [];
  const asName = tokens.length === 0 ? [] : askName(text, hints.chainId ?? null, registry);
  return [...said, ...(await modelSays(host, ports)), ...asName];
}

async function modelSays(host: string, { classifier, signal }: WhoPorts): Promise<Statement[]> {
  if (classifier === null) return [nobody('model.silent')];
  try {
    const score = await withDeadline('The model', DEADLINES_MS.question, signal, (inner) =>
      classifier.scoreHost(host, inner),
    );
    return [statement('site.model', 'guess', { band: chosen(score.band) }, { sources: [{ name: score.model }] })];
  } catch {
    // A missing or slow model is an answer left out, and said so.
    return [nobody('model.silent')];
  }
}

async function aboutAddress(
  subject: Extract<Subject, { kind: 'address' }>,
  ports: WhoPorts,
  hints: WhoHints,
): Promise<Statement[]> {
  const { lists, registry, reader, history, signal } = ports;
  const { address } = subject;
  const chainId = hints.chainId ?? subject.chainId;
  const checksum = fitsChecksum(subject.written) === false ? [statement('address.checksum', 'form')] : [];
  let view: AddressView | null = null;
  const unread: Statement[] = [];
  try {
    view = (await reader?.read(chainId, address, signal)) ?? null;
    if (view === null) unread.push(nobody('chain.not-asked'));
  } catch {
    // Whatever the endpoint did, the lists still answer.
    unread.push(nobody('chain.failed'));
  }
  const question = {
    ...{ address, chainId, view, claimed: hints.claimed ?? null, asToken: hints.asToken ?? false },
    met: history?.counterparties ?? [],
    own: history?.ownAccounts ?? [],
  };
  return [...checksum, ...askAddress(question, lists, registry), ...(await ownName(address, ports)), ...unread];
}

/** ENS is a complement: what it does not say is not missed. */
async function ownName(address: Address, { reader, signal }: WhoPorts): Promise<Statement[]> {
  try {
    const found = (await reader?.reverse?.(address, signal)) ?? null;
    if (found === null || found.points === 'unchecked') return [];
    const id = found.points === 'back' ? 'ens.reverse' : 'ens.reverse-other';
    return [statement(id, 'chain', { name: quoted(found.name) })];
  } catch {
    return [];
  }
}

async function aboutEns(name: string, ports: WhoPorts, hints: WhoHints): Promise<Statement[]> {
  const { reader, registry, signal } = ports;
  const facts = { name: quoted(name) };
  const tokens = registry?.tokensCalled(hints.chainId ?? null, name) ?? [];
  const asName = tokens.length === 0 ? [] : askName(name, hints.chainId ?? null, registry);
  try {
    const answer = (await reader?.resolve(name, signal)) ?? { kind: 'no-chain' };
    if (answer.kind === 'no-chain') return [statement('ens.chain', 'absent', facts), ...asName];
    if (answer.kind === 'letters') return [statement('ens.letters', 'absent', facts), ...asName];
    if (answer.kind === 'none') return [statement('ens.none', 'chain', facts), ...asName];
    const { address } = answer;
    const subject = { kind: 'address', address, written: address, chainId: null } as const;
    const points = statement('ens.address', 'chain', facts, { address });
    return [points, ...(await aboutAddress(subject, ports, { ...hints, chainId: hints.chainId ?? 1 }))];
  } catch {
    return [statement('ens.failed', 'absent', facts), ...asName];
  }
}

/** Only the ends are given: what is known with them is named, and nothing is concluded. */
function aboutEnds(
  { head, tail }: Extract<Subject, { kind: 'ends' }>,
  { registry }: WhoPorts,
  { claimed, chainId }: WhoHints,
): Statement[] {
  const isLongEnough = head.length + tail.length >= MIN_ENDS;
  const known = isLongEnough ? (registry?.withEnds(head, tail) ?? []) : [];
  return [
    statement('form.ends', 'form'),
    ...known
      .slice(0, MAX_ENDS)
      .map(({ address, name }) => statement('ends.known', 'likeness', { name: named(name) }, { address })),
    ...(known.length === 0 ? [statement('ends.unknown', 'absent')] : []),
    ...(claimed == null ? [] : askName(claimed, chainId ?? null, registry)),
  ];
}

/** Fewer digits fit too many addresses to be worth naming one. */
const MIN_ENDS = 6;
const MAX_ENDS = 3;
