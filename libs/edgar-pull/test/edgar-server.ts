import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly userAgent: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** Answers one request instead of the file's own answer. */
export type Misbehaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** A server laid out as EDGAR is: files with their ETag, and whatever goes wrong once or for ever. */
export interface EdgarServer {
  readonly url: string;
  /** By path; a change changes the ETag. */
  readonly files: Map<string, string>;
  readonly asked: Asked[];
  /** The next requests for a path are answered so, one after the other; then by the file. */
  next(path: string, ...answers: Misbehaviour[]): void;
  always(path: string, answer: Misbehaviour): void;
  close(): Promise<void>;
}

export async function startEdgarServer(): Promise<EdgarServer> {
  const files = new Map<string, string>();
  const asked: Asked[] = [];
  const queued = new Map<string, Misbehaviour[]>();
  const fixed = new Map<string, Misbehaviour>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const { 'user-agent': userAgent, 'if-none-match': ifNoneMatch } = request.headers;
    asked.push({ path, userAgent, ifNoneMatch });
    const answer = queued.get(path)?.shift() ?? fixed.get(path);
    if (answer !== undefined) answer(response, request);
    else give(files.get(path), ifNoneMatch, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    asked,
    next: (path, ...answers) => queued.set(path, [...(queued.get(path) ?? []), ...answers]),
    always: (path, answer) => fixed.set(path, answer),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function give(body: string | undefined, ifNoneMatch: string | undefined, response: ServerResponse): void {
  if (body === undefined) {
    response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  if (ifNoneMatch === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { etag }).end(body);
}

/** Answers a status, with headers and a body. */
export function status(code: number, headers: Record<string, string> = {}, body = ''): Misbehaviour {
  return (response) => response.writeHead(code, headers).end(body);
}

/** Promises a hundred bytes, sends ten, and cuts the connection. */
export const cutShort: Misbehaviour = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"cik": 10', () => response.destroy());
};

/** Sends a beginning, and then nothing for ever. */
export const silent: Misbehaviour = (response) => {
  response.writeHead(200).write('{"cik":');
};
