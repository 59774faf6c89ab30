import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { anEvent, createTestStore, type TestStore } from '@streakline/testing';
import fc from 'fast-check';
import { ArchiveError, checkArchive, exportEvents, importEvents } from './index';

/** Names and texts that some format on the way could take for its own signs. */
const hardToCarry = [
  {
    streamId: 'a "stream"\\n',
    keys: ['plain', 'with,"data":comma', 'back\\slash', '{braces}'],
    data: { text: 'a\tb\nc\\d' },
  },
  { streamId: 'ünïcode 東京 🚀', keys: [], data: { '"data":': [1e21, 0.1, -2, null, '\u0001 \\N \\.'] } },
  { streamId: 'third', keys: ['NULL', 'null', ' '], data: 'a bare text }' },
];

async function filled(made: TestStore): Promise<void> {
  for (const [number, { streamId, keys, data }] of hardToCarry.entries()) {
    const events = [anEvent({ keys, data, knownAt: 1_000 + number }), anEvent({ keys: ['plain'], data: { number } })];
    await made.store.append({
      streams: [{ streamId, expectedVersion: 'none', events }],
      ...(number === 1 ? { causationId: randomUUID() } : {}),
    });
  }
}

/** Every row of every table of the store, as text. */
async function rowsOf(made: TestStore): Promise<unknown> {
  const all = async (table: string, order: string) =>
    (await made.database.pool.query(`select t::text as row from event_store.${table} t order by ${order}`)).rows;
  return [await all('events', 'position'), await all('event_keys', 'key, position'), await all('counter', 'position')];
}

