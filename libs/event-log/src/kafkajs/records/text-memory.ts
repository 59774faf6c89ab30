interface Place {
  start: number;
  length: number;
  text: string;
}

/**
 * Reads texts that mostly repeat from record to record, as header names and many of their values do: a text equal to
 * the one in the same place of the record before is not made anew.
 */
export class TextMemory {
  private readonly places: Place[] = [];

  constructor(private readonly bytes: Buffer) {}

  read(place: number, start: number, length: number): string {
    const { bytes, places } = this;
    const known = places[place];
    if (known !== undefined && known.length === length && this.same(known.start, start, length)) return known.text;
    const text = bytes.toString('utf8', start, start + length);
    if (known === undefined) places[place] = { start, length, text };
    else remember(known, start, length, text);
    return text;
  }

  private same(one: number, other: number, length: number): boolean {
    const { bytes } = this;
    for (let at = 0; at < length; at += 1) if (bytes[one + at] !== bytes[other + at]) return false;
    return true;
  }
}

function remember(place: Place, start: number, length: number, text: string): void {
  place.start = start;
  place.length = length;
  place.text = text;
}
