import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { BadInputError } from '../errors.ts';
import { readRequest } from '../request/readRequest.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { memberText } from '../text/canonicalJson.ts';

/** What `check` reads (design: cli.md). What a page may send wrong is judged, what a person typed wrong is an error. */
const Asked = v.object({
  origin: v.nullish(v.string(), null),
  method: v.string(),
  params: v.optional(v.unknown(), []),
  chainId: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)), null),
  account: v.nullish(v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/u, 'must be an address of 20 bytes')), null),
});

/** @throws BadInputError when the text is no JSON or no request. */
export function readAsked(text: string): SigningRequest {
  const asked = v.safeParse(Asked, parseJson(text));
  if (!asked.success) {
    const issue = asked.issues[0];
    const where = v.getDotPath(issue) ?? 'the request';
    throw new BadInputError(
      `not a request: ${where}: ${issue.message}; give {"origin", "method", "params", "chainId", "account"}`,
    );
  }
  const { origin, method, chainId, account } = asked.output;
  return readRequest({
    id: randomBytes(16).toString('hex'),
    origin,
    topOrigin: origin,
    documentId: null,
    frame: 'top',
    wallet: null,
    chainId,
    account,
    contradicted: [],
    method,
    // The text itself: JSON.parse forgets duplicate keys and rounds large integers, and both are to be judged.
    paramsText: memberText(text, 'params') ?? '[]',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadInputError(`not JSON: ${why}; give one request as a JSON object`, { cause: error });
  }
}
