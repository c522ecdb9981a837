import type { Address } from 'viem';
import { DEADLINES_MS } from './deadlines.ts';
import type { Action, Digests } from './decode/Action.ts';
import { type Decoded, decode } from './decode/decode.ts';
import { type Descriptor, withIntent } from './decode/descriptor.ts';
import { retype } from './decode/tokens.ts';
import type { History, Scene } from './detectors/Detector.ts';
import type { Evidence } from './detectors/Evidence.ts';
import { runDetectors } from './detectors/run.ts';
import { uniteEvidence } from './detectors/uniteEvidence.ts';
import type { Explanation } from './explain/Explanation.ts';
import { explain } from './explain/explain.ts';
import { judge } from './judge/judge.ts';
import { judgeTogether } from './judge/judgeTogether.ts';
import type { Coverage, Step, Verdict } from './judge/Verdict.ts';
import type { Lists } from './lists/Lists.ts';
import type { Classifier, HostScore } from './model/Classifier.ts';
import type { Registry } from './registry/Registry.ts';
import type { SigningRequest } from './request/SigningRequest.ts';
import type { Consequence } from './simulate/Consequence.ts';
import { derive } from './simulate/derive.ts';
import { addressesOf, holdersOf, tokensOf } from './simulate/interest.ts';
import { reconcile } from './simulate/reconcile.ts';
import type { ChainView, Simulator } from './simulate/Simulator.ts';
import { uniteViews } from './simulate/uniteViews.ts';
import { hostOf } from './text/domains.ts';
import { withDeadline } from './withDeadline.ts';

/** I/O enters here and nowhere else. A `null` port means "not set up": coverage says so. */
export interface Ports {
  readonly simulator: Simulator | null;
  readonly lists: Lists | null;
  readonly registry: Registry | null;
  readonly classifier: Classifier | null;
  readonly history: History | null;
  readonly clock: () => number;
  readonly language: string;
  readonly signal: AbortSignal;
  /** ERC-7730 descriptors, where somebody gives some: hints for what nobody could read, quoted and never believed. */
  readonly descriptors?: readonly Descriptor[];
}

/** Everything one check found, for the window, the command line and the kit alike. */
export interface Report {
  readonly request: SigningRequest;
  readonly action: Action;
  readonly consequences: readonly Consequence[];
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict;
  readonly explanation: Explanation;
  readonly digests: Digests | null;
  readonly chain: ChainView | null;
  /** Milliseconds by step and `total`. */
  readonly timingsMs: Readonly<Record<string, number>>;
}

/**
 * The staircase: request -> Action -> Consequence[] -> Evidence[] -> Verdict -> Explanation. Never throws for anything
 * the world does; what could not run stands in the verdict's coverage.
 */
export function check(request: SigningRequest, ports: Ports): Promise<Report> {
  const { ask } = request;
  return ask.kind === 'batch' ? checkTogether(request, ask.requests, ports) : checkOne(request, ports);
}

/** A batch: each request by itself, then all of them as one thing. */
async function checkTogether(
  request: SigningRequest,
  requests: readonly SigningRequest[],
  ports: Ports,
): Promise<Report> {
  const stopwatch = startStopwatch(ports.clock);
  const parts = await Promise.all(requests.map((one) => checkOne(one, ports)));
  stopwatch.lap('parts');
  const { registry, language } = ports;
  const decoded = hinted(inRegistryTerms(decode(request), request, registry), request, ports);
  const { action } = decoded;
  const chain = uniteViews(parts.map((part) => part.chain));
  const consequences = parts.flatMap((part) => part.consequences);
  const together = runDetectors(sceneOf({ request, decoded, consequences, chain, hostScore: null }, ports));
  const evidence = uniteEvidence([together, ...parts.map((part) => part.evidence)]);
  const verdict = judgeTogether(
    { request, action, consequences, evidence },
    parts.map((part) => part.verdict),
  );
  const explanation = explain({ request, action, consequences, evidence, verdict, chain, registry, language });
  const timingsMs = stopwatch.total();
  return { request, action, consequences, evidence, verdict, explanation, digests: null, chain, timingsMs };
}

