import * as v from 'valibot';
import { BridgeMessage, PageStatus } from './bridge.ts';
import { PageMessage } from './pages.ts';

/** What crossed a boundary, or `null` when it is not exactly what its schema says. */
export function readBridgeMessage(message: unknown): BridgeMessage | null {
  const parsed = v.safeParse(BridgeMessage, message);
  return parsed.success ? parsed.output : null;
}

export function readPageMessage(message: unknown): PageMessage | null {
  const parsed = v.safeParse(PageMessage, message);
  return parsed.success ? parsed.output : null;
}

export function readPageStatus(message: unknown): PageStatus | null {
  const parsed = v.safeParse(PageStatus, message);
  return parsed.success ? parsed.output : null;
}
