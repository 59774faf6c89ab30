/** The stream of an article: what was read from it, and what people made of that. */
export function articleStream(articleId: string): string {
  return `article-${articleId}`;
}
