/** What of an event is told. */
interface Told {
  readonly type: string;
  readonly keys: readonly string[];
  readonly data: object;
}

export interface Cause {
  readonly words: string;
  /** Where it is an announcement, or a change of one. */
  readonly announcementId: string | null;
}

/** An event in words: an announcement by its headline; anything else by its type, such as "Bars recorded". */
export function causeOf({ type, keys, data }: Told): Cause {
  const announcementId = keys.find((key) => key.startsWith('ann_')) ?? null;
  const headline = headlineIn(data);
  return { words: headline ?? inWords(type), announcementId };
}

function headlineIn(data: object): string | null {
  const { announcement } = data as { announcement?: { original?: { headline?: unknown } } };
  const headline = announcement?.original?.headline;
  return typeof headline === 'string' ? headline : null;
}

/** BarsRecorded is "Bars recorded". */
function inWords(type: string): string {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
