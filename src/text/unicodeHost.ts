/// <reference path="./punycode.d.ts" />
import { decode } from 'punycode/punycode.es6.js';

/** The host as a reader would see it: `xn--80ak6aa92e.com` -> `аррӏе.com`. A label that does not decode stays as it is. */
export function unicodeHost(host: string): string {
  return host.includes('xn--') ? host.split('.').map(unicodeLabel).join('.') : host;
}

function unicodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  try {
    return decode(label.slice('xn--'.length));
  } catch {
    // Attackers choose host names: a broken one is the world's fault, and its ASCII form is still compared.
    return label;
  }
}
