import type { Attack } from '../Attack.ts';

/** A page that no server sent. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'page served by a service worker',
  discovers: false,
  script: `
await navigator.serviceWorker.register('/worker.js');
await navigator.serviceWorker.ready;
while (!navigator.serviceWorker.controller) await kit.sleep(20);
location.href = '/made-up.html';
`,
  files: {
    '/worker.js': `/*kit*/
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (!event.request.url.endsWith('/made-up.html')) return;
  const text = '<!doctype html><script>(async () => { while (!window.ethereum) await new Promise((go) => setTimeout(go, 10)); ethereum.request(' + JSON.stringify(kit.send()) + '); })()</script>';
  event.respondWith(new Response(text, { headers: { 'content-type': 'text/html' } }));
});`,
  },
};
