import { AnnouncementMade, catalogue } from '@streakline/events';
import { InstrumentsModule, ListInstrument, RenameInstrument } from '@streakline/instruments';
import { type Commands, startCommands } from '@streakline/testing';
import {
  Amend,
  Announce,
  type AnnounceBody,
  AnnouncementsModule,
  announcementStream,
  Correct,
  Measure,
  Retract,
} from '.';

describe('announcements on a real store', () => {
  let commands: Commands;
  let amazon: string;
  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule, AnnouncementsModule);
    amazon = await list('AMZN');
  });
  afterAll(() => commands.dispose());

  const list = async (symbol: string) =>
    (
      await commands.accept(
        new ListInstrument({ symbol, mic: 'XNAS', name: symbol, currency: 'USD' }, commands.context()),
      )
    ).id;
  const body: AnnounceBody = {
    kind: 'earnings',
    headline: 'Fourth quarter 2025',
    announcedOn: '2026-02-05',
    timing: 'afterClose',
    subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
  };
  const announce = (others: Partial<AnnounceBody> = {}) => new Announce({ ...body, ...others }, commands.context());
  const external = (externalId: string) => ({ source: 'sec', externalId });

  it('answers an announcement that is repeated with the first answer, by its key or by all that it says', async () => {
    for (const key of [external('0001018724-26-000002'), {}]) {
      const first = await commands.accept(announce(key));
      expect(first.said).toBe('now');
      expect(await commands.accept(announce(key))).toEqual({ ...first, said: 'before' });
    }
    expect((await commands.accept(announce({ headline: 'Another' }))).said).toBe('now');
  });

  it('records one where many announce it at once, and tells those who say something else', async () => {
    const same = await Promise.all(Array.from({ length: 20 }, () => commands.accept(announce(external('race')))));
    expect(same.filter(({ said }) => said === 'now')).toHaveLength(1);
    expect(new Set(same.map(({ id, position }) => `${id} ${position}`)).size).toBe(1);
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        commands.execute(announce({ ...external('race-2'), headline: `Version ${index}` })),
      ),
    );
    expect(others.filter((answer) => 'said' in answer)).toHaveLength(1);
    expect(others.filter((answer) => 'refused' in answer && answer.errors[0]?.pointer === '/headline')).toHaveLength(9);
  });

  it('finds its subjects under the names of its date', async () => {
    const meta = await list('FB');
    await commands.accept(new RenameInstrument('XNAS:FB', { symbol: 'META', from: '2022-06-09' }, commands.context()));
    const on = (announcedAt: string, instrument: string) =>
      announce({ announcedOn: undefined, timing: undefined, announcedAt, subjects: [{ instrument, role: 'issuer' }] });
    const { id } = await commands.accept(on('2022-06-09T01:00:00Z', 'XNAS:FB'));
    const [event] = await commands.made.store.readStream(announcementStream(id));
    expect(event && AnnouncementMade.is(event) && event.data.announcement.original.subjects).toEqual([
      { instrumentId: meta, role: 'issuer' },
    ]);
    const answer = await commands.execute(on('2022-06-09T12:00:00Z', 'XNAS:FB'));
    expect(answer).toMatchObject({
      refused: 'invalid',
      code: 'unknownInstrument',
      errors: [{ pointer: '/subjects/0/instrument' }],
    });
    expect((await commands.accept(on('2022-06-09T12:00:00Z', 'XNAS:META'))).said).toBe('now');
  });

  it('relates to announcements on record only', async () => {
    const { id } = await commands.accept(announce(external('first')));
    expect(
      (await commands.accept(announce({ ...external('second'), relations: [{ kind: 'expands', to: id }] }))).said,
    ).toBe('now');
    const missing = `ann_${'0'.repeat(32)}`;
    const answer = await commands.execute(
      announce({ ...external('third'), relations: [{ kind: 'expands', to: missing }] }),
    );
    expect(answer).toMatchObject({
      refused: 'invalid',
      code: 'unknownAnnouncement',
      errors: [{ pointer: '/relations/0/to' }],
    });
  });

  it('amends, measures, corrects and retracts; each said again gets the first answer, and nothing follows a retraction', async () => {
    const { id } = await commands.accept(announce(external('whole')));
    const twice = async (command: () => Announce | Amend | Measure | Correct | Retract) => {
      const first = await commands.accept(command());
      expect(first.said).toBe('now');
      expect(await commands.accept(command())).toEqual({ ...first, said: 'before' });
      return first.id;
    };
    const amend = (headline: string) => () =>
      new Amend(id, { announcedAt: '2026-02-20T14:00:00Z', headline }, commands.context());
    const amendmentId = await twice(amend('More'));
    const eps = { metric: 'eps', unit: 'USD/share', actual: 1.95 };
    for (const measured of [id, amendmentId])
      expect(await twice(() => new Measure(measured, { measures: [eps] }, commands.context()))).toBe(measured);
    expect((await commands.made.store.readByKey(amazon)).at(-1)?.type).toBe('AnnouncementMeasured');
    expect(
      await twice(
        () => new Correct(amendmentId, { reason: 'an hour', announcedAt: '2026-02-20T15:00:00Z' }, commands.context()),
      ),
    ).toBe(amendmentId);
    await twice(
      () =>
        new Correct(
          id,
          { reason: 'other subject', subjects: [{ name: 'Amazon', role: 'issuer' }] },
          commands.context(),
        ),
    );
    expect((await commands.made.store.readByKey(amazon)).at(-1)?.type).toBe('AnnouncementCorrected');
    expect(await twice(() => new Retract(id, { reason: 'a hoax' }, commands.context()))).toBe(id);
    expect(
      await commands.execute(new Correct(amendmentId, { reason: 'late', headline: 'Less' }, commands.context())),
    ).toMatchObject({ refused: 'conflict', code: 'announcementRetracted' });
    expect((await commands.accept(announce(external('whole')))).said).toBe('before');
  });

  it('says what it does not know', async () => {
    for (const id of [`ann_${'0'.repeat(32)}`, `amd_${'0'.repeat(32)}`, 'nonsense']) {
      for (const command of [
        new Correct(id, { reason: 'x', headline: 'y' }, commands.context()),
        new Measure(id, { period: '2025-Q4' }, commands.context()),
        new Retract(id, { reason: 'x' }, commands.context()),
      ]) {
        expect(await commands.execute(command)).toMatchObject({ refused: 'notFound', code: 'unknownAnnouncement' });
      }
    }
  });

  it('stores only events that the catalogue knows, in its form', async () => {
    for await (const batch of commands.made.store.readAll()) {
      for (const event of batch) expect(catalogue.get(event.type)?.schema.safeParse(event.data).error).toBeUndefined();
    }
  });
});
