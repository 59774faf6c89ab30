import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../../failures';

/** A study as GET /v1/event-studies/{id} tells it. */
export interface ToldStudy {
  readonly id: string;
  /** Of the event store, that it rests on. */
  readonly position: number;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: { readonly phase: string; readonly done: number; readonly total: number } | null;
  readonly failure: { readonly code: string; readonly detail: string } | null;
}

interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

const PATH = '/v1/event-studies';
const LOOK_EVERY_MS = 200;

/** Studies of a running server, over HTTP. What it refuses is a UsageError, in its words. */
export class StudyClient {
  private readonly base: string;

  /** @param headers sent with every request, such as Authorization */
  constructor(
    url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    this.base = `${url.replace(/\/+$/, '')}${PATH}`;
  }

  ask(body: object): Promise<ToldStudy> {
    const headers = { 'content-type': 'application/json' };
    return this.json('', { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Resolves when the study is finished, or the signal aborts; told of every look. */
  async finished(id: string, stop: AbortSignal, onLook: (study: ToldStudy) => void): Promise<ToldStudy> {
    for (;;) {
      const study = await this.json(`/${id}`);
      onLook(study);
      if (stop.aborted || !['queued', 'running'].includes(study.state)) return study;
      // Rejects only when it is stopped.
      await wait(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** The study in one of its forms, as text. */
  async as(id: string, type: string): Promise<string> {
    return (await this.answer(`/${id}`, { headers: { accept: type } })).text();
  }

  async cancel(id: string): Promise<void> {
    await this.answer(`/${id}`, { method: 'DELETE' });
  }

  private async json(path: string, init: RequestInit = {}): Promise<ToldStudy> {
    return (await (await this.answer(path, init)).json()) as ToldStudy;
  }

  private async answer(path: string, init: RequestInit): Promise<Response> {
    const url = `${this.base}${path}`;
    const headers = { ...this.headers, ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(url, { ...init, headers }).catch((error: unknown) => {
      throw new Error(`no server answers at ${url}: is it running, and is that its port?`, { cause: error });
    });
    if (response.ok) return response;
    const told = await response.text();
    const message =
      problemIn(told) ?? `${init.method ?? 'GET'} ${url} answered ${response.status}: ${told.slice(0, 500)}`;
    throw response.status < 500 ? new UsageError(message) : new Error(message);
  }
}

/** The server's own words for what is wrong, with all the places where it is. */
function problemIn(text: string): string | undefined {
  try {
    const { detail, errors = [] } = JSON.parse(text) as Problem;
    if (errors.length < 2) return detail;
    return errors.map((each) => `${each.pointer}: ${each.detail}`).join(' ');
  } catch {
    // No problem document: whatever else was answered is told as it is.
    return undefined;
  }
}
