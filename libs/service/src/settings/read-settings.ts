import {
  type ConnectionSettings,
  ConnectionSettingsError,
  readConnectionSettings,
  readTopicPrefix,
} from '@streakline/event-log';
import type { LogLevel } from '@streakline/observability';
import { z } from 'zod';
import { ServiceError } from '../service-error';
import { standaloneVariables, variables } from './variables';

/** What every process is told by its environment. */
export interface ServiceSettings {
  /** `postgres://user:password@host:port/database`. */
  readonly databaseUrl: string;
  /** Connections to it, at most; left out, what the process is made for. */
  readonly databaseConnections?: number;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Whether whoever reaches the host may read and write for as long as there is no API key. */
  readonly trustNetwork: boolean;
  /** Requests a minute that each API key may make in this process; 0: as many as it likes. */
  readonly rateLimit: number;
  /** Whether a process that answers from the read models also runs the studies that were asked for. */
  readonly runStudies: boolean;
  /** Folder of the strategies that may be asked for over HTTP; left out, none. */
  readonly strategiesFolder?: string;
  /** Folder of the built dashboard, which query and standalone answer with; left out, none. */
  readonly dashboardFolder?: string;
  readonly logLevel: LogLevel;
}

/** Of a process that speaks to Kafka too. */
export interface KafkaServiceSettings extends ServiceSettings {
  readonly kafka: ConnectionSettings;
  /** Put before the names of topics and groups. */
  readonly topicPrefix: string;
}

export type StandaloneSettings = Omit<ServiceSettings, 'databaseUrl'> & {
  readonly storage: { readonly databaseUrl: string } | { readonly dataDir: string };
};

/** Where each process listens unless it is told. */
export const defaultPorts = { intake: 8080, query: 8081, relay: 8082, projector: 8083, standalone: 8080 } as const;

export type ServiceName = keyof typeof defaultPorts;

/** Of a process that works without Kafka too, and can do more where it is told of one. */
export type MaybeKafkaServiceSettings = ServiceSettings & Partial<Pick<KafkaServiceSettings, 'kafka' | 'topicPrefix'>>;

/**
 * Reads the settings of a process that works without Kafka; those of Kafka too, where KAFKA_BROKERS is set.
 *
 * @throws ServiceError `badSettings`: names each variable that is wrong, and how to mend it
 */
export function readServiceSettings(
  name: ServiceName,
  environment: NodeJS.ProcessEnv = process.env,
): MaybeKafkaServiceSettings {
  if ((environment['KAFKA_BROKERS'] ?? '') !== '') return readKafkaServiceSettings(name, environment);
  const { data, problems } = parse(variables, environment);
  if (data === undefined) throw badSettings(problems);
  return { databaseUrl: data.STREAKLINE_DATABASE_URL, ...sharedSettings(name, data) };
}

/** Reads the settings of a process with Kafka: all that is wrong is told at once. */
export function readKafkaServiceSettings(
  name: ServiceName,
  environment: NodeJS.ProcessEnv = process.env,
): KafkaServiceSettings {
  const { data, problems } = parse(variables, environment);
  const kafka = attempt(() => readConnectionSettings(`streakline-${name}-${process.pid}`, environment));
  const prefix = attempt(() => readTopicPrefix(environment));
  const all = [...problems, ...kafka.problems, ...prefix.problems];
  if (data === undefined || kafka.value === undefined || prefix.value === undefined) throw badSettings(all);
  return {
    databaseUrl: data.STREAKLINE_DATABASE_URL,
    ...sharedSettings(name, data),
    kafka: kafka.value,
    topicPrefix: prefix.value,
  };
}

/** Reads the settings of everything in one process: STREAKLINE_DATA_DIR where no STREAKLINE_DATABASE_URL is set. */
export function readStandaloneSettings(environment: NodeJS.ProcessEnv = process.env): StandaloneSettings {
  const { data, problems } = parse(standaloneVariables, environment);
  if (data === undefined) throw badSettings(problems);
  const { STREAKLINE_DATABASE_URL: databaseUrl, STREAKLINE_DATA_DIR: dataDir } = data;
  if (databaseUrl === undefined && dataDir === undefined)
    throw badSettings(['Neither STREAKLINE_DATA_DIR (a folder) nor STREAKLINE_DATABASE_URL is set: set one']);
  const storage = databaseUrl === undefined ? { dataDir: dataDir ?? '' } : { databaseUrl };
  return { storage, ...sharedSettings('standalone', data) };
}

type Shared = z.infer<z.ZodObject<Omit<typeof variables, 'STREAKLINE_DATABASE_URL'>>>;

function sharedSettings(name: ServiceName, data: Shared): Omit<ServiceSettings, 'databaseUrl'> {
  const connections = data.STREAKLINE_DATABASE_CONNECTIONS;
  return {
    ...(connections !== undefined && { databaseConnections: connections }),
    host: data.STREAKLINE_HOST,
    port: data.STREAKLINE_PORT ?? defaultPorts[name],
    trustNetwork: data.STREAKLINE_TRUST_NETWORK,
    rateLimit: data.STREAKLINE_RATE_LIMIT,
    runStudies: data.STREAKLINE_RUN_STUDIES,
    ...(data.STREAKLINE_STRATEGIES !== undefined && { strategiesFolder: data.STREAKLINE_STRATEGIES }),
    ...(data.STREAKLINE_DASHBOARD !== undefined && { dashboardFolder: data.STREAKLINE_DASHBOARD }),
    logLevel: data.STREAKLINE_LOG_LEVEL,
  };
}

interface Parsed<T> {
  readonly data?: T;
  readonly problems: readonly string[];
}

/** An empty variable is one that is not set: compose files and shells make no difference. */
function parse<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv,
): Parsed<z.infer<z.ZodObject<Shape>>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { data, error } = z.object(shape).safeParse(given);
  if (error) return { problems: error.issues.map(({ path, message }) => `${String(path[0])} ${message}`) };
  return { data, problems: [] };
}

function attempt<T>(read: () => T): { readonly value?: T; readonly problems: readonly string[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (error instanceof ConnectionSettingsError) return { problems: [error.message] };
    throw error;
  }
}

function badSettings(problems: readonly string[]): ServiceError {
  return new ServiceError('badSettings', `${problems.join('; ')}.`);
}
