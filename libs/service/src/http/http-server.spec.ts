import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { drainable, listen } from './http-server';

describe('an HTTP server that is drained', () => {
  let server: Server;
  let requests: ServerResponse[];

  beforeEach(() => {
    requests = [];
    server = createServer((_request, response) => {
      requests.push(response);
      server.emit('taken');
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = async (url: string, agent: Agent): Promise<IncomingMessage> => {
    const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
    response.resume();
    return response;
  };

  it('answers what is in hand, ends kept-alive connections, and takes nothing new', async () => {
    const drain = drainable(server);
    const { url } = await listen(server, 0, '127.0.0.1');
    const agent = new Agent({ keepAlive: true });
    const taken = once(server, 'taken');
    const answer = ask(url, agent);
    await taken;
    const drained = drain();
    await expect(ask(url, new Agent())).rejects.toThrow('ECONNREFUSED');
    requests[0]?.end('done');
    expect((await answer).headers.connection).toBe('close');
    await drained;
    agent.destroy();
  });

  it('ends idle connections at once, while a request is still being answered', async () => {
    const drain = drainable(server);
    const { url } = await listen(server, 0, '127.0.0.1');
    const idle = new Agent({ keepAlive: true });
    server.once('taken', () => requests.pop()?.end('done'));
    await ask(url, idle);
    const taken = once(server, 'taken');
    const answer = ask(url, new Agent());
    await taken;
    const ended = once(Object.values(idle.freeSockets).flat()[0]!, 'close');
    const drained = drain();
    await ended;
    requests.pop()?.end('done');
    expect((await answer).statusCode).toBe(200);
    await drained;
  });

  it('says in one line that its port is in use, and how to mend it', async () => {
    const { url } = await listen(server, 0, '127.0.0.1');
    const port = Number(new URL(url).port);
    await expect(listen(createServer(), port, '127.0.0.1')).rejects.toMatchObject({
      code: 'portInUse',
      message: `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or take another with STREAKLINE_PORT or --port (0 takes any free one).`,
    });
  });

  it('listens on IPv6 with a URL that can be asked', async () => {
    expect((await listen(server, 0, '::1')).url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  });
});
