import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../setup/serve.ts';
import { launchFirefox } from './firefox.ts';

/** One extension that does nothing but say when it ran and what it heard. */
export interface Probe {
  readonly id: string;
  readonly uuid: string;
  /** Characters of filling in each of its scripts: a long one takes longer to compile the first time. */
  readonly filling?: number;
}

/** What one load of one page showed, each a list of probe ids. */
export interface Observed {
  readonly load: 'first' | 'second';
  /** In which order the scripts ran at document_start. */
  readonly isolated: readonly string[];
  readonly main: readonly string[];
  /** Whose listeners of the bubble phase, which wallets use, heard a message that this probe's capture listener stopped. */
  readonly heardThough: Readonly<Record<string, readonly string[]>>;
  /** True when a script of the page ran before one of them. */
  readonly pageFirst: boolean;
}

/** Installs the probes in this order and loads a page of each host twice. Hosts are other processes. */
export async function probeOrder(probes: readonly Probe[], hosts: readonly string[]): Promise<Observed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-probe-'));
  const server = await serve((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('cache-control', 'no-store');
    response.end(`<!doctype html><title>Probe</title><script>${NOTE}note('page');</script>`);
  });
  const extensions = await Promise.all(probes.map((probe) => write(join(folder, probe.uuid), probe)));
  const firefox = await launchFirefox(extensions);
  try {
    const seen: Observed[] = [];
    for (const host of hosts) {
      const tab = await firefox.open();
      for (const load of ['first', 'second'] as const) {
        await tab.goto(`http://${host}:${server.port}/`);
        const notes = await tab.run<string[]>(TAKE_NOTES);
        const ran = (world: string) =>
          notes.flatMap((note) => (note.startsWith(world) ? [note.slice(world.length)] : []));
        const heardThough: Record<string, readonly string[]> = {};
        for (const { id } of probes) {
          heardThough[id] = await tab.run<string[]>(
            `postMessage({ probe: args[0] }, '*'); await new Promise((resolve) => setTimeout(resolve, 60)); ${TAKE_NOTES}`,
            id,
          );
        }
        seen.push({
          load,
          ...{ isolated: ran('isolated '), main: ran('main '), heardThough },
          pageFirst: notes.at(-1) !== 'page',
        });
      }
      await tab.close();
    }
    return seen;
  } finally {
    await firefox.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(folder: string, { id, uuid, filling = 0 }: Probe) {
  await mkdir(folder);
  const name = JSON.stringify(id);
  const script = { matches: ['http://*/*'], run_at: 'document_start' };
  const manifest = {
    manifest_version: 3,
    ...{ name: 'Probe', version: '1.0' },
    browser_specific_settings: { gecko: { id } },
    content_scripts: [
      { ...script, js: ['isolated.js'] },
      { ...script, js: ['main.js'], world: 'MAIN' },
    ],
  };
  const padding = fill(filling);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), `(() => { ${NOTE} note('main ' + ${name}); })();\n${padding}`);
  await writeFile(
    join(folder, 'isolated.js'),
    `(() => { ${NOTE} note('isolated ' + ${name});
addEventListener('message', (event) => { if (event.data?.probe === ${name}) event.stopImmediatePropagation(); }, true);
addEventListener('message', (event) => { if (event.data?.probe !== undefined) note(${name}); }, false);
})();\n${padding}`,
  );
  return { folder, id, uuid };
}

/** Both worlds and the page write into one list. */
const NOTE = `const note = (text) => sessionStorage.setItem('notes', (sessionStorage.getItem('notes') ?? '') + text + '\\n');`;
const TAKE_NOTES = `const notes = (sessionStorage.getItem('notes') ?? '').split('\\n').filter(Boolean); sessionStorage.removeItem('notes'); return notes;`;

function fill(length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at++)
    text += `(() => { function f${at}(a, b) { return a * ${at} + Math.max(b, ${at}); } })();\n`;
  return text;
}
