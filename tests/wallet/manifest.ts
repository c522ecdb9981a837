/** What a test wallet is made like: whose page channel it speaks. */
export type Make = 'metamask' | 'rabby' | 'coinbase';

/**
 * Chromium runs content scripts of several extensions in ascending order of extension id, and the id follows from the
 * key. `after`: beside the real wallet's (`nkgj...` for MetaMask's `nkbi...`, `acnb...` for Rabby's `acma...`,
 * `hnf...` for Coinbase's `hnfa...`), so Countersign's scripts run first. `before`: `aaa...`, a wallet that loads before
 * Countersign. No private key exists for any.
 */
const KEYS = {
  metamask: {
    after:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4y+Vfkj5CfaWf/8zhvuuJwmt/izHCl6ln/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
    before:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FU/VIF/IduQwClhtouTL+GOtBzLoR0GR432WdCRBRBV6JmqkyznYuHnKRXxloSVbdU5FjALdPbPDp48h0/pUEiXse0ADP/aZ3UAb8wKsqUOfMai/h3g5gYSUw2W/pBUdCtpw9yPLl39Y8x5KWDWyHVHkoG2RWG5p8TcpyuGBoWlI761qd6ePVxtnEG0+uftLweqo4EddBOTcVL7oUw40yhz/A2KjDNEX7Q/ZzAbf0IamFTVRF906B9A1PuZZCLf6V39pQbJwB/J0+lyq7AFKgoPSCkmN+FnA04Ia4RgRcNW2q9GY06ckpEjLEI0ACS5KYPEa5X0OMKlciPwIDAQAB',
  },
  rabby: {
    after:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4WYHg6lnaJgzvZA6fSlhB1j1bk4foS7aU/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
    before:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4hfbhDCUVncKofzvLJVPMv9dePO8d190//XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
  },
  coinbase: {
    after:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4o//AEBm/R4vy7aGIwakYYqyRpRxwVRpX/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
    before:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4UPVVyYUODTXKz43Ds9UhaC5rk0uHZM8g/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
  },
} as const satisfies Record<Make, Record<Order, string>>;

export type Order = 'after' | 'before';

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

/** Wallets of other makes stand only in pages whose address asks for them: `/?wallet=coinbase`. */
export function walletManifest(order: Order, make: Make = 'metamask'): object {
  const matches = ['http://localhost/', 'http://127.0.0.1/'].map((site) => `${site}*wallet=${make}*`);
  const content_scripts = SHARED.content_scripts.map((script) => ({ ...script, matches }));
  return {
    ...SHARED,
    ...(make === 'metamask' ? {} : { name: `Countersign test wallet, ${make}`, content_scripts }),
    key: KEYS[make][order],
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
