import type { AnnouncementEvent } from '../answers';
import { historyOf } from './history';

const original = { headline: 'Typed wrong', moment: { on: '2026-02-05', timing: 'afterClose' }, amounts: [] };
const amendment = { id: 'amd_1', moment: { at: '2026-02-10T14:00:00Z' }, amounts: [{ label: 'More' }] };

function event(position: number, type: string, announcement: object, more: object = {}): AnnouncementEvent {
  const at = `2026-02-0${position}T12:00:00.000Z`;
  const names = { id: String(position), correlationId: '', causationId: null, typeVersion: 3 };
  return { ...names, position, type, knownAt: at, recordedAt: at, data: { announcement, ...more } };
}

const history = historyOf([
  event(5, 'AnnouncementMade', { original, amendments: [] }),
  event(
    6,
    'AnnouncementCorrected',
    { original: { ...original, headline: 'Right' }, amendments: [] },
    { reason: 'A slip' },
  ),
  event(7, 'AnnouncementAmended', { original: { ...original, headline: 'Right' }, amendments: [amendment] }),
  event(
    8,
    'AnnouncementRetracted',
    { original: { ...original, headline: 'Right' }, amendments: [amendment] },
    { reason: 'Hoax' },
  ),
]);

describe('the history of an announcement', () => {
  it('is its events in words, oldest first', () => {
    expect(history.map(({ title, reason }) => [title, reason])).toEqual([
      ['Announced', null],
      ['Corrected', 'A slip'],
      ['Amended', null],
      ['Retracted', 'Hoax'],
    ]);
  });

  it('tells what a correction changed, from what to what', () => {
    expect(history[1]!.changes).toEqual([{ field: 'headline', before: 'Typed wrong', after: 'Right' }]);
  });

  it('tells what an amendment says, and of lists only that they changed', () => {
    expect(history[2]!.changes).toEqual([
      { field: 'moment', before: null, after: '2026-02-10T14:00:00Z' },
      { field: 'amounts', before: null, after: null },
    ]);
    expect(history[3]!.changes).toEqual([]);
  });

  it('shows an event that is not known yet by its type', () => {
    expect(historyOf([event(9, 'AnnouncementTranslated', { original, amendments: [] })])[0]?.title).toBe(
      'AnnouncementTranslated',
    );
  });
});
