/** What bulk answers are sent as. */
export const mediaTypes = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.stream',
} as const;

/** One of the media types that carry a table row by row, however long it is. */
export type StreamedType = (typeof streamedTypes)[number];
export const streamedTypes = [mediaTypes.ndjson, mediaTypes.csv, mediaTypes.arrow] as const;

export function isStreamedType(type: string): type is StreamedType {
  return streamedTypes.some((each) => each === type);
}
