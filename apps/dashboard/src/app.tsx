import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { makeQueryClient } from './api/query-client';
import { LiveProvider } from './api/live';
import { Shell } from './shell/shell';
import { NoSuchPage } from './shell/no-such-page';
import { PageBoundary } from './shell/page-boundary';
import { Loading } from './ui/loading';

/* A page is loaded when it is opened: the first one must not wait for the others' charts. */
const HomePage = lazy(() => import('./pages/home/home-page'));
const InstrumentPage = lazy(() => import('./pages/instrument/instrument-page'));
const AnnouncementPage = lazy(() => import('./pages/announcement/announcement-page'));
const StudiesPage = lazy(() => import('./pages/studies/studies-page'));
const StudyPage = lazy(() => import('./pages/studies/study-page'));
const BacktestsPage = lazy(() => import('./pages/backtests/backtests-page'));
const ComparisonPage = lazy(() => import('./pages/backtests/comparison-page'));
const BacktestPage = lazy(() => import('./pages/backtests/backtest-page'));
const ArticlesPage = lazy(() => import('./pages/articles/articles-page'));
const ArticlePage = lazy(() => import('./pages/articles/article-page'));
const OperationsPage = lazy(() => import('./pages/operations/operations-page'));

export function App() {
  const [queryClient] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <LiveProvider>
        <Shell>
          <Page />
        </Shell>
      </LiveProvider>
    </QueryClientProvider>
  );
}

/** One that breaks is gone when another is opened. */
function Page() {
  const [path] = useLocation();
  return (
    <PageBoundary key={path}>
      <Suspense fallback={<Loading what="the page" />}>
        <Pages />
      </Suspense>
    </PageBoundary>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/instruments/:ref">{({ ref }) => <InstrumentPage key={ref} instrument={withColon(ref)} />}</Route>
      <Route path="/announcements/:id">{({ id }) => <AnnouncementPage key={id} id={id} />}</Route>
      <Route path="/studies" component={StudiesPage} />
      <Route path="/studies/:id">{({ id }) => <StudyPage key={id} id={id} />}</Route>
      <Route path="/backtests" component={BacktestsPage} />
      <Route path="/backtests/compare" component={ComparisonPage} />
      <Route path="/backtests/:id">{({ id }) => <BacktestPage key={id} id={id} />}</Route>
      <Route path="/articles" component={ArticlesPage} />
      <Route path="/articles/:id">{({ id }) => <ArticlePage key={id} id={id} />}</Route>
      <Route path="/operations" component={OperationsPage} />
      <Route component={NoSuchPage} />
    </Switch>
  );
}

/** Mail programs and chats write the colon of MIC:SYMBOL as %3A, which the router leaves as it is. */
function withColon(ref: string): string {
  return ref.replace(/%3A/i, ':');
}
