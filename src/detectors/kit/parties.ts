import type { Address } from 'viem';
import type { Action } from '../../decode/Action.ts';
import type { Scene } from '../Detector.ts';
import { isOwn, lower } from './reading.ts';

/** Everybody but the user whom the request pays, empowers or calls. */
export function dealtWith(scene: Scene): Address[] {
  const named = [...scene.actions.flatMap(partiesOf), ...scene.consequences.flatMap(receiverOf)].map(lower);
  return [...new Set(named)].filter((address) => !isOwn(scene, address));
}

function partiesOf(action: Action): Address[] {
  switch (action.kind) {
    case 'transfer':
      return 'address' in action.asset ? [action.to, action.asset.address] : [action.to];
    case 'allowance':
    case 'permit':
    case 'permit2':
      return [action.spender];
    case 'operatorApproval':
      return [action.operator];
    case 'delegation':
      return [action.delegate];
    case 'ownership':
    case 'upgrade':
    case 'delegatecall':
    case 'call':
      return [action.to];
    case 'swap':
      return [action.router, action.recipient];
    case 'order':
      return action.receives.map((item) => item.recipient);
    case 'session':
      return [action.key, action.target].filter((one) => one !== null);
    case 'asset':
      return [action.address];
    default:
      return [];
  }
}

function receiverOf(one: Scene['consequences'][number]): Address[] {
  if (one.kind === 'grants' && one.revokes) return [];
  return (one.kind === 'grants' || one.kind === 'control' || one.kind === 'leaves') && one.to !== null ? [one.to] : [];
}
