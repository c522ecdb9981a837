import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { check, type Ports, type Report } from '../../check.ts';
import { BadInputError } from '../../errors.ts';
import { LEVELS, type Level } from '../../judge/Verdict.ts';
import type { SigningRequest } from '../../request/SigningRequest.ts';
import { readRequest } from '../../request/readRequest.ts';
import { createSimulator } from '../../simulate/createSimulator.ts';
import { httpRpc, type Rpc } from '../../simulate/rpc.ts';
import { canonicalJson } from '../../text/canonicalJson.ts';
import { parseStrictJson } from '../../text/strictJson.ts';
import { loadData } from '../data.ts';
import type { Io } from '../Io.ts';
import { loadHostClassifier } from '../modelRuntime.ts';
import { reportText } from '../reportText.ts';
import { jsonable, verdictJson } from '../verdictJson.ts';

const OPTIONS = {
  rpc: { type: 'string' },
  jsonl: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'fail-on': { type: 'string' },
  lang: { type: 'string', default: 'en' },
} as const;
