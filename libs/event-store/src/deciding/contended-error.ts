/** So many others wrote the same stream that a command never found it as it had read it. Sending it again may succeed. */
export class ContendedError extends Error {
  override readonly name = 'ContendedError';

  constructor(
    readonly streamId: string,
    attempts: number,
  ) {
    super(`${streamId} was changed by others in each of ${attempts} attempts: try again`);
  }
}
