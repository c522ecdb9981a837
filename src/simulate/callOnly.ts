import { numberToHex } from 'viem';
import { MAX_TRANSACTION_GAS } from './probeCode.ts';
import { refusalOf } from './refusal.ts';
import type { Scenario } from './Scenario.ts';
import { smaller } from './smaller.ts';
import type { Ask } from './trip.ts';

/**
 * What `eth_call` alone tells where simulation is missing: whether the transaction would revert now. Only of a single
 * call: the later calls of a batch depend on the earlier ones.
 *
 * @returns notes for the view.
 */
export async function callOnly(ask: Ask, scenario: Scenario): Promise<readonly string[]> {
  const [call, ...more] = scenario.calls;
  if (call === undefined || more.length > 0) return ['eth_call-only'];
  const outcome = await ask({
    method: 'eth_call',
    params: [
      {
        from: scenario.user,
        ...(call.to === null ? {} : { to: call.to }),
        value: numberToHex(call.valueWei),
        data: call.data,
        gas: numberToHex(smaller(call.gas ?? MAX_TRANSACTION_GAS, MAX_TRANSACTION_GAS)),
      },
      'latest',
    ],
  });
  if (outcome.ok) return ['eth_call-only'];
  const reverted = outcome.error.code === EXECUTION_REVERTED || /revert/iu.test(outcome.error.message);
  return reverted || refusalOf(outcome.error) === 'funds' ? ['eth_call-only', 'would-revert'] : ['eth_call-only'];
}

/** JSON-RPC code clients give a reverted `eth_call`. */
const EXECUTION_REVERTED = 3;
