/** A Chromium that can be started. */
export interface BrowserProgram {
  readonly executable: string;
  /** Variables that it needs beside those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}
