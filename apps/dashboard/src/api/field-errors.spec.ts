import { ProblemError } from '@streakline/client';
import { fieldErrors } from './field-errors';

const FIELDS = ['/settings/from', '/settings/universe'];
const refused = (...pointers: string[]) =>
  new ProblemError(
    422,
    'invalidBody',
    'Some fields are wrong.',
    'r1',
    pointers.map((pointer) => ({ pointer, detail: `wrong: ${pointer}` })),
  );

describe('the errors of a refusal, by field', () => {
  it('stand at the field that their pointer names, or that it lies in', () => {
    const errors = fieldErrors(refused('/settings/universe/0', '/settings/universe/2'), FIELDS);
    expect(errors.at('/settings/universe')).toEqual(['wrong: /settings/universe/0', 'wrong: /settings/universe/2']);
    expect(errors.at('/settings/from')).toEqual([]);
    expect(errors.elsewhere).toBeNull();
  });

  it('do not stand at a field whose name only begins alike', () => {
    expect(fieldErrors(refused('/settings/fromage'), FIELDS).at('/settings/from')).toEqual([]);
  });

  it('are told beside the form where no field is theirs, and so is what names no field', () => {
    const strange = refused('/seed');
    expect(fieldErrors(strange, FIELDS).elsewhere).toBe(strange);
    const lost = new Error('lost');
    expect(fieldErrors(lost, FIELDS).elsewhere).toBe(lost);
    expect(fieldErrors(null, FIELDS).elsewhere).toBeNull();
  });
});
