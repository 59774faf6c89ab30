import { useAnswer } from '../../api/answers';
import { Answered } from '../../ui/answered';
import { Empty } from '../../ui/empty';
import { Evidence } from '../../ui/evidence';
import { Link, instrumentHref } from '../../ui/link';
import { OutsideLink } from '../../ui/outside-link';
import { PageTitle } from '../../ui/page-title';
import { Panel } from '../../ui/panel';
import type { Article } from './article';
import styles from './articles.module.css';
import { ClaimCard } from './claim-card';
import { Proposals } from './proposals';
import { PublishedText } from './published-text';
import { VerdictCounts } from './verdict-counts';

/** One article: what it claims and what the tape says to that, the announcements that it tells, whom it mentions. */
export default function ArticlePage({ id }: { readonly id: string }) {
  const article = useAnswer('/v1/articles/{id}', { path: { id } });
  return (
    <div className="stack">
      <p>
        <Link href="/articles">All articles</Link>
      </p>
      <div className={styles.heading} dir="auto">
        <PageTitle>{article.data?.title ?? 'Article'}</PageTitle>
      </div>
      <Answered query={article} what="the article">
        {(data) => <Read article={data} />}
      </Answered>
    </div>
  );
}

function Read({ article }: { readonly article: Article }) {
  const { claims, mentions, proposals } = article;
  const main = mentions.find(({ instrument }) => instrument !== null)?.instrument ?? null;
  return (
    <>
      <About article={article} main={main} />
      <Panel title="What it claims, and what the tape says" aside={<VerdictCounts claims={claims} />}>
        {claims.length === 0 ? (
          <Empty>
            No claim about a stock's tape was found in it. What cannot be told for certain is left out, and never
            guessed.
          </Empty>
        ) : (
          <div className={styles.cards}>
            {claims.map((judged) => (
              <ClaimCard key={judged.claim.id} judged={judged} />
            ))}
          </div>
        )}
      </Panel>
      <Panel title="Announcements that it tells">
        <Proposals articleId={article.id} proposals={proposals} main={main} />
      </Panel>
      <Panel title="Whom it mentions">
        <Mentions mentions={mentions} />
      </Panel>
    </>
  );
}

function About({ article, main }: { readonly article: Article; readonly main: string | null }) {
  const { id, publisher, url, category, textHash } = article;
  return (
    <div className={styles.about}>
      <p>
        {publisher ?? 'Publisher not told'}, <PublishedText of={article} instrument={main} />
        {category !== undefined && `, ${category}`}
        {url !== undefined && (
          <>
            . <OutsideLink address={url}>{shortened(url)}</OutsideLink>
          </>
        )}
      </p>
      <p className="soft">
        Its text is not kept: here are short quotations alone. SHA-256 of what was read: <code>{textHash}</code>.{' '}
        <Evidence href={`/v1/articles/${id}`}>All of it as data</Evidence>
      </p>
    </div>
  );
}

const MOST_OF_ADDRESS = 100;

function shortened(url: string): string {
  return url.length > MOST_OF_ADDRESS ? `${url.slice(0, MOST_OF_ADDRESS)}…` : url;
}

const BY: Readonly<Record<Article['mentions'][number]['by'], string>> = {
  quoteLink: 'by a link to its quotes',
  ticker: 'by its ticker',
  name: 'by its name',
  asked: 'said by the sender',
};

function Mentions({ mentions }: Pick<Article, 'mentions'>) {
  if (mentions.length === 0) return <p>Nobody whose tape is on record.</p>;
  return (
    <ul className={styles.list}>
      {mentions.map(({ name, instrument, by, ticker }) => (
        <li key={`${name} ${ticker ?? ''} ${by}`}>
          <bdi>{name}</bdi>
          {instrument === null ? (
            <span className="soft">: not on record, its figures cannot be checked</span>
          ) : (
            <>
              : <Link href={instrumentHref(instrument)}>{instrument}</Link>, {BY[by]}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
