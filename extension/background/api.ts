import browser from 'webextension-polyfill';

/** The extension API of either browser, promises and all. */
export { browser };

/** Chromium's offscreen documents, which the polyfill does not know. Absent on Firefox. */
export interface OffscreenApi {
  createDocument(options: { url: string; reasons: readonly string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

export function offscreenApi(): OffscreenApi | null {
  const chrome: unknown = Reflect.get(globalThis, 'chrome');
  const offscreen: unknown = typeof chrome === 'object' && chrome !== null ? Reflect.get(chrome, 'offscreen') : null;
  return isOffscreen(offscreen) ? offscreen : null;
}

function isOffscreen(value: unknown): value is OffscreenApi {
  return typeof value === 'object' && value !== null && 'createDocument' in value;
}
