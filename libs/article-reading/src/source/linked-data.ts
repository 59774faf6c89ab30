import type { PageFacts } from './page';

type Fields = Readonly<Record<string, unknown>>;

/** What a page's linked data (JSON-LD with schema.org's words) says of the article: https://schema.org/NewsArticle. */
export function linkedData(scripts: readonly string[]): PageFacts {
  for (const script of scripts) {
    const article = nodesOf(parsed(script)).find((node) => typeof node['datePublished'] === 'string');
    if (article !== undefined) return factsOf(article);
  }
  return {};
}

/** Pages write broken JSON too: such a script says nothing. */
function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

function nodesOf(value: unknown): readonly Fields[] {
  const nodes = Array.isArray(value) ? value.filter(isFields) : isFields(value) ? [value] : [];
  return nodes.flatMap((node) => {
    const graph = node['@graph'];
    return [node, ...(Array.isArray(graph) ? graph.filter(isFields) : [])];
  });
}

function factsOf(article: Fields): PageFacts {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
  const { publisher, mainEntityOfPage: page, articleSection: section } = article;
  return {
    title: text(article['headline']),
    url: text(article['url']) ?? (isFields(page) ? text(page['@id']) : text(page)),
    publisher: isFields(publisher) ? text(publisher['name']) : text(publisher),
    category: text(first(section)),
    published: text(article['datePublished']),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
