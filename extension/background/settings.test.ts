import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../protocol/stored.ts';
import { chainSettings, isUsableRpcUrl } from './chains.ts';
import { openSettings, readSettings } from './settings.ts';
import { memoryArea } from './testing/area.ts';

describe('settings', () => {
  it('are the defaults, with nothing chosen, when there are none or they are broken', async () => {
    for (const stored of [
      undefined,
      null,
      'x',
      { version: 1 },
      { ...DEFAULT_SETTINGS, version: 99 },
      { chosen: 'yes' },
    ]) {
      expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
    }
    expect((await openSettings(memoryArea({ settings: { rpcUrls: 7 } }))).current().chosen).toBe(false);
  });

  it('are read from before they had a version', () => {
    expect(readSettings({ chosen: true, rpcUrls: { 1: 'https://rpc.example' } })).toMatchObject({
      ...{ version: 1, chosen: true, rpcUrls: { 1: 'https://rpc.example' } },
    });
  });

  it('are kept', async () => {
    const area = memoryArea();
    await (await openSettings(area)).save({ ...DEFAULT_SETTINGS, chosen: true, show: 'everything' });
    expect((await openSettings(area)).current()).toMatchObject({ chosen: true, show: 'everything' });
  });

  it('keep the second servers where a page says nothing of them', async () => {
    const settings = await openSettings(memoryArea());
    await settings.save({ ...DEFAULT_SETTINGS, secondRpcUrls: { 1: 'https://second.example' } });
    const { chosen, rpcUrls, show, language } = DEFAULT_SETTINGS;
    await settings.save({ chosen, rpcUrls, show, language });
    expect(settings.current().secondRpcUrls).toEqual({ 1: 'https://second.example' });
    await settings.save({ chosen, rpcUrls, show, language, secondRpcUrls: { 1: null } });
    expect(settings.current().secondRpcUrls).toEqual({ 1: null });
  });

  it('stay as they were when they cannot be written', async () => {
    const area = memoryArea();
    const settings = await openSettings(area);
    area.fail = true;
    await expect(settings.save({ ...DEFAULT_SETTINGS, chosen: true })).rejects.toThrow();
    expect(settings.current().chosen).toBe(false);
  });
});

describe('chains', () => {
  it('offers endpoints and chooses none', () => {
    const chains = chainSettings({});
    expect(chains.every(({ rpcUrl }) => rpcUrl === null)).toBe(true);
    expect(chains.find(({ chainId }) => chainId === 1)?.offered.length).toBeGreaterThan(1);
    expect(chains.flatMap(({ offered }) => offered).every(({ url }) => isUsableRpcUrl(url))).toBe(true);
  });

  it('keeps a chain the user added', () => {
    expect(chainSettings({ 100: 'https://rpc.example' }).at(-1)).toMatchObject({
      chainId: 100,
      rpcUrl: 'https://rpc.example',
    });
  });

  it('takes https, and http on this computer alone', () => {
    for (const url of ['https://rpc.example/key', 'http://localhost:8545', 'http://127.0.0.1:1']) {
      expect(isUsableRpcUrl(url)).toBe(true);
    }
    for (const url of [
      'http://rpc.example',
      'wss://rpc.example',
      'https://a:b@rpc.example',
      'javascript:1',
      'rpc',
      '',
    ]) {
      expect(isUsableRpcUrl(url)).toBe(false);
    }
  });
});
