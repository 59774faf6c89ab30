import { rename, rm, writeFile } from 'node:fs/promises';
import type { RefusedRow } from '@streakline/calendar-import';

/**
 * Writes the rows that were not taken beside their reasons, whole or not at all, and answers with the file's path; with
 * null where there are none: a file of an earlier run is then removed, as it says what is no longer so.
 */
export async function writeRefused(path: string, rows: readonly RefusedRow[]): Promise<string | null> {
  if (rows.length === 0) {
    await rm(path, { force: true });
    return null;
  }
  const lines = rows.map(({ line, code, reason, text }) => [String(line), code, reason, text].map(cell).join(','));
  const unfinished = `${path}.${process.pid}.part`;
  await writeFile(unfinished, `line,code,reason,text\n${lines.join('\n')}\n`);
  await rename(unfinished, path);
  return path;
}

/** Quoted as RFC 4180 has it, where it must be. */
function cell(text: string): string {
  const plain = text.replace(/[\r\n]+/g, ' ');
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
