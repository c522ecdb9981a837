import type { LoginAction } from '../../decode/Action.ts';
import { USER } from './scene.ts';

/** An honest EIP-4361 login of the test user at app.example.org. */
export function makeLogin(parts: Partial<LoginAction> = {}): LoginAction {
  return {
    kind: 'login',
    scheme: null,
    domain: 'app.example.org',
    address: USER,
    statement: null,
    uri: 'https://app.example.org/login',
    chainId: 1,
    nonce: '32891756',
    issuedAt: '2025-09-30T16:25:24Z',
    expirationTime: null,
    resources: [],
    faults: [],
    ...parts,
  };
}
