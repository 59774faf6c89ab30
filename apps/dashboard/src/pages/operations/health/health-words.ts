/** A part of /health/ready, as the process tells it. */
export interface Check {
  readonly ready: boolean;
  readonly detail?: string;
  readonly [figure: string]: unknown;
}

export interface Health {
  readonly isReady: boolean;
  readonly checks: Readonly<Record<string, Check>>;
  /** Why not; empty where it is ready. */
  readonly detail: string;
}

const PARTS: Readonly<Record<string, readonly [ready: string, not: string]>> = {
  database: ['The database answers.', 'The database does not answer.'],
  projector: ['The projector follows the store.', 'The projector does not follow the store.'],
  readModels: ['There are read models to answer from.', 'There is nothing to answer from yet.'],
  start: ['The process has started.', 'The process is starting.'],
  inbound: ['The inbound topics are read.', 'The inbound topics are not read.'],
  relay: ['The relay works, or stands by.', 'The relay does not work.'],
  insights: ['Insights are published.', 'Insights are not published.'],
};

/** A part in a sentence. */
export function sentenceOf(name: string, { ready, detail }: Check): string {
  const [works, fails] = PARTS[name] ?? [`${name} is ready.`, `${name} is not ready.`];
  const more = detail === undefined || detail === '' ? '' : ` ${detail}`;
  return `${ready ? works : fails}${more}`;
}

/** What /health/ready answered, with status 200 or 503. */
export function healthOf(status: number, body: unknown): Health {
  const told = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const checks = (told['checks'] ?? {}) as Health['checks'];
  const detail = typeof told['detail'] === 'string' ? told['detail'] : '';
  return { isReady: status === 200, checks, detail };
}
