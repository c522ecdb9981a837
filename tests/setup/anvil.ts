import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A running anvil: where it listens and how it ends. */
export interface AnvilProcess {
  readonly port: number;
  stop(): Promise<void>;
}

export interface AnvilOptions {
  /** 0 lets the system pick a free port. */
  readonly port: number;
  readonly chainId: number;
}

const START_TIMEOUT_MS = 10_000;

/**
 * Starts the anvil binary npm installed. On POSIX a shell holds our pipe and ends anvil when it closes, so that a
 * killed test run leaves no chain behind.
 */
export async function startAnvil(options: AnvilOptions): Promise<AnvilProcess> {
  const flags = ['--host', '127.0.0.1', '--port', String(options.port), '--chain-id', String(options.chainId)];
  const child = spawnTied(anvilBinary(), flags);
  const end = (): void => {
    child.stdin?.end();
    if (process.platform === 'win32') child.kill();
  };
  process.once('exit', end);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', end);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    end();
    await gone;
  };
  try {
    return { port: await listeningPort(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawnTied(binary: string, flags: readonly string[]): ChildProcess {
  if (process.platform === 'win32') return spawn(binary, flags, { stdio: ['pipe', 'pipe', 'pipe'] });
  const tie = '"$0" "$@" < /dev/null & child=$!; cat > /dev/null; kill "$child" 2> /dev/null; wait "$child"; exit 0';
  return spawn('/bin/sh', ['-c', tie, binary, ...flags], { stdio: ['pipe', 'pipe', 'pipe'] });
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`anvil did not start: ${why}\n${said.slice(-2000)}`));
    const timer = setTimeout(() => fail('no answer in 10 s'), START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      // With our pipe still open a failed start leaves the shell waiting: the message is the sign.
      if (/^Error/mu.test(said)) {
        clearTimeout(timer);
        fail('it reported an error');
        return;
      }
      const port = /Listening on [^:\s]+:(\d+)/u.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      child.stdout?.removeListener('data', read);
      // Keep draining: a full pipe would stop the chain.
      child.stdout?.resume();
      child.stderr?.resume();
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`exit code ${code}`));
  });
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'darwin-x64': 'darwin-amd64',
  'darwin-arm64': 'darwin-arm64',
  'linux-x64': 'linux-amd64',
  'linux-arm64': 'linux-arm64',
  'win32-x64': 'win32-amd64',
};

function anvilBinary(): string {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  if (platform === undefined) throw new Error(`anvil has no npm build for ${process.platform}-${process.arch}.`);
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve(`@foundry-rs/anvil-${platform}/package.json`));
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil');
  if (!existsSync(binary)) throw new Error(`anvil's binary is missing (${binary}); run npm ci.`);
  return binary;
}
