import { drawToken, hashOf, idIn, isSameHash, readToken, writeToken } from './token';

describe('a token', () => {
  it('is written so that people and scanners know it, and read again', () => {
    const token = drawToken();
    const text = writeToken(token);
    expect(text).toMatch(/^slk_[0-9a-f]{12}_[0-9a-f]{64}$/);
    expect(text).toHaveLength(81);
    expect(readToken(text)).toEqual(token);
    expect(drawToken()).not.toEqual(token);
  });

  it.each([
    '',
    'slk_',
    'slk_0123456789ab_',
    `slk_0123456789ab_${'0'.repeat(63)}`,
    `slk_0123456789ab_${'0'.repeat(65)}`,
  ])('is not %j', (text) => expect(readToken(text)).toBeUndefined());

  it('is nothing else than the whole text, in lower case', () => {
    const text = writeToken(drawToken());
    for (const wrong of [` ${text}`, `${text}\n`, `${text} `, text.toUpperCase(), text.replace('slk', 'xlk')])
      expect(readToken(wrong)).toBeUndefined();
  });

  it('tells its id from the whole of it, a part of it, or the id alone', () => {
    const { id, secret } = drawToken();
    for (const text of [id, `slk_${id}`, `slk_${id}_`, `slk_${id}_${secret}`]) expect(idIn(text)).toBe(id);
    for (const text of ['', 'x', secret, `${id}x`, `slk_${id.slice(1)}`]) expect(idIn(text)).toBeUndefined();
  });

  it('is kept as the SHA-256 of its secret', () => {
    // echo -n abc | sha256sum
    expect(hashOf('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(isSameHash(hashOf('abc'), hashOf('abc'))).toBe(true);
    expect(isSameHash(hashOf('abc'), hashOf('abd'))).toBe(false);
    expect(isSameHash(hashOf('abc'), Buffer.alloc(31))).toBe(false);
  });
});
