import {
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  idOf,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { LookedUpSubject } from '../subjects/look-up-subjects';
import type { AnnounceBody } from './announce.command';
import { announceDecider } from './announce.decider';

const announcementId = idOf('ann', ['deal']);
const amazonId = idOf('ins', ['amazon']);
const amazon: LookedUpSubject = { role: 'issuer', instrumentId: amazonId, exchange: exchange('XNAS') };
const openAi: LookedUpSubject = { role: 'counterparty', name: 'OpenAI' };
const body: AnnounceBody = {
  kind: 'deal',
  headline: 'Amazon invests in OpenAI',
  announcedAt: '2026-02-27T13:30:00Z',
  subjects: [
    { instrument: 'XNAS:AMZN', role: 'issuer' },
    { name: 'OpenAI', role: 'counterparty' },
  ],
  source: 'wire',
  externalId: '20260227557827',
  amounts: [{ label: 'first tranche', value: 15e9, currency: 'USD', certainty: 'committed' }],
};
const announce = (
  said: Partial<AnnounceBody> = {},
  subjects: readonly LookedUpSubject[] = [amazon, openAi],
  now = '2026-03-01T12:00:00Z',
) => ({
  announcementId,
  said: { ...body, ...said },
  subjects,
  unknownRelated: new Set<string>(),
  now: Date.parse(now),
});
const on = (announcedOn: string, timing?: AnnounceBody['timing']) =>
  announce({ announcedAt: undefined, announcedOn, timing });
const record: AnnouncementRecord = {
  id: announcementId,
  source: 'wire',
  externalId: '20260227557827',
  original: {
    kind: 'deal',
    headline: 'Amazon invests in OpenAI',
    moment: { at: '2026-02-27T13:30:00.000Z' },
    subjects: [
      { instrumentId: amazonId, role: 'issuer' },
      { name: 'OpenAI', role: 'counterparty' },
    ],
    amounts: [{ label: 'first tranche', value: 15e9, currency: 'USD', certainty: 'committed' }],
    sources: [],
    relations: [],
  },
  amendments: [],
};
const made = AnnouncementMade.create(
  { announcement: record, formerInstruments: [] },
  Date.parse('2026-02-27T13:30:00Z'),
);
const corrected = AnnouncementCorrected.create({
  announcement: { ...record, original: { ...record.original, headline: 'Amazon and OpenAI' } },
  formerInstruments: [],
  corrected: announcementId,
  reason: 'too short',
});

describe('announcing', () => {
  it('holds all that was said, known at its instant', () => {
    given(announceDecider).when(announce()).thenSays(made);
  });

  it.each([
    ['before the open', 'preMarket', '2026-02-05T14:29:59.999Z'],
    ['in the session', 'intraday', '2026-02-05T20:59:59.999Z'],
    ['after the close', 'afterClose', '2026-02-06T04:59:59.999Z'],
    ['on the day, nobody knows when', undefined, '2026-02-06T04:59:59.999Z'],
  ] as const)('by its date alone, %s, is known at the latest instant that this can mean', (_, timing, knownAt) => {
    const [event] = given(announceDecider).when(on('2026-02-05', timing)).events;
    expect(event?.knownAt).toBe(Date.parse(knownAt));
    expect(event?.data).toMatchObject({
      announcement: { original: { moment: { on: '2026-02-05', ...(timing && { timing }) } } },
    });
  });

  it('of several listed subjects is known when it was public at the last of their exchanges', () => {
    const tokyo: LookedUpSubject = {
      role: 'partner',
      instrumentId: idOf('ins', ['softbank']),
      exchange: exchange('XTKS'),
    };
    const [event] = given(announceDecider).when({
      ...on('2026-02-05', 'afterClose'),
      subjects: [tokyo, amazon],
    }).events;
    expect(event?.knownAt).toBe(Date.parse('2026-02-06T04:59:59.999Z'));
  });

  it('of no listed subject is known where the date ends last', () => {
    const [event] = given(announceDecider).when({ ...on('2026-02-05'), subjects: [openAi] }).events;
    expect(event?.knownAt).toBe(Date.parse('2026-02-06T11:59:59.999Z'));
  });

  it('again was said before, also with less, or with the time written another way', () => {
    given(announceDecider, made).when(announce()).thenSaidBefore();
    given(announceDecider, made)
      .when(announce({ amounts: undefined, announcedAt: '2026-02-27T13:30:00.000Z' }))
      .thenSaidBefore();
  });

  it('again, as first said or as corrected since, was said before', () => {
    given(announceDecider, made, corrected).when(announce()).thenSaidBefore();
    given(announceDecider, made, corrected)
      .when(announce({ headline: 'Amazon and OpenAI' }))
      .thenSaidBefore();
  });

  it('something else under the same key is a conflict that names each field', () => {
    given(announceDecider, made)
      .when(
        announce(
          {
            kind: 'funding',
            announcedAt: '2026-02-27T13:31:00Z',
            amounts: [{ label: 'first tranche', value: 16e9, currency: 'USD', certainty: 'committed' }],
          },
          [{ ...amazon, instrumentId: idOf('ins', ['other']) }, openAi],
        ),
      )
      .thenRefused(
        'conflict',
        'announcementContradicts',
        '/announcedAt',
        '/kind',
        '/subjects/0/instrument',
        '/amounts/0/value',
      );
  });

  it('a date with its timing left out is no contradiction; another timing is', () => {
    const evening = given(announceDecider).when(on('2026-02-05', 'afterClose')).events;
    given(announceDecider, ...evening)
      .when(on('2026-02-05'))
      .thenSaidBefore();
    given(announceDecider, ...evening)
      .when(on('2026-02-05', 'preMarket'))
      .thenRefused('conflict', 'announcementContradicts', '/timing');
  });
});

describe('an announcement that cannot be true', () => {
  it('needs an instant, or a date, and only one of them', () => {
    given(announceDecider)
      .when(announce({ announcedAt: undefined }))
      .thenRefused('invalid', 'momentUnclear', '/announcedAt');
    given(announceDecider)
      .when(announce({ announcedOn: '2026-02-27' }))
      .thenRefused('invalid', 'momentUnclear', '/announcedOn');
    given(announceDecider)
      .when(announce({ timing: 'preMarket' }))
      .thenRefused('invalid', 'momentUnclear', '/timing');
  });

  it('is refused while it is still to come, but for what clocks differ', () => {
    const early = (now: string) => given(announceDecider).when(announce({}, [amazon, openAi], now));
    const { detail } = early('2026-02-27T13:24:59Z').thenRefused('invalid', 'announcedInFuture', '/announcedAt');
    expect(detail).toContain('/v1/instruments/{ref}/scheduled-announcements');
    expect(early('2026-02-27T13:25:00Z').events).toHaveLength(1);
    given(announceDecider).when(on('2026-03-02')).thenRefused('invalid', 'announcedInFuture', '/announcedOn');
    const beforeTheClose = { ...on('2026-02-27', 'afterClose'), now: Date.parse('2026-02-27T15:00:00Z') };
    given(announceDecider).when(beforeTheClose).thenRefused('invalid', 'announcedInFuture', '/announcedOn');
  });

  it('is refused outside of the calendar of a listed subject, and says which years it covers', () => {
    const { detail } = given(announceDecider)
      .when(on('1985-02-05'))
      .thenRefused('invalid', 'outsideCoverage', '/announcedOn');
    expect(detail).toContain('XNAS covers 1990');
  });

  it('names every subject once, and only subjects on record', () => {
    const unknown: LookedUpSubject = { role: 'rival', whyUnknown: 'XNAS:GOOG names no instrument.' };
    given(announceDecider)
      .when(announce({}, [amazon, unknown, { ...amazon, role: 'rival' }, openAi, { role: 'partner', name: 'openai' }]))
      .thenRefused(
        'invalid',
        'invalidAnnouncement',
        '/subjects/1/instrument',
        '/subjects/2/instrument',
        '/subjects/4/name',
      );
  });

  it('gives an external id only with its source', () => {
    given(announceDecider)
      .when(announce({ source: undefined }))
      .thenRefused('invalid', 'externalIdWithoutSource', '/externalId');
  });

  it('relates to announcements on record, or to anything elsewhere, but not to itself', () => {
    const missing = idOf('ann', ['missing']);
    const relations = [missing, 'https://example.com/deal', announcementId].map((to) => ({ kind: 'expands', to }));
    given(announceDecider)
      .when({ ...announce({ relations }), unknownRelated: new Set([missing]) })
      .thenRefused('invalid', 'invalidAnnouncement', '/relations/0/to', '/relations/2/to');
  });

  it('keeps a timing that its date contradicts: day 0 will flag it', () => {
    expect(given(announceDecider).when(on('2026-02-16', 'intraday')).events).toHaveLength(1);
  });

  describe('with figures', () => {
    const eps = { metric: 'eps', unit: 'USD/share', actual: 1.95, expected: { value: 1.97, on: '2026-02-26' } };
    const figures = { period: '2025-Q4', measures: [eps] };
    const withFigures = { ...record, original: { ...record.original, ...figures } };

    it('holds them as said; without any it holds no field of them', () => {
      const [event] = given(announceDecider).when(announce(figures)).events;
      expect(event?.data).toMatchObject({ announcement: withFigures });
      expect(JSON.stringify(made.data)).not.toContain('measures');
    });

    it('may be said again, also where the figures came later', () => {
      const measured = AnnouncementMeasured.create({
        announcement: withFigures,
        measured: announcementId,
        formerInstruments: [],
      });
      given(announceDecider, made, measured).when(announce(figures)).thenSaidBefore();
      given(announceDecider, made, measured).when(announce()).thenSaidBefore();
      given(announceDecider, made, measured)
        .when(announce({ measures: [{ ...eps, actual: 2 }] }))
        .thenRefused('conflict', 'announcementContradicts', '/measures/0/actual');
    });

    it('refuses what was expected after the news', () => {
      given(announceDecider)
        .when(announce({ measures: [{ ...eps, expected: { value: 1.97, on: '2026-02-28' } }] }))
        .thenRefused('invalid', 'expectedAfterwards', '/measures/0/expected/on');
    });

    it.each(['1900-01-02', '1989-12-31'])('takes what was expected on %s, before the calendar begins', (day) => {
      const said = announce({ measures: [{ ...eps, expected: { value: 1.97, on: day } }] });
      expect(given(announceDecider).when(said).events).toHaveLength(1);
    });

    it.each(['2029-01-01', '2030-01-02'])('refuses what was expected on %s, after the calendar ends', (day) => {
      given(announceDecider)
        .when(announce({ measures: [{ ...eps, expected: { value: 1.97, on: day } }] }))
        .thenRefused('invalid', 'expectedAfterwards', '/measures/0/expected/on');
    });
  });
});
