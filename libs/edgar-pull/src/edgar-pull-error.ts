/** Why a pull ended; what it had brought by then stays. */
export type EdgarPullErrorCode =
  /** No name and mail address to tell EDGAR: it refuses who does not say who asks. */
  | 'noContact'
  | 'badCik'
  | 'badUrl'
  /** EDGAR has no file of that name. */
  | 'absent'
  /** 403, or another answer that will not change by asking again. */
  | 'refused'
  /** It answered 429 or 503 with a Retry-After that is too long to wait for. */
  | 'comeBackLater'
  /** It was tried again and again. */
  | 'unreachable'
  /** What came is not what was asked for, each time. */
  | 'wrongContent'
  | 'tooLarge'
  /** The folder cannot be written. */
  | 'folder';

export class EdgarPullError extends Error {
  override readonly name = 'EdgarPullError';

  constructor(
    readonly code: EdgarPullErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
