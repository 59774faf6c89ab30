import { z } from 'zod';
import { instantSchema } from '@streakline/events';
import { isAccession } from '../accession';
import { EdgarFileError } from '../edgar-file-error';

const releaseSchema = z.strictObject({
  accession: z
    .string()
    .refine(isAccession, 'Write the accession number of the filing that follows it: ten digits, two, six.'),
  url: z.url(),
  publisher: z.string().trim().min(1).max(200).optional(),
  publishedAt: instantSchema,
});

/** A press release, or another public page, that says what a filing says. */
export type PressRelease = z.infer<typeof releaseSchema>;

/**
 * Reads a list of public sources of filings: a JSON array of objects with `accession`, `url`, `publishedAt` (an instant
 * with Z) and, if known, `publisher`. What was public first decides when an announcement was.
 *
 * @throws EdgarFileError `notPressReleases`: one that is wrong makes all of it so, since what is left out would shift
 *   moments unseen
 */
export function readPressReleases(text: string): ReadonlyMap<string, readonly PressRelease[]> {
  const releases = new Map<string, PressRelease[]>();
  parsed(text).forEach((entry, index) => {
    const read = releaseSchema.safeParse(entry);
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = [`entry ${index + 1}`, ...(issue?.path.map(String) ?? [])].join(', ');
      throw new EdgarFileError('notPressReleases', `${where}: ${issue?.message ?? 'is wrong.'}`);
    }
    releases.set(read.data.accession, [...(releases.get(read.data.accession) ?? []), read.data]);
  });
  return releases;
}

function parsed(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new EdgarFileError('notPressReleases', `is not JSON (${error instanceof Error ? error.message : ''}).`);
  }
  if (Array.isArray(value)) return value;
  throw new EdgarFileError(
    'notPressReleases',
    'is no list. Write [{"accession": "...", "url": "...", "publishedAt": "2026-02-05T21:01:00Z"}].',
  );
}
