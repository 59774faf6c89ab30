/** What a form holds: texts by the names of its fields. */
export type Values = Readonly<Record<string, string>>;

/** What is wrong with a form, by field; the server looks again, and has the last word. */
export type FormProblems = Readonly<Record<string, string>>;

/** Sessions relative to day 0, both inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

const DAYS = /^([+-]?\d{1,4})(?:\s*\.\.\s*([+-]?\d{1,4}))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FARTHEST_DAY = 2_000;

/** Reads the texts of a form, and notes what cannot be read; a figure that cannot is undefined. */
export class Reading {
  readonly problems: Record<string, string> = {};

  constructor(private readonly values: Values) {}

  /** The first problem of a field stands. */
  refuse(name: string, problem: string): void {
    this.problems[name] ??= problem;
  }

  text(name: string): string | undefined {
    const text = this.values[name]?.trim() ?? '';
    return text === '' ? undefined : text;
  }

  flag(name: string): boolean {
    return this.text(name) !== undefined;
  }

  /** Names, apart by commas; undefined where there is none. */
  list(name: string): readonly string[] | undefined {
    const items = (this.text(name) ?? '').split(/[,\n]/).map((item) => item.trim());
    const named = items.filter((item) => item !== '');
    return named.length === 0 ? undefined : named;
  }

  /** One of some names: those are the options of a select or of boxes, so others come from a link alone. */
  oneOf<Name extends string>(name: string, known: readonly Name[]): Name | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = known.find((each) => each === text);
    if (found === undefined) this.refuse(name, `There is no “${text}” here.`);
    return found;
  }

  someOf<Name extends string>(name: string, known: readonly Name[]): readonly Name[] | undefined {
    const named = this.list(name);
    const unknown = named?.find((each) => !known.some((one) => one === each));
    if (unknown !== undefined) this.refuse(name, `There is no “${unknown}” here.`);
    const found = known.filter((one) => named?.includes(one));
    return found.length === 0 ? undefined : found;
  }

  integer(name: string, range: Range): number | undefined {
    const value = this.number(name, range);
    if (value !== undefined && !Number.isInteger(value)) this.refuse(name, 'Write a whole number.');
    return value;
  }

  number(name: string, { least, most }: Range): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text.replaceAll('\u2212', '-'));
    if (Number.isNaN(value)) this.refuse(name, `“${text}” is no number.`);
    else if (value < least || value > most) this.refuse(name, `Write a number from ${least} to ${most}.`);
    else return value;
    return undefined;
  }

  date(name: string): string | undefined {
    const text = this.text(name);
    const isDate = text !== undefined && DATE.test(text) && !Number.isNaN(Date.parse(text));
    if (text !== undefined && !isDate) this.refuse(name, 'Write a date as 2026-02-06.');
    return isDate ? text : undefined;
  }

  /** `-10..20`, or one day. */
  days(name: string): Days | undefined {
    const text = this.text(name);
    if (text === undefined) {
      this.refuse(name, 'Write the first and the last day, such as -10..20.');
      return undefined;
    }
    return this.daysIn(name, text);
  }

  /** Several, apart by commas. */
  windows(name: string): readonly Days[] {
    const windows = (this.list(name) ?? []).flatMap((text) => this.daysIn(name, text) ?? []);
    if (windows.length === 0) this.refuse(name, 'Write a window at least, such as 0..1.');
    return windows;
  }

  private daysIn(name: string, text: string): Days | undefined {
    const found = DAYS.exec(text.trim().replaceAll('\u2212', '-'));
    if (found === null) {
      this.refuse(name, `“${text}” is no window of days: write it as -1..1, or one day as 0.`);
      return undefined;
    }
    const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (from > to) this.refuse(name, `In “${text}” the first day comes after the last.`);
    else if (Math.max(-from, to) > FARTHEST_DAY) this.refuse(name, `Days go from -${FARTHEST_DAY} to ${FARTHEST_DAY}.`);
    // -0 is 0 too.
    else return { from: from + 0, to: to + 0 };
    return undefined;
  }
}

/** As a field holds it. */
export function daysText({ from, to }: Days): string {
  return from === to ? String(from) : `${from}..${to}`;
}
