/** The salt of a server of the tests, unless it says otherwise. */
export const salt = 'abcdefghijklMNOPQRST0123';
export const otherSalt = 'ZyXwVuTsRqPo0987654321Ab';

/** Made with: printf %s TEXT | openssl enc -des-ede3 -K HEX_OF_THE_SALT | base64 -w0 */
export const vectors: [salt: string, plain: string, stored: string][] = [
  [salt, 'secret', 'gl0g4Ch2tkU='],
  [salt, 'a', 'lNcwCBKDMjI='],
  [salt, ' x ', 'GUAnMMLqUuY='],
  [salt, '12345678', 'xZcesyDl+2Yc2XY9b+HMOQ=='],
  [salt, '1234567812345678', 'xZcesyDl+2bFlx6zIOX7ZhzZdj1v4cw5'],
  [salt, 'correct horse battery staple', 'VYcmxczwyNM90HyzZsvQeDrXJWdtQHDMSjGFK/coIGk='],
  [salt, 'pässwörd€', '0TNitBdRg2vj8FJBB/8W+Q=='],
  [salt, 'пароль', 'eIWQVv4z7qwQBr3FD2EYwg=='],
  [salt, '🔑', 'yw12RdvZxiU='],
  [otherSalt, 'secret', 'NL53iW1A1Rw='],
  [otherSalt, '1234567812345678', 'uuAAKy2tfDG64AArLa18MU4mNYgifrLW'],
  [otherSalt, 'пароль', 'wXd4eRSEmmbs3qQP0UgdoQ=='],
];
