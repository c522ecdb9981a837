import { expect } from 'vitest';
import { readableJson } from '../../extension/protocol/codec.ts';
import { check, type Ports } from '../../src/check.ts';
import { verdictJson } from '../../src/cli/verdictJson.ts';
import { decode } from '../../src/decode/decode.ts';
import { DETECTORS } from '../../src/detectors/index.ts';
import type { SigningRequest } from '../../src/request/SigningRequest.ts';
import { sampleRequest } from '../../src/request/sampleRequest.ts';
import { derive } from '../../src/simulate/derive.ts';

export const NOBODY: Ports = {
  simulator: null,
  lists: null,
  registry: null,
  classifier: null,
  history: { counterparties: [], ownAccounts: [] },
  clock: () => 1_760_000_000_000,
  language: 'en',
  signal: new AbortController().signal,
};

/** Reads a request as the background would. A parser that failed on its own account is a failure, however it is told. */
export function read(method: string, params: unknown): SigningRequest {
  const request = sampleRequest(method, params);
  for (const { ask } of [request, ...(request.ask.kind === 'batch' ? request.ask.requests : [])]) {
    if (ask.kind === 'unreadable') expect(ask.detail).not.toContain('the parser failed');
  }
  return request;
}

/** Every step that needs nobody's answer, one by one: none may throw, and each detector answers for itself. */
export function walk(request: SigningRequest): void {
  const { action, actions } = decode(request);
  const scene = {
    request,
    action,
    actions,
    consequences: derive(request, actions),
    chain: null,
    lists: null,
    registry: null,
    hostScore: null,
    history: NOBODY.history,
    nowSeconds: 1_760_000_000n,
  };
  for (const detector of DETECTORS) if (detector.applies(scene)) detector.detect(scene);
}

/** The whole staircase and both written forms of its answer. */
export async function judged(request: SigningRequest): Promise<void> {
  const report = await check(request, NOBODY);
  expect(report.explanation.headline.length).toBeGreaterThan(0);
  // JSON of our own must be JSON for everybody: no bigint, no cycle.
  expect(() => JSON.parse(JSON.stringify(verdictJson(report, null)))).not.toThrow();
  expect(() => JSON.parse(readableJson(report.action))).not.toThrow();
}
