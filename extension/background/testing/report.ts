import { check, type Report } from '../../../src/check.ts';
import { readRequest } from '../../../src/request/readRequest.ts';

export const USER = `0x${'11'.repeat(20)}`;
export const TOKEN = `0x${'22'.repeat(20)}`;
export const SPENDER = `0x${'33'.repeat(20)}`;
export const OTHER = `0x${'44'.repeat(20)}`;

/** What the real `check()` says of a request, with no port set up. */
export function reportOf(
  method: string,
  params: unknown,
  origin: string | null = 'https://app.example.org',
): Promise<Report> {
  const where = { origin, topOrigin: origin, documentId: 'd', frame: 'top', wallet: null } as const;
  const request = readRequest({
    ...where,
    id: '0'.repeat(32),
    chainId: 1,
    account: USER,
    contradicted: [],
    method,
    paramsText: JSON.stringify(params),
  });
  return check(request, {
    ...{ simulator: null, lists: null, registry: null, classifier: null, history: null },
    clock: () => 0,
    language: 'en',
    signal: new AbortController().signal,
  });
}

const word = (hex: string): string => hex.replace(/^0x/u, '').padStart(64, '0');

export function approve(spender: string, amount: bigint): unknown[] {
  return [{ from: USER, to: TOKEN, data: `0x095ea7b3${word(spender)}${word(amount.toString(16))}` }];
}

export function transfer(to: string, valueWei: bigint): unknown[] {
  return [{ from: USER, to, value: `0x${valueWei.toString(16)}` }];
}

/** The report with another verdict level, for rules that only look at it. */
export function withLevel(report: Report, level: Report['verdict']['level']): Report {
  return { ...report, verdict: { ...report.verdict, level, friction: level === 'routine' ? 'none' : 'click' } };
}
