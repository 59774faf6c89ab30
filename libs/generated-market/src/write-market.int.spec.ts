import { openDatabase } from '@streakline/database';
import { eventStoreMigrations } from '@streakline/event-store';
import { InstrumentsModule, ListInstrument } from '@streakline/instruments';
import { rebuild } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { type Commands, startCommands } from '@streakline/testing';
import { defaultMarket, writeMarket } from '.';

const options = { ...defaultMarket, instruments: 4, years: 2, announcements: 40 };

describe('a generated market in a store', () => {
  let commands: Commands;
  beforeEach(async () => {
    commands = await startCommands(InstrumentsModule);
  });
  afterEach(() => commands.dispose());

  it('is written once: doing it again adds nothing, and goes on where an interrupted one ended', async () => {
    const { store } = commands.made;
    const stop = new AbortController();
    const part = await writeMarket(store, options, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(part.instruments).toBeLessThan(5);
    const whole = await writeMarket(store, options);
    expect(whole).toMatchObject({ instruments: 5, announcements: 40, added: whole.events - part.events });
    expect(await store.head()).toBe(whole.events);
    expect(await writeMarket(store, options)).toEqual({ ...whole, added: 0 });
    expect(await store.head()).toBe(whole.events);
  });

  it('refuses a store that holds another market, and writes nothing to it', async () => {
    const { store } = commands.made;
    await writeMarket(store, options);
    const head = await store.head();
    await expect(writeMarket(store, { ...options, seed: 2 })).rejects.toMatchObject({
      code: 'anotherMarket',
      message: expect.stringContaining('ARCX:SMKT is on record already'),
    });
    expect(await store.head()).toBe(head);
  });

  it('is of instruments that the write side knows, and that can be read', async () => {
    const { store, url } = commands.made;
    await writeMarket(store, options);
    const listing = { symbol: 'SMKT', mic: 'ARCX', name: 'Generated Market Index Fund', currency: 'USD' };
    const receipt = await commands.accept(new ListInstrument(listing, commands.context()));
    expect(receipt.said).toBe('before');
    const database = await openDatabase({ url, migrations: [...eventStoreMigrations, ...readModelsMigrations] });
    await database.migrate();
    const built = await rebuild({ pool: database.pool, store, projection: dossiersProjection });
    expect(built.builtTo).toBe(await store.head());
    await database.close();
  });
});
