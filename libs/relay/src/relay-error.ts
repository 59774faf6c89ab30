/** Why a relay cannot go on as it is: one line that says what, where and how to mend it. */
export class RelayError extends Error {
  override readonly name = 'RelayError';

  constructor(
    readonly code: 'lockLost' | 'logMadeAnew' | 'logAheadOfStore' | 'otherPartitionCount' | 'tailsUnreadable',
    message: string,
  ) {
    super(message);
  }
}
