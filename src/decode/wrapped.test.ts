import { describe, expect, it } from 'vitest';
import { encodeSample, SAMPLE } from './sampleCall.ts';
import { decodeTypedSample, SAMPLE_DOMAIN } from './sampleTypedData.ts';

/** Typed data that stands for a call, a vote or power lent: meta-transactions, user operations, delegations. */
const { token, user, stranger, router } = SAMPLE;
const approve = encodeSample('approve(address,uint256)', [stranger, 5n]);
const execute = encodeSample('execute(address,uint256,bytes)', [token, 0n, approve]);
const APPROVED = { kind: 'batch', actions: [{ kind: 'allowance', spender: stranger, amount: 5n }] };
const read = (types: Readonly<Record<string, string>>, primary: string, message: unknown, domain?: object) =>
  decodeTypedSample(types, primary, message, { ...SAMPLE_DOMAIN, ...domain }).action;

describe('meta-transactions are the call inside', () => {
  const forward = 'address from,address to,uint256 value,uint256 gas,uint256 nonce,bytes data';
  const request = { from: user, to: token, value: 0, gas: 1, nonce: 0, data: approve };

  it('ERC-2771, Biconomy and GSN', () => {
    expect(read({ ForwardRequest: forward }, 'ForwardRequest', request)).toMatchObject(APPROVED);
    const biconomy =
      'address from,address to,address token,uint256 txGas,uint256 tokenGasPrice,uint256 batchId,uint256 batchNonce,uint256 deadline,bytes data';
    const extra = { token, txGas: 1, tokenGasPrice: 0, batchId: 0, batchNonce: 0, deadline: 9 };
    expect(
      read({ ERC20ForwardRequest: biconomy }, 'ERC20ForwardRequest', {
        from: user,
        to: token,
        data: approve,
        ...extra,
      }),
    ).toMatchObject(APPROVED);
    expect(
      read(
        { RelayRequest: 'Forward request,Relay relayData', Forward: forward, Relay: 'uint256 fee' },
        'RelayRequest',
        {
          request,
          relayData: { fee: 1 },
        },
      ),
    ).toMatchObject(APPROVED);
    expect(
      read({ MetaTransaction: 'uint256 nonce,address from,bytes functionSignature' }, 'MetaTransaction', {
        nonce: 1,
        from: user,
        functionSignature: approve,
      }),
    ).toMatchObject(APPROVED);
  });

  it('Gelato, 0x and zkSync', () => {
    expect(
      read({ SponsoredCallERC2771: 'uint256 chainId,address target,bytes data,address user' }, 'SponsoredCallERC2771', {
        chainId: 1,
        target: token,
        data: approve,
        user,
      }),
    ).toMatchObject(APPROVED);
    expect(
      read(
        { MetaTransactionData: 'address signer,address sender,bytes callData,uint256 value' },
        'MetaTransactionData',
        {
          signer: user,
          sender: router,
          callData: approve,
          value: 0,
        },
      ),
    ).toMatchObject(APPROVED);
    const transaction = { txType: 113, from: String(BigInt(user)), to: String(BigInt(token)), value: 0, data: approve };
    const decoded = decodeTypedSample(
      { Transaction: 'uint256 txType,uint256 from,uint256 to,uint256 value,bytes data' },
      'Transaction',
      transaction,
      { name: 'zkSync', version: '2', chainId: 1 },
    );
    expect(decoded.action).toMatchObject(APPROVED);
  });
});

describe('user operations', () => {
  const packed = 'address sender,uint256 nonce,bytes initCode,bytes callData,bytes32 accountGasLimits';
  const operation = {
    sender: user,
    nonce: 0,
    initCode: '0x',
    callData: execute,
    accountGasLimits: `0x${'00'.repeat(32)}`,
  };

  it('of the signing account are its own calls', () => {
    expect(read({ PackedUserOperation: packed }, 'PackedUserOperation', operation)).toMatchObject(APPROVED);
  });

  it('of another account say whose they are', () => {
    const inner = execute;
    expect(
      read({ PackedUserOperation: packed }, 'PackedUserOperation', { ...operation, sender: router, callData: inner }),
    ).toMatchObject({ actions: [{ kind: 'allowance', by: router }] });
    const safe = encodeSample('executeUserOp(address,uint256,bytes,uint8)', [stranger, 0n, '0x', 1]);
    expect(
      read({ SafeOp: 'address safe,uint256 nonce,bytes callData' }, 'SafeOp', {
        safe: router,
        nonce: 0,
        callData: safe,
      }),
    ).toMatchObject({ kind: 'delegatecall', of: router, to: stranger });
  });

  it('that nobody can open stay closed', () => {
    expect(
      read({ PackedUserOperation: packed }, 'PackedUserOperation', { ...operation, callData: '0x12345678' }),
    ).toMatchObject({ kind: 'opaque', what: 'user-operation' });
  });
});

describe('votes and power lent', () => {
  it('reads ballots and lent votes', () => {
    expect(read({ Ballot: 'uint256 proposalId,uint8 support' }, 'Ballot', { proposalId: 1, support: 1 })).toEqual({
      kind: 'vote',
      of: token,
      delegatee: null,
    });
    expect(
      read({ Delegation: 'address delegatee,uint256 nonce,uint256 expiry' }, 'Delegation', {
        delegatee: stranger,
        nonce: 1,
        expiry: 9,
      }),
    ).toEqual({ kind: 'vote', of: token, delegatee: stranger });
    const vote = decodeTypedSample(
      { Vote: 'address from,string space,uint64 timestamp,bytes32 proposal,uint32 choice' },
      'Vote',
      { from: user, space: 'ens.eth', timestamp: 1, proposal: `0x${'00'.repeat(32)}`, choice: 1 },
      { name: 'snapshot', version: '0.1.4' },
    );
    expect(vote.action).toEqual({ kind: 'vote', of: null, delegatee: null });
  });

  it('takes a vote with money or of another form for what it is', () => {
    expect(read({ Ballot: 'uint256 proposalId,string note' }, 'Ballot', { proposalId: 1, note: '' })).toMatchObject({
      kind: 'opaque',
    });
    expect(
      read({ Vote: 'string space,uint32 choice,bytes32 proposal' }, 'Vote', {
        space: 'x',
        choice: 1,
        proposal: `0x${'00'.repeat(32)}`,
      }),
    ).toMatchObject({ kind: 'opaque' });
  });

  it('reads a lent account and lent positions', () => {
    expect(
      read(
        {
          Delegation: 'address delegate,address delegator,bytes32 authority,Caveat[] caveats,uint256 salt',
          Caveat: 'address enforcer,bytes terms',
        },
        'Delegation',
        { delegate: stranger, delegator: user, authority: `0x${'ff'.repeat(32)}`, caveats: [], salt: 1 },
      ),
    ).toMatchObject({ kind: 'ownership', of: user, to: stranger });
    expect(
      read(
        { Authorization: 'address authorizer,address authorized,bool isAuthorized,uint256 nonce' },
        'Authorization',
        {
          authorizer: user,
          authorized: stranger,
          isAuthorized: true,
          nonce: 0,
        },
      ),
    ).toEqual({ kind: 'operatorApproval', collection: token, operator: stranger, approved: true });
    expect(
      read({ Authorization: 'address owner,address manager,bool isAllowed' }, 'Authorization', {
        owner: user,
        manager: stranger,
        isAllowed: false,
      }),
    ).toMatchObject({ approved: false });
  });
});
