import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modelCommand } from './model.ts';

const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));

async function run(args: string[], chunks: (string | Uint8Array)[] = []) {
  let stdout = '';
  let stderr = '';
  async function* stdin() {
    yield* chunks;
  }
  const code = await modelCommand(args, {
    stdin: stdin(),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

/** A copy of the model's two files, to be spoilt. */
function copyOfModels(): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-models-'));
  for (const file of ['hosts.onnx', 'hosts.json']) cpSync(join(MODELS, file), join(folder, file));
  return folder;
}

describe('model hosts', () => {
  it('answers each line in order, whatever the chunks', async () => {
    const { code, stdout } = await run(['hosts'], ['aave.com\nclaim-airdrop-', 'uniswap-rewards.xyz\r\n', 'localhost']);
    const answers = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(answers.map((line) => JSON.parse(line))).toEqual([
      { host: 'aave.com', score: expect.any(Number), band: 'low' },
      {
        host: 'claim-airdrop-uniswap-rewards.xyz',
        score: expect.any(Number),
        band: expect.stringMatching(/raised|high/),
      },
      { host: 'localhost', score: 0, band: 'low' },
    ]);
  });

  it('keeps the place of a line that is no host name, and ends with 2', async () => {
    const { code, stdout, stderr } = await run(['hosts'], ['https://aave.com/\naave.com\n']);
    const answers = stdout.trimEnd().split('\n');
    expect(code).toBe(2);
    expect(JSON.parse(answers[0] ?? '')).toEqual({ host: 'https://aave.com/', error: expect.any(String) });
    expect(JSON.parse(answers[1] ?? '')).toMatchObject({ host: 'aave.com', band: 'low' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('reads a Unicode name as the browser would', async () => {
    const { stdout } = await run(['hosts'], ['mеtamask.io\nxn--mtamask-7gg.io\n']);
    const [unicode, ascii] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).score);
    expect(unicode).toBe(ascii);
  });
});

describe('model card', () => {
  it('prints the card as it is', async () => {
    const { code, stdout } = await run(['card']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(join(MODELS, 'hosts.json'), 'utf8'));
  });

  it.each([
    [
      'one bit of the model is another',
      'hosts.onnx',
      (bytes: Buffer) => bytes.fill((bytes[9999] ?? 0) ^ 1, 9999, 10000),
    ],
    ['the card is no JSON', 'hosts.json', () => Buffer.from('{')],
    ['the model is empty', 'hosts.onnx', () => Buffer.alloc(0)],
  ])('says in one line that %s', async (_, file, spoil) => {
    const folder = copyOfModels();
    writeFileSync(join(folder, file), spoil(readFileSync(join(folder, file))));
    const { code, stdout, stderr } = await run(['card', '--models', folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says which file is missing', async () => {
    const { code, stderr } = await run(['hosts', '--models', '/nowhere']);
    expect(code).toBe(2);
    expect(stderr).toContain(join('/nowhere', 'hosts.json'));
  });
});

describe('other words', () => {
  it.each([['commit'], ['reveal'], ['audit'], ['nonsense'], []])(
    'model %s ends with 2 and one line',
    async (...args) => {
      const { code, stdout, stderr } = await run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  it('refuses an option it does not know', async () => {
    expect(await run(['card', '--loud'])).toMatchObject({ code: 2, stdout: '' });
  });
});
