import type { Request, RequestHandler, Response } from 'express';
import type { DashboardFile, DashboardFiles } from './read-dashboard';
import { securityHeaders } from './security-headers';

/** Named by their contents: what was once answered under such a name is never another. */
const ASSETS = '/assets/';
const ONE_YEAR = 'public, max-age=31536000, immutable';

/** Paths that the dashboard has pages at, below and beside `/`. */
const PAGES = /^\/(?:$|(?:instruments|announcements|studies|backtests|articles|operations)(?:\/|$))/;

/**
 * Answers GET and HEAD of the dashboard's files, and of its pages (for whoever wants HTML) with its one document; whatever
 * else is asked for is left to those that follow.
 */
export function serveDashboard(files: DashboardFiles): RequestHandler {
  const document = files.get('/index.html');
  return (request, response, next): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (document !== undefined && PAGES.test(request.path)) {
      response.vary('Accept');
      return wantsPage(request) ? send(document, request, response) : next();
    }
    const file = files.get(request.path);
    if (file === undefined) return next();
    if (request.path.startsWith(ASSETS)) response.setHeader('Cache-Control', ONE_YEAR);
    send(file, request, response);
  };
}

/**
 * At `/` whoever takes HTML at all. Elsewhere whoever asks for it, as browsers do: a program that takes anything may have
 * forgotten /v1, and is better told so.
 */
function wantsPage(request: Request): boolean {
  const offered = request.path === '/' ? ['text/html', 'application/json'] : ['application/json', 'text/html'];
  return request.accepts(offered) === 'text/html';
}

/** By default it may be kept, but must be asked about again: the next build may be another. */
function send(file: DashboardFile, request: Request, response: Response): void {
  const { encoding, body } = formFor(file, request);
  response.set(securityHeaders).vary('Accept-Encoding').setHeader('Content-Type', file.type);
  response.setHeader('ETag', encoding === undefined ? `"${file.tag}"` : `"${file.tag}-${encoding}"`);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  if (request.fresh) return void response.status(304).end();
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The smallest form that is accepted, whatever order browsers name them in. */
function formFor(
  { content, brotli, gzip }: DashboardFile,
  request: Request,
): { readonly encoding?: 'br' | 'gzip'; readonly body: Buffer } {
  if (brotli !== undefined && request.acceptsEncodings('br') === 'br') return { encoding: 'br', body: brotli };
  if (gzip !== undefined && request.acceptsEncodings('gzip') === 'gzip') return { encoding: 'gzip', body: gzip };
  return { body: content };
}
