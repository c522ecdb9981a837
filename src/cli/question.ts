import { parseArgs } from 'node:util';
import { BadInputError, ModelUnavailableError } from '../errors.ts';
import type { Classifier } from '../model/Classifier.ts';
import { createAddressReader } from '../simulate/createAddressReader.ts';
import { httpRpc } from '../simulate/rpc.ts';
import type { WhoPorts } from '../who.ts';
import { loadData } from './data.ts';
import { loadHostClassifier } from './modelRuntime.ts';

/** What `who`, `tokens lookup` and `lists explain` are given. */
export interface Question {
  readonly value: string;
  readonly chainId: number | null;
  readonly rpcUrl: string | null;
  /** The name an address is said to have. */
  readonly claimed: string | null;
  readonly json: boolean;
  readonly language: string;
}

/** @throws BadInputError, one line that begins with the command's name. */
export function readQuestion(command: string, args: readonly string[]): Question {
  const { values, positionals } = parsed(command, args);
  const [value, ...rest] = positionals;
  if (value === undefined || rest.length > 0) {
    throw new BadInputError(`${command}: give one value to ask about, in quotes when it has spaces`);
  }
  return {
    value,
    chainId: values.chain === undefined ? null : readChainId(command, values.chain),
    rpcUrl: values.rpc === undefined ? null : readRpcUrl(command, values.rpc),
    claimed: values.named ?? null,
    json: values.json,
    language: values.lang,
  };
}

/** The packaged lists, registry and model; the chain where an RPC was given. */
export async function openQuestionPorts({ rpcUrl, language }: Question): Promise<WhoPorts> {
  const rpc = rpcUrl === null ? null : httpRpc(rpcUrl, (input, init) => fetch(input, { ...init, redirect: 'error' }));
  return {
    ...(await loadData()),
    classifier: lateClassifier(),
    reader: rpc === null ? null : createAddressReader(() => rpc),
    history: null,
    language,
    signal: new AbortController().signal,
  };
}

function parsed(command: string, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        chain: { type: 'string' },
        rpc: { type: 'string' },
        named: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
      },
    });
  } catch (error) {
    throw new BadInputError(`${command}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** `8453` or `eip155:8453`. */
function readChainId(command: string, text: string): number {
  const [, digits] = /^(?:eip155:)?([1-9]\d{0,14})$/u.exec(text) ?? [];
  if (digits === undefined) {
    throw new BadInputError(`${command}: --chain "${text}" is no chain id; give a whole number such as 8453`);
  }
  return Number(digits);
}

function readRpcUrl(command: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    throw new BadInputError(
      `${command}: --rpc "${text}" is not an http or https URL; give one such as http://127.0.0.1:8545`,
    );
  }
  return url.href;
}

/** The engine is loaded for sites alone. A missing model is part of the answer, not a failure. */
function lateClassifier(): Classifier {
  let loading: Promise<Classifier> | null = null;
  return {
    async scoreHost(host, signal) {
      loading ??= loadHostClassifier();
      try {
        return await (await loading).scoreHost(host, signal);
      } catch (error) {
        if (error instanceof ModelUnavailableError) throw error;
        throw new ModelUnavailableError('The host model did not run.', { cause: error });
      }
    },
  };
}
