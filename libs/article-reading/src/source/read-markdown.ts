import MarkdownIt from 'markdown-it';
import { splitFrontMatter } from './front-matter';
import type { Page } from './page';
import { readHtml } from './read-html';

const markdown = new MarkdownIt('commonmark', { html: true }).enable(['strikethrough', 'table']);

/** Takes Markdown (CommonMark, with or without YAML front matter) apart: what HTML it becomes is read like any other. */
export function readMarkdown(text: string): Page {
  const { body, ...facts } = splitFrontMatter(text);
  const page = readHtml(markdown.render(body));
  return {
    title: facts.title ?? page.title,
    url: facts.url,
    publisher: facts.publisher,
    category: facts.category,
    published: facts.published ?? page.published,
    paragraphs: page.paragraphs,
  };
}
