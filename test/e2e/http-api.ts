import { startStandalone } from '../../apps/standalone/src/start-standalone';
import { createTestDatabase } from '@streakline/testing';

/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Whatever JSON it was: the tests say what they expect of it. */
  readonly body: Json;
}

export type Json = Readonly<Record<string, unknown>>;

export interface Receipt {
  readonly id: string;
  readonly position: number;
}

/** The receipt of a command that was taken. */
export function receiptOf(answer: Answer): Receipt {
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`It was refused: ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as Receipt;
}

export interface Page {
  readonly data: readonly Json[];
  readonly nextCursor: string | null;
}

/** A page of a list that was answered. */
export function pageOf(answer: Answer): Page {
  if (answer.status !== 200) throw new Error(`It was refused: ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as Page;
}

/** A server, asked over a real socket. */
export interface Asking {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends the text as it is, as JSON. */
  postText(path: string, text: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** The standalone server on a database of its own. */
export interface HttpApi extends Asking {
  readonly url: string;
  readonly databaseUrl: string;
  /** Position of the newest event. */
  head(): Promise<number>;
  close(): Promise<void>;
}

export async function startHttpApi(): Promise<HttpApi> {
  const database = await createTestDatabase();
  const server = await startStandalone({ databaseUrl: database.url, port: 0, logLevel: 'silent' });
  return {
    ...askAt(server.url),
    url: server.url,
    databaseUrl: database.url,
    head: () => server.store.head(),
    close: async () => {
      await server.close();
      await database.drop();
    },
  };
}

/** Asks the server at an address. */
export function askAt(url: string): Asking {
  const postText: Asking['postText'] = (path, text, headers = {}) =>
    ask(`${url}${path}`, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json', ...headers } });
  return {
    get: (path) => ask(`${url}${path}`, {}),
    post: (path, body, headers) => postText(path, JSON.stringify(body), headers),
    postText,
  };
}

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Json };
}

/** Waits for a condition, for at most `seconds`. */
export async function eventually<T>(look: () => Promise<T | undefined>, seconds = 10): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`It did not come about within ${seconds} s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
