/**
 * Chromium runs content scripts of several extensions in ascending order of extension id, and the id follows from the
 * key. `after`: `nkgj...`, beside MetaMask's `nkbi...`, so Countersign's scripts run first. `before`: `aaaa...`, a
 * wallet that loads before Countersign. No private key exists for either.
 */
const KEYS = {
  after:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4y+Vfkj5CfaWf/8zhvuuJwmt/izHCl6ln/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
  before:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FU/VIF/IduQwClhtouTL+GOtBzLoR0GR432WdCRBRBV6JmqkyznYuHnKRXxloSVbdU5FjALdPbPDp48h0/pUEiXse0ADP/aZ3UAb8wKsqUOfMai/h3g5gYSUw2W/pBUdCtpw9yPLl39Y8x5KWDWyHVHkoG2RWG5p8TcpyuGBoWlI761qd6ePVxtnEG0+uftLweqo4EddBOTcVL7oUw40yhz/A2KjDNEX7Q/ZzAbf0IamFTVRF906B9A1PuZZCLf6V39pQbJwB/J0+lyq7AFKgoPSCkmN+FnA04Ia4RgRcNW2q9GY06ckpEjLEI0ACS5KYPEa5X0OMKlciPwIDAQAB',
} as const;

export type Order = keyof typeof KEYS;

const MATCHES = ['file://*/*', 'http://*/*', 'https://*/*'];

/** Matches, frames and worlds are those of MetaMask's own manifest. */
const SHARED = {
  manifest_version: 3,
  name: 'Countersign test wallet',
  description: 'Signs everything that reaches it with a test key. For tests only.',
  version: '1.0.0',
  permissions: ['storage'],
  host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'],
  content_scripts: [
    { matches: MATCHES, js: ['contentscript.js'], run_at: 'document_start', all_frames: true },
    { matches: MATCHES, js: ['inpage.js'], run_at: 'document_start', all_frames: true, world: 'MAIN' },
  ],
} as const;

export function walletManifest(order: Order): object {
  return {
    ...SHARED,
    key: KEYS[order],
    minimum_chrome_version: '120',
    background: { service_worker: 'background.js' },
    externally_connectable: { matches: ['http://*/*', 'https://*/*'], ids: ['*'] },
  };
}

export const FIREFOX_WALLET_ID = 'test-wallet@countersign.invalid';
export const FIREFOX_CONTROLS_PAGE = 'controls.html';

/** Firefox has no `externally_connectable`, and an event page in the worker's place. */
export function firefoxWalletManifest(): object {
  return {
    ...SHARED,
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: FIREFOX_WALLET_ID, strict_min_version: '140.0' } },
  };
}
