// A service that is exposed: who may call, how often, from which pages, and what caches may keep.

import { describe, expect, test } from 'vitest';
import { createApp, type Host } from '../src/app.ts';
import { callerAddress, networkOf } from '../src/http/access.ts';
import { readSettings } from '../src/http/settings.ts';
import { madeFile } from '../src/made_files.ts';
import { sha256 } from '../src/values/hash.ts';

const QUERY = '/v1/evaluate?amount=1250000&overdue_days=82&as_of=2026-11-21';
const KEYS = `ours:${sha256('a-long-key')},theirs:${sha256('another-long-key')}`;

/** The service as it is set. */
const set = (values: Record<string, string>, host: Host = {}) => createApp({ ...host, settings: readSettings(values) });

const withKey = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });

describe('a key', () => {
  const needed = set({ KEYS, KEYS_REQUIRED: '1' });

  test.each([
    ['in Authorization', { Authorization: 'Bearer a-long-key' }, 200],
    ['in X-Api-Key', { 'X-Api-Key': 'another-long-key' }, 200],
    ['that is not known', { 'X-Api-Key': 'a-long-kez' }, 401],
    ['that is the hash of a key', { 'X-Api-Key': sha256('a-long-key') }, 401],
    ['of another scheme', { Authorization: 'Basic a-long-key' }, 401],
    ['that is missing', {}, 401],
  ])('%s is answered as it should be', async (_, headers, status) => {
    const answer = await needed.request('/v1/options', { headers });
    expect(answer.status).toBe(status);
    if (status === 401) {
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
      expect(await answer.json()).toMatchObject({ code: 'key_needed', status: 401 });
    }
  });

  test('is not read from an address', async () => {
    expect((await needed.request(`${QUERY}&_key=a-long-key`)).status).toBe(401);
  });

  test('is not needed for what is not computed, and never by a browser that asks what it may send', async () => {
    for (const path of ['/health', '/docs', '/version']) expect((await needed.request(path)).status, path).toBe(200);
    expect((await needed.request(QUERY, { method: 'OPTIONS' })).status).toBe(204);
  });

  test('is not needed where it is only known, but a wrong one is refused', async () => {
    const known = set({ KEYS });
    expect((await known.request('/v1/options')).status).toBe(200);
    expect((await known.request('/v1/options', withKey('wrong'))).status).toBe(401);
  });

  test('means nothing where none is set', async () => {
    expect((await set({}).request('/v1/options', withKey('wrong'))).status).toBe(200);
  });
});

