import {
  AnnouncementAmended,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  idOf,
  type Measure,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { MeasureBody } from './measure.command';
import { measureDecider } from './measure.decider';

const announcementId = idOf('ann', ['earnings']);
const amendmentId = idOf('amd', ['earnings', 'more']);
const amazonId = idOf('ins', ['amazon']);
const original: AnnouncementRecord['original'] = {
  kind: 'earnings',
  headline: 'Amazon reports its fourth quarter of 2025',
  moment: { on: '2026-02-05', timing: 'afterClose' },
  subjects: [{ instrumentId: amazonId, role: 'issuer' }],
  amounts: [],
  sources: [],
  relations: [],
};
const record: AnnouncementRecord = { id: announcementId, original, amendments: [] };
const amendment = { id: amendmentId, moment: { at: '2026-02-06T14:00:00.000Z' }, headline: 'More' };
const made = (figures: object = {}) =>
  AnnouncementMade.create({
    announcement: { ...record, original: { ...original, ...figures } },
    formerInstruments: [],
  });
const amended = AnnouncementAmended.create({
  announcement: { ...record, original: { ...original, period: '2025-Q4' }, amendments: [amendment] },
  amendmentId,
  formerInstruments: [],
});
const measure = (said: MeasureBody, elementId: typeof announcementId | typeof amendmentId = announcementId) => ({
  announcementId,
  elementId,
  said,
  exchanges: new Map([[amazonId, exchange('XNAS')]]),
});

const eps: Measure = { metric: 'eps', basis: 'gaap', unit: 'USD/share', actual: 1.95 };
const expected = { value: 1.97, source: 'a survey of analysts', on: '2026-02-05' };
// Known when it was made: an announcement after the close, by its date's end in New York.
const KNOWN_AT = Date.parse('2026-02-06T05:00:00Z') - 1;
const measured = (figures: object, knownAt = KNOWN_AT) =>
  AnnouncementMeasured.create(
    {
      announcement: { ...record, original: { ...original, ...figures } },
      measured: announcementId,
      formerInstruments: [],
    },
    knownAt,
  );

describe('measuring an announcement', () => {
  it('puts its figures and its period on record, known with the announcement itself', () => {
    given(measureDecider, made())
      .when(measure({ period: '2025-Q4', measures: [eps] }))
      .thenSays(measured({ period: '2025-Q4', measures: [eps] }));
  });

  it('again in the same words, or in fewer, was said before', () => {
    const figures = { period: '2025-Q4', measures: [{ ...eps, expected, prior: 1.86 }] };
    given(measureDecider, made(figures)).when(measure(figures)).thenSaidBefore();
    given(measureDecider, made(figures))
      .when(measure({ measures: [eps] }))
      .thenSaidBefore();
    given(measureDecider, made(figures))
      .when(measure({ measures: [{ ...eps, period: '2025-Q4' }] }))
      .thenSaidBefore();
  });

  it('may say more of a measure later, and adds others behind it', () => {
    const revenue = { metric: 'revenue', unit: 'USD', actual: 213.4e9 };
    given(measureDecider, made({ measures: [{ ...eps, expected: { value: 1.97 } }] }))
      .when(measure({ measures: [revenue, { ...eps, expected, prior: 1.86 }] }))
      .thenSays(measured({ measures: [{ ...eps, expected, prior: 1.86 }, revenue] }));
  });

  it('tells measures apart by metric, basis and period', () => {
    const others = [
      { ...eps, basis: 'adjusted' },
      { ...eps, period: '2026-Q1' },
      { ...eps, metric: 'cash' },
    ];
    given(measureDecider, made({ period: '2025-Q4', measures: [eps] }))
      .when(measure({ measures: others }))
      .thenSays(measured({ period: '2025-Q4', measures: [eps, ...others] }));
  });

  it.each([
    ['/measures/0/actual', { actual: 1.96 }],
    ['/measures/0/range', { actual: undefined, range: { low: 1.9, high: 2 } }],
    ['/measures/0/unit', { unit: 'EUR/share' }],
    ['/measures/0/prior', { prior: 1.85 }],
    ['/measures/0/expected/value', { expected: { value: 1.98 } }],
    ['/measures/0/expected/on', { expected: { value: 1.97, on: '2026-02-04' } }],
  ])('contradicts what is on record at %s', (pointer, other) => {
    given(measureDecider, made({ measures: [{ ...eps, expected, prior: 1.86 }] }))
      .when(measure({ measures: [{ ...eps, ...other }] }))
      .thenRefused('conflict', 'measureContradicts', pointer);
  });

  it('cannot be about another period than it was', () => {
    given(measureDecider, made({ period: '2025-Q4' }))
      .when(measure({ period: '2025' }))
      .thenRefused('conflict', 'measureContradicts', '/period');
  });

  it('says something, and each measure once', () => {
    given(measureDecider, made())
      .when(measure({ measures: [] }))
      .thenRefused('invalid', 'nothingMeasured', '');
    given(measureDecider, made({ period: '2025-Q4' }))
      .when(measure({ measures: [eps, { ...eps, period: '2025-Q4', actual: 2 }] }))
      .thenRefused('invalid', 'duplicateMeasure', '/measures/1');
  });

  it('cannot give a period by which two measures on record become one', () => {
    given(measureDecider, made({ measures: [eps, { ...eps, period: '2025-Q4', actual: 2 }] }))
      .when(measure({ period: '2025-Q4' }))
      .thenRefused('invalid', 'duplicateMeasure', '/period');
  });

  it('takes no expectation from after the news: of its own date perhaps, of the next one certainly', () => {
    given(measureDecider, made())
      .when(measure({ measures: [{ ...eps, expected: { value: 1.95, on: '2026-02-06' } }] }))
      .thenRefused('invalid', 'expectedAfterwards', '/measures/0/expected/on');
    const sameDay = measure({ measures: [{ ...eps, expected }] });
    expect(given(measureDecider, made()).when(sameDay).events).toHaveLength(1);
  });

  it('may be of an amendment: known with it, and about the period of what it amends', () => {
    const guidance = { metric: 'revenue', unit: 'USD', range: { low: 173.5e9, high: 178.5e9 } };
    const decided = given(measureDecider, made({ period: '2025-Q4' }), amended).when(
      measure({ measures: [guidance] }, amendmentId),
    );
    const announcement = {
      ...record,
      original: { ...original, period: '2025-Q4' },
      amendments: [{ ...amendment, measures: [guidance] }],
    };
    decided.thenSays(
      AnnouncementMeasured.create(
        { announcement, measured: amendmentId, formerInstruments: [] },
        Date.parse('2026-02-06T14:00:00Z'),
      ),
    );
  });

  it('is refused once the announcement is retracted, and where there is none', () => {
    const retraction = { reason: 'hoax' };
    const retracted = AnnouncementRetracted.create({
      announcement: { ...record, retraction },
      formerInstruments: [],
      ...retraction,
    });
    const said = measure({ measures: [eps] });
    given(measureDecider, made(), retracted).when(said).thenRefused('conflict', 'announcementRetracted');
    given(measureDecider).when(said).thenRefused('notFound', 'unknownAnnouncement');
    given(measureDecider, made())
      .when(measure({ measures: [eps] }, amendmentId))
      .thenRefused('notFound', 'unknownAnnouncement');
  });
});
