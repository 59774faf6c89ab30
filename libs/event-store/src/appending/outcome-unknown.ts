/**
 * The connection was lost while an append was under way, and PostgreSQL did not come back in time: the append may be
 * stored or not. Where its events carried ids, sending the same again answers that.
 */
export class AppendOutcomeUnknown extends Error {
  override readonly name = 'AppendOutcomeUnknown';

  constructor(cause: unknown) {
    super(
      'PostgreSQL did not come back: whether the events are stored is unknown; append them again under the same ids',
      { cause },
    );
  }
}
