import fc from 'fast-check';
import { isStudyId, studyIdOf } from './study-id';

/** The same JSON with the fields of every object in another order, and fields without a value added. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).reverse();
  return { nothing: undefined, ...Object.fromEntries(fields.map(([name, inner]) => [name, reversed(inner)])) };
}

const requests = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => name !== 'nothing' && name !== '__proto__'),
  fc.jsonValue(),
);

describe('the id of a study', () => {
  it('is one for the same question, however its fields are ordered', () => {
    fc.assert(
      fc.property(requests, fc.nat(), (request, position) => {
        const id = studyIdOf('counting', request, position);
        expect(isStudyId(id)).toBe(true);
        expect(studyIdOf('counting', reversed(request) as object, position)).toBe(id);
      }),
    );
  });

  it('is another for another kind, position, field or order of a list', () => {
    const ids = [
      studyIdOf('counting', { to: [1, 2] }, 3),
      studyIdOf('measuring', { to: [1, 2] }, 3),
      studyIdOf('counting', { to: [1, 2] }, 4),
      studyIdOf('counting', { to: [2, 1] }, 3),
      studyIdOf('counting', { to: [1, 2], from: 1 }, 3),
      studyIdOf('counting', { to: '1,2' }, 3),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
