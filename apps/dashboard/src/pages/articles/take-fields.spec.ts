import { EMPTY, MOST_CHARACTERS, takeOf } from './take-fields';

const draft = { ...EMPTY, text: 'Shares of Amazon fell.' };

describe('the form that takes an article', () => {
  it('sends the text, and nothing that was left empty', () => {
    expect(takeOf({ ...draft, url: ' ' }).request).toEqual({ text: draft.text });
  });

  it('sends a date as a date, and an instant as an instant in UTC', () => {
    expect(takeOf({ ...draft, published: '2026-02-27' }).request).toEqual({
      text: draft.text,
      publishedOn: '2026-02-27',
    });
    expect(takeOf({ ...draft, published: '2026-02-27T17:15:00-05:00' }).request).toEqual({
      text: draft.text,
      publishedAt: '2026-02-27T22:15:00Z',
    });
  });

  it('sends whom it is about, however they are parted', () => {
    expect(takeOf({ ...draft, instruments: 'XNAS:AMZN, XNAS:MSFT' }).request?.instruments).toEqual([
      'XNAS:AMZN',
      'XNAS:MSFT',
    ]);
  });

  it('tells at its field what is missing, too long, or no date', () => {
    expect(takeOf(EMPTY).errors.text).toMatch(/Paste an article/);
    expect(takeOf({ ...draft, text: 'x'.repeat(MOST_CHARACTERS + 1) }).errors.text).toMatch(/2,000,001 characters/);
    const { request, errors } = takeOf({ ...draft, published: 'last Friday' });
    expect({ request, error: errors.published }).toEqual({
      request: null,
      error: expect.stringMatching(/Type a date/),
    });
  });
});
