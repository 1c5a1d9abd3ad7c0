// What whoever runs the service may set, read from the environment or the bindings by name. docs/operate.md lists the names.

import { LONG_TABLE } from '../ledger/file/cells.ts';
import type { Limits } from './context.ts';

/** A key by which a caller is known: its name, and the SHA-256 of the key itself, which stands nowhere. */
export interface AccessKey {
  readonly name: string;
  readonly hash: string;
}

/** How many requests one caller may make in a time. */
export interface CallRate {
  readonly requests: number;
  readonly seconds: number;
}

/** What may be set about one service. */
export interface Settings {
  readonly limits: Partial<Limits>;
  /** Heavy requests that are worked on at once, and that wait for it. */
  readonly heavy: { readonly places: number; readonly line: number };
  readonly keys: readonly AccessKey[];
  /** Whether what is computed is for callers with a key alone. */
  readonly keys_required: boolean;
  /** For a caller without a key, by address, and for one with a key; null for no limit. */
  readonly rate: CallRate | null;
  readonly rate_with_key: CallRate | null;
  /** The address under which the service is known; without it, the one under which it was asked. */
  readonly public_url: string | null;
  /** Proxies in front of the service whose X-Forwarded headers are believed. */
  readonly trusted_proxies: number;
  /** Origins whose pages may call the service; `*` for all. */
  readonly cors_origins: readonly string[];
  /** Whether shared caches may keep answers to queries, whose addresses hold the figures of a claim. */
  readonly cache_public: boolean;
}

/** A setting that cannot be used. Its message is for whoever starts the service. */
export class WrongSetting extends Error {}

/** Bytes of a line of a table that has many columns. */
const BYTES_A_LINE = 320;

/** Two at once: more would only take longer each. */
const HEAVY = { places: 2, line: 32 };

/** What holds where nothing is set. */
export const USUAL_SETTINGS: Settings = {
  limits: {},
  heavy: HEAVY,
  keys: [],
  keys_required: false,
  rate: null,
  rate_with_key: null,
  public_url: null,
  trusted_proxies: 0,
  cors_origins: ['*'],
  cache_public: false,
};

/** Names and values as the environment or the bindings hold them. */
export type SettingValues = Readonly<Record<string, unknown>>;

const settingText = (values: SettingValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

const wrong = (name: string, expected: string): never => {
  throw new WrongSetting(`${name} must be ${expected}`);
};

/** A whole number from `least` on; undefined when it is not set. */
export function wholeSetting(values: SettingValues, name: string, least = 1): number | undefined {
  const text = settingText(values, name);
  if (text === '') return undefined;
  const number = Number(text);
  const isFit = /^\d{1,15}$/.test(text) && number >= least;
  return isFit ? number : wrong(name, `a whole number from ${least} on`);
}

function flagSetting(values: SettingValues, name: string): boolean {
  const text = settingText(values, name);
  return text === '1' || (text === '' || text === '0' ? false : wrong(name, '1 or 0'));
}

/** Requests and seconds, such as 600/60. */
function rateSetting(values: SettingValues, name: string): CallRate | null {
  const text = settingText(values, name);
  if (text === '') return null;
  const found = /^([1-9]\d{0,6})\/([1-9]\d{0,4})$/.exec(text);
  return found
    ? { requests: Number(found[1]), seconds: Number(found[2]) }
    : wrong(name, 'requests/seconds, such as 600/60');
}

const listSetting = (values: SettingValues, name: string): string[] =>
  settingText(values, name)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Keys as name:sha256, separated by commas. */
const keysSetting = (values: SettingValues, name: string): AccessKey[] =>
  listSetting(values, name).map((entry) => {
    const found = /^([\w.-]{1,40}):([0-9a-f]{64})$/.exec(entry);
    return found?.[1] && found[2]
      ? { name: found[1], hash: found[2] }
      : wrong(name, 'name:hash, separated by commas, each hash the SHA-256 of a key in 64 small hex digits');
  });

const ORIGIN = /^https?:\/\/(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

function originSetting(values: SettingValues, name: string): string | null {
  const text = settingText(values, name).replace(/\/$/, '');
  if (text === '') return null;
  return ORIGIN.test(text) ? text : wrong(name, 'an origin without a path, such as https://kaishu.example');
}

function originsSetting(values: SettingValues, name: string): readonly string[] {
  const origins = listSetting(values, name);
  if (origins.length === 0) return USUAL_SETTINGS.cors_origins;
  if (origins.length === 1 && origins[0] === 'none') return [];
  return origins.every((origin) => origin === '*' || ORIGIN.test(origin))
    ? origins
    : wrong(name, '*, none, or origins separated by commas');
}

/** The length of a ledger that is read as a whole; either number alone leaves the other as it is usual for so long a table. */
function tableSetting(values: SettingValues): Limits['table'] {
  const lines = wholeSetting(values, 'TABLE_LINES_MAX');
  const bytes = wholeSetting(values, 'TABLE_BYTES_MAX');
  if (lines === undefined && bytes === undefined) return undefined;
  const rows = lines ?? LONG_TABLE.rows;
  return { lines: rows, rows, bytes: bytes ?? rows * BYTES_A_LINE };
}

/** The settings in an environment. Throws `WrongSetting`. */
export function readSettings(values: SettingValues): Settings {
  const limits = {
    bytes: wholeSetting(values, 'LEDGER_BYTES_MAX'),
    rows: wholeSetting(values, 'LEDGER_ROWS_MAX'),
    cost: wholeSetting(values, 'COST_MAX'),
  };
  const table = tableSetting(values);
  const keys = keysSetting(values, 'KEYS');
  const keys_required = flagSetting(values, 'KEYS_REQUIRED');
  if (keys_required && keys.length === 0) wrong('KEYS', 'set where KEYS_REQUIRED is 1');
  const rate = rateSetting(values, 'RATE_LIMIT');
  return {
    limits: Object.fromEntries(Object.entries({ ...limits, table }).filter(([, value]) => value !== undefined)),
    heavy: {
      places: wholeSetting(values, 'HEAVY_AT_ONCE') ?? HEAVY.places,
      line: wholeSetting(values, 'HEAVY_WAITING', 0) ?? HEAVY.line,
    },
    keys,
    keys_required,
    rate,
    rate_with_key: rateSetting(values, 'RATE_LIMIT_WITH_KEY') ?? rate,
    public_url: originSetting(values, 'PUBLIC_URL'),
    trusted_proxies: wholeSetting(values, 'TRUSTED_PROXIES', 0) ?? 0,
    cors_origins: originsSetting(values, 'CORS_ORIGINS'),
    cache_public: flagSetting(values, 'CACHE_PUBLIC'),
  };
}
