import type { Server, ServerResponse } from 'node:http';
import { ServiceError } from '../service-error';

/** Milliseconds that requests in hand have to be answered in once the server stops: what follows has to fit in 5 s too. */
const DRAIN_PATIENCE = 2_500;

/** Listens, or says in one line why it cannot. Port 0 takes a free one. */
export async function listen(server: Server, port: number, named: string): Promise<{ url: string }> {
  const host = named.replace(/^\[|\]$/g, '');
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}` };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new ServiceError(
      'portInUse',
      `Port ${port} of ${host} is in use. Stop what listens there, or take another with STREAKLINE_PORT or --port (0 takes any free one).`,
    );
  }
  if (error.code === 'EACCES') {
    return new ServiceError(
      'portNotAllowed',
      `This user may not listen on port ${port}. Take one from 1024 on with STREAKLINE_PORT or --port.`,
    );
  }
  return error;
}

/**
 * Prepares a server to be drained. The function given back takes no new connection, lets the requests in hand be
 * answered, and ends each connection after its answer; what is not answered in time is cut off. Each answer in hand is told
 * by an event `draining`: one that has no end of its own ends then.
 */
export function drainable(server: Server): () => Promise<void> {
  const inHand = new Set<ServerResponse>();
  let draining = false;
  const lastOfItsConnection = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.prependListener('request', (_request, response) => {
    inHand.add(response);
    response.once('close', () => inHand.delete(response));
    if (draining) lastOfItsConnection(response);
  });
  return async () => {
    draining = true;
    for (const response of inHand) {
      lastOfItsConnection(response);
      response.emit('draining');
    }
    const patience = setTimeout(() => server.closeAllConnections(), DRAIN_PATIENCE);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(patience);
  };
}
