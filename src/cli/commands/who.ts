import { who } from '../../who.ts';
import { answerText } from '../answerText.ts';
import type { Io } from '../Io.ts';
import { openQuestionPorts, readQuestion } from '../question.ts';

/** `who VALUE`: what each source says of a domain, URL, address, token or ENS name, and what nobody knows. */
export async function whoCommand(args: readonly string[], io: Io): Promise<number> {
  const question = readQuestion('who', args);
  const answer = await who(question.value, await openQuestionPorts(question), {
    chainId: question.chainId,
    claimed: question.claimed,
  });
  io.stdout(question.json ? `${JSON.stringify(answer)}\n` : answerText(answer));
  return 0;
}
