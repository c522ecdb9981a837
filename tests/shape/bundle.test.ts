import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

/** Bytes, gzip (checks.md L1, S4). */
const BUDGET = { page: 8192, bridge: 8192, worker: 200 * 1024, eachPage: 130 * 1024 } as const;

const DIST = join(ROOT, 'dist');
const filesOf = (browser: string): string[] =>
  readdirSync(join(DIST, browser), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(DIST, browser), join(entry.parentPath, entry.name)))
    .sort();
const gzipBytes = (path: string): number => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;

/** An entry script and every chunk that is loaded with it, before anything is asked of it. */
function reach(browser: string, entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const text = readFileSync(join(DIST, browser, entry), 'utf8');
  const folder = entry.split('/').slice(0, -1);
  for (const [, specifier] of text.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/gu)) {
    const parts = [...folder];
    for (const part of (specifier ?? '').split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    reach(browser, parts.join('/'), seen);
  }
  return [...seen];
}

describe.each(['chromium', 'firefox'])('dist/%s', (browser) => {
  const files = filesOf(browser);
  const scripts = files.filter((file) => /\.m?js$/u.test(file));
  const manifest = JSON.parse(readFileSync(join(DIST, browser, 'manifest.json'), 'utf8')) as {
    background: { service_worker?: string; scripts?: string[] };
    content_scripts: { js: string[] }[];
  };

  it('holds what the manifest names, and no source map, test or key', () => {
    for (const { js } of manifest.content_scripts) expect(files).toEqual(expect.arrayContaining(js));
    expect(files.filter((file) => /\.(map|ts|tsx|pem|zip)$|test/u.test(file))).toEqual([]);
  });

  it('has no eval, no new Function, and no remote code', () => {
    const offending = scripts.filter((file) => {
      const text = readFileSync(join(DIST, browser, file), 'utf8');
      return /(?<![\w$.])eval\s*\(|new Function\s*\(|import\s*\(\s*["'`]https?:|importScripts\s*\(\s*["'`]https?:/u.test(
        text,
      );
    });
    expect(offending).toEqual([]);
    const html = files.filter((file) => file.endsWith('.html'));
    expect(html.length).toBeGreaterThan(2);
    for (const file of html) {
      expect(readFileSync(join(DIST, browser, file), 'utf8'), file).not.toMatch(
        /(src|href)=["']?(https?:)?\/\/|<script>|style=|\son\w+=/u,
      );
    }
  });

  it('keeps the page scripts within 8 kB gzip each', () => {
    const [first, second] = manifest.content_scripts.map(({ js }) =>
      js.reduce((sum, file) => sum + gzipBytes(`${browser}/${file}`), 0),
    );
    expect(first).toBeLessThanOrEqual(BUDGET.page);
    expect(second).toBeLessThanOrEqual(BUDGET.bridge);
  });

  // In Firefox the event page loads the ONNX runtime later, when a score is first wanted; Chromium's has its own document.
  it('keeps the background within 200 kB gzip without the ONNX runtime', () => {
    const entry = manifest.background.service_worker ?? manifest.background.scripts?.[0];
    expect(entry).toBeDefined();
    const bytes = reach(browser, entry ?? '').reduce((sum, file) => sum + gzipBytes(`${browser}/${file}`), 0);
    expect(bytes).toBeLessThanOrEqual(BUDGET.worker);
  });

  it.each(['review', 'popup', 'options'])('keeps the %s page within 130 kB gzip', (page) => {
    const html = files.find((file) => file.endsWith(`${page}/index.html`));
    expect(html).toBeDefined();
    const text = readFileSync(join(DIST, browser, html ?? ''), 'utf8');
    const entries = [...text.matchAll(/<script[^>]+src="\/?([^"]+)"/gu)].map(([, src]) => src ?? '');
    const all = new Set(entries.flatMap((entry) => reach(browser, entry.replace(/^(\.\.\/)+/u, ''))));
    expect(all.size).toBeGreaterThan(0);
    expect([...all].reduce((sum, file) => sum + gzipBytes(`${browser}/${file}`), 0)).toBeLessThanOrEqual(
      BUDGET.eachPage,
    );
  });
});
