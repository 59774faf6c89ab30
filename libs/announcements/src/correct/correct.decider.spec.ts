import {
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  type AnnouncementRecord,
  AnnouncementRetracted,
  idOf,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import type { CorrectBody } from './correct.command';
import { correctDecider, type CorrectionToDecide } from './correct.decider';

const announcementId = idOf('ann', ['deal']);
const amendmentId = idOf('amd', ['more']);
const amazonId = idOf('ins', ['amazon']);
const otherId = idOf('ins', ['other']);
const original: AnnouncementRecord['original'] = {
  kind: 'deal',
  headline: 'Amazon invests in OpenAI',
  moment: { on: '2026-02-05', timing: 'afterClose' },
  subjects: [
    { instrumentId: amazonId, role: 'issuer' },
    { instrumentId: otherId, role: 'rival' },
  ],
  amounts: [],
  sources: [],
  relations: [],
};
const record: AnnouncementRecord = { id: announcementId, original, amendments: [] };
const amendment = { id: amendmentId, moment: { at: '2026-02-20T14:00:00.000Z' }, headline: 'More' };
const made = AnnouncementMade.create({ announcement: record, formerInstruments: [] });
const amended = AnnouncementAmended.create({
  announcement: { ...record, amendments: [amendment] },
  amendmentId,
  formerInstruments: [],
});
const retracted = AnnouncementRetracted.create({
  announcement: { ...record, retraction: { reason: 'hoax' } },
  formerInstruments: [],
  reason: 'hoax',
});
const nasdaq = exchange('XNAS');
const correct = (said: Omit<CorrectBody, 'reason'>, others: Partial<CorrectionToDecide> = {}): CorrectionToDecide => ({
  announcementId,
  elementId: announcementId,
  said: { reason: 'mistyped', ...said },
  subjects: undefined,
  exchanges: new Map([
    [amazonId, nasdaq],
    [otherId, nasdaq],
  ]),
  unknownRelated: new Set(),
  now: Date.parse('2026-03-01T12:00:00Z'),
  ...others,
});

describe('correcting an announcement', () => {
  it('replaces the fields given and keeps the rest, known at the instant of what it corrects', () => {
    given(correctDecider, made)
      .when(correct({ headline: 'Amazon and OpenAI' }))
      .thenSays(
        AnnouncementCorrected.create(
          {
            announcement: { ...record, original: { ...original, headline: 'Amazon and OpenAI' } },
            formerInstruments: [],
            corrected: announcementId,
            reason: 'mistyped',
          },
          Date.parse('2026-02-06T05:00:00Z') - 1,
        ),
      );
  });

  it('names the instruments that it drops, so that they see it too', () => {
    const subjects = [{ role: 'issuer', instrumentId: amazonId, exchange: nasdaq }];
    const [event] = given(correctDecider, made).when(
      correct({}, { subjects, said: { reason: 'x', subjects: [] } }),
    ).events;
    expect(event?.data).toMatchObject({ formerInstruments: [otherId] });
    expect(event?.keys).toContain(otherId);
  });

  it.each([
    ['the date, keeping the timing', { announcedOn: '2026-02-06' }, { on: '2026-02-06', timing: 'afterClose' }],
    ['the timing, keeping the date', { timing: 'preMarket' }, { on: '2026-02-05', timing: 'preMarket' }],
    ['the timing, to not known', { timing: null }, { on: '2026-02-05' }],
    ['the date, to an instant', { announcedAt: '2026-02-05T21:01:00Z' }, { at: '2026-02-05T21:01:00.000Z' }],
  ] as const)('corrects %s', (_, said, moment) => {
    const [event] = given(correctDecider, made).when(correct(said)).events;
    expect((event?.data as { announcement: AnnouncementRecord }).announcement.original.moment).toEqual(moment);
  });

  it('that changes nothing was said before', () => {
    given(correctDecider, made)
      .when(correct({ headline: original.headline, announcedOn: '2026-02-05' }))
      .thenSaidBefore();
  });

  it('corrects an amendment by its id, in the fields that an amendment has', () => {
    const [event] = given(correctDecider, made, amended).when(
      correct({ headline: 'Less' }, { elementId: amendmentId }),
    ).events;
    expect(event).toMatchObject({
      knownAt: Date.parse('2026-02-20T14:00:00Z'),
      data: { corrected: amendmentId, announcement: { original, amendments: [{ ...amendment, headline: 'Less' }] } },
    });
    given(correctDecider, made, amended)
      .when(correct({ kind: 'deal', relations: [] }, { elementId: amendmentId }))
      .thenRefused('invalid', 'notOfAmendments', '/kind', '/relations');
  });

  describe('with figures', () => {
    const eps = { metric: 'eps', unit: 'USD/share', actual: 1.95 };
    const figures = { period: '2025-Q4', measures: [eps] };
    const withFigures = AnnouncementMade.create({
      announcement: { ...record, original: { ...original, ...figures } },
      formerInstruments: [],
    });
    const corrected = (said: Omit<CorrectBody, 'reason'>) => {
      const [event] = given(correctDecider, withFigures).when(correct(said)).events;
      return (event?.data as { announcement: AnnouncementRecord }).announcement.original;
    };

    it('keeps those that it does not name', () => {
      expect(corrected({ headline: 'Other' })).toEqual({ ...original, ...figures, headline: 'Other' });
    });

    it('replaces them as a whole, or takes them out', () => {
      const right = [{ ...eps, actual: 1.96 }];
      expect(corrected({ measures: right })).toEqual({ ...original, ...figures, measures: right });
      expect(corrected({ measures: [], period: null })).toEqual(original);
    });

    it('that changes none of them was said before', () => {
      given(correctDecider, withFigures).when(correct(figures)).thenSaidBefore();
      given(correctDecider, made)
        .when(correct({ measures: [], period: null }))
        .thenSaidBefore();
    });

    it('keeps what was expected before the news', () => {
      const expected = { value: 1.97, on: '2026-02-05' };
      const withExpectation = AnnouncementMade.create({
        announcement: { ...record, original: { ...original, measures: [{ ...eps, expected }] } },
        formerInstruments: [],
      });
      given(correctDecider, withExpectation)
        .when(correct({ announcedOn: '2026-02-03' }))
        .thenRefused('invalid', 'expectedAfterwards', '/announcedOn');
    });

    it('takes what was expected before the calendar begins, and refuses what was after it ends', () => {
      const of = (on: string) => [{ ...eps, expected: { value: 1.97, on } }];
      expect(corrected({ measures: of('1900-01-02') })).toMatchObject({ measures: of('1900-01-02') });
      given(correctDecider, withFigures)
        .when(correct({ measures: of('2030-01-02') }))
        .thenRefused('invalid', 'expectedAfterwards', '/measures/0/expected/on');
    });

    it('takes each once', () => {
      given(correctDecider, withFigures)
        .when(correct({ measures: [eps, { ...eps, period: '2025-Q4' }] }))
        .thenRefused('invalid', 'duplicateMeasure', '/measures/1');
    });
  });

  it('keeps amendments after what they amend', () => {
    given(correctDecider, made, amended)
      .when(correct({ announcedAt: '2026-02-21T14:00:00Z' }))
      .thenRefused('conflict', 'amendedBeforeAnnounced', '/announcedAt');
  });

  it('needs a field, a timing that has a date, and a moment that is past', () => {
    given(correctDecider, made).when(correct({})).thenRefused('invalid', 'nothingCorrected', '');
    given(correctDecider, made, amended)
      .when(correct({ timing: 'preMarket' }, { elementId: amendmentId }))
      .thenRefused('invalid', 'momentUnclear', '/timing');
    given(correctDecider, made)
      .when(correct({ announcedOn: '2026-04-01' }))
      .thenRefused('invalid', 'announcedInFuture', '/announcedOn');
  });

  it('is refused once it is retracted, and where nothing has that id', () => {
    given(correctDecider, made, retracted)
      .when(correct({ headline: 'x' }))
      .thenRefused('conflict', 'announcementRetracted');
    given(correctDecider, made)
      .when(correct({ headline: 'x' }, { elementId: amendmentId }))
      .thenRefused('notFound', 'unknownAnnouncement');
  });
});
