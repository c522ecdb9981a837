import { RpcError } from '../../errors.ts';
import type { RunLog } from '../probesFromLogs.ts';
import { type RawCall, readLogs } from '../RawRun.ts';
import { readArray, readBytes, readRecord, readUint64 } from '../rpcValue.ts';

/** Frames deeper or more than this are no answer to one transaction's gas. */
const MAX_FRAMES = 20_000;

/**
 * Reads a `callTracer` answer with logs: the call's own end, and the logs of every frame that did not fail.
 *
 * @throws RpcError
 */
export function readFrames(answer: unknown): RawCall {
  const top = readRecord(answer, 'the trace');
  const failed = typeof top.error === 'string' ? top.error : null;
  return {
    success: failed === null,
    gasUsed: readUint64(top.gasUsed, "the traced call's gas"),
    logs: failed === null ? logsIn(top) : [],
    returnData: readBytes(top.output ?? '0x', "the traced call's answer"),
    message: failed === null ? null : failed.slice(0, 200),
  };
}

function logsIn(top: Readonly<Record<string, unknown>>): readonly RunLog[] {
  const logs: RunLog[] = [];
  const waiting = [top];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    if (seen > MAX_FRAMES) throw new RpcError('The RPC gave a trace without end.');
    const frame = waiting.pop();
    if (frame === undefined || typeof frame.error === 'string') continue;
    logs.push(...readLogs(frame.logs));
    const inner = frame.calls === undefined || frame.calls === null ? [] : readArray(frame.calls, 'inner calls');
    waiting.push(...inner.map((each) => readRecord(each, 'an inner call')));
  }
  return logs;
}
