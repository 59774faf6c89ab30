import { type ReactNode, useId, useState } from 'react';
import { DataTable } from '../ui/data-table';
import styles from './chart-frame.module.css';
import { type Cell, csvOf } from './csv';
import { download } from './download';

/** The figures that a chart draws. */
export interface Figures {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Props {
  readonly title: string;
  /** One sentence that says what the chart shows, with its figures: what a screen reader is told instead of it. */
  readonly summary: string;
  readonly figures: Figures;
  /** Of the downloaded file, without its ending. */
  readonly fileName: string;
  readonly children: ReactNode;
  /** Controls of the chart, such as its span. */
  readonly controls?: ReactNode;
  /** Further ways to take it along, such as SVG. */
  readonly downloads?: ReactNode;
  /** Below the chart: what the shapes mean, whose chart library it is. */
  readonly legend?: ReactNode;
}

/** Rows of the table that are drawn; a download has all. */
const ROWS_SHOWN = 500;

/** Every chart stands in one: its name, the table behind it, and a download. */
export function ChartFrame({ title, summary, figures, fileName, children, controls, downloads, legend }: Props) {
  const [showsTable, setShowsTable] = useState(false);
  const id = useId();
  const saveCsv = () => download(`${fileName}.csv`, csvOf(figures.head, figures.rows), 'text/csv;charset=utf-8');
  return (
    <figure className={styles.frame} aria-labelledby={id}>
      <figcaption className={styles.head}>
        <h3 id={id}>{title}</h3>
        <div className={styles.tools}>
          {controls}
          <button type="button" aria-pressed={showsTable} onClick={() => setShowsTable(!showsTable)}>
            Table<span className="visually-hidden"> of {title}</span>
          </button>
          <button type="button" onClick={saveCsv}>
            CSV<span className="visually-hidden"> of {title}</span>
          </button>
          {downloads}
        </div>
      </figcaption>
      <p className="visually-hidden">{summary}</p>
      {showsTable ? <FiguresTable title={title} figures={figures} /> : children}
      {legend !== undefined && <div className={styles.legend}>{legend}</div>}
    </figure>
  );
}

function FiguresTable({ title, figures: { head, rows } }: { readonly title: string; readonly figures: Figures }) {
  const shown = rows.slice(-ROWS_SHOWN);
  const columns = head.map((name, index) => ({
    name,
    cell: (row: readonly Cell[]) => row[index] ?? '–',
    number: typeof shown[0]?.[index] === 'number',
    rowHeader: index === 0,
  }));
  return (
    <>
      {shown.length < rows.length && (
        <p className="soft">
          The last {ROWS_SHOWN} of {rows.length} rows; the CSV has all.
        </p>
      )}
      <DataTable caption={title} columns={columns} rows={shown} rowKey={(row) => shown.indexOf(row)} />
    </>
  );
}
