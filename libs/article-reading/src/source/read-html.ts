import { Parser } from 'htmlparser2';
import type { Paragraph } from '../text/read-text';
import { MetaFacts } from './meta-facts';
import type { Page } from './page';
import { ParagraphBuilder } from './paragraph-builder';

/** What stands in these is no part of what the article says. */
const SKIPPED = new Set(
  'script style noscript template svg math nav aside footer form button select textarea iframe object video audio figure figcaption dialog menu s del strike'.split(
    ' ',
  ),
);
/** A paragraph ends where one of these begins or ends. */
const BLOCKS = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr td th hr address details summary body'.split(
    ' ',
  ),
);

const UNSEEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Characters in an element that is said to be the article, below which it is a teaser. */
const ARTICLE = 400;

/** Takes HTML apart, in one pass and in time linear in its length, however broken it is. */
export function readHtml(html: string): Page {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return reader.page();
}

class HtmlReader {
  private readonly meta = new MetaFacts();
  private readonly all: ParagraphBuilder = new ParagraphBuilder();
  private readonly within: Paragraph[] = [];
  private heading = '';
  private skipping = 0;
  private articles = 0;
  private headings = 0;
  /** The element that no reader sees, and how many of its name are open in it. */
  private hidden: { readonly name: string; depth: number } | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.meta.open(name, attributes);
    if (this.isHidden(name, attributes)) return;
    if (SKIPPED.has(name)) this.skipping += 1;
    if (this.skipping > 0) return;
    if (BLOCKS.has(name)) this.endParagraph();
    if (name === 'article') this.articles += 1;
    if (name === 'h1') this.headings += 1;
    if (name === 'br') this.all.text(' ');
    if (name === 'a' && attributes['href'] !== undefined) this.all.openLink(attributes['href']);
  }

  private isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.hidden !== null) {
      if (name === this.hidden.name) this.hidden.depth += 1;
      return true;
    }
    const unseen = attributes['hidden'] !== undefined || UNSEEN.test(attributes['style'] ?? '');
    if (unseen) this.hidden = { name, depth: 1 };
    return unseen;
  }

  text(text: string): void {
    this.meta.text(text);
    if (this.hidden !== null || this.skipping > 0 || this.meta.inHead) return;
    this.all.text(text);
  }

  close(name: string): void {
    this.meta.close(name);
    if (this.hidden !== null) {
      if (name === this.hidden.name) this.hidden.depth -= 1;
      if (this.hidden.depth === 0) this.hidden = null;
      return;
    }
    if (SKIPPED.has(name)) this.skipping = Math.max(0, this.skipping - 1);
    if (this.skipping > 0) return;
    if (name === 'a') this.all.closeLink();
    if (BLOCKS.has(name)) this.endParagraph();
    if (name === 'article') this.articles = Math.max(0, this.articles - 1);
    if (name === 'h1') this.headings = Math.max(0, this.headings - 1);
  }

  page(): Page {
    this.endParagraph();
    const inArticle = this.within.reduce((sum, { text }) => sum + text.length, 0);
    const paragraphs = inArticle >= ARTICLE ? this.within : this.all.paragraphs;
    return { ...this.meta.facts(this.heading), paragraphs };
  }

  private endParagraph(): void {
    const paragraph = this.all.end();
    if (paragraph === null) return;
    if (this.headings > 0 && this.heading === '') this.heading = paragraph.text;
    if (this.articles > 0) this.within.push(paragraph);
  }
}
