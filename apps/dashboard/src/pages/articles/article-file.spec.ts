import { openArticle } from './article-file';
import { MOST_BYTES } from './take-fields';

describe('an article from a file', () => {
  it('is its text, and says how long it is', async () => {
    expect(await openArticle(new File(['Shares fell.'], 'report.md'))).toEqual({
      text: 'Shares fell.',
      said: 'report.md: 12 characters.',
    });
  });

  it('is not opened where it is larger than any article', async () => {
    const file = { name: 'film.mp4', size: MOST_BYTES + 1, text: () => Promise.reject(new Error('opened')) };
    expect(await openArticle(file)).toEqual({ text: null, said: 'film.mp4 is larger than 8 MiB: no article is.' });
  });

  it('says so where it cannot be read', async () => {
    const file = { name: 'gone.md', size: 1, text: () => Promise.reject(new Error('it is gone')) };
    expect(await openArticle(file)).toEqual({ text: null, said: 'gone.md cannot be read: it is gone' });
  });
});
