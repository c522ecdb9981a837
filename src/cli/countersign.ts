#!/usr/bin/env node
import { CountersignError } from '../errors.ts';
import { checkCommand } from './commands/check.ts';
import { listsCommand } from './commands/lists.ts';
import { modelCommand } from './commands/model.ts';
import { replayCommand } from './commands/replay.ts';
import { tokensCommand } from './commands/tokens.ts';
import { whoCommand } from './commands/who.ts';
import type { Io } from './Io.ts';

const USAGE = `usage: countersign COMMAND

  check [--rpc URL] [--jsonl] [--json] [--fail-on LEVEL] [--lang TAG]
        reads one signing request as JSON from stdin and says what it would do
  who VALUE [--chain ID] [--rpc URL] [--named NAME] [--json]
        what each source says of a site, address, token or ENS name, and what nobody knows
  tokens lookup ADDRESS-OR-SYMBOL [--chain ID] [--rpc URL] [--json]
        the listed token, one that only calls itself so, or one that no list knows
  lists match VALUE | explain VALUE [--chain ID] [--json]
        which scam lists name a site or address; and since when and why
  model hosts | card | eval
        the packaged host model: scores hosts read from stdin, shows its card
  replay [--family ID] [--side attack|benign] [--id CASE] [--times N] [--held-out] [--json]
        the attack and benign corpora on a local chain: what each family is judged to be`;

/** Exit codes: 0 done, 1 `--fail-on` reached, 2 bad input (design: cli.md). */
async function main(args: readonly string[], io: Io): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return checkCommand(rest, io);
    case 'who':
      return whoCommand(rest, io);
    case 'tokens':
      return tokensCommand(rest, io);
    case 'lists':
      return listsCommand(rest, io);
    case 'model':
      return modelCommand(rest, io);
    case 'replay':
      return replayCommand(rest, io);
    case 'help':
    case '--help':
    case '-h':
      io.stdout(`${USAGE}\n`);
      return 0;
    default:
      io.stderr(
        command === undefined
          ? `${USAGE}\n`
          : `countersign: there is no command "${command}"; run "countersign help" for those there are\n`,
      );
      return 2;
  }
}

const io: Io = {
  stdin: process.stdin,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

// A reader that stops early (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const line =
      error instanceof CountersignError ? error.message : String(error instanceof Error ? error.stack : error);
    io.stderr(`countersign: ${line}\n`);
    process.exitCode = 2;
  },
);
