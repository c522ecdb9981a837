import type { Report } from '../../src/check.ts';
import { hostOf, splitHost } from '../../src/text/domains.ts';
import { readableJson } from '../protocol/codec.ts';
import type { StoredRequest } from '../protocol/stored.ts';
import type { ReviewView } from '../protocol/views.ts';
import { isWaiting } from './requestState.ts';

/** What the window is shown besides the report. */
export interface ViewFacts {
  readonly method: string;
  readonly paramsText: string;
  readonly walletName: string | null;
  readonly account: string | null;
  readonly chainName: string | null;
  readonly lists: readonly { readonly name: string; readonly date: string }[];
}

/** What became known after the first verdict; all of it is lost with the worker, whose next life checks anew. */
export interface Looks {
  readonly checkedAt: number;
  readonly again: { readonly block: bigint | null; readonly worseBlock: bigint | null } | null;
}

/** One request as the review window shows it; `report` is `null` while the check runs. */
export function reviewView(
  request: StoredRequest,
  report: Report | null,
  facts: ViewFacts,
  { checkedAt, again }: Looks = { checkedAt: 0, again: null },
): ReviewView {
  const verdict = report?.verdict;
  return {
    id: request.id,
    state: report === null ? 'checking' : isWaiting(request) ? 'ready' : 'decided',
    origin: request.origin,
    site: siteOf(request.origin),
    insideSite: request.frame === 'sub' && request.topOrigin !== request.origin ? hostOf(request.topOrigin) : null,
    walletName: facts.walletName,
    chainName: facts.chainName,
    account: facts.account,
    method: facts.method,
    level: verdict?.level ?? 'unknown',
    friction: verdict?.friction ?? 'fact',
    explanation: report?.explanation ?? null,
    coverage: {
      ran: verdict?.coverage.ran ?? [],
      failed: verdict?.coverage.failed.map(({ step }) => step) ?? [],
      skipped: verdict?.coverage.skipped.map(({ step }) => step) ?? [],
    },
    technicalText: technicalText(report, facts),
    arrivedAt: request.arrivedAt,
    expiresAt: request.expiresAt,
    checkedAt,
    again:
      again === null
        ? null
        : { block: again.block?.toString() ?? null, worseBlock: again.worseBlock?.toString() ?? null },
  };
}

/** The host with its registrable domain apart, so that the part that matters can be emphasised. */
export function siteOf(origin: string | null): ReviewView['site'] {
  const host = hostOf(origin);
  if (host === null) return { before: '', registrable: '', after: '' };
  const { port } = new URL(origin ?? '');
  const { registrable } = splitHost(host);
  const name = registrable ?? host;
  return {
    before: host.endsWith(name) ? host.slice(0, host.length - name.length) : '',
    registrable: name,
    after: port === '' ? '' : `:${port}`,
  };
}

/** Complete and copyable (warnings.md, rule 14). */
function technicalText(report: Report | null, facts: ViewFacts): string {
  const { method, paramsText, lists } = facts;
  if (report === null) return readableJson({ method, params: paramsText });
  const { request, action, consequences, evidence, verdict, digests, chain, timingsMs } = report;
  return readableJson({
    method,
    params: paramsText,
    origin: request.origin,
    topOrigin: request.topOrigin,
    chainId: request.chainId,
    account: request.account,
    verdict,
    action,
    consequences,
    evidence,
    digests,
    block: chain === null ? null : { number: chain.blockNumber, timeSeconds: chain.blockTimeSeconds },
    engine: chain?.engine ?? null,
    notes: chain?.notes ?? [],
    run: chain?.run ?? null,
    lists,
    timingsMs,
  });
}
