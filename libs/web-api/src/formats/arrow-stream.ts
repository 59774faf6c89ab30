import {
  Bool,
  type DataType,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Cell, Column, ColumnType, Table } from './table';

/** Rows in one record batch. */
const BATCH = 1_000;
/** What a stream ends with: a continuation marker and no message. */
const END_BYTES = 8;

const arrowTypes: Readonly<Record<ColumnType, () => DataType>> = {
  text: () => new Utf8(),
  number: () => new Float64(),
  integer: () => new Int32(),
  boolean: () => new Bool(),
};

/**
 * A table in Arrow's IPC streaming format: its schema, a record batch of 1,000 rows after the other, and the end. Encoded
 * batch by batch: the library's own streams take all that there is at once, however slowly it is read.
 */
export async function* arrowStream<Row>({ columns, rows }: Table<Row>): AsyncGenerator<Uint8Array, void, void> {
  const schema = new Schema(columns.map(({ name, type }) => new Field(name, arrowTypes[type](), true)));
  const empty = new RecordBatchStreamWriter().reset(undefined, schema).finish().toUint8Array(true);
  const headBytes = empty.length - END_BYTES;
  yield empty.subarray(0, headBytes);
  for await (const batch of batchesOf(rows)) {
    const whole = RecordBatchStreamWriter.writeAll([recordBatch(schema, columns, batch)]).toUint8Array(true);
    yield whole.subarray(headBytes, whole.length - END_BYTES);
  }
  yield empty.subarray(headBytes);
}

async function* batchesOf<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<readonly Row[], void, void> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function recordBatch<Row>(schema: Schema, columns: readonly Column<Row>[], rows: readonly Row[]): RecordBatch {
  const children = columns.map((column) => {
    const cells = rows.map((row) => finite(column.of(row)));
    const [data] = vectorFromArray(cells, arrowTypes[column.type]()).data;
    if (data === undefined) throw new Error(`Arrow made no data of the column ${column.name}.`);
    return data;
  });
  const data = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children });
  return new RecordBatch(schema, data);
}

function finite(cell: Cell): Cell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}
