import { mkdirSync } from 'node:fs';
import { LocalKafkaError } from '../local-kafka-error';

/** Makes a folder and those above it; throws a {@link LocalKafkaError} that names who is missing the right to. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    throw new LocalKafkaError(
      'folderClosed',
      `${folder} cannot be made by this user (${code}): did another one, root perhaps, make the folder above it? Give that one to this user, or choose another with --data-dir.`,
    );
  }
}
