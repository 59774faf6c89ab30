import { rmSync } from 'node:fs';
import { serverToTearDown } from './jest-server';

/** Stops the PostgreSQL of a test run and removes its folder. */
export default async function stopForJest(): Promise<void> {
  const server = serverToTearDown();
  if (server === undefined) return;
  await server.stop();
  rmSync(server.dataDir, { recursive: true, force: true });
}
