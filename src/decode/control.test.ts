import { labelhash, namehash, toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { CONTROL_READERS } from './control.ts';
import { decodeSample, SAMPLE } from './sampleCall.ts';

const { token, user, stranger } = SAMPLE;

describe('control', () => {
  it('reads ownership, roles and upgrades', () => {
    expect(decodeSample('transferOwnership(address)', [stranger])).toEqual({
      kind: 'ownership',
      of: token,
      to: stranger,
      functionName: 'transferOwnership',
    });
    const role = `0x${'0'.repeat(64)}`;
    expect(decodeSample('grantRole(bytes32,address)', [role, stranger])).toMatchObject({
      kind: 'ownership',
      to: stranger,
    });
    expect(decodeSample('swapOwner(address,address,address)', [user, user, stranger])).toMatchObject({ to: stranger });
    expect(decodeSample('upgradeTo(address)', [stranger])).toMatchObject({ kind: 'upgrade', of: token, to: stranger });
    expect(decodeSample('upgradeToAndCall(address,bytes)', [stranger, '0x12'])).toMatchObject({ kind: 'upgrade' });
  });

  it('names the contract a manager acts on', () => {
    expect(decodeSample('upgrade(address,address)', [user, stranger])).toMatchObject({
      kind: 'upgrade',
      of: user,
      to: stranger,
    });
    expect(decodeSample('changeProxyAdmin(address,address)', [user, stranger])).toMatchObject({
      kind: 'ownership',
      of: user,
    });
  });

  it('names the Safe itself where only its rules change', () => {
    const zero = `0x${'0'.repeat(40)}`;
    const rules = { kind: 'ownership', of: token, to: token };
    expect(decodeSample('changeThreshold(uint256)', [1n])).toMatchObject(rules);
    expect(decodeSample('removeOwner(address,address,uint256)', [user, stranger, 1n])).toMatchObject(rules);
    expect(decodeSample('setGuard(address)', [zero])).toMatchObject(rules);
    expect(decodeSample('setGuard(address)', [stranger])).toMatchObject({ to: stranger });
  });

  it('reads power over all positions of a lending market as power over everything there', () => {
    for (const signature of ['allow(address,bool)', 'setAuthorization(address,bool)']) {
      expect(decodeSample(signature, [stranger, true], { to: token }), signature).toEqual({
        kind: 'operatorApproval',
        collection: token,
        operator: stranger,
        approved: true,
      });
    }
    expect(decodeSample('hope(address)', [stranger])).toMatchObject({ kind: 'operatorApproval', approved: true });
    expect(decodeSample('allow(address,bool)', [stranger, false])).toMatchObject({ approved: false });
  });

  it('tells a name below the caller’s from the name itself', () => {
    const [node, label] = [namehash('rowan.eth'), labelhash('shop')];
    const subname = { kind: 'ownership', of: token, to: stranger, subname: namehash('shop.rowan.eth') };
    expect(decodeSample('setSubnodeOwner(bytes32,bytes32,address)', [node, label, stranger])).toMatchObject(subname);
    const record = 'setSubnodeRecord(bytes32,bytes32,address,address,uint64)';
    expect(decodeSample(record, [node, label, stranger, user, 0n])).toMatchObject(subname);
    expect(decodeSample('setOwner(bytes32,address)', [node, stranger])).not.toHaveProperty('subname');
  });

  it('says of a Safe transaction agreed to by hash that nobody can read it', () => {
    expect(decodeSample('approveHash(bytes32)', [`0x${'ab'.repeat(32)}`])).toMatchObject({
      kind: 'opaque',
      what: 'approved-hash',
    });
  });

  it('lists the selectors it means', () => {
    const signatures = [
      'transferOwnership(address)',
      'setOwner(address)',
      'changeOwner(address)',
      'grantRole(bytes32,address)',
      'changeAdmin(address)',
      'setAdmin(address)',
      'setAuthority(address)',
      'changeProxyAdmin(address,address)',
      'setOwner(bytes32,address)',
      'addOwnerWithThreshold(address,uint256)',
      'swapOwner(address,address,address)',
      'enableModule(address)',
      'setGuard(address)',
      'setFallbackHandler(address)',
      'setModuleGuard(address)',
      'removeOwner(address,address,uint256)',
      'changeThreshold(uint256)',
      'upgradeTo(address)',
      'upgradeToAndCall(address,bytes)',
      'setImplementation(address)',
      'upgrade(address,address)',
      'upgradeAndCall(address,address,bytes)',
      'setRecord(bytes32,address,address,uint64)',
      'setSubnodeOwner(bytes32,bytes32,address)',
      'setSubnodeRecord(bytes32,bytes32,address,address,uint64)',
      'reclaim(uint256,address)',
      'transferOwnership(address,bool,bool)',
      'setPendingAdmin(address)',
      'setPendingOwner(address)',
      'nominateNewOwner(address)',
      'beginDefaultAdminTransfer(address)',
      'addOwnerAddress(address)',
      'installModule(uint256,address,bytes)',
      'disableModule(address,address)',
      'approveHash(bytes32)',
      'allow(address,bool)',
      'setAuthorization(address,bool)',
      'hope(address)',
    ];
    expect(signatures.map((signature) => toFunctionSelector(signature)).sort()).toEqual(
      [...CONTROL_READERS.keys()].sort(),
    );
  });
});
