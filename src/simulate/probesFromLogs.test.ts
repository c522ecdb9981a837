import {
  type Address,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  padHex,
  parseAbi,
  parseAbiParameters,
} from 'viem';
import { describe, expect, it } from 'vitest';
import { PERMIT2_ADDRESS } from './permit2.ts';
import { passedIn, powersFromLogs, probesFromLogs, type RunLog, recipientIn, recipientsIn } from './probesFromLogs.ts';

const address = (digit: string): Address => `0x${digit.repeat(40)}`;
const [user, other, third, token] = [address('a'), address('b'), address('c'), address('d')];

function log(event: string, args: readonly unknown[], data: Hex = '0x', at: Address = token): RunLog {
  // viem's own encoder, so that the topics in the code are checked against the signatures.
  const abi = parseAbi([event] as readonly string[]);
  const [item] = abi;
  const topics = encodeEventTopics({ abi, eventName: item !== undefined && 'name' in item ? item.name : '', args });
  return { address: at, topics: topics.flatMap((topic) => (typeof topic === 'string' ? [topic] : [])), data };
}

const ERC20_TRANSFER = 'event Transfer(address indexed from, address indexed to, uint256 value)';
const ERC721_TRANSFER = 'event Transfer(address indexed from, address indexed to, uint256 indexed id)';
const SINGLE =
  'event TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)';
const BATCH =
  'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)';
const MANY_TRANSFER =
  'event Transfer(address caller, address indexed sender, address indexed receiver, uint256 indexed id, uint256 amount)';
const single = encodeAbiParameters(parseAbiParameters('uint256, uint256'), [7n, 2n]);
const batch = encodeAbiParameters(parseAbiParameters('uint256[], uint256[]'), [
  [7n, 8n],
  [1n, 1n],
]);

const nft = [
  { kind: 'owner', token, id: 5n },
  { kind: 'approved', token, id: 5n },
];
const erc20 = { kind: 'erc20', token };

describe('probesFromLogs', () => {
  it.each<[string, RunLog, readonly unknown[]]>([
    ['an ERC-20 that leaves', log(ERC20_TRANSFER, [user, other]), [erc20]],
    ['an ERC-20 that arrives', log(ERC20_TRANSFER, [other, user]), [erc20]],
    ['an NFT', log(ERC721_TRANSFER, [user, other, 5n]), nft],
    ['an item', log(SINGLE, [other, user, third], single), [{ kind: 'items', token, id: 7n }]],
    [
      'a batch of items',
      log(BATCH, [other, third, user], batch),
      [
        { kind: 'items', token, id: 7n },
        { kind: 'items', token, id: 8n },
      ],
    ],
    [
      'an ERC-20 approval',
      log('event Approval(address indexed owner, address indexed spender, uint256 value)', [user, other]),
      [{ kind: 'allowance', token, spender: other }, erc20],
    ],
    [
      "an NFT's approval",
      log('event Approval(address indexed owner, address indexed spender, uint256 indexed id)', [user, other, 5n]),
      nft,
    ],
    [
      'an operator',
      log('event ApprovalForAll(address indexed owner, address indexed operator, bool approved)', [user, other]),
      [{ kind: 'operator', token, operator: other }],
    ],
    ...(['AuthorizedOperator', 'RevokedOperator'] as const).map((name): [string, RunLog, readonly unknown[]] => [
      `an operator of ERC-777: ${name}`,
      log(`event ${name}(address indexed operator, address indexed holder)`, [other, user]),
      [{ kind: 'allowance', token, spender: other, standard: 'erc777' }, erc20],
    ]),
    [
      'an operator of LSP7',
      log(
        'event OperatorAuthorizationChanged(address indexed operator, address indexed owner, uint256 indexed amount, bytes data)',
        [other, user, 5n],
      ),
      [{ kind: 'allowance', token, spender: other, standard: 'lsp7' }, erc20],
    ],
    [
      'the end of one',
      log('event OperatorRevoked(address indexed operator, address indexed owner, bool indexed notified, bytes data)', [
        other,
        user,
        true,
      ]),
      [{ kind: 'allowance', token, spender: other, standard: 'lsp7' }, erc20],
    ],
    [
      'an operator of ERC-6909',
      log('event OperatorSet(address indexed owner, address indexed spender, bool approved)', [user, other]),
      [{ kind: 'operator', token, operator: other, standard: 'erc6909' }],
    ],
    [
      'an allowance of ERC-6909',
      log('event Approval(address indexed owner, address indexed spender, uint256 indexed id, uint256 amount)', [
        user,
        other,
        5n,
      ]),
      [
        { kind: 'itemAllowance', token, spender: other, id: 5n },
        { kind: 'items', token, id: 5n },
      ],
    ],
    ['an ERC-6909 coin', log(MANY_TRANSFER, [user, other, 5n]), [{ kind: 'items', token, id: 5n }]],
    ['a WETH deposit', log('event Deposit(address indexed dst, uint256 wad)', [user]), [erc20]],
    ['a WETH withdrawal', log('event Withdrawal(address indexed src, uint256 wad)', [user]), [erc20]],
    [
      'a Permit2 approval',
      log(
        'event Approval(address indexed owner, address indexed token, address indexed spender, uint160 amount, uint48 expiration)',
        [user, token, other],
        '0x',
        PERMIT2_ADDRESS,
      ),
      [{ kind: 'permit2', token, spender: other }, erc20],
    ],
    [
      'a Permit2 permit',
      log(
        'event Permit(address indexed owner, address indexed token, address indexed spender, uint160 amount, uint48 expiration, uint48 nonce)',
        [user, token, other],
        '0x',
        PERMIT2_ADDRESS,
      ),
      [{ kind: 'permit2', token, spender: other }, erc20],
    ],
  ])('%s', (_, each, probes) => expect(probesFromLogs([each], user)).toEqual(probes));

  it.each<[string, RunLog]>([
    ["other people's transfers", log(ERC20_TRANSFER, [other, third])],
    ["other people's ERC-6909 coins", log(MANY_TRANSFER, [other, third, 5n])],
    [
      "other people's operators",
      log('event AuthorizedOperator(address indexed operator, address indexed holder)', [user, other]),
    ],
    ["other people's items", log(SINGLE, [user, other, third], single)],
    ["other people's approvals", log('event Approval(address indexed o, address indexed s, uint256 v)', [other, user])],
    ['items that do not decode', log(SINGLE, [other, user, third], '0x12')],
    ['no topics at all', { address: token, topics: [], data: '0x' }],
    [
      'a Permit2 event from elsewhere',
      {
        address: token,
        topics: [
          '0xda9fa7c1b00402c17d0161b249b1ab8bbec047c5a52207b9c112deffd817036b',
          padHex(user),
          padHex(token),
          padHex(other),
        ],
        data: '0x',
      },
    ],
  ])('ignores %s', (_, each) => expect(probesFromLogs([each], user)).toEqual([]));
});

