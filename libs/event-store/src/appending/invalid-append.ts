/** An append that no store could take, whatever is on record: a mistake of the caller's, thrown before anything is sent. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}
