import { type SubmitEvent, useState } from 'react';
import { useAnswer, useWholeList } from '../../api/answers';
import { useUrlState } from '../../api/url-state';
import { Answered } from '../../ui/answered';
import { type Column, DataTable } from '../../ui/data-table';
import { Empty } from '../../ui/empty';
import { Link, instrumentHref } from '../../ui/link';
import { plural, whole } from '../../words/numbers';
import type { ArticleRow } from './article';
import styles from './articles.module.css';
import { PublishedText } from './published-text';
import { VerdictCounts } from './verdict-counts';

const SHOWN = 15;

/** The articles on record, the newest first, with what became of their claims. */
export function ArticleList() {
  const [instrument, setInstrument] = useUrlState('instrument');
  const [shown, setShown] = useState(SHOWN);
  const query = { limit: 1000, ...(instrument !== '' && { instrument }) };
  const articles = useWholeList('/v1/articles', { query });
  return (
    <>
      <Filter key={instrument} instrument={instrument} onChange={setInstrument} />
      <Answered query={articles} what="the articles">
        {(rows) => {
          if (rows.length === 0) return <NoArticles instrument={instrument} />;
          const newest = [...rows].reverse().slice(0, shown);
          return (
            <>
              <DataTable
                caption={`${plural(rows.length, 'article')}, the newest first`}
                showCaption
                columns={COLUMNS}
                rows={newest}
                rowKey={({ id }) => id}
              />
              {newest.length < rows.length && (
                <div className="row">
                  <button type="button" onClick={() => setShown(shown + 2 * SHOWN)}>
                    Older articles
                  </button>
                </div>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}

function NoArticles({ instrument }: { readonly instrument: string }) {
  return (
    <Empty>
      {instrument === ''
        ? 'No article is on record yet: paste one above.'
        : `No article on record mentions ${instrument}.`}
    </Empty>
  );
}

function Filter({ instrument, onChange }: { readonly instrument: string; readonly onChange: (ref: string) => void }) {
  const [text, setText] = useState(instrument);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onChange(text.trim());
  };
  return (
    <form className="row" onSubmit={submit} role="search" aria-label="Articles">
      <label className="row">
        That mention
        <input value={text} placeholder="XNAS:AMZN" onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit">Show</button>
      {instrument !== '' && (
        <button type="button" onClick={() => onChange('')}>
          Show all
        </button>
      )}
    </form>
  );
}

const COLUMNS: readonly Column<ArticleRow>[] = [
  {
    name: 'Title',
    rowHeader: true,
    cell: ({ id, title }) => (
      <Link className={styles.title} href={`/articles/${id}`} dir="auto">
        {title}
      </Link>
    ),
  },
  { name: 'Publisher', cell: ({ publisher }) => <span className={styles.publisher}>{publisher ?? 'not told'}</span> },
  {
    name: 'Published',
    cell: (article) => (
      <span className={styles.when}>
        <PublishedText of={article} instrument={article.instruments[0] ?? null} />
      </span>
    ),
  },
  { name: 'About', cell: ({ instruments }) => <Instruments refs={instruments} /> },
  { name: 'Claims', cell: (article) => <Counts article={article} /> },
  { name: 'Proposals', number: true, cell: ({ proposals }) => (proposals === 0 ? '0' : `${whole(proposals)} waiting`) },
];

const NAMED = 3;

function Instruments({ refs }: { readonly refs: readonly string[] }) {
  if (refs.length === 0) return <span className="soft">nobody on record</span>;
  return (
    <>
      {refs.slice(0, NAMED).map((ref, at) => (
        <span key={ref}>
          {at > 0 && ', '}
          <Link href={instrumentHref(ref)}>{ref}</Link>
        </span>
      ))}
      {refs.length > NAMED && ` and ${refs.length - NAMED} more`}
    </>
  );
}

/** Judged by the server when the row is shown. */
function Counts({ article: { id, claims } }: { readonly article: ArticleRow }) {
  const judged = useAnswer('/v1/claims', { query: { article: id, limit: 1000 } }, { enabled: claims > 0 });
  if (claims === 0) return <span className="soft">none</span>;
  if (judged.data === undefined) return <span className="soft">{plural(claims, 'claim')}</span>;
  return <VerdictCounts claims={judged.data.data} />;
}
