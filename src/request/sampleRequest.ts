import { paramsTextOf, readRequest } from './readRequest.ts';
import type { SigningRequest } from './SigningRequest.ts';

/** For tests: a request as the background would make it, from a method and its parameters. */
export function sampleRequest(
  method: string,
  params: unknown,
  rest: Partial<Omit<SigningRequest, 'ask'>> = {},
): SigningRequest {
  return readRequest({
    id: '00000000000000000000000000000001',
    origin: 'https://app.example.org',
    topOrigin: 'https://app.example.org',
    documentId: 'document',
    frame: 'top',
    wallet: null,
    chainId: 1,
    account: SAMPLE_ACCOUNT,
    contradicted: [],
    method,
    paramsText: typeof params === 'string' ? params : paramsTextOf(params),
    ...rest,
  });
}

/** anvil's first account. */
export const SAMPLE_ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
