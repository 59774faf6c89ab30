import { linkedData } from './linked-data';
import type { PageFacts } from './page';

/** Characters of one `<script type="application/ld+json">`. */
const MOST_LINKED_DATA = 500_000;

const NAMES: Readonly<Record<keyof PageFacts, readonly string[]>> = {
  title: ['og:title', 'twitter:title'],
  url: ['og:url'],
  publisher: ['og:site_name', 'application-name'],
  category: ['article:section', 'parsely-section'],
  published: ['article:published_time', 'datepublished', 'parsely-pub-date', 'pubdate', 'dc.date.issued', 'date'],
};

/** Gathers what a page says of itself: linked data first (schema.org), then meta tags, then what its elements show. */
export class MetaFacts {
  private readonly named = new Map<string, string>();
  private readonly data: string[] = [];
  private title = '';
  private canonical: string | undefined;
  private time: string | undefined;
  private inTitle = false;
  private inData = false;
  inHead = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'head') this.inHead = true;
    if (name === 'body') this.inHead = false;
    if (name === 'title') this.inTitle = true;
    if (name === 'meta') this.meta(attributes);
    if (name === 'link' && attributes['rel'] === 'canonical') this.canonical ??= attributes['href'];
    if (name === 'time') this.time ??= attributes['datetime'];
    if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) {
      this.inData = true;
      this.data.push('');
    }
  }

  text(text: string): void {
    if (this.inTitle && this.title.length < 1_000) this.title += text;
    const last = this.data.length - 1;
    const soFar = this.data[last];
    if (this.inData && soFar !== undefined && soFar.length < MOST_LINKED_DATA) this.data[last] = soFar + text;
  }

  close(name: string): void {
    if (name === 'head') this.inHead = false;
    if (name === 'title') this.inTitle = false;
    if (name === 'script') this.inData = false;
  }

  /** @param heading the page's first h1; '' where it has none */
  facts(heading: string): PageFacts {
    const linked = linkedData(this.data);
    const meta = (fact: keyof PageFacts) => NAMES[fact].map((name) => this.named.get(name)).find(isSaid);
    const said = (...texts: readonly (string | undefined)[]) => texts.find(isSaid)?.trim();
    return {
      title: said(linked.title, meta('title'), heading, this.title),
      url: said(linked.url, this.canonical, meta('url')),
      publisher: said(linked.publisher, meta('publisher')),
      category: said(linked.category, meta('category')),
      published: said(linked.published, meta('published'), this.time),
    };
  }

  private meta(attributes: Readonly<Record<string, string>>): void {
    const name = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase();
    const content = attributes['content'];
    if (name !== '' && content !== undefined && !this.named.has(name)) this.named.set(name, content);
  }
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
