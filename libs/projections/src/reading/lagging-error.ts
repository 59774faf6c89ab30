/** Thrown where the read models did not come as far as asked within the time there was. Ask again, or without minPosition. */
export class LaggingError extends Error {
  constructor(
    /** How far the read models are. */
    readonly position: number,
    /** Position of the newest event. */
    readonly head: number,
    readonly minPosition: number,
  ) {
    super(
      `The read models are at position ${position}, ${Math.max(0, minPosition - position)} events before the position ${minPosition} asked for ` +
        `(newest event: ${head}). Ask again in a moment, or leave minPosition out.`,
    );
    this.name = 'LaggingError';
  }

  /** Events between the read models and the head. */
  get lag(): number {
    return Math.max(0, this.head - this.position);
  }
}
