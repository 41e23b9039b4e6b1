/** What stands in the place of a user and a password. */
const HIDDEN = '…';

/**
 * A text without the passwords in the addresses that it holds: `postgres://…@host/db`. Where a password holds an unescaped
 * `@`, all up to the last one of the word is taken for it.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s"'`:@]*:[^\s"'`]*@/gi, `$1${HIDDEN}@`)
    .replace(/([?&](?:password|sslpassword)=)[^\s"'`&]*/gi, `$1${HIDDEN}`);
}
