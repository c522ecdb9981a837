import type { Action } from '../decode/Action.ts';
import type { Evidence } from '../detectors/Evidence.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import type { Consequence, UnknownWhy } from '../simulate/Consequence.ts';
import type { Coverage, Step, Verdict } from './Verdict.ts';

export interface Case {
  readonly request: SigningRequest;
  readonly action: Action;
  readonly consequences: readonly Consequence[];
  readonly evidence: readonly Evidence[];
  readonly coverage: Coverage;
}

/**
 * The table (design: "One request, end to end", step 7): a fired danger makes danger; else a fired caution makes caution;
 * else a lost fact or an opaque action makes unknown; else routine. Nothing ever lowers a level.
 */
export function judge(one: Case): Verdict {
  const findings = one.evidence.filter((evidence) => evidence.outcome === 'fired').map(capped);
  const dangers = idsOf(findings, 'danger');
  const cautions = idsOf(findings, 'caution');
  const gaps = gapsOf(one);
  return {
    level: dangers.length > 0 ? 'danger' : cautions.length > 0 ? 'caution' : gaps.length > 0 ? 'unknown' : 'routine',
    because: [...new Set([...dangers, ...cautions, ...gaps])],
    coverage: one.coverage,
    friction: frictionOf(one, dangers.length > 0, cautions.length + gaps.length > 0),
  };
}

/** Law 1: the model can raise routine to caution and never reaches danger alone. */
const MODEL_WITNESSES: ReadonlySet<string> = new Set(['suspicious-host']);

function capped(evidence: Evidence): Evidence {
  return evidence.severity === 'danger' && MODEL_WITNESSES.has(evidence.detector)
    ? { ...evidence, severity: 'caution' }
    : evidence;
}

function idsOf(findings: readonly Evidence[], severity: Evidence['severity']): string[] {
  return findings.filter((finding) => finding.severity === severity).map(({ detector }) => detector);
}

/** Checks whose missing answer is a missing fact, not a missing comfort. */
const FACT_CHECKS: ReadonlySet<string> = new Set(['spender-is-eoa', 'grantee-can-take', 'session-key']);

const UNREADABLE: ReadonlySet<UnknownWhy> = new Set(['opaque', 'unreadable', 'blind-hash', 'unbounded-order']);

/** The judge's own two reasons for `unknown`. */
function gapsOf(one: Case): ('lost-fact' | 'opaque-action')[] {
  const gaps: ('lost-fact' | 'opaque-action')[] = [];
  if (isFactLost(one)) gaps.push('lost-fact');
  if (isOpaque(one)) gaps.push('opaque-action');
  return gaps;
}

function isFactLost(one: Case): boolean {
  const { coverage, evidence } = one;
  if (failed(coverage, 'detectors') || (isNothingChecked(coverage) && !isHarmless(one))) return true;
  if (evidence.some(({ detector, outcome }) => outcome === 'inconclusive' && FACT_CHECKS.has(detector))) return true;
  if (isSent(one.request)) {
    return !isHarmless(one) && !(coverage.ran.includes('chain') && coverage.ran.includes('simulation'));
  }
  return takes(one) && (!coverage.ran.includes('chain') || failed(coverage, 'simulation'));
}

/** A transaction or a batch of calls: whatever it states, only a run shows what it does. */
function isSent({ ask }: SigningRequest): boolean {
  return ask.kind === 'transaction' || ask.kind === 'calls';
}

/** `0x`. */
const EMPTY_DATA = 2;

/** Taking powers back gives nobody anything, simulated or not. */
function isHarmless({ consequences }: Case): boolean {
  return consequences.some(isRevoke) && consequences.every((one) => isRevoke(one) || isGap(one));
}

function isRevoke(one: Consequence): boolean {
  return one.kind === 'grants' && one.revokes;
}

function isGap(one: Consequence): boolean {
  return one.kind === 'unknown' && (one.why === 'not-simulated' || one.why === 'simulation-failed');
}

/** Moves value, gives power or passes command. */
function takes({ consequences }: Case): boolean {
  return consequences.some(
    (one) => one.kind === 'leaves' || one.kind === 'control' || (one.kind === 'grants' && !one.revokes),
  );
}

function isOpaque({ action, consequences, coverage, request }: Case): boolean {
  if (isUnreadable(action) || changesOwnAccount(action, request)) return true;
  // An unknown call that a faithful run has shown is a call, not a riddle.
  const shown = coverage.ran.includes('simulation');
  return consequences.some(
    (one) => one.kind === 'unknown' && UNREADABLE.has(one.why) && !(shown && one.why === 'opaque'),
  );
}

/** An unread call of one's own account: what it changes inside, no balance and no event has to show. */
function changesOwnAccount(action: Action, { account }: Pick<SigningRequest, 'account'>): boolean {
  if (action.kind === 'batch') return action.actions.some((one) => changesOwnAccount(one, { account }));
  return (
    action.kind === 'call' &&
    action.gist === undefined &&
    action.data.length > EMPTY_DATA &&
    action.to.toLowerCase() === account?.toLowerCase()
  );
}

function isUnreadable(action: Action): boolean {
  switch (action.kind) {
    case 'opaque':
    case 'unreadable':
      return true;
    case 'message':
      return action.text === null;
    case 'batch':
      return action.actions.some(isUnreadable);
    default:
      return false;
  }
}

/** Where facts come from. Decoding alone only repeats what the page says. */
const FACT_STEPS: readonly Step[] = ['chain', 'simulation', 'lists', 'registry'];

function isNothingChecked({ ran }: Coverage): boolean {
  return !FACT_STEPS.some((step) => ran.includes(step));
}

function failed(coverage: Coverage, step: Step): boolean {
  return coverage.failed.some((one) => one.step === step);
}

/** The greater of what the level asks and what the lost coverage asks, so that a small caution cannot hide a blind check. */
function frictionOf(one: Case, danger: boolean, doubt: boolean): Verdict['friction'] {
  if (danger || (isNothingChecked(one.coverage) && doubt)) return 'fact';
  return doubt ? 'click' : 'none';
}
