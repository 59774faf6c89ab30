import { EdgarFileError } from '../edgar-file-error';
import { type ShareCounts, shareCountsOf } from '../facts/read-share-counts';
import { isObject, parseObject } from '../json-parts';
import { type Submissions, submissionsOf } from './read-submissions';

/**
 * Reads CIK##########.json, which data.sec.gov gives to two things: submissions (`filings`) and companyfacts (`facts`).
 *
 * @throws EdgarFileError
 */
export function readIssuerFile(text: string): Submissions | ShareCounts {
  const json = parseObject(text);
  if (isObject(json['filings'])) return submissionsOf(json);
  if (isObject(json['facts'])) return shareCountsOf(json);
  throw new EdgarFileError(
    'notSubmissions',
    'holds neither filings nor facts: it is no file of data.sec.gov about an issuer.',
  );
}
