import type { Address } from 'viem';
import { readAddress } from '../text/hex.ts';
import type { LoginAction } from './Action.ts';

/**
 * Reads an EIP-4361 login. `null` when the text is none. Strict about the grammar in what it reports (`faults`),
 * tolerant in what it reads: a login with a fault is still a login to the server that accepts it, and a small fault
 * must not hide for whom it is.
 */
export function readLogin(text: string, account: Address | null): LoginAction | null {
  const lines = text.slice(0, LONGEST).split('\n');
  const at = lines.findIndex((line) => PREAMBLE_ANYWHERE.test(line));
  const preamble = PREAMBLE_ANYWHERE.exec(lines[at] ?? '');
  if (preamble === null) return null;
  const faults: string[] = [];
  const fault = (name: string, when: boolean) => {
    if (when && !faults.includes(name)) faults.push(name);
  };
  fault('preamble', at !== 0 || !PREAMBLE.test(lines[at] ?? ''));
  fault('line-ends', text.includes('\r'));
  fault('too-long', text.length > LONGEST);
  const written = (lines[at + 1] ?? '').trim();
  const address = readAddress(written);
  fault('address', address === null || !/^0x[0-9a-fA-F]{40}$/u.test(lines[at + 1] ?? ''));
  const { scheme, domain } = authorityOf((preamble[1] ?? '').trim());
  fault('domain', domain === '' || !AUTHORITY.test(domain));

  const rest = lines.slice(at + 2);
  const first = rest.findIndex((line) => FIELD.test(line));
  const fieldLines = first < 0 ? [] : rest.slice(first);
  const statementLines = first < 0 ? rest : rest.slice(0, first);
  const statement = statementLines.join('\n').trim();
  fault('statement', !hasStatementForm(statementLines));

  const fields = fieldsOf(fieldLines, fault);
  const uri = fields.get('URI') ?? '';
  const chainText = fields.get('Chain ID') ?? '';
  const nonce = fields.get('Nonce') ?? '';
  fault('uri', !URI.test(uri));
  fault('version', fields.get('Version') !== '1');
  fault('chain-id', !/^[0-9]{1,15}$/u.test(chainText));
  fault('nonce', !/^[0-9a-zA-Z]{8,}$/u.test(nonce));
  for (const name of ['Issued At', 'Expiration Time', 'Not Before']) {
    const value = fields.get(name);
    fault(name.toLowerCase().replace(' ', '-'), value === undefined ? name === 'Issued At' : !DATE_TIME.test(value));
  }
  return {
    kind: 'login',
    scheme,
    domain,
    address: address ?? account ?? NOBODY,
    statement: statement === '' ? null : statement,
    uri,
    chainId: /^[0-9]{1,15}$/u.test(chainText) ? Number(chainText) : null,
    nonce,
    issuedAt: fields.get('Issued At') ?? null,
    expirationTime: fields.get('Expiration Time') ?? null,
    resources: resourcesOf(fieldLines),
    faults,
  };
}

type Fault = (name: string, when: boolean) => void;

/** Fields in the EIP's order, each once; what else stands between them is a fault. */
function fieldsOf(lines: readonly string[], fault: Fault): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let order = -1;
  for (const line of lines) {
    const match = FIELD.exec(line);
    const name = match?.[1];
    if (name === undefined) {
      const closes = line.startsWith('- ') && fields.has('Resources');
      fault('unknown-line', !closes && line.trim() !== '');
      fault('empty-line', line.trim() === '');
      continue;
    }
    const place = FIELD_ORDER.indexOf(name);
    fault('field-order', place <= order);
    fault('duplicate-field', fields.has(name));
    order = Math.max(order, place);
    // The first counts: what a server reads of a doubled field is its own affair, and the fault is told.
    if (!fields.has(name)) fields.set(name, (match?.[2] ?? '').trim());
  }
  return fields;
}

function resourcesOf(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith('Resources:'));
  if (start < 0) return [];
  return lines
    .slice(start + 1)
    .filter((line) => line.startsWith('- '))
    .slice(0, MOST_RESOURCES)
    .map((line) => line.slice(2).trim());
}

function authorityOf(text: string): { scheme: string | null; domain: string } {
  const mark = text.indexOf('://');
  return mark < 0
    ? { scheme: null, domain: text.toLowerCase() }
    : { scheme: text.slice(0, mark).toLowerCase(), domain: text.slice(mark + 3).toLowerCase() };
}

/** An empty line, a statement of one line and an empty line; or empty lines only. */
function hasStatementForm(lines: readonly string[]): boolean {
  if (lines.every((line) => line === '')) return lines.length === 1 || lines.length === 2;
  return lines.length === 3 && lines[0] === '' && lines[2] === '';
}

const FIELD_ORDER = [
  'URI',
  'Version',
  'Chain ID',
  'Nonce',
  'Issued At',
  'Expiration Time',
  'Not Before',
  'Request ID',
  'Resources',
];
const FIELD = /^(URI|Version|Chain ID|Nonce|Issued At|Expiration Time|Not Before|Request ID|Resources):(.*)$/u;
const PREAMBLE = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:\/\/)?[^\s/?#]+ wants you to sign in with your Ethereum account:$/u;
const PREAMBLE_ANYWHERE = /^(.{0,512}?)\s*wants\s+you\s+to\s+sign\s+in\s+with\s+your\s+\S{1,32}\s+account/iu;
/** RFC 3986 authority without userinfo: host, IPv4 or [IPv6], and a port. */
const AUTHORITY = /^(?:\[[0-9a-f:.]+\]|[^\s/?#@\\[\]]+?)(?::[0-9]{1,5})?$/iu;
const URI = /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/u;
/** RFC 3339, which ISO 8601 texts of `Date.toISOString` are. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/u;
const LONGEST = 100_000;
const MOST_RESOURCES = 64;
const NOBODY: Address = '0x0000000000000000000000000000000000000000';
