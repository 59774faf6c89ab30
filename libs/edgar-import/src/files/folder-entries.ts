import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EdgarImportError } from '../edgar-import-error';
import { type EdgarEntry, HEAD_BYTES, LARGEST_FILE } from './edgar-entry';
import { gatherText, tooLarge } from './gather-text';

const DEEPEST = 8;
const MOST_FILES = 500_000;

/** The files in a folder and its sub-folders, in the order of their paths. Links are not followed. */
export async function filesWithin(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  await walk(folder, 0, found);
  return found.sort();
}

async function walk(folder: string, depth: number, found: string[]): Promise<void> {
  if (depth > DEEPEST) return;
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, depth + 1, found);
    else if (entry.isFile()) found.push(path);
    if (found.length > MOST_FILES) {
      throw new EdgarImportError('unreadable', `${folder} holds more than ${MOST_FILES} files. Name a smaller one.`);
    }
  }
}

export function fileEntry(path: string): EdgarEntry {
  return {
    file: path,
    name: basename(path),
    head: () => reading(path, () => gatherText(path, createReadStream(path, { end: HEAD_BYTES - 1 }), HEAD_BYTES)),
    text: () =>
      reading(path, async () => {
        const { size } = await stat(path);
        if (size > LARGEST_FILE) throw tooLarge(path, size);
        return gatherText(path, createReadStream(path));
      }),
  };
}

async function reading<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof EdgarImportError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new EdgarImportError('unreadable', `${path} cannot be read: ${why}`, { cause: error });
  }
}
