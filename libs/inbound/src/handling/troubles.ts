import { types } from 'node:util';

/** What keeps records waiting at the moment, for whoever asks how it goes. */
export class Troubles {
  private readonly current = new Map<object, string>();

  /** The newest trouble that has not passed; null where all goes well. */
  get message(): string | null {
    return [...this.current.values()].at(-1) ?? null;
  }

  note(of: object, error: unknown): void {
    this.current.delete(of);
    this.current.set(of, types.isNativeError(error) ? error.message : String(error));
  }

  passed(of: object): void {
    this.current.delete(of);
  }
}
