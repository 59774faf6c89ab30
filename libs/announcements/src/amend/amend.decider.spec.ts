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
import type { AmendBody } from './amend.command';
import { amendDecider, amendmentIdFor } from './amend.decider';

const announcementId = idOf('ann', ['deal']);
const amazonId = idOf('ins', ['amazon']);
const record: AnnouncementRecord = {
  id: announcementId,
  original: {
    kind: 'deal',
    headline: 'Amazon invests in OpenAI',
    moment: { on: '2026-02-05', timing: 'afterClose' },
    subjects: [{ instrumentId: amazonId, role: 'issuer' }],
    amounts: [],
    sources: [],
    relations: [],
  },
  amendments: [],
};
const made = AnnouncementMade.create({ announcement: record, formerInstruments: [] });
const amend = (said: AmendBody) => ({
  announcementId,
  said,
  subjects: undefined,
  exchanges: new Map([[amazonId, exchange('XNAS')]]),
  now: Date.parse('2026-03-01T12:00:00Z'),
});
const said = { announcedAt: '2026-02-20T14:00:00Z', headline: 'Amazon invests more' };
const moment = { at: '2026-02-20T14:00:00.000Z' };
const amendment = { id: amendmentIdFor(announcementId, moment), moment, headline: 'Amazon invests more' };
const amended = AnnouncementAmended.create(
  { announcement: { ...record, amendments: [amendment] }, amendmentId: amendment.id, formerInstruments: [] },
  Date.parse('2026-02-20T14:00:00Z'),
);

describe('amending an announcement', () => {
  it('adds an act of its own to it, known at its own instant', () => {
    given(amendDecider, made).when(amend(said)).thenSays(amended);
  });

  it('at the same moment in the same words was said before', () => {
    given(amendDecider, made, amended).when(amend(said)).thenSaidBefore();
  });

  it('at the same moment in other words is a conflict', () => {
    given(amendDecider, made, amended)
      .when(amend({ ...said, headline: 'Amazon invests less' }))
      .thenRefused('conflict', 'announcementContradicts', '/headline');
  });

  it('again, as first said or as corrected since, was said before', () => {
    const correct = { ...amendment, moment: { at: '2026-02-20T15:00:00.000Z' } };
    const correction = AnnouncementCorrected.create({
      announcement: { ...record, amendments: [correct] },
      formerInstruments: [],
      corrected: amendment.id,
      reason: 'an hour later',
    });
    given(amendDecider, made, amended, correction).when(amend(said)).thenSaidBefore();
  });

  it('by its date is known at the latest instant for the subjects in force', () => {
    const [event] = given(amendDecider, made).when(amend({ announcedOn: '2026-02-20', headline: 'More' })).events;
    expect(event?.knownAt).toBe(Date.parse('2026-02-21T05:00:00Z') - 1);
  });

  it('may bring in new subjects', () => {
    const spyId = idOf('ins', ['spy']);
    const subjects = [{ role: 'target', instrumentId: spyId, exchange: exchange('ARCX') }];
    const [event] = given(amendDecider, made).when({ ...amend({ announcedAt: said.announcedAt }), subjects }).events;
    expect(event?.keys).toEqual(expect.arrayContaining([announcementId, amazonId, spyId]));
  });

  it('may bring figures of its own', () => {
    const figures = {
      period: '2026-Q1',
      measures: [{ metric: 'revenue', unit: 'USD', range: { low: 90, high: 100 } }],
    };
    const [event] = given(amendDecider, made).when(amend({ announcedAt: said.announcedAt, ...figures })).events;
    expect(event?.data).toMatchObject({ announcement: { amendments: [{ moment, ...figures }] } });
    given(amendDecider, made)
      .when(amend({ announcedAt: said.announcedAt, measures: [] }))
      .thenRefused('invalid', 'nothingAmended', '');
  });

  it('cannot come before what it amends, nor be still to come', () => {
    given(amendDecider, made)
      .when(amend({ ...said, announcedAt: '2026-02-05T20:59:59Z' }))
      .thenRefused('invalid', 'amendedBeforeAnnounced', '/announcedAt');
    given(amendDecider, made)
      .when(amend({ announcedOn: '2026-02-05', timing: 'preMarket', headline: 'x' }))
      .thenRefused('invalid', 'amendedBeforeAnnounced', '/announcedOn');
    given(amendDecider, made)
      .when(amend({ ...said, announcedAt: '2026-03-02T00:00:00Z' }))
      .thenRefused('invalid', 'announcedInFuture', '/announcedAt');
    expect(given(amendDecider, made).when(amend({ announcedOn: '2026-02-05', headline: 'x' })).events).toHaveLength(1);
  });

  it('changes something', () => {
    given(amendDecider, made)
      .when(amend({ announcedAt: said.announcedAt }))
      .thenRefused('invalid', 'nothingAmended', '');
  });

  it('is refused once the announcement is retracted, and where there is none', () => {
    const retracted = AnnouncementRetracted.create({
      announcement: { ...record, retraction: { reason: 'hoax' } },
      formerInstruments: [],
      reason: 'hoax',
    });
    given(amendDecider, made, retracted).when(amend(said)).thenRefused('conflict', 'announcementRetracted');
    given(amendDecider).when(amend(said)).thenRefused('notFound', 'unknownAnnouncement');
  });
});