describe('a rate', () => {
  /** A service on a clock of its own, called from an address. */
  const limited = (values: Record<string, string>) => {
    const clock = { now: Date.UTC(2026, 10, 21) };
    const app = set(values, {
      now: () => clock.now,
      address: (_, request) => request.headers.get('Test-Address') ?? '192.0.2.1',
    });
    const from = (address: string, more: Record<string, string> = {}) =>
      app.request('/version', { headers: { 'Test-Address': address, ...more } });
    return { clock, from };
  };

  test('holds for an address until its window ends, and tells what is left', async () => {
    const { clock, from } = limited({ RATE_LIMIT: '2/60' });
    const first = await from('192.0.2.1');
    expect(first.headers.get('RateLimit-Policy')).toBe('"default";q=2;w=60');
    expect(first.headers.get('RateLimit')).toBe('"default";r=1;t=60');
    clock.now += 30_000;
    expect((await from('192.0.2.1')).headers.get('RateLimit')).toBe('"default";r=0;t=30');
    const over = await from('192.0.2.1');
    expect(over.status).toBe(429);
    expect(over.headers.get('Retry-After')).toBe('30');
    expect(await over.json()).toMatchObject({ code: 'too_many_requests' });
    expect((await from('192.0.2.2')).status).toBe(200);
    clock.now += 30_000;
    expect((await from('192.0.2.1')).status).toBe(200);
  });

  test('is another one with a key, whatever the address', async () => {
    const { from } = limited({ RATE_LIMIT: '1/60', RATE_LIMIT_WITH_KEY: '3/60', KEYS });
    const statuses: number[] = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'])
      statuses.push((await from(address, { 'X-Api-Key': 'a-long-key' })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await from('192.0.2.9', { 'X-Api-Key': 'another-long-key' })).status).toBe(200);
  });

  test('counts tries with keys that are not known', async () => {
    const { from } = limited({ RATE_LIMIT: '2/60', KEYS });
    const statuses: number[] = [];
    for (const key of ['x1', 'x2', 'x3']) statuses.push((await from('192.0.2.1', { 'X-Api-Key': key })).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  test('never keeps the check of health from being answered', async () => {
    const app = set({ RATE_LIMIT: '1/60' });
    for (let i = 0; i < 3; i++) expect((await app.request('/health')).status).toBe(200);
  });

  test('may be counted by the platform, which tells no more than yes or no', async () => {
    const app = set({ RATE_LIMIT: '9/60' }, { limiter: async () => ({ allowed: false }) });
    const answer = await app.request('/version');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('60');
    expect(answer.headers.get('RateLimit')).toBeNull();
  });

  test('cannot be passed by writing another address, unless a trusted proxy wrote it', async () => {
    for (const [trusted, expected] of [
      ['0', 429],
      ['1', 200],
    ] as const) {
      const app = set({ RATE_LIMIT: '1/60', TRUSTED_PROXIES: trusted }, { address: () => '192.0.2.1' });
      const from = (address: string) => app.request('/version', { headers: { 'X-Forwarded-For': address } });
      await from('198.51.100.1');
      expect((await from('198.51.100.2')).status, trusted).toBe(expected);
    }
  });
});

describe('the address of a caller', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is of the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test.each([
    [0, 'a, b, c', 'socket'],
    [1, 'a, b, c', 'c'],
    [2, 'a, b, c', 'b'],
    [4, 'a, b, c', 'socket'],
    [1, null, 'socket'],
  ])('behind %i trusted proxies is, of %s, %s', (trusted, forwarded, expected) => {
    expect(callerAddress('socket', forwarded, trusted)).toBe(expected);
  });
});

describe('a browser', () => {
  const origin = async (values: Record<string, string>, Origin: string) =>
    (await set(values).request('/version', { headers: { Origin } })).headers.get('Access-Control-Allow-Origin');

  test('may call from every page, from those that are named, or from none', async () => {
    expect(await origin({}, 'https://a.example')).toBe('*');
    expect(await origin({ CORS_ORIGINS: 'https://a.example' }, 'https://a.example')).toBe('https://a.example');
    expect(await origin({ CORS_ORIGINS: 'https://a.example' }, 'https://b.example')).toBeNull();
    expect(await origin({ CORS_ORIGINS: 'none' }, 'https://a.example')).toBeNull();
  });

  test('is told to stay with TLS only behind TLS, and nothing about other hosts', async () => {
    const told = async (values: Record<string, string>, url: string, headers = {}) =>
      (await set(values).request(url, { headers })).headers.get('Strict-Transport-Security');
    expect(await told({}, 'https://kaishu.example/version')).toBe('max-age=15552000');
    expect(await told({}, 'http://kaishu.example/version')).toBeNull();
    expect(await told({}, 'http://kaishu.example/version', { 'X-Forwarded-Proto': 'https' })).toBeNull();
    const proxied = { TRUSTED_PROXIES: '1' };
    expect(await told(proxied, 'http://kaishu.example/version', { 'X-Forwarded-Proto': 'https' })).toContain('max-age');
    expect(await told({ PUBLIC_URL: 'https://kaishu.example' }, 'http://10.0.0.7/version')).toContain('max-age');
  });
});

describe('caches', () => {
  test('that are shared keep no answer to a query unless that is set', async () => {
    const kept = async (values: Record<string, string>, path: string) =>
      (await set(values).request(path, withKey('a-long-key'))).headers.get('Cache-Control');
    expect(await kept({}, QUERY)).toBe('private, max-age=3600');
    expect(await kept({}, `${QUERY}&amount=x`)).toBe('private, max-age=60');
    expect(await kept({}, '/v1/options')).toBe('public, max-age=3600');
    expect(await kept({ CACHE_PUBLIC: '1' }, QUERY)).toBe('public, max-age=3600, s-maxage=604800');
    const keyed = { CACHE_PUBLIC: '1', KEYS, KEYS_REQUIRED: '1' };
    expect(await kept(keyed, QUERY)).toBe('private, max-age=3600');
    expect(await kept(keyed, '/v1/options')).toBe('private, max-age=3600');
  });
});

describe('the address of the service', () => {
  const asset = (name: string) => madeFile(name);
  const text = async (values: Record<string, string>, url: string, headers = {}) => {
    const answer = await set(values, { asset }).request(url, { headers });
    return { status: answer.status, kept: answer.headers.get('Cache-Control'), text: await answer.text() };
  };

  test('is the one that is set, whatever the caller calls it', async () => {
    const found = await text({ PUBLIC_URL: 'https://kaishu.example' }, 'http://evil.example/sheets/kaishu.gs');
    expect(found.kept).toBe('public, max-age=3600');
    expect(found.text).toContain('https://kaishu.example');
    expect(found.text).not.toContain('evil');
  });

  test('is the one that the caller names where none is set, and such a file is for that caller alone', async () => {
    const found = await text({}, 'http://kaishu_1.internal:8080/sheets/kaishu.gs');
    expect(found.kept).toBe('private, max-age=3600');
    expect(found.text).toContain('http://kaishu_1.internal:8080');
  });

  test('is safer only where a trusted proxy says so', async () => {
    const headers = { 'X-Forwarded-Proto': 'https' };
    expect((await text({}, 'http://a.example/sheets/kaishu.gs', headers)).text).toContain('http://a.example');
    const proxied = await text({ TRUSTED_PROXIES: '1' }, 'http://a.example/sheets/kaishu.gs', headers);
    expect(proxied.text).toContain('https://a.example');
  });
});