async function checkOne(request: SigningRequest, ports: Ports): Promise<Report> {
  const stopwatch = startStopwatch(ports.clock);
  const log = new CoverageLog();

  const decoded = hinted(inRegistryTerms(decode(request), request, ports.registry), request, ports);
  if (decoded.action.kind === 'unreadable') log.failed('decode', decoded.action.why);
  else log.ran('decode');
  const stated = derive(request, decoded.actions);
  stopwatch.lap('decode');
  stopwatch.start();

  const connecting = decoded.action.kind === 'connect';
  const [chain, hostScore] = await Promise.all([
    lookAtChain(request, decoded, ports, log).finally(() => stopwatch.lap('chain')),
    scoreHost(request, connecting, ports, log).finally(() => stopwatch.lap('model')),
  ]);

  noteLocal('lists', ports.lists, log);
  noteLocal('registry', ports.registry, log);
  stopwatch.start();
  const consequences = reconcile(stated, chain, request);
  const evidence = runDetectors(sceneOf({ request, decoded, consequences, chain, hostScore }, ports));
  log.ran('detectors');
  stopwatch.lap('detect');
  stopwatch.start();

  const verdict = judge({ request, action: decoded.action, consequences, evidence, coverage: log.coverage() });
  const explanation = explain({
    request,
    action: decoded.action,
    consequences,
    evidence,
    verdict,
    chain,
    registry: ports.registry,
    language: ports.language,
  });
  stopwatch.lap('explain');
  return {
    request,
    action: decoded.action,
    consequences,
    evidence,
    verdict,
    explanation,
    digests: decoded.digests,
    chain,
    timingsMs: stopwatch.total(),
  };
}

function sceneOf(
  facts: Pick<Scene, 'request' | 'consequences' | 'chain' | 'hostScore'> & { readonly decoded: Decoded },
  { lists, registry, history, clock }: Ports,
): Scene {
  const { decoded, ...rest } = facts;
  const { action, actions } = decoded;
  return { ...rest, action, actions, lists, registry, history, nowSeconds: BigInt(Math.floor(clock() / 1000)) };
}

/** `approve` and `transferFrom` read the same for a token and for a collectible: the registry knows which it is. */
function inRegistryTerms(decoded: Decoded, request: SigningRequest, registry: Registry | null): Decoded {
  const { chainId } = request;
  if (registry === null || chainId === null) return decoded;
  const one = (action: Action): Action => {
    if (action.kind === 'batch') return { ...action, actions: action.actions.map(one) };
    if (action.kind !== 'allowance' && action.kind !== 'transfer') return action;
    const token = action.asset.type === 'erc20' ? registry.token(chainId, action.asset.address) : null;
    return token === null ? action : retype(action, token.type);
  };
  return { ...decoded, action: one(decoded.action), actions: decoded.actions.map(one) };
}

/** What a descriptor calls it stands beside the action that is shown; the leaves, which are judged, never see it. */
function hinted(decoded: Decoded, { ask, chainId }: SigningRequest, ports: Ports): Decoded {
  const descriptors = [...(ports.descriptors ?? []), ...(ports.registry?.descriptors?.() ?? [])];
  if (descriptors.length === 0) return decoded;
  const typed = ask.kind === 'typedData' ? ask.typed : null;
  return { ...decoded, action: withIntent(decoded.action, descriptors, chainId, typed) };
}

function isListedToken(token: Address, { chainId }: SigningRequest, registry: Registry | null): boolean {
  if (registry === null || chainId === null) return false;
  return registry.token(chainId, token) !== null || registry.contract(chainId, token) !== null;
}

