import { PageTitle } from '../../ui/page-title';
import { Panel } from '../../ui/panel';
import { ArticleList } from './article-list';
import { TakeForm } from './take-form';

/** Articles that were read, and a place for another. */
export default function ArticlesPage() {
  return (
    <div className="stack">
      <PageTitle>Articles</PageTitle>
      <p className="soft">
        An article goes in; what it claims about a stock comes out, each claim held against the tape: supported,
        contradicted, or uncheckable. Its text is not kept, only short quotations.
      </p>
      <Panel title="Read an article">
        <TakeForm />
      </Panel>
      <Panel title="Articles on record">
        <ArticleList />
      </Panel>
    </div>
  );
}
