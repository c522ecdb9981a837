import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { parseAbi, parseAbiParameters } from 'viem';
import { defineConfig, type EnvironmentOptions, type ESTree, type Plugin } from 'vite';
import { suffixTable } from './tests/setup/suffixes.ts';

/**
 * Every bundle the extension has, for the browser named by TARGET (`chromium` or `firefox`): the pages, the background as
 * one ES module, the page hook and the bridge as classic scripts. Names carry no hash: two builds are the same bytes.
 */
const ROOT = import.meta.dirname;
const firefox = process.env.TARGET === 'firefox';
const outDir = join(process.env.DIST ?? join(ROOT, 'dist'), firefox ? 'firefox' : 'chromium');
const entry = (path: string): string => join(ROOT, 'extension', path);

/** What Chromium 121 and Firefox 140 both run. */
const TARGETS = ['chrome121', 'firefox140'];

/** The bundler would write the public suffix table, one long text, out at each of its uses: 60 kB gzip for nothing. */
const NO_INLINING = { inlineConst: false } as const;

function script(file: string, source: string, format: 'es' | 'iife'): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: entry(source),
        optimization: NO_INLINING,
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: 'chunks/[name].js',
          assetFileNames: 'assets/[name][extname]',
          ...(format === 'iife' || !firefox ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

const pages = ['review', 'popup', 'options', ...(firefox ? [] : ['offscreen'])];

export default defineConfig({
  root: join(ROOT, 'extension'),
  publicDir: join(ROOT, 'public'),
  base: './',
  plugins: [react(), shipped(), undocumented(), parsedAbis(), wordless(), suffixless()],
  define: { __FIREFOX__: JSON.stringify(firefox) },
  logLevel: 'warn',
  build: {
    target: TARGETS,
    modulePreload: false,
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
  environments: {
    client: {
      build: {
        outDir,
        emptyOutDir: true,
        rolldownOptions: {
          optimization: NO_INLINING,
          input: Object.fromEntries(pages.map((page) => [page, entry(`${page}/index.html`)])),
          output: {
            entryFileNames: 'pages/[name].js',
            chunkFileNames: 'chunks/[name].js',
            assetFileNames: 'assets/[name][extname]',
          },
        },
      },
    },
    background: script('background.js', 'background/main.ts', 'es'),
    page: script('page.js', 'page/hook.ts', 'iife'),
    bridge: script('bridge.js', 'bridge/bridge.ts', 'iife'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'background', 'page', 'bridge']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});

/** What a detector's `meta` says for its page (`detectors.html`, shipped beside): 12 kB gzip that no verdict reads. */
const DOCUMENTATION = new Set(['title', 'proves', 'falsePositives', 'blindSpots', 'clears', 'references']);

function undocumented(): Plugin {
  return {
    name: 'countersign-undocumented',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'background',
    transform(code, id) {
      if (!/\/src\/detectors\/[a-z0-9-]+\.ts$/u.test(id)) return null;
      const values = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === 'VariableDeclaration' ? statement.declarations[0] : undefined;
        if (declared?.id.type !== 'Identifier' || declared.id.name !== 'meta') return [];
        return declared.init?.type === 'ObjectExpression' ? declared.init.properties.flatMap(documentation) : [];
      });
      const source = values.reduceRight(
        (text, { start, end, empty }) => text.slice(0, start) + empty + text.slice(end),
        code,
      );
      return { code: source, map: null };
    },
  };
}

function documentation(property: ESTree.ObjectPropertyKind) {
  if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
  if (!DOCUMENTATION.has(property.key.name)) return [];
  const { start, end, type } = property.value;
  return [{ start, end, empty: type === 'ArrayExpression' ? '[]' : "''" }];
}

/** Every sentence a verdict may need. */
const WORDS = join(ROOT, 'src/explain/messages/en.json');

/** The background reads the sentences from the package, as it does the lists: 14 kB gzip less to compile at each start. */
function wordless(): Plugin {
  return {
    name: 'countersign-wordless',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'background',
    load: (id) => (id === WORDS ? { code: 'export default {}', moduleType: 'js' } : null),
  };
}

/** The background reads the public suffix list from the package too: 46 kB gzip less to compile at each start. */
function suffixless(): Plugin {
  return {
    name: 'countersign-suffixless',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'background',
    resolveId: (id) => (id === 'tldts' ? join(ROOT, 'src/text/suffixTable.ts') : null),
  };
}

/** Interfaces written for people (`parseAbi([...])`) are parsed here and not at each start: the parser stays out of the bundle. */
function parsedAbis(): Plugin {
  return {
    name: 'countersign-parsed-abis',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'background',
    transform(code, id) {
      if (!id.startsWith(join(ROOT, 'src')) || !/\bparseAbi/u.test(code)) return null;
      const calls = abisIn(this.parse(code)).sort((one, other) => other.start - one.start);
      const parsed = (text: string, { start, end, abi }: WrittenAbi) =>
        text.slice(0, start) + JSON.stringify(abi) + text.slice(end);
      return { code: calls.reduce(parsed, code), map: null };
    },
  };
}

interface WrittenAbi {
  readonly start: number;
  readonly end: number;
  readonly abi: unknown;
}

/** Every call of viem's two parsers with nothing but literals. */
function abisIn(node: unknown): WrittenAbi[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(abisIn);
  const inner = Object.values(node).flatMap(abisIn);
  if (!isCall(node) || node.callee.type !== 'Identifier') return inner;
  const { start, end, callee } = node;
  const [given] = node.arguments;
  const lines = given?.type === 'ArrayExpression' ? given.elements.map(textOf) : [textOf(given)];
  const known = lines.flatMap((line) => (line === null ? [] : [line]));
  if (known.length !== lines.length) return inner;
  if (callee.name === 'parseAbi') return [{ start, end, abi: parseAbi(known) }];
  if (callee.name === 'parseAbiParameters') return [{ start, end, abi: parseAbiParameters(known) }];
  return inner;
}

function isCall(node: object): node is ESTree.CallExpression {
  return 'type' in node && node.type === 'CallExpression';
}

function textOf(node: { type: string; value?: unknown } | null | undefined): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** The manifest for this browser, the model and its card, and the licences. */
function shipped(): Plugin {
  return {
    name: 'countersign-shipped',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('manifest.json', `${JSON.stringify(manifestFor(firefox), null, 2)}\n`);
      for (const name of ['LICENSE', 'NOTICE']) emit(name, readFileSync(join(ROOT, name)));
      emit('data/words.json', readFileSync(WORDS));
      emit('data/suffixes.txt', suffixTable());
      const models = readdirSync(join(ROOT, 'models')).filter((name) => /^hosts\.(onnx|json)$/u.test(name));
      for (const name of models) emit(`models/${name}`, readFileSync(join(ROOT, 'models', name)));
    },
  };
}

/** One manifest, two browsers: each gets the keys it knows, so that both stores' lint stays clean. */
function manifestFor(isFirefox: boolean): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as Record<string, unknown> & {
    background: { service_worker: string; scripts: string[]; type: string };
    permissions: string[];
  };
  const { key, minimum_chrome_version, browser_specific_settings, background, permissions, ...shared } = manifest;
  const { service_worker, scripts, type } = background;
  return isFirefox
    ? {
        ...shared,
        browser_specific_settings,
        permissions: permissions.filter((name) => name !== 'offscreen'),
        background: { scripts, type },
      }
    : { ...shared, key, minimum_chrome_version, permissions, background: { service_worker, type } };
}
