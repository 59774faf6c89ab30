import { z } from 'zod';
import { fieldErrorsOf } from './field-errors';

const window = z
  .object({ from: z.int(), to: z.int() })
  .refine(({ from, to }) => from <= to, 'from must not be after to.');
const schema = z.strictObject({ window: window.optional(), seed: z.int().max(9).optional() });

function errorsOf(value: unknown) {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : fieldErrorsOf(error, value);
}

describe("what a schema found wrong, in a caller's words", () => {
  it('ends in one full stop, whoever wrote the sentence', () => {
    expect(errorsOf({ window: { from: 1, to: 0 } })).toEqual([
      { pointer: '/window', detail: 'from must not be after to.' },
    ]);
    expect(errorsOf({ seed: 10 })).toEqual([{ pointer: '/seed', detail: expect.stringMatching(/[^.]\.$/) }]);
  });

  it('does not call missing what was said in a form that the schema takes apart', () => {
    const list = z.preprocess((said) => String(said).split(','), z.array(z.enum(['a', 'b'])));
    const query = z.strictObject({ types: list });
    const { error } = query.safeParse({ types: 'a,c' });
    expect(error && fieldErrorsOf(error, { types: 'a,c' })).toEqual([
      { pointer: '/types/1', detail: 'Invalid option: expected one of "a"|"b".' },
    ]);
  });

  it('points at the field that is missing, or that there is none of', () => {
    expect(errorsOf({ window: { from: 1 }, sed: 1 })).toEqual([
      { pointer: '/window/to', detail: 'This field is needed.' },
      { pointer: '/sed', detail: 'There is no field "sed" here. Leave it out, or mend its name.' },
    ]);
  });
});
