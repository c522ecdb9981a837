import type { SigningRequest, TypedData } from '../request/SigningRequest.ts';
import { parseStrictJson } from '../text/canonicalJson.ts';
import { type Decoded, decode } from './decode.ts';

/** For tests: typed data from a compact notation, `{ Permit: 'address owner,uint256 value' }`, decoded. */
export function decodeTypedSample(
  types: Readonly<Record<string, string>>,
  primaryType: string,
  message: unknown,
  domain: Readonly<Record<string, unknown>> = SAMPLE_DOMAIN,
): Decoded {
  const typed = asRead(typedSample(types, primaryType, message, domain));
  return decode({ ...REQUEST, ask: { kind: 'typedData', version: 'v4', account: null, typed } });
}

export function typedSample(
  types: Readonly<Record<string, string>>,
  primaryType: string,
  message: unknown,
  domain: Readonly<Record<string, unknown>> = SAMPLE_DOMAIN,
): Record<string, unknown> {
  const written = Object.entries({ EIP712Domain: domainType(domain), ...types });
  return {
    types: Object.fromEntries(written.map(([name, members]) => [name, membersOf(members)])),
    primaryType,
    domain,
    message,
  };
}

export const SAMPLE_DOMAIN = {
  name: 'USD Coin',
  version: '2',
  chainId: 1,
  verifyingContract: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
} as const;

function domainType(domain: Readonly<Record<string, unknown>>): string {
  const all = ['string name', 'string version', 'uint256 chainId', 'address verifyingContract'];
  return all.filter((member) => (member.split(' ')[1] ?? '') in domain).join(',');
}

function membersOf(members: string): { name: string; type: string }[] {
  return members
    .split(',')
    .filter((member) => member !== '')
    .map((member) => {
      const [type = '', name = ''] = member.split(' ');
      return { name, type };
    });
}

/** As the request's reader hands it on: parsed JSON whose objects have no prototype. */
function asRead(value: unknown): TypedData {
  const read = parseStrictJson(JSON.stringify(value), { maxDepth: 200 });
  if (!read.ok) throw new Error(read.detail);
  return Object(read.value);
}

const REQUEST: Omit<SigningRequest, 'ask'> = {
  id: '00000000000000000000000000000001',
  origin: 'https://app.example.org',
  topOrigin: 'https://app.example.org',
  documentId: 'document',
  frame: 'top',
  wallet: null,
  chainId: 1,
  account: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  contradicted: [],
  method: 'eth_signTypedData_v4',
  paramsText: '[]',
};
