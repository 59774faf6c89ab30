import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';

export interface EventServer {
  readonly url: string;
  /** The most memory that the process has held at once, in bytes. */
  mostMemory(): Promise<number>;
  close(): Promise<void>;
}

/** Starts a query process on a database. */
export async function startEventServer(databaseUrl: string): Promise<EventServer> {
  const child = fork(join(__dirname, `server-process${extname(__filename)}`), [databaseUrl]);
  const answer = async <T>() => ((await once(child, 'message')) as [T])[0];
  const { url } = await answer<{ url: string }>();
  return {
    url,
    mostMemory: async () => {
      child.send('most');
      return (await answer<{ most: number }>()).most;
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
