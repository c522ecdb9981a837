import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

interface Manifest {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly minimum_chrome_version?: string;
  readonly content_scripts?: readonly Record<string, unknown>[];
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
  readonly browser_specific_settings?: {
    readonly gecko?: {
      readonly strict_min_version?: string;
      readonly data_collection_permissions?: { readonly required?: readonly string[] };
    };
  };
}

const json = (path: string): Manifest => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest;
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the manifest (checks.md S3: a change here fails until README justifies it)', () => {
  const source = json('manifest.json');

  it('asks for exactly these permissions, each justified in README', () => {
    const asked = [...(source.permissions ?? [])].sort();
    expect(asked).toEqual(['alarms', 'offscreen', 'storage']);
    expect(source.host_permissions ?? []).toEqual([]);
    expect(source.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']);
    for (const permission of [...asked, 'optional_host_permissions']) expect(readme).toContain(`\`${permission}\``);
  });

  it('keeps the strict content security policy', () => {
    expect(source.content_security_policy?.extension_pages).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; " +
        "connect-src 'self' https: wss: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it('names the oldest browsers it was made for, and collects nothing', () => {
    expect(source.minimum_chrome_version).toMatch(/^\d+$/u);
    expect(source.browser_specific_settings?.gecko?.strict_min_version).toMatch(/^\d+\.\d+$/u);
    expect(source.browser_specific_settings?.gecko?.data_collection_permissions?.required).toEqual(['none']);
  });

  it('reaches as wide as the wallets do, before any page script', () => {
    expect(source.content_scripts?.length).toBe(2);
    for (const script of source.content_scripts ?? []) {
      expect(script).toMatchObject({
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
        run_at: 'document_start',
      });
      expect(script.matches).toEqual(['http://*/*', 'https://*/*', 'file://*/*']);
    }
  });

  it('opens no door to pages: nothing web-accessible, nothing externally connectable', () => {
    expect(source.web_accessible_resources).toBeUndefined();
    expect(source.externally_connectable).toBeUndefined();
  });

  it('gives both browsers the same permissions and policy', () => {
    const [chromium, firefox] = [json('dist/chromium/manifest.json'), json('dist/firefox/manifest.json')];
    expect(firefox.content_security_policy).toEqual(chromium.content_security_policy);
    expect((chromium.permissions ?? []).filter((one) => one !== 'offscreen').sort()).toEqual(
      [...(firefox.permissions ?? [])].sort(),
    );
  });
});
