import { describeWithBrowser, createTestDatabase, type TestDatabase } from '@streakline/testing';
import type { Browser, Page } from 'playwright-core';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { startStandalone, type Standalone } from '../../apps/standalone/src/start-standalone';
import { builtDashboard } from './dashboard-build';
import { DashboardProblems } from './dashboard-problems';
import { askAt, type Asking, receiptOf } from './http-api';

/** What a page is opened with; left out: `/`, light, wide, with motion. */
export interface PageOptions {
  readonly path?: string;
  readonly theme?: 'light' | 'dark';
  /** 1280 x 900, or a phone's 360 x 800. */
  readonly width?: 'wide' | 'narrow';
  readonly reducedMotion?: boolean;
  /** Of the reader; default Europe/Berlin, which is no exchange's of the Amazon case. */
  readonly timeZone?: string;
}

/** A standalone server with the built dashboard, on a database of its own, and a browser to look at it. */
export interface Dashboard {
  readonly url: string;
  readonly api: Asking;
  /** Of the Amazon case: the earnings, the deal. */
  readonly announcementIds: readonly string[];
  /** Of the newest event that was typed in. */
  readonly position: number;
  /** Of the server's PostgreSQL. */
  readonly databaseUrl: string;
  /** A page that is at its path; it closes after the test, which fails if anything was wrong with it. */
  page(options?: PageOptions): Promise<Page>;
  /** As a lost server looks from a browser: whoever asks is refused. */
  stopServer(): Promise<void>;
  /** On the same address and the same data. */
  startServer(): Promise<void>;
}

export interface DashboardOptions {
  /** What it holds at first; default the Amazon case. */
  readonly fill?: 'amazon' | 'nothing';
  readonly strategiesFolder?: string;
}

const STARTING_MS = 120_000;

/**
 * A suite about the dashboard in a real Chromium, on a server that all of its tests share. After each test its pages are
 * closed, and it fails on any error of a page or its console, on a violation of the content security policy, on an answer
 * of 500 or more (503 aside), and on a request to any other host.
 */
export function describeDashboard(
  name: string,
  suite: (dashboard: () => Dashboard) => void,
  options: DashboardOptions = {},
): void {
  describeWithBrowser(name, (browser) => {
    let opened: OpenDashboard | undefined;
    beforeAll(async () => {
      opened = await OpenDashboard.open(browser(), options);
    }, STARTING_MS);
    afterEach(() => opened?.afterTest());
    suite(() => {
      if (opened === undefined) throw new Error('there is no dashboard yet: ask for it in a test or in beforeAll');
      return opened;
    });
    afterAll(() => opened?.close());
  });
}

/** What the server is started with, each time. */
interface Settings {
  readonly databaseUrl: string;
  readonly dashboardFolder: string;
  readonly strategiesFolder?: string;
  readonly logLevel: 'silent';
}

class OpenDashboard implements Dashboard {
  readonly api: Asking;
  readonly announcementIds: string[] = [];
  position = 0;
  private readonly problems = new DashboardProblems();
  private running = true;

  private constructor(
    private readonly browser: Browser,
    private readonly database: TestDatabase,
    private readonly settings: Settings,
    private server: Standalone,
  ) {
    this.api = askAt(server.url);
  }

  static async open(browser: Browser, { fill = 'amazon', ...more }: DashboardOptions): Promise<OpenDashboard> {
    const [database, dashboardFolder] = await Promise.all([createTestDatabase(), builtDashboard()]);
    const settings: Settings = { databaseUrl: database.url, dashboardFolder, logLevel: 'silent', ...more };
    const server = await startStandalone({ ...settings, port: 0 });
    const opened = new OpenDashboard(browser, database, settings, server);
    if (fill === 'amazon') await opened.typeIn();
    return opened;
  }

  get url(): string {
    return this.server.url;
  }

  get databaseUrl(): string {
    return this.settings.databaseUrl;
  }

  async page(options: PageOptions = {}): Promise<Page> {
    const { path = '/', theme = 'light', width = 'wide', reducedMotion = false, timeZone = 'Europe/Berlin' } = options;
    const context = await this.browser.newContext({
      viewport: width === 'wide' ? { width: 1280, height: 900 } : { width: 360, height: 800 },
      colorScheme: theme,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      locale: 'en-GB',
      timezoneId: timeZone,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    this.problems.watch(page, this.url, () => this.running);
    await page.goto(this.url + path);
    return page;
  }

  async stopServer(): Promise<void> {
    this.running = false;
    await this.server.close();
  }

  async startServer(): Promise<void> {
    const port = Number(new URL(this.url).port);
    this.server = await startStandalone({ ...this.settings, port });
    this.running = true;
  }

  async afterTest(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    if (!this.running) await this.startServer();
    this.problems.expectNone();
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.database.drop();
  }

  private async typeIn(): Promise<void> {
    for (const { path, body } of requestsOf(loadAmazonExample())) {
      const { id, position } = receiptOf(await this.api.post(path, body));
      this.position = Math.max(this.position, position);
      if (path === '/v1/announcements') this.announcementIds.push(id);
    }
    // What is read from here on has seen all of it.
    await this.api.get(`/v1/announcements?minPosition=${this.position}`);
  }
}
