/** A file of EDGAR's, in a folder or in a zip. */
export interface EdgarEntry {
  /** Its whole path, for people; within a zip `bulk.zip!CIK0001018724.json`. */
  readonly file: string;
  /** Its bare name. It is only ever compared, and nothing is written under it. */
  readonly name: string;
  /**
   * All of it as text.
   *
   * @throws EdgarImportError `tooLarge`, `archive`, `unreadable`
   */
  text(): Promise<string>;
  /** Its first 64 KiB as text. */
  head(): Promise<string>;
}

/** The largest files of data.sec.gov (companyfacts of banks and funds) are some 20 MB, the largest instances 100. */
export const LARGEST_FILE = 128 * 1024 * 1024;
export const HEAD_BYTES = 64 * 1024;
