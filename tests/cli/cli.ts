import { checkCommand } from '../../src/cli/commands/check.ts';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One run of `countersign check` with real data and the real model, without a process of its own. */
export async function runCheck(input: string, ...args: string[]): Promise<Answer> {
  let out = '';
  let err = '';
  async function* stdin(): AsyncGenerator<string> {
    yield input;
  }
  const code = await checkCommand(args, {
    stdin: stdin(),
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
