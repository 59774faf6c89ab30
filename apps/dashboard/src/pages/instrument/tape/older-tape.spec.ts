import { touches } from './older-tape';

describe('what changes the older part of a tape', () => {
  it.each([
    ['a bar of a session in it', 'BarsRecorded', { sessions: ['2020-01-02', '2026-03-09'] }, true],
    ['a revision in it', 'BarsRevised', { sessions: ['2020-01-02'] }, true],
    ['a bar after it', 'BarsRecorded', { sessions: ['2026-03-09'] }, false],
    ['a split, whenever', 'SplitRecorded', { exDate: '2026-03-09' }, true],
    ['a share count', 'ShareCountRecorded', { countedOn: '2026-01-28' }, true],
    ['an announcement', 'AnnouncementMade', { headline: 'News' }, false],
    ['an observation', 'ObservationRecorded', {}, false],
  ])('%s', (_, type, data, expected) => {
    expect(touches({ type, data }, '2022-06-06')).toBe(expected);
  });
});
