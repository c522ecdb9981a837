import { BadInputError } from '../../errors.ts';
import type { RegistryToken } from '../../registry/Registry.ts';
import { readAddress } from '../../text/hex.ts';
import { who } from '../../who.ts';
import { answerText } from '../answerText.ts';
import type { Io } from '../Io.ts';
import { openQuestionPorts, readQuestion } from '../question.ts';

const USAGE = 'Say: tokens lookup ADDRESS-OR-SYMBOL [--chain ID] [--rpc URL] [--named NAME] [--json]';

/** `tokens lookup`: the listed one, one that calls itself so and is not, or one that no list knows. */
export async function tokensCommand(args: readonly string[], io: Io): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'lookup') throw new BadInputError(USAGE);
  const question = readQuestion('tokens lookup', rest);
  const { chainId, claimed, value } = question;
  const ports = await openQuestionPorts(question);
  const answer = await who(value, ports, { chainId, claimed, asToken: true });
  if (answer.kind === 'site' && answer.says.every(({ id }) => id !== 'name.token')) {
    throw new BadInputError(
      `tokens lookup: "${answer.subject}" is a site; ask with: countersign who ${answer.subject}`,
    );
  }
  const address = readAddress(answer.address ?? value);
  const tokens =
    address === null
      ? ports.registry?.tokensCalled(chainId, value)
      : ports.registry?.tokensAt(address).filter((token) => chainId === null || token.chainId === chainId);
  io.stdout(question.json ? `${JSON.stringify({ ...answer, tokens: tokens?.map(plain) })}\n` : answerText(answer));
  return 0;
}

function plain({ chainId, address, symbol, name, decimals, type, lists }: RegistryToken): RegistryToken {
  return { chainId, address, symbol, name, decimals, type, lists };
}
