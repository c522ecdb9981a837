import { randomBytes } from 'node:crypto';
import type { Address } from 'viem';
import { createSimulator } from '../../src/simulate/createSimulator.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import type { ChainQuery } from '../../src/simulate/Simulator.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { benchData, type DataFigure } from '../setup/data/bench.ts';
import { transactionQuery } from '../simulate/requests.ts';
import { ms, type Row, ratio, type Summary, time } from './stats.ts';

const RUNS = 100;

/** What issue C allows, by the figure's name. */
const LIMITS: Readonly<Record<string, string>> = {
  'all files': 'at most 3 MB',
  'load and first answers': 'at most 20 ms',
  'token p99': 'at most 50 us',
  'contract p99': 'at most 50 us',
  'lookalike p99, not cached': 'at most 100 us',
  'lookalike p99, cached': 'at most 100 us',
};

/** Comes first in its process, so that the first answers are really first. */
export async function benchRegistry(): Promise<Row[]> {
  const figures = await benchData();
  const sum = (names: readonly string[]) =>
    figures.filter(({ what }) => names.includes(what)).reduce((total, { value }) => total + value, 0);
  const first: DataFigure = {
    what: 'load and first answers',
    value: sum(['load, whole files checked', 'first answer of each kind']),
    unit: 'ms',
  };
  return [...[first, ...figures].map(rowOf), ...(await benchLook())];
}

function rowOf({ what, value, unit }: DataFigure): Row {
  const limit = LIMITS[what];
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return { what, value: `${shown} ${unit}`, ...(limit === undefined ? {} : { against: limit }) };
}

/** The same look with everything known, and with prices and contract facts to ask for. */
async function benchLook(): Promise<Row[]> {
  const chain = await startChain();
  try {
    const bare = await measure(chain, { isListed: () => true, priceSource: () => null });
    const feed = `0x${'fe'.repeat(20)}` as const;
    const full = await measure(chain, { isListed: () => false, priceSource: () => ({ feed, market: null }) });
    const row = (what: string, { roundTrips, calls, spent }: Measured, more: Partial<Row> = {}): Row => ({
      what,
      value: `${roundTrips} round trips, ${calls} calls, ${ms(spent)}`,
      ...more,
    });
    return [
      row('a look, everything known', bare),
      row('a look with prices and contract facts', full, {
        against: `${ratio(full.spent.p50, bare.spent.p50)} the time`,
      }),
    ];
  } finally {
    await chain.stop();
  }
}

interface Measured {
  readonly roundTrips: number;
  readonly calls: number;
  readonly spent: Summary;
}

async function measure(chain: Chain, local: Pick<ChainQuery, 'isListed' | 'priceSource'>): Promise<Measured> {
  const http = httpRpc(chain.rpcUrl, (url, init) => fetch(url, init));
  let calls = 0;
  const rpc: Rpc = {
    ...http,
    batch: (batch, signal) => {
      calls += batch.length;
      return http.batch(batch, signal);
    },
  };
  const simulator = createSimulator({
    rpcFor: () => rpc,
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
  });
  const token: Address = chain.contracts.token;
  const query: ChainQuery = {
    ...transactionQuery(
      {
        chainId: chain.chainId,
        from: chain.accounts.user.address,
        addresses: [chain.contracts.router],
        tokens: [{ type: 'erc20', address: token }],
      },
      { to: token, data: chain.encode('token', 'approve', [chain.contracts.router, 1n]) },
    ),
    ...local,
  };
  const { signal } = new AbortController();
  await simulator.look(query, signal);
  calls = 0;
  const view = await simulator.look(query, signal);
  const perLook = calls;
  const spent = await time(RUNS, () => simulator.look(query, signal));
  return { roundTrips: view?.roundTrips ?? 0, calls: perLook, spent };
}