describe('an archive of events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-archive-'));
  let source: TestStore;
  let count = 0;
  const name = () => join(folder, `${count++}.ndjson.gz`);
  const exported = async (range: { from?: number; to?: number } = {}, of = source) =>
    (await exportEvents({ pool: of.database.pool, file: name(), streakline: '0.1.0', ...range })).file;
  const imported = async (into: TestStore, file: string) => importEvents(into.database.pool, await checkArchive(file));
  const written = (bytes: Uint8Array) => {
    const file = name();
    writeFileSync(file, bytes);
    return file;
  };
  const withStore = async (work: (made: TestStore) => Promise<void>) => {
    const made = await createTestStore();
    await work(made).finally(() => made.dispose());
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing was thrown',
      (error: unknown) => (error instanceof ArchiveError ? error.code : error),
    );

  beforeAll(async () => {
    source = await createTestStore();
    await filled(source);
  });
  afterAll(async () => {
    await source.dispose();
    rmSync(folder, { recursive: true });
  });

  it('brings every row into another store, byte for byte, and tells those who subscribe to it', async () => {
    const file = await exported();
    await withStore(async (target) => {
      let last = 0;
      const seen = new Promise<void>((resolve) => {
        target.store.subscribe({
          after: 0,
          handle: async (events) => {
            last = events.at(-1)?.position ?? last;
            if (last === 6) resolve();
          },
        });
      });
      const { stored, alreadyThere } = await imported(target, file);
      expect({ stored, alreadyThere }).toEqual({ stored: 6, alreadyThere: 0 });
      expect(await rowsOf(target)).toEqual(await rowsOf(source));
      await seen;
      // What is appended next goes on from there.
      const next = { streams: [{ streamId: 'third', expectedVersion: 2 as const, events: [anEvent()] }] };
      expect(await target.store.append(next)).toMatchObject({ outcome: 'appended', events: [{ position: 7 }] });
    });
  });

  it('is gzip with a line an event between a first and a last line, whose sum anybody can check', async () => {
    const file = await exported();
    const lines = gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -1);
    const [first, ...rest] = lines.map((line) => JSON.parse(line));
    expect(first).toEqual({
      archive: 'streakline.events',
      format: 1,
      streakline: '0.1.0',
      migrations: expect.arrayContaining(['CreateEventStore1763856000000']),
      firstPosition: 1,
      lastPosition: 6,
      previousId: null,
    });
    expect(rest[2]).toMatchObject({
      position: 3,
      streamId: 'ünïcode 東京 🚀',
      streamVersion: 1,
      type: 'SomethingHappened',
      typeVersion: 1,
      knownAt: 1_001,
      causationId: expect.any(String),
      keys: [],
      data: hardToCarry[1]?.data,
    });
    const sum = createHash('sha256')
      .update(
        lines
          .slice(1, -1)
          .map((line) => `${line}\n`)
          .join(''),
      )
      .digest('hex');
    expect(rest.at(-1)).toMatchObject({ events: 6, eventsSha256: sum });
    expect((await checkArchive(file)).summary).toMatchObject({
      events: 6,
      sha256: sum,
      firstPosition: 1,
      lastPosition: 6,
    });
  });

  it('is the same file for the same events', async () => {
    expect(readFileSync(await exported())).toEqual(readFileSync(await exported()));
  });

  it('may hold a part, which goes where the part before it ends, and nowhere else', async () => {
    const [early, late] = [await exported({ to: 2 }), await exported({ from: 3 })];
    await withStore(async (target) => {
      expect(await codeOf(imported(target, late))).toBe('gap');
      await imported(target, early);
      expect(await imported(target, late)).toMatchObject({ firstPosition: 3, lastPosition: 6 });
      expect(await rowsOf(target)).toEqual(await rowsOf(source));
    });
    await withStore(async (other) => {
      await filled(other);
      // Other ids: the event before the file's first is not the one that it was before.
      expect(await codeOf(imported(other, late))).toBe('otherEvents');
    });
  });

  it('imported again changes nothing, and into a store with a part of it adds the rest', async () => {
    const [part, whole] = [await exported({ to: 4 }), await exported()];
    await withStore(async (target) => {
      await imported(target, part);
      expect(await imported(target, whole)).toMatchObject({ stored: 2, alreadyThere: 4 });
      expect(await imported(target, whole)).toMatchObject({ stored: 0, alreadyThere: 6 });
      expect(await imported(target, part)).toMatchObject({ stored: 0, alreadyThere: 4 });
      expect(await rowsOf(target)).toEqual(await rowsOf(source));
    });
  });

  it('is refused by a store that holds other events, which stays as it was', async () => {
    const file = await exported();
    await withStore(async (target) => {
      await target.store.append({ streams: [{ streamId: 'mine', expectedVersion: 'none', events: [anEvent()] }] });
      const before = await rowsOf(target);
      await expect(imported(target, file)).rejects.toThrow(/another event than the file at position 1/);
      expect(await rowsOf(target)).toEqual(before);
    });
  });

  it('is never written over a file that is there, nor without an event, nor left behind in part', async () => {
    const there = written(Buffer.from('mine'));
    const pool = source.database.pool;
    expect(await codeOf(exportEvents({ pool, file: there, streakline: '0.1.0' }))).toBe('exists');
    expect(readFileSync(there, 'utf8')).toBe('mine');
    expect(await codeOf(exported({ from: 7 }))).toBe('noEvents');
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    const file = join(folder, 'aborted.ndjson.gz');
    await expect(exportEvents({ pool, file, streakline: '0.1.0', signal: stop.signal, onProgress })).rejects.toThrow();
    expect(readdirSync(folder).filter((each) => /aborted|unfinished/.test(each))).toEqual([]);
  });

  describe('that is damaged', () => {
    const rewritten = async (change: (lines: string[]) => string[]) => {
      const bytes = readFileSync(await exported());
      // The trailer stays as it is: whoever alters the events cannot know what it should say then.
      const tail = bytes.subarray(bytes.lastIndexOf(Buffer.from([0x1f, 0x8b, 8, 0])));
      const lines = gunzipSync(bytes).toString().split('\n').slice(0, -2);
      return written(Buffer.concat([gzipSync(`${change(lines).join('\n')}\n`), tail]));
    };

    it('is found, whatever byte of it was changed', async () => {
      const bytes = readFileSync(await exported());
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
          const altered = Buffer.from(bytes);
          altered.writeUInt8(altered.readUInt8(at) ^ change, at);
          await expect(checkArchive(written(altered))).rejects.toThrow(/altered/);
        }),
        { numRuns: 300 },
      );
    });

    it('is found, wherever it was cut', async () => {
      const bytes = readFileSync(await exported());
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
          expect(await codeOf(checkArchive(written(bytes.subarray(0, length))))).toBe('cutShort');
        }),
        { numRuns: 50 },
      );
    });

    it.each<[string, (lines: string[]) => string[], RegExp]>([
      [
        'events in another order',
        ([head = '', a = '', b = '', ...rest]) => [head, b, a, ...rest],
        /line 2 holds position 2 where 1 should be/,
      ],
      ['an event less', ([head = '', , ...rest]) => [head, ...rest], /line 2 holds position 2 where 1 should be/],
      ['the last event less', (lines) => lines.slice(0, -1), /do not hash/],
      ['no events', () => [], /line 1 is not JSON/],
      ['another word in an event', (lines) => lines.map((line) => line.replace('bare', 'bear')), /do not hash/],
      ['no first line', (lines) => lines.slice(1), /line 1/],
    ])('is refused with %s, and nothing is stored', async (_, change, message) => {
      const file = await rewritten(change);
      await withStore(async (target) => {
        await expect(imported(target, file)).rejects.toThrow(message);
        expect(await target.store.head()).toBe(0);
      });
    });

    it.each<[string, string | RegExp, string, RegExp]>([
      ['a later format', '"format":1', '"format":2', /format 2, and this release reads format 1/],
      [
        'a later store',
        'CreateEventStore1763856000000',
        'SplitEventStore1999999999999',
        /migration that this release does not know/,
      ],
    ])('or of %s is refused with what to do', async (_, from, to, message) => {
      const file = await rewritten((lines) => lines.map((line) => line.replace(from, to)));
      await expect(checkArchive(file)).rejects.toThrow(message);
    });

    it('or holds a newer version of a type than this release knows is refused', async () => {
      await withStore(async (newer) => {
        const event = anEvent({ type: 'InstrumentListed', typeVersion: 99 });
        await newer.store.append({ streams: [{ streamId: 's', expectedVersion: 'none', events: [event] }] });
        expect(await codeOf(checkArchive(await exported({}, newer)))).toBe('foreign');
      });
    });

    it('or is no archive at all is refused', async () => {
      expect(await codeOf(checkArchive(written(Buffer.alloc(0))))).toBe('cutShort');
      expect(await codeOf(checkArchive(written(gzipSync('some,other\nfile,here\n'))))).toBe('cutShort');
    });
  });
});
