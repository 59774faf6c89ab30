import { ArticleReadingError } from './article-reading-error';
import { openArticle } from './open-article';
import type { GivenArticle } from './page';

const markdown = `---
title: "Quillon slides"
source: "Harbor Ledger"
url: "https://harbor.example/quillon"
published: "2026-02-27T22:38:27.000Z"
category: "markets"
---
[Quillon](https://harbor.example/quotes/QLN/) fell *3%* on Friday.

![A chart that is no part of the text](https://harbor.example/chart.png)

- It had \\[until then\\] risen.
`;

const page = `<!doctype html><html><head><title>Ignored | Post</title>
<meta property="og:title" content="Quillon &amp; others"><meta property="og:site_name" content="The Post">
<link rel="canonical" href="https://post.example/q">
<script type="application/ld+json">{ broken </script></head>
<body><nav><p>Menu</p></nav><main><p>First   <b>para</b>graph<br>goes on.</p><p>See <a href="/x"> this page </a>now.</p></main>
<time datetime="2026-02-13">yesterday</time><script>var a = "<p>no</p>";</script></body></html>`;

const fault = (given: GivenArticle) => {
  try {
    openArticle(given);
  } catch (error) {
    if (error instanceof ArticleReadingError) return { code: error.code, field: error.field };
    throw error;
  }
  return null;
};

describe('an article that is opened', () => {
  it('says of itself in front matter what it is, and is plain text with links behind that', () => {
    const { text, ...facts } = openArticle({ text: markdown });
    expect(facts).toEqual({
      title: 'Quillon slides',
      publisher: 'Harbor Ledger',
      url: 'https://harbor.example/quillon',
      category: 'markets',
      published: { at: '2026-02-27T22:38:27.000Z' },
    });
    expect(text.text).toBe('Quillon slides\n\nQuillon fell 3% on Friday.\n\nIt had [until then] risen.');
    const [link] = text.links;
    expect(text.text.slice(link?.start, link?.end)).toBe('Quillon');
  });

  it('as a page says it in its head, and is what stands in paragraphs: no menus, no scripts', () => {
    const { text, ...facts } = openArticle({ text: page });
    expect(facts).toEqual({
      title: 'Quillon & others',
      publisher: 'The Post',
      url: 'https://post.example/q',
      published: { on: '2026-02-13' },
    });
    expect(text.text).toBe('Quillon & others\n\nFirst paragraph goes on.\n\nSee this page now.\n\nyesterday');
    expect(text.links.map(({ start, end }) => text.text.slice(start, end))).toEqual(['this page']);
  });

  it('believes its linked data before its meta tags, and takes the article of a page alone where it is one', () => {
    const long = 'A sentence of some length that says nothing in particular. '.repeat(10);
    const text = `<html><head><meta name="date" content="2020-01-01"><script type="application/ld+json">
      {"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"True","datePublished":"2026-02-06T16:41:00-05:00","publisher":{"name":"Post"}}]}
      </script></head><body><p>Before</p><article><p>${long}</p></article><p>After</p></body></html>`;
    const opened = openArticle({ text });
    expect(opened).toMatchObject({ title: 'True', publisher: 'Post', published: { at: '2026-02-06T21:41:00.000Z' } });
    expect(opened.text.text).not.toMatch(/Before|After/);
  });

  it('is what its sender says before what it says itself', () => {
    const given = { title: 'Other', url: 'https://other.example/', published: { on: '2026-03-01' } };
    expect(openArticle({ text: markdown, ...given })).toMatchObject(given);
  });

  it.each([
    ['2026-02-27T22:38:27.000Z', { at: '2026-02-27T22:38:27.000Z' }],
    ['2026-02-27T17:38:27-05:00', { at: '2026-02-27T22:38:27.000Z' }],
    ['2026-02-27 17:38-0500', { at: '2026-02-27T22:38:00.000Z' }],
    ['Fri, 27 Feb 2026 22:38:27 GMT', { at: '2026-02-27T22:38:27.000Z' }],
    ['Feb. 27, 2026 5:38 p.m. EST', { at: '2026-02-27T22:38:00.000Z' }],
    // A time without a zone says no more than its date, and a date is not midnight.
    ['2026-02-27T17:38:27', { on: '2026-02-27' }],
    ['2026-02-27', { on: '2026-02-27' }],
    ['February 27, 2026', { on: '2026-02-27' }],
    ['27 February 2026', { on: '2026-02-27' }],
  ])('was published %s: %j', (published, moment) => {
    const text = `---\ntitle: x\npublished: "${published}"\n---\nIt fell.`;
    expect(openArticle({ text }).published).toEqual(moment);
  });

  it.each(['02/03/2026', '2026-02-30', 'last Friday', 'soon'])('is refused where its date is %s', (published) => {
    const text = `---\ntitle: x\npublished: "${published}"\n---\nIt fell.`;
    expect(fault({ text })).toEqual({ code: 'publicationUnclear', field: 'publishedAt' });
  });

  it('says what is missing, and which field would mend it', () => {
    expect(fault({ text: 'It fell on Friday.', title: 'x' })).toEqual({
      code: 'publicationUnknown',
      field: 'publishedAt',
    });
    const dated = { published: { on: '2026-02-27' } };
    expect(fault({ text: 'It fell on Friday.', ...dated })).toEqual({ code: 'titleUnknown', field: 'title' });
    expect(fault({ text: ' \n', ...dated })).toEqual({ code: 'empty', field: 'text' });
    expect(fault({ text: '<html><script>1</script></html>', title: 'x', ...dated })).toEqual({
      code: 'empty',
      field: 'text',
    });
    expect(fault({ text: `PK\u0003\u0004\u0000\u0000`, title: 'x', ...dated })).toEqual({
      code: 'notText',
      field: 'text',
    });
    expect(fault({ text: '---\ntitle: "x\n---\nIt fell.', ...dated })).toEqual({
      code: 'frontMatterUnreadable',
      field: 'text',
    });
    expect(fault({ text: 'It fell. '.repeat(30_000), title: 'x', ...dated })).toEqual({
      code: 'tooLong',
      field: 'text',
    });
  });

  it('has no address where what it gives is none that can be followed', () => {
    const text = '---\ntitle: x\nurl: "javascript:alert(1)"\npublished: 2026-02-27\n---\nIt fell.';
    expect(openArticle({ text })).not.toHaveProperty('url');
  });

  it('is what a reader sees: nothing hidden, nothing struck out, and words whole in spite of characters without width', () => {
    const published = { on: '2026-02-27' };
    const html =
      '<h1>Quillon</h1><p style="display:none">It fell <span>8%</span>.</p><div hidden>It <div>fell</div> 9%.</div><p>It fell <s>5%</s>1\u200b5%.</p>';
    expect(openArticle({ text: html, published }).text.text).toBe('Quillon\n\nIt fell 15%.');
    const struck = '# Quillon\n\n~~It fell 4%.~~ It rose.\n\n| Quillon | fell 7% |\n|---|---|\n| Marbeck | fell 8% |\n';
    expect(openArticle({ text: struck, published }).text.text).toBe(
      'Quillon\n\nIt rose.\n\nQuillon\n\nfell 7%\n\nMarbeck\n\nfell 8%',
    );
  });

  it.each(['a: *nothing', 'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]'])(
    'is refused where its front matter has an alias of nothing, or aliases that grow: %j',
    (yaml) => {
      const text = `---\n${yaml}\ntitle: Q\ndate: 2026-02-27\n---\nText.`;
      expect(fault({ text })).toEqual({ code: 'frontMatterUnreadable', field: 'text' });
    },
  );
});
