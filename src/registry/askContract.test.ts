import { describe, expect, it } from 'vitest';
import { loadData } from '../cli/data.ts';
import type { AccountFacts, ContractFacts } from '../simulate/Simulator.ts';
import { askContract } from './askContract.ts';

const { registry } = await loadData();
const ADMIN = '0x00000000000000000000000000000000000000bb';
const STRANGER = '0x00000000000000000000000000000000000000aa';
const SAFE = '0x41675c099f32341bf84bfc5382af534df5c7461a';
const DAY = 86_400;
const account: AccountFacts = { code: 'contract', delegate: null, nonce: 1n, balanceWei: 0n, codeHash: '0x01' };
const facts: ContractFacts = {
  ...{ implementation: null, proxy: null, admin: null },
  ...{ ageAtLeastSeconds: null, ageAtMostSeconds: null },
};
const ask = (parts: Partial<ContractFacts>) => askContract(1, account, { ...facts, ...parts }, registry);

describe('askContract', () => {
  it('names the code behind a proxy and who decides it', () => {
    const says = ask({ proxy: 'eip1967', implementation: STRANGER, admin: ADMIN, ageAtLeastSeconds: 400 * DAY });
    expect(says.map(({ id, address }) => [id, address])).toEqual([
      ['chain.proxy', STRANGER],
      ['chain.proxy-admin', ADMIN],
      ['chain.age', null],
    ]);
    expect(ask({ proxy: 'safe', implementation: SAFE })[0]?.facts).toMatchObject({
      kind: { value: 'shared' },
      known: { value: 'yes' },
      name: { value: 'Safe 1.4.1' },
    });
  });

  it('bounds the age on the sides that are known, and says when neither is', () => {
    const age = (least: number | null, most: number | null) =>
      ask({ ageAtLeastSeconds: least, ageAtMostSeconds: most }).map(({ id, sure, facts: said }) =>
        id === 'chain.age' ? [said.bounds?.value, said.least?.value, said.most?.value] : [id, sure],
      );
    expect(age(3.2 * DAY, 30 * DAY)).toEqual([['both', 3, 30]]);
    expect(age(366 * DAY, null)).toEqual([['least', 366, 0]]);
    expect(age(60, 1)).toEqual([['most', 0, 1]]);
    expect(age(null, 2.4 * DAY)).toEqual([['most', 0, 3]]);
    expect(age(null, null)).toEqual([['chain.no-history', 'nobody']]);
    expect(age(3600, null)).toEqual([['chain.no-history', 'nobody']]);
  });

  it('names published code, and never takes it for the owner', () => {
    const pair = '0x5b83bdbcc56b2e630f2807bbadd2b0c21619108066b92a58de081261089e9ce5';
    const [twin] = askContract(1, { ...account, codeHash: pair }, facts, registry);
    expect(twin).toMatchObject({
      id: 'chain.code-twin',
      stance: 'neutral',
      sources: [{ name: 'npm @uniswap/v2-core 1.0.1' }],
    });
    expect(askContract(1, account, facts, null).map(({ id }) => id)).toEqual(['chain.no-history']);
  });
});
