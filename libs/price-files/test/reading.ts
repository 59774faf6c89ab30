import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  detectPriceFile,
  type Detection,
  type FileFact,
  type FileNote,
  type PriceBatch,
  readPriceFile,
  type ReadingOptions,
  type RefusedRow,
} from '../src';

const folders: string[] = [];

/** A file in a folder of its own, or under `folder`. */
export function aFile(name: string, content: string | Buffer, folder = aFolder()): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'price-files-'));
  folders.push(folder);
  return folder;
}

export async function removeFolders(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

export interface ReadFile {
  readonly detection: Detection;
  /** A row as text, `line symbol date` and its figures: `2 AMZN 2026-02-27 close 210 ...`. */
  readonly rows: readonly Record<string, unknown>[];
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly FileNote[];
  readonly facts: readonly FileFact[];
}

/** All that a file holds, as objects. */
export async function readAll(path: string, options: ReadingOptions = {}): Promise<ReadFile> {
  const detection = await detectPriceFile(path, options);
  const read = { detection, rows: [] as Record<string, unknown>[], refused: [] as RefusedRow[] };
  const beside = { notes: [] as FileNote[], facts: [] as FileFact[] };
  for await (const item of readPriceFile(path, detection, options)) {
    if (item.kind === 'rows') read.rows.push(...rowsOf(item));
    else if (item.kind === 'refused') read.refused.push(item);
    else if (item.kind === 'note') beside.notes.push(item);
    else beside.facts.push(item);
  }
  return { ...read, ...beside };
}

function rowsOf(batch: PriceBatch): Record<string, unknown>[] {
  return Array.from({ length: batch.count }, (_, at) => {
    const row: Record<string, unknown> = { line: batch.lines[at], date: isoOf(batch.days[at] ?? 0) };
    const symbol = batch.symbols[at] ?? -1;
    if (symbol >= 0) row.symbol = batch.symbolNames[symbol];
    for (const [basis, columns] of Object.entries(batch.figures)) row[basis] = figuresAt(columns, at);
    if (batch.dividends !== undefined) row.dividend = batch.dividends.cash[at];
    if (batch.splits !== undefined) row.split = batch.splits[at];
    return row;
  });
}

function figuresAt(columns: object, at: number): unknown {
  const values = Object.entries(columns as Record<string, Float64Array>).map(([role, column]) => [role, column[at]]);
  return Object.fromEntries(values.filter(([, value]) => !Number.isNaN(value)));
}

export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function dayOfIso(date: string): number {
  return Date.parse(date) / 86_400_000;
}
