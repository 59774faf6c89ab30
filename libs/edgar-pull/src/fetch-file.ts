import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { EdgarPullError } from './edgar-pull-error';
import { ByteLimit } from './byte-limit';
import { IdleLimit } from './idle-limit';
import type { KeptFolder, Validators } from './kept-file';
import type { Pace } from './pace';
import { retryAfterMs } from './retry-after';

/** A file to bring. */
export interface Wanted {
  /** Its place in the folder, with slashes. */
  readonly name: string;
  readonly url: string;
  /** Of the body, unpacked. */
  readonly mostBytes: number;
  /** Without it there is nothing to go on with. */
  readonly isNeeded?: boolean;
  /** Throws where the text is not what was asked for. */
  readonly check: (text: string) => void;
}

export interface Fetching {
  readonly kept: KeptFolder;
  readonly pace: Pace;
  readonly contact: string;
  readonly signal: AbortSignal;
  /** The pause before the second try; each further one is twice as long. */
  readonly firstPauseMs: number;
  /** Without a byte for so long a connection is given up. */
  readonly idleMs: number;
  /** Tells of a try that failed and what is waited for. */
  readonly onTrouble: (text: string) => void;
}

export interface Fetched {
  readonly outcome: 'new' | 'unchanged' | 'absent';
  readonly bytes: number;
  readonly requests: number;
}

const TRIES = 6;
/** Longer than the ten minutes for which EDGAR shuts out who asked too fast. */
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Brings one file to the folder, or learns that the one there is still right (304). Failures that may pass are tried again:
 * connections that are cut or idle, 429, 5xx, and bodies that are not what they should be.
 *
 * @throws EdgarPullError
 */
export async function fetchFile(wanted: Wanted, fetching: Fetching): Promise<Fetched> {
  const validators = await fetching.kept.validatorsOf(wanted.name, wanted.url);
  for (let requests = 1; ; requests += 1) {
    const tried = await attempt(wanted, validators, fetching);
    if ('outcome' in tried) return { ...tried, requests };
    fetching.signal.throwIfAborted();
    if (requests === TRIES)
      throw new EdgarPullError(tried.code, `${wanted.url}: ${tried.why}, ${TRIES} times in a row. Try again later.`);
    await waitAfter(tried, wanted, fetching, requests);
  }
}

/** A failure that may pass. */
interface Passing {
  readonly code: 'unreachable' | 'wrongContent';
  readonly why: string;
  readonly retryAfterMs?: number | undefined;
}

type Attempt = Omit<Fetched, 'requests'> | Passing;

async function waitAfter(
  { why, retryAfterMs: asked }: Passing,
  { url }: Wanted,
  fetching: Fetching,
  tries: number,
): Promise<void> {
  const { pace, signal, firstPauseMs, onTrouble } = fetching;
  if (asked !== undefined && asked > LONGEST_WAIT_MS) {
    const minutes = Math.ceil(asked / 60_000);
    throw new EdgarPullError(
      'comeBackLater',
      `${url}: ${why}, and asks to come back in ${minutes} minutes. The same command goes on from there.`,
    );
  }
  // Half of it at random, so that those that failed together do not come back together.
  const own = firstPauseMs * 2 ** (tries - 1) * (0.5 + Math.random() / 2);
  const ms = Math.max(own, asked ?? 0);
  onTrouble(`${why}; trying again in ${(ms / 1_000).toFixed(1)} s`);
  // A server that names a time means everyone.
  if (asked !== undefined) pace.hold(asked);
  await pause(ms, undefined, { signal });
}

async function attempt(wanted: Wanted, validators: Validators | null, fetching: Fetching): Promise<Attempt> {
  await fetching.pace.turn(fetching.signal);
  const idle = new IdleLimit(fetching.idleMs, fetching.signal);
  try {
    const response = await fetch(wanted.url, {
      headers: { 'user-agent': fetching.contact, accept: '*/*', ...conditions(validators) },
      // EDGAR redirects nothing that is asked for here, and the contact is for it alone.
      redirect: 'manual',
      signal: idle.signal,
    });
    return await answered(response, wanted, fetching, idle);
  } catch (error) {
    fetching.signal.throwIfAborted();
    if (error instanceof EdgarPullError) throw error;
    if (isFault(error))
      throw new EdgarPullError('folder', `${fetching.kept.folder} cannot be written: ${reasonOf(error)}`, {
        cause: error,
      });
    return { code: 'unreachable', why: idle.ran ? `nothing came for ${fetching.idleMs / 1_000} s` : reasonOf(error) };
  } finally {
    idle.end();
  }
}

function conditions(validators: Validators | null): Record<string, string> {
  if (validators === null) return {};
  const { etag, lastModified } = validators;
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

async function answered(response: Response, wanted: Wanted, fetching: Fetching, idle: IdleLimit): Promise<Attempt> {
  const { status, headers } = response;
  if (status === 200) return saved(response, wanted, fetching, idle);
  const words = status === 304 ? '' : await beginning(response);
  if (status === 304) return { outcome: 'unchanged', bytes: 0 };
  if (status === 404) return { outcome: 'absent', bytes: 0 };
  if (status === 429 || status >= 500) {
    const asked = retryAfterMs(headers.get('retry-after'), Date.now());
    return { code: 'unreachable', why: `the server answered ${status}`, retryAfterMs: asked };
  }
  const hint =
    status === 403 ? ' EDGAR refuses who does not say who asks, and for ten minutes who asked too fast.' : '';
  throw new EdgarPullError(
    'refused',
    `${wanted.url} answered ${status}.${hint}${words === '' ? '' : ` It says: ${words}`}`,
  );
}

async function saved(response: Response, wanted: Wanted, { kept }: Fetching, idle: IdleLimit): Promise<Attempt> {
  const path = await kept.unfinishedPath(wanted.name);
  const counter = new ByteLimit(wanted.url, wanted.mostBytes, () => idle.again());
  try {
    if (response.body === null) return { code: 'wrongContent', why: 'the answer is empty' };
    await pipeline(Readable.fromWeb(response.body), counter, createWriteStream(path));
    idle.end();
    const wrong = wrongIn(await readFile(path, 'utf8'), wanted);
    if (wrong !== undefined) return { code: 'wrongContent', why: `what came is not what was asked for (${wrong})` };
    const { headers } = response;
    await kept.keep(wanted.name, path, {
      url: wanted.url,
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
    });
    return { outcome: 'new', bytes: counter.bytes };
  } finally {
    await rm(path, { force: true });
  }
}

function wrongIn(text: string, { check }: Wanted): string | undefined {
  try {
    check(text);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** The first words of an answer, for people; its end is not waited for. */
async function beginning(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  const text = Buffer.from(first?.value ?? []).toString('utf8', 0, 4_000);
  return text
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** A fault of this machine's files, which no other try mends. */
function isFault(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return ['EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EISDIR', 'EDQUOT', 'EPERM', 'EEXIST'].includes(code);
}

/** fetch says only "fetch failed", and why in its cause. */
function reasonOf(error: unknown): string {
  const { cause = error } = error as { readonly cause?: unknown };
  const { message = '', code = '' } = cause as { readonly message?: unknown; readonly code?: unknown };
  const text = String(message) || String(code) || String(cause);
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
