import { readFileSync } from 'node:fs';
import { z } from 'zod';

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How to reach the brokers. */
export interface ConnectionSettings {
  /** `host:port`, some of the cluster's; the others are learnt from them. */
  readonly brokers: readonly string[];
  /** Names this process in the brokers' logs and quotas. */
  readonly clientId: string;
  /** PEM texts; an empty object trusts the system's authorities. Left out: no TLS. */
  readonly tls?: { readonly ca?: string; readonly certificate?: string; readonly key?: string };
  readonly sasl?: {
    readonly mechanism: (typeof mechanisms)[number];
    readonly username: string;
    readonly password: string;
  };
}

/** The settings cannot be used: says which variable and how to mend it. */
export class ConnectionSettingsError extends Error {
  override readonly name = 'ConnectionSettingsError';
}

const broker = /^(\[[0-9a-f:]+\]|[^\s:,]+):\d{1,5}$/i;

const variables = z.object({
  KAFKA_BROKERS: z
    .string({ error: 'is not set: name brokers as host:port, separated by commas' })
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((list) => list.every((each) => broker.test(each)), 'is not a list of host:port, separated by commas'),
  KAFKA_TLS: z.enum(['true', 'false'], 'is neither true nor false').default('false'),
  KAFKA_TLS_CA_FILE: z.string().optional(),
  KAFKA_TLS_CERTIFICATE_FILE: z.string().optional(),
  KAFKA_TLS_KEY_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(mechanisms, `is none of ${mechanisms.join(', ')}`).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
});

/** The names of all that is read here. */
export const connectionVariables: readonly string[] = Object.keys(variables.shape);

/**
 * Reads KAFKA_BROKERS, KAFKA_TLS (true; with KAFKA_TLS_CA_FILE, KAFKA_TLS_CERTIFICATE_FILE and KAFKA_TLS_KEY_FILE where
 * the brokers ask for them) and KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD.
 */
export function readConnectionSettings(
  clientId: string,
  environment: NodeJS.ProcessEnv = process.env,
): ConnectionSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { data, error } = variables.safeParse(given);
  if (error)
    throw new ConnectionSettingsError(
      error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join('; '),
    );
  const tls = data.KAFKA_TLS === 'true' ? readTls(data) : undefined;
  const sasl = readSasl(data);
  return { brokers: data.KAFKA_BROKERS, clientId, ...(tls && { tls }), ...(sasl && { sasl }) };
}

type Variables = z.infer<typeof variables>;

function readTls(data: Variables): NonNullable<ConnectionSettings['tls']> {
  const read = (name: 'KAFKA_TLS_CA_FILE' | 'KAFKA_TLS_CERTIFICATE_FILE' | 'KAFKA_TLS_KEY_FILE') => {
    const file = data[name];
    try {
      return file === undefined ? undefined : readFileSync(file, 'utf8');
    } catch (error) {
      throw new ConnectionSettingsError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const [ca, certificate, key] = [
    read('KAFKA_TLS_CA_FILE'),
    read('KAFKA_TLS_CERTIFICATE_FILE'),
    read('KAFKA_TLS_KEY_FILE'),
  ];
  return { ...(ca && { ca }), ...(certificate && { certificate }), ...(key && { key }) };
}

function readSasl(data: Variables): ConnectionSettings['sasl'] {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = data;
  if (mechanism === undefined) return undefined;
  if (username !== undefined && password !== undefined) return { mechanism, username, password };
  throw new ConnectionSettingsError(
    'KAFKA_SASL_MECHANISM is set: it needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD too',
  );
}
