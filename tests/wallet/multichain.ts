import { answer } from './answer.ts';
import { readConfig } from './chain.ts';
import { failure } from './failure.ts';
import { account } from './sign.ts';

/** CAIP-25 and CAIP-27 over MetaMask's multichain stream, for the one chain the wallet is on. */
export async function answerMultichain(origin: string, method: string, params: unknown): Promise<unknown> {
  const scope = `eip155:${Number((await readConfig()).chainId)}`;
  switch (method) {
    case 'wallet_createSession':
    case 'wallet_getSession': {
      const accounts = [`${scope}:${(await account()).address.toLowerCase()}`];
      return {
        sessionScopes: { [scope]: { accounts, methods: ['eth_sendTransaction', 'personal_sign'], notifications: [] } },
      };
    }
    case 'wallet_revokeSession':
      return true;
    case 'wallet_invokeMethod': {
      const asked = params as { scope: string; request: { method: string; params?: unknown } };
      if (asked.scope !== scope) throw failure(5100, `Requested chains are not supported: ${asked.scope}`);
      return answer(origin, asked.request.method, asked.request.params);
    }
    default:
      throw failure(-32601, `The method "${method}" does not exist / is not available.`);
  }
}
