import type { Server, ServerResponse } from 'node:http';
import { StandaloneError } from './standalone-error';

/** Milliseconds that requests in hand have to be answered in once the server stops. */
const DRAIN_PATIENCE = 10_000;

/** Listens, or says in one line why it cannot. Port 0 takes a free one. */
export async function listen(server: Server, port: number, host: string): Promise<{ url: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${actual}` };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new StandaloneError(
      'portInUse',
      `Port ${port} of ${host} is in use. Stop what listens there, or take another with --port (0 takes any free one).`,
    );
  }
  if (error.code === 'EACCES') {
    return new StandaloneError(
      'portNotAllowed',
      `This user may not listen on port ${port}. Take one from 1024 on with --port.`,
    );
  }
  return error;
}

/**
 * Prepares a server to be drained. The function given back takes no new connection, lets the requests in hand be
 * answered, and ends each connection after its answer; what is not answered in time is cut off.
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
    inHand.forEach(lastOfItsConnection);
    const patience = setTimeout(() => server.closeAllConnections(), DRAIN_PATIENCE);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(patience);
  };
}
