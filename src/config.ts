/** The release that stands in every extraction; `test/config.test.ts` holds it to package.json. */
export const RELEASE = '0.1.0';

/** The project's folder: `schema/`, `seeds/` and `models/` lie in it, beside `src/` and `dist/`. */
export const ROOT = new URL('../', import.meta.url);

/** What the environment sets; flags of a command go before it. */
export interface Config {
  /** Address of the store: a file path, `neo4j://` or `bolt://`. */
  readonly store: string;
  /** Password of the store, where it asks for one. */
  readonly storePassword: string | null;
  /** Most connections to it at a time, and longest wait in milliseconds. */
  readonly storePool: number;
  readonly storeTimeoutMs: number;
  readonly host: string;
  readonly port: number;
  /** Whether the server logs requests. */
  readonly log: boolean;
  readonly server: ServerConfig;
}

/** What the environment says about the server. */
export interface ServerConfig {
  /** File that lists API keys. */
  readonly keys: string | null;
  /** Whether reading needs a key. */
  readonly areReadsKeyed: boolean;
  readonly tokens: {
    readonly secret?: string;
    readonly keysUrl?: string;
    readonly issuer?: string;
    readonly audience?: string;
  } | null;
  /** File of the audit log. */
  readonly audit: string | null;
  /** Origins of pages that may ask. */
  readonly origins: readonly string[];
  readonly introspection: boolean;
  /** Requests a minute of one key or address. */
  readonly ratePerMinute: number;
  /** Where requests are traced to: an OpenTelemetry collector (OTLP over HTTP), and by which name; null for nowhere. */
  readonly tracing: { readonly endpoint: string; readonly service: string } | null;
}

/** Reads the environment, once: no other module looks at `process.env`. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    store: env.DATELINE_STORE ?? '.dateline/graph.db',
    storePassword: env.DATELINE_STORE_PASSWORD ?? null,
    storePool: Number(env.DATELINE_STORE_POOL ?? 20),
    storeTimeoutMs: Number(env.DATELINE_STORE_TIMEOUT ?? 60_000),
    host: env.DATELINE_HOST ?? '127.0.0.1',
    port: Number(env.DATELINE_PORT ?? 4000),
    log: env.DATELINE_LOG === '1',
    server: {
      keys: env.DATELINE_KEYS ?? null,
      areReadsKeyed: env.DATELINE_READS === 'keyed',
      tokens: tokensOf(env),
      audit: env.DATELINE_AUDIT ?? null,
      origins: (env.DATELINE_ORIGINS ?? '').split(',').flatMap((origin) => origin.trim() || []),
      introspection: env.DATELINE_INTROSPECTION !== '0',
      ratePerMinute: Number(env.DATELINE_RATE ?? 6000),
      // The names that OpenTelemetry gives them.
      tracing: env.OTEL_EXPORTER_OTLP_ENDPOINT
        ? { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, service: env.OTEL_SERVICE_NAME ?? 'dateline' }
        : null,
    },
  };
}

function tokensOf(env: Readonly<Record<string, string | undefined>>): ServerConfig['tokens'] {
  const [secret, keysUrl] = [env.DATELINE_TOKEN_SECRET, env.DATELINE_TOKEN_KEYS];
  const [issuer, audience] = [env.DATELINE_TOKEN_ISSUER, env.DATELINE_TOKEN_AUDIENCE];
  if (!secret && !keysUrl) return null;
  return {
    ...(secret && { secret }),
    ...(keysUrl && { keysUrl }),
    ...(issuer && { issuer }),
    ...(audience && { audience }),
  };
}