/** The chain's answer, or `null` with the reason in the coverage. Connecting is judged without the chain. */
async function lookAtChain(
  request: SigningRequest,
  decoded: Pick<Decoded, 'action' | 'actions' | 'digests'>,
  ports: Ports,
  log: CoverageLog,
): Promise<ChainView | null> {
  const skip = (why: string): null => {
    log.skipped('chain', why);
    log.skipped('simulation', why);
    return null;
  };
  const { simulator } = ports;
  if (decoded.action.kind === 'connect') return skip('not-needed');
  if (simulator === null) return skip('no-rpc-chosen');
  const { chainId } = request;
  const addresses = addressesOf(request, decoded.actions);
  const query = {
    request,
    action: decoded.action,
    addresses,
    known: addresses.filter((one) => chainId !== null && ports.registry?.contract(chainId, one) != null),
    tokens: tokensOf(decoded.actions),
    holders: holdersOf(decoded.actions),
    isListed: (token: Address) => isListedToken(token, request, ports.registry),
    priceSource: (token: Address | 'native') =>
      chainId === null ? null : (ports.registry?.priceSource?.(chainId, token) ?? null),
    marketSource: chainId === null ? null : (ports.registry?.marketSource?.(chainId) ?? null),
    ...(decoded.digests?.kind === 'typedData' ? { digest: decoded.digests.eip712Hash } : {}),
  };
  try {
    const view = await withDeadline('The chain', DEADLINES_MS.chain, ports.signal, (signal) =>
      simulator.look(query, signal),
    );
    if (view === null) return skip('no-rpc-for-chain');
    log.ran('chain');
    if (view.run !== null) log.ran('simulation');
    else if (view.runFailure !== null) log.failed('simulation', view.runFailure);
    else log.skipped('simulation', 'nothing-to-run');
    if (view.notes.includes('no-variants')) log.skipped('variants', 'not-on-this-server');
    else if (view.notes.some((note) => PARTLY_VARIED.has(note))) log.skipped('variants', 'only-in-part');
    else if (view.variants !== undefined) log.ran('variants');
    return view;
  } catch (error) {
    const why = messageOf(error);
    log.failed('chain', why);
    log.failed('simulation', why);
    return null;
  }
}

/** Notes of a look whose engine could notice less than others: code stood at the account, or storage was not named. */
const PARTLY_VARIED: ReadonlySet<string> = new Set(['code-at-account', 'no-perturbation']);

/** The host witness's score, or `null` with the reason in the coverage. It may be late; the verdict does not wait. */
async function scoreHost(
  request: SigningRequest,
  connecting: boolean,
  ports: Ports,
  log: CoverageLog,
): Promise<HostScore | null> {
  const { classifier } = ports;
  const host = hostOf(request.origin ?? request.topOrigin);
  if (classifier === null || host === null) {
    log.skipped('model', classifier === null ? 'no-model' : 'no-host');
    return null;
  }
  const deadline = connecting ? DEADLINES_MS.connectModel : DEADLINES_MS.model;
  try {
    const score = await withDeadline('The model', deadline, ports.signal, (signal) =>
      classifier.scoreHost(host, signal),
    );
    log.ran('model');
    return score;
  } catch (error) {
    log.failed('model', messageOf(error));
    return null;
  }
}

function noteLocal(step: 'lists' | 'registry', port: object | null, log: CoverageLog): void {
  if (port === null) log.failed(step, 'not-loaded');
  else log.ran(step);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

class CoverageLog {
  readonly #ran: Step[] = [];
  readonly #failed: { step: Step; why: string }[] = [];
  readonly #skipped: { step: Step; why: string }[] = [];

  ran(step: Step): void {
    this.#ran.push(step);
  }

  failed(step: Step, why: string): void {
    this.#failed.push({ step, why });
  }

  skipped(step: Step, why: string): void {
    this.#skipped.push({ step, why });
  }

  coverage(): Coverage {
    return { ran: this.#ran, failed: this.#failed, skipped: this.#skipped };
  }
}

interface Stopwatch {
  /** Milliseconds since the last `start`, kept under this name. */
  lap(name: string): void;
  start(): void;
  total(): Readonly<Record<string, number>>;
}

function startStopwatch(clock: () => number): Stopwatch {
  const began = clock();
  let from = began;
  const laps: Record<string, number> = {};
  return {
    lap(name) {
      laps[name] = clock() - from;
    },
    start() {
      from = clock();
    },
    total: () => ({ ...laps, total: clock() - began }),
  };
}
