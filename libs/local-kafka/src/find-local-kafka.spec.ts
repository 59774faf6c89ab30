import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '@streakline/embedded-postgres';
import { announceLocalKafka, findLocalKafka } from './find-local-kafka';

describe('finding the local Kafka that runs', () => {
  let folder: string;
  let server: Server;
  let address: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'streakline-find-'));
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = typeof bound === 'object' && bound !== null ? `127.0.0.1:${bound.port}` : '';
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  });

  /** A port that was free a moment ago. */
  const nobody = '127.0.0.1:1';

  it('finds none where none was ever announced', async () => {
    expect(await findLocalKafka(join(folder, 'missing'))).toBeNull();
  });

  it('finds one while it is announced and answers, also when some of its brokers are away', async () => {
    const takeBack = announceLocalKafka(`${nobody},${address}`, folder);
    expect(await findLocalKafka(folder)).toBe(`${nobody},${address}`);
    takeBack();
    expect(await findLocalKafka(folder)).toBeNull();
  });

  it('does not name one that does not answer', async () => {
    announceLocalKafka(nobody, folder);
    expect(await findLocalKafka(folder)).toBeNull();
  });

  it('forgets one whose process was killed, also when its pid and its port are others now', async () => {
    const { pid } = spawnSync('true');
    writeFileSync(join(folder, String(pid)), JSON.stringify({ identity: 'that boot:1', bootstrap: address }));
    writeFileSync(join(folder, String(process.ppid)), JSON.stringify({ identity: 'earlier', bootstrap: address }));
    expect(await findLocalKafka(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prefers the newest', async () => {
    announceLocalKafka(`${address},${nobody}`, folder);
    const other = join(folder, String(process.ppid));
    writeFileSync(other, JSON.stringify({ identity: identityOf(process.ppid), bootstrap: address }));
    utimesSync(other, 1, 1);
    expect(await findLocalKafka(folder)).toBe(`${address},${nobody}`);
    utimesSync(other, 4e9, 4e9);
    expect(await findLocalKafka(folder)).toBe(address);
  });
});
