import { EdgarPullError } from './edgar-pull-error';

/**
 * The User-Agent that EDGAR asks automated readers to declare, a name and a mail address: "Sample Company
 * admin@sample.com" (https://www.sec.gov/os/accessing-edgar-data). Throws EdgarPullError `noContact`.
 */
export function checkContact(contact: string | undefined): string {
  const text = (contact ?? '').trim().replace(/ {2,}/g, ' ');
  const mail = text.split(' ').find((word) => isMail(word.replace(/[<>(),;]/g, '')));
  const name = text.split(' ').filter((word) => word !== mail);
  const isPrintable = /^[\x20-\x7e]{5,200}$/.test(text);
  if (mail !== undefined && name.some((word) => /[A-Za-z]{2}/.test(word)) && isPrintable) return text;
  throw new EdgarPullError(
    'noContact',
    `EDGAR wants to know who asks: give a name and a mail address, as --contact "Jane Doe jane@example.com"${text === '' ? '' : `; ${JSON.stringify(text.slice(0, 60))} is not both`}.`,
  );
}

function isMail(word: string): boolean {
  const [local = '', domain = '', ...more] = word.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    local !== '' &&
    labels.length > 1 &&
    labels.every((label) => /^[A-Za-z0-9-]{1,63}$/.test(label))
  );
}
