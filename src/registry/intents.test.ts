import { describe, expect, it } from 'vitest';
import { createDescriptors } from './intents.ts';
import { encodeTable, readTable } from './table.ts';

const AT = '0x87870bca3f3fd6335c3f4ce8392d69350b4fa4e2';
const tableOf = (rows: string[][]) => readTable('intents.tsv', encodeTable('intents.tsv', rows));

describe('packaged descriptors', () => {
  it('come back as they were written', () => {
    const row = ['Aave', `1:${AT} 10:${AT}`, '0x617ba037=Supply', '0x00000001=a = b'];
    expect(createDescriptors(tableOf([row]), '2026-02-02')()).toEqual([
      {
        deployments: [
          { chainId: 1, address: AT },
          { chainId: 10, address: AT },
        ],
        intents: new Map([
          ['0x617ba037', 'Supply'],
          ['0x00000001', 'a = b'],
        ]),
        owner: 'Aave',
        date: '2026-02-02',
      },
    ]);
  });

  it('name nobody where the register names nobody, and no address that is none', () => {
    const [read] = createDescriptors(tableOf([['', `1:${AT} 1:nothing`, '0x617ba037=Supply']]), null)();
    expect(read).toMatchObject({ owner: null, date: null, deployments: [{ address: AT }] });
  });
});