describe('recipients', () => {
  it('are named by ERC-6909 as well', () => {
    const moved = [log(MANY_TRANSFER, [user, other, 5n]), log(MANY_TRANSFER, [third, user, 6n])];
    expect(recipientsIn(moved, user)).toEqual([other]);
    expect(recipientIn(moved, user, token, 5n)).toBe(other);
    expect(recipientIn(moved, user, token, 6n)).toBeNull();
  });

  const logs = [
    log(ERC20_TRANSFER, [user, other]),
    log(ERC721_TRANSFER, [user, third, 5n]),
    log(SINGLE, [other, user, third], single),
  ];
  it('names everybody who received', () => expect(recipientsIn(logs, user)).toEqual([other, third]));
  it('names one only when it is one', () => {
    expect(recipientIn([logs[0] ?? log(ERC20_TRANSFER, [user, other])], user, token, null)).toBe(other);
    const two = [log(ERC20_TRANSFER, [user, other]), log(ERC20_TRANSFER, [user, third])];
    expect(recipientIn(two, user, token, null)).toBeNull();
    expect(recipientIn(logs, user, token, 7n)).toBe(third);
    expect(recipientIn(logs, user, third, null)).toBeNull();
  });
});

describe('powersFromLogs', () => {
  it('asks whether who was called could take what left before', () => {
    const logs = [
      log(ERC20_TRANSFER, [user, other]),
      log(ERC721_TRANSFER, [user, other, 5n]),
      log(SINGLE, [other, user, third], single),
      log(ERC20_TRANSFER, [other, user]),
    ];
    expect(powersFromLogs(logs, user, [third, null])).toEqual([
      { kind: 'allowance', token, spender: third },
      { kind: 'operator', token, operator: third },
      { kind: 'operator', token, operator: third },
    ]);
  });
});

describe('passedIn', () => {
  const moved = (from: Address, to: Address, amount: bigint) =>
    log(ERC20_TRANSFER, [from, to], encodeAbiParameters(parseAbiParameters('uint256'), [amount]));

  it('sums what others got of each token, the most first, and leaves out what only passed', () => {
    const zero = padHex('0x', { size: 20 });
    const logs = [moved(zero, other, 9n), moved(other, third, 9n), moved(zero, user, 5n), moved(zero, other, 2n)];
    expect(passedIn(logs, user)).toEqual([
      { token, to: third, amount: 9n },
      { token, to: other, amount: 2n },
    ]);
    expect(passedIn([log(ERC721_TRANSFER, [user, other, 5n])], user)).toEqual([]);
  });
});
