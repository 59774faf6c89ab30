import { plural, whole } from '../../words/numbers';
import { MOST_BYTES } from './take-fields';

export interface OpenedFile {
  /** Null where it was not opened. */
  readonly text: string | null;
  /** What became of it, in words. */
  readonly said: string;
}

/** A file as text; it does not leave the browser before it is sent. */
export async function openArticle(file: Pick<File, 'name' | 'size' | 'text'>): Promise<OpenedFile> {
  const { name, size } = file;
  if (size > MOST_BYTES) {
    const most = `${whole(MOST_BYTES / 1024 / 1024)} MiB`;
    return { text: null, said: `${name} is larger than ${most}: no article is.` };
  }
  try {
    const text = await file.text();
    return { text, said: `${name}: ${plural(text.length, 'character')}.` };
  } catch (error) {
    return { text: null, said: `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
