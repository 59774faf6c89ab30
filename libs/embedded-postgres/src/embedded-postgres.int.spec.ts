import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnTypeScript, until } from '@streakline/testing';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
import { isRunning } from './process-identity';

const isRoot = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  const folders: string[] = [];
  const running: EmbeddedPostgres[] = [];
  const pids: number[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'streakline-embedded-'));
    chmodSync(folder, 0o755);
    folders.push(folder);
    return folder;
  };
  // What a kill must not cost is tested with full durability; the rest need not wait for the disk.
  const start = async (dataDir: string, durability: 'full' | 'none' = 'none') => {
    const server = await startEmbeddedPostgres({ dataDir, durability });
    running.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    for (const pid of pids.splice(0)) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const query = async (url: string, text: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query({ text, rowMode: 'array' })).rows.flat();
    } finally {
      await client.end();
    }
  };
  /** Another process that serves the folder, as `spec-process.ts`. */
  const serve = async (dataDir: string, user: { uid?: number; gid?: number } = {}) => {
    const served = spawnTypeScript(join(__dirname, 'spec-process.ts'), [dataDir], {
      ...user,
      env: { PATH: process.env['PATH'], TMPDIR: tmpdir() },
    });
    pids.push(served.pid);
    const said = JSON.parse(await served.nextLine()) as { url: string; pid: number; code?: string; error?: string };
    if (said.error === undefined) pids.push(said.pid);
    return { ...said, node: served };
  };
  const remember = async (url: string, text: string) => {
    await query(url, 'create table if not exists notes (text text)');
    await query(url, `insert into notes values ('${text}')`);
  };
  const remembered = (url: string) => query(url, 'select text from notes order by 1');

  it('keeps what was written over a stop and a start', async () => {
    const dataDir = join(newFolder(), 'new', 'folder');
    const first = await start(dataDir);
    await remember(first.url, 'a');
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    const second = await start(dataDir);
    expect(await remembered(second.url)).toEqual(['a']);
  });

  it('serves the loopback interface alone, to who knows the password, which is in a file for its owner alone', async () => {
    const { url, dataDir } = await start(newFolder());
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(
      await query(
        url,
        `select current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('password_encryption')`,
      ),
    ).toEqual(['127.0.0.1', '', 'scram-sha-256']);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'password'), 'utf8').trim()).toBe(new URL(url).password);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('writes durably unless it is told that nothing matters', async () => {
    const server = await startEmbeddedPostgres({ dataDir: newFolder() });
    running.push(server);
    expect(
      await query(
        server.url,
        `select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')`,
      ),
    ).toEqual(['on', 'on', 'on']);
  });

  it('comes back on the same url when its server process is killed', async () => {
    const server = await start(newFolder(), 'full');
    await remember(server.url, 'committed');
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    await until(
      'the server is back',
      () =>
        server.pid !== killed &&
        query(server.url, 'select 1').then(
          () => true,
          () => false,
        ),
    );
    expect(await remembered(server.url)).toEqual(['committed']);
  });

  it('starts at once on the folder of a process that was killed, and loses nothing', async () => {
    const dataDir = newFolder();
    const killed = await serve(dataDir);
    await remember(killed.url, 'a');
    process.kill(killed.node.pid, 'SIGKILL');
    const next = await start(dataDir);
    expect(await remembered(next.url)).toEqual(['a']);
    expect([isRunning(killed.pid), next.pid === killed.pid]).toEqual([false, false]);
  });

  it('starts at once on the folder of a process that was killed together with its server', async () => {
    const dataDir = newFolder();
    const killed = await serve(dataDir);
    await remember(killed.url, 'a');
    process.kill(killed.pid, 'SIGKILL');
    process.kill(-killed.node.pid, 'SIGKILL');
    const next = await start(dataDir);
    expect(await remembered(next.url)).toEqual(['a']);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('starts where nobody reaps: the killed server stays a zombie for ever', async () => {
    const { dataDir, stop } = await start(newFolder());
    await stop();
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    // The shell becomes a process that never waits for its child, which has ended by then.
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio, ...(isRoot ? { uid, gid } : {}) });
    pids.push(parent.pid ?? -1);
    const zombie = String((await once(parent.stdout ?? process.stdin, 'data'))[0]).trim();
    const lines = [zombie, join(dataDir, 'postgres'), '1', '1', '', '127.0.0.1', '1 1', 'ready'];
    const lock = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(lock, `${lines.join('\n')}\n`);
    chownSync(lock, uid, gid);
    expect(await query((await start(dataDir)).url, 'select 1')).toEqual([1]);
  });

  it('starts after it was killed while it made its cluster', async () => {
    const dataDir = newFolder();
    const first = spawnTypeScript(join(__dirname, 'spec-process.ts'), [dataDir]);
    await until('initdb has begun', () => existsSync(join(dataDir, 'postgres.new', 'cluster', 'PG_VERSION')));
    process.kill(-first.pid, 'SIGKILL');
    await first.exited;
    expect(await query((await start(dataDir)).url, 'select 1')).toEqual([1]);
  });

  it('ends the server when a process ends without stopping it', async () => {
    const dataDir = newFolder();
    const served = await serve(dataDir);
    served.node.child.kill('SIGTERM');
    expect(await served.node.exited).toBe(0);
    await until('the server has ended', () => !isRunning(served.pid));
  });

  it('refuses a folder that another process is serving, and leaves that one alone', async () => {
    const dataDir = newFolder();
    const other = await serve(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'folderInUse',
      message: expect.stringContaining(`process ${other.node.pid}`),
    });
    expect(await query(other.url, 'select 1')).toEqual([1]);
  });

  it('refuses a folder that this process is serving already', async () => {
    const { dataDir, url } = await start(newFolder());
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'folderInUse' });
    expect(await query(url, 'select 1')).toEqual([1]);
  });

  it('lets one of several that start at the same moment have the folder', async () => {
    const dataDir = newFolder();
    const served = await Promise.all([serve(dataDir), serve(dataDir), serve(dataDir)]);
    expect(served.map(({ error, code }) => (error === undefined ? 'serves' : code)).sort()).toEqual([
      'folderInUse',
      'folderInUse',
      'serves',
    ]);
  });

  it('refuses a folder with other things in it and leaves it as it is', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'thesis.txt'), 'mine');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'folderNotOurs',
      message: expect.stringContaining(dataDir),
    });
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  it('refuses a file in place of a folder', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    for (const dataDir of [file, join(file, 'below')])
      await expect(start(dataDir)).rejects.toMatchObject({ code: 'folderNotWritable' });
  });

  it('refuses a folder that nobody can make', async () => {
    await expect(start('/proc/streakline/data')).rejects.toMatchObject({ code: 'folderNotWritable' });
  });

  it('refuses a cluster of another major version', async () => {
    const { dataDir, stop } = await start(newFolder());
    await stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'otherMajorVersion',
      message: expect.stringContaining('PostgreSQL 17'),
    });
  });

  const asRoot = isRoot ? it : it.skip;
  asRoot('as root, runs the server as another user, who owns the cluster and cannot read the password', async () => {
    const { pid, dataDir } = await start(newFolder());
    const owner = statSync(join(dataDir, 'postgres')).uid;
    expect(owner).not.toBe(0);
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s+${owner}\\s+${owner}`, 'm'));
    expect(statSync(join(dataDir, 'password')).uid).toBe(0);
  });

  asRoot('as root, serves a folder that the user cannot reach, and opens nothing above it', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'data');
    const served = await serve(dataDir);
    await remember(served.url, 'behind closed doors');
    process.kill(served.node.pid, 'SIGKILL');
    const again = await serve(dataDir);
    expect(await remembered(again.url)).toEqual(['behind closed doors']);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  asRoot('works as a user who is not root', async () => {
    const dataDir = newFolder();
    const user = { uid: 65_534, gid: 65_534 };
    chmodSync(dataDir, 0o700);
    chownSync(dataDir, user.uid, user.gid);
    const served = await serve(dataDir, user);
    await remember(served.url, 'as nobody');
    process.kill(served.node.pid, 'SIGKILL');
    const again = await serve(dataDir, user);
    expect(await remembered(again.url)).toEqual(['as nobody']);
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(user.uid);
  });
});
