import { type Address, concatHex, keccak256, numberToHex } from 'viem';
import type { Action, ControlAction } from './Action.ts';
import type { Arguments, Call, CallReader } from './calldata.ts';

/** Calls that change who commands a contract. `to` is who would command it, or the code it would run. */
export const CONTROL_READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ['0xf2fde38b', owner('transferOwnership', 0)], // transferOwnership(address)
  ['0x13af4035', owner('setOwner', 0)], // setOwner(address), DSAuth
  ['0xa6f9dae1', owner('changeOwner', 0)], // changeOwner(address)
  ['0x2f2ff15d', owner('grantRole', 1)], // grantRole(bytes32,address)
  ['0x8f283970', owner('changeAdmin', 0)], // changeAdmin(address)
  ['0x704b6c02', owner('setAdmin', 0)], // setAdmin(address)
  ['0x7a9e5e4b', owner('setAuthority', 0)], // setAuthority(address), DSAuth
  ['0x7eff275e', managed('changeProxyAdmin', 'ownership')], // changeProxyAdmin(address,address)
  ['0x5b0fc9c3', owner('setOwner', 1)], // setOwner(bytes32,address), ENS
  ['0xcf408823', owner('setRecord', 1)], // setRecord(bytes32,address,address,uint64), ENS
  ['0x06ab5923', subname('setSubnodeOwner')], // setSubnodeOwner(bytes32,bytes32,address), ENS
  ['0x5ef2c7f0', subname('setSubnodeRecord')], // setSubnodeRecord(bytes32,bytes32,address,address,uint64), ENS
  ['0x28ed4f6c', owner('reclaim', 1)], // reclaim(uint256,address), ENS
  ['0x078dfbe7', owner('transferOwnership', 0)], // transferOwnership(address,bool,bool)
  ['0x4dd18bf5', owner('setPendingAdmin', 0)], // setPendingAdmin(address)
  ['0xc42069ec', owner('setPendingOwner', 0)], // setPendingOwner(address)
  ['0x1627540c', owner('nominateNewOwner', 0)], // nominateNewOwner(address)
  ['0x634e93da', owner('beginDefaultAdminTransfer', 0)], // beginDefaultAdminTransfer(address)
  ['0x0f0f3f24', owner('addOwnerAddress', 0)], // addOwnerAddress(address), Coinbase Smart Wallet
  ['0x9517e29f', owner('installModule', 1)], // installModule(uint256,address,bytes), ERC-7579
  ['0xe009cfde', rules('disableModule', 2)], // disableModule(address,address), Safe
  ['0xd4d9bdcd', approvedHash], // approveHash(bytes32), Safe
  ['0x110496e5', operator], // allow(address,bool), Compound v3: everything the account has there
  ['0xeecea000', operator], // setAuthorization(address,bool), Morpho
  ['0xa3b22fc4', (call, args) => operate(call, args, true)], // hope(address), Maker's vat
  ['0x0d582f13', owner('addOwnerWithThreshold', 0)], // addOwnerWithThreshold(address,uint256), Safe
  ['0xe318b52b', owner('swapOwner', 2)], // swapOwner(address,address,address), Safe
  ['0x610b5925', owner('enableModule', 0)], // enableModule(address), Safe
  ['0xe19a9dd9', helper('setGuard')], // setGuard(address), Safe
  ['0xe068df37', helper('setModuleGuard')], // setModuleGuard(address), Safe
  ['0xf08a0323', helper('setFallbackHandler')], // setFallbackHandler(address), Safe
  ['0xf8dc5dd9', rules('removeOwner', 3)], // removeOwner(address,address,uint256), Safe
  ['0x694e80c3', rules('changeThreshold', 1)], // changeThreshold(uint256), Safe
  ['0x3659cfe6', upgrade('upgradeTo', 0)], // upgradeTo(address)
  ['0x4f1ef286', upgrade('upgradeToAndCall', 0)], // upgradeToAndCall(address,bytes)
  ['0xd784d426', upgrade('setImplementation', 0)], // setImplementation(address)
  ['0x99a88ec4', managed('upgrade', 'upgrade')], // upgrade(address,address), ProxyAdmin
  ['0x9623609d', managed('upgradeAndCall', 'upgrade')], // upgradeAndCall(address,address,bytes), ProxyAdmin
]);

function owner(functionName: string, word: number): CallReader {
  return (call, args) => control('ownership', call.to, word, functionName, args);
}

/** `(node, label, owner, ...)`: the owner of a name gives one below it, the namehash of which is theirs together. */
function subname(functionName: string): CallReader {
  return (call, args) => {
    if (args.words < 3) return null;
    const node = keccak256(
      concatHex([numberToHex(args.uint(0), { size: 32 }), numberToHex(args.uint(1), { size: 32 })]),
    );
    return { kind: 'ownership', of: call.to, to: args.address(2), functionName, subname: node };
  };
}

/** A Safe's guard or handler. Zero takes it away: that changes the Safe's rules and puts nobody in command. */
function helper(functionName: string): CallReader {
  return (call, args) => {
    const to = args.uint(0) === 0n ? call.to : args.address(0);
    return args.words > 0 ? { kind: 'ownership', of: call.to, to, functionName } : null;
  };
}

/** Who may sign for a Safe, and how many must, among those there are. */
function rules(functionName: string, words: number): CallReader {
  return (call, args) => (args.words >= words ? { kind: 'ownership', of: call.to, to: call.to, functionName } : null);
}

/** A Safe transaction agreed to by its hash alone: nobody can read from it which. */
function approvedHash(_call: Call, args: Arguments): Action | null {
  return args.words < 1 ? null : { kind: 'opaque', what: 'approved-hash', label: 'approveHash', domain: null };
}

function operator(call: Call, args: Arguments): Action | null {
  return args.words < 2 ? null : operate(call, args, args.bool(1));
}

function operate(call: Call, args: Arguments, approved: boolean): Action | null {
  if (args.words < 1) return null;
  return { kind: 'operatorApproval', collection: call.to, operator: args.address(0), approved };
}

function upgrade(functionName: string, word: number): CallReader {
  return (call, args) => control('upgrade', call.to, word, functionName, args);
}

/** A manager's call about the contract named first. */
function managed(functionName: string, kind: ControlAction['kind']): CallReader {
  return (_call: Call, args: Arguments) => control(kind, args.address(0), 1, functionName, args);
}

function control(
  kind: ControlAction['kind'],
  of: Address,
  word: number,
  functionName: string,
  args: Arguments,
): Action | null {
  return args.words > word ? { kind, of, to: args.address(word), functionName } : null;
}
