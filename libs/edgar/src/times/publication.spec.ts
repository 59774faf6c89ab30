import fc from 'fast-check';
import { newYorkTimeOf } from './new-york';
import { publicationOf } from './publication';

const at = (form: string, accepted: string, filedOn: string) => {
  const publication = publicationOf(form, accepted, filedOn);
  return { ...publication, at: newYorkTimeOf(publication.at) };
};

describe('a filing', () => {
  it('is public when it is accepted, until 17:30', () => {
    expect(at('8-K', '2026-02-05T16:02:22', '2026-02-05')).toEqual({
      ...{ at: '2026-02-05T16:02:22', heldOver: false, conflicts: [] },
    });
    expect(at('8-K', '2026-02-05T17:30:00', '2026-02-05').at).toBe('2026-02-05T17:30:00');
  });

  it('accepted later is public on the next business day at 06:00, whose date it carries', () => {
    expect(at('10-K', '2026-02-05T18:11:05', '2026-02-06')).toEqual({
      ...{ at: '2026-02-06T06:00:00', heldOver: true, conflicts: [] },
    });
    // A Friday before a holiday.
    expect(at('8-K', '2026-02-13T17:30:01', '2026-02-17').at).toBe('2026-02-17T06:00:00');
  });

  it.each([
    ['4', '2026-02-05T21:59:59'],
    ['3/A', '2026-02-05T20:00:00'],
    ['144', '2026-02-05T20:00:00'],
    ['SCHEDULE 13D', '2026-02-05T20:00:00'],
    ['SC 13G/A', '2024-02-06T20:00:00'],
  ])('of Form %s is public at once until 22:00', (form, accepted) => {
    expect(at(form, accepted, accepted.slice(0, 10))).toMatchObject({ at: accepted, heldOver: false, conflicts: [] });
  });

  it.each([
    ['144', '2023-03-17T20:00:00', '2023-03-20'],
    ['SC 13D', '2024-02-02T20:00:00', '2024-02-05'],
  ])('of Form %s waited for the next day before the rule was changed', (form, accepted, filedOn) => {
    expect(at(form, accepted, filedOn)).toMatchObject({ at: `${filedOn}T06:00:00`, heldOver: true, conflicts: [] });
  });

  it('that EDGAR dated later than the rule has it is public then, and that is shown', () => {
    // Christmas Eve of 2024: closed by executive order.
    const { at: publicAt, conflicts } = at('8-K', '2024-12-23T18:00:00', '2024-12-26');
    expect(publicAt).toBe('2024-12-26T06:00:00');
    expect(conflicts).toEqual([
      { from: 'filing date', says: expect.stringMatching(/^2024-12-26: accepted at .*dated 2024-12-24/) as string },
    ]);
  });

  it('that EDGAR dated earlier than the rule has it is never public too soon', () => {
    const { at: publicAt, conflicts } = at('8-K', '2026-02-05T17:31:10', '2026-02-05');
    expect(publicAt).toBe('2026-02-06T06:00:00');
    expect(conflicts).toHaveLength(1);
  });

  it('is never public before it is accepted, nor before the day it is dated', () => {
    const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1_000, max: Date.UTC(2027, 0) / 1_000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -3, max: 5 }), fc.constantFrom('8-K', '4'), (second, days, form) => {
        const accepted = newYorkTimeOf(second * 1_000);
        const filedOn = new Date((second + days * 86_400) * 1_000).toISOString().slice(0, 10);
        const publication = at(form, accepted, filedOn);
        expect(publication.at >= accepted && publication.at.slice(0, 10) >= filedOn).toBe(true);
      }),
    );
  });
});
