import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useMoment } from '../api/moment';
import { Link } from '../ui/link';
import { AsOfBanner } from './as-of-banner';
import { AsOfControl } from './as-of-control';
import { ConnectionBanner } from './connection-banner';
import { momentOf } from './moment-of';
import { NoSuchMoment } from './no-such-moment';
import { SearchBox } from './search-box';
import styles from './shell.module.css';
import { ThemeSwitch } from './theme-switch';

const PAGES = [
  ['/', 'Announcements'],
  ['/studies', 'Studies'],
  ['/backtests', 'Backtests'],
  ['/articles', 'Articles'],
  ['/operations', 'Operations'],
] as const;

/** What stands around every page: where one is, how the server stands, and of which moment the figures are. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const moment = useMoment();
  const unreadable = moment === null ? null : momentOf(moment).error;
  return (
    <div className={moment === null ? styles.now : styles.past}>
      <a className={styles.skip} href="#page">
        Skip to the page
      </a>
      <header className={styles.header}>
        <Link className={styles.brand} href="/">
          <img src="/streakline.svg" alt="" width="28" height="28" /> Streakline
        </Link>
        <SearchBox />
        <AsOfControl />
        <ThemeSwitch />
        <Navigation />
      </header>
      <ConnectionBanner />
      {unreadable === null && <AsOfBanner />}
      <main id="page" className={styles.page} tabIndex={-1}>
        {unreadable === null ? children : <NoSuchMoment error={unreadable} />}
      </main>
      <footer className={styles.footer}>
        <p>
          What falls together in time need not be cause and effect: nothing here says that it is.{' '}
          <a href="/docs">The API behind these pages</a>
        </p>
      </footer>
    </div>
  );
}

function Navigation() {
  const [path] = useLocation();
  return (
    <nav className={styles.nav} aria-label="Pages">
      {PAGES.map(([href, name]) => (
        <Link key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

function isAt(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
