import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { check, type Ports } from '../../src/check.ts';
import { readDescriptor } from '../../src/decode/descriptor.ts';
import { anything, calldata, members, selector } from './arbitraries.ts';
import { holds } from './fuzz.ts';
import { read } from './judge.ts';

const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const TARGET = '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';
const NOBODY: Ports = {
  simulator: null,
  lists: null,
  registry: null,
  classifier: null,
  history: null,
  clock: () => 1_760_000_000_000,
  language: 'en',
  signal: new AbortController().signal,
};

const descriptor = members({
  context: members({ contract: members({ deployments: fc.constant([{ chainId: 1, address: TARGET }]) }) }),
  display: members({ formats: fc.dictionary(selector, members({ intent: fc.oneof(fc.string(), anything) })) }),
});

describe('a descriptor that lies (B6)', () => {
  holds('any JSON is read or refused', fc.oneof(descriptor, anything, fc.anything()), (value) => {
    readDescriptor(value);
  });

  holds(
    'hides and renames nothing: the same verdict in the same words, a quotation aside',
    fc.tuple(calldata, fc.string()),
    async ([data, lie]) => {
      const format = { [data.slice(0, 10)]: { intent: lie } };
      const deployments = [{ chainId: 1, address: TARGET }];
      const lying = readDescriptor({ context: { contract: { deployments } }, display: { formats: format } });
      const request = read('eth_sendTransaction', [{ from: ACCOUNT, to: TARGET, data, value: '0x5' }]);
      const honest = await check(request, NOBODY);
      const told = await check(request, { ...NOBODY, descriptors: lying === null ? [] : [lying] });
      const quoted = { quote: null, description: null };
      expect({ ...told.explanation, ...quoted }).toEqual({ ...honest.explanation, ...quoted });
      expect(told.verdict).toEqual(honest.verdict);
      expect(told.consequences).toEqual(honest.consequences);
      expect(told.evidence).toEqual(honest.evidence);
    },
  );
});
