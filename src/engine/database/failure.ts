import * as errors from '../../errors/database.ts';
import type { UserError } from '../../errors/user-error.ts';
import type { DatabaseSource } from './source.ts';

const NOBODY_THERE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
]);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|ERR_TLS/;

/** What a failure of the network means, whatever is spoken over it; undefined for any other. */
export function networkFailure(error: Error, { shown }: DatabaseSource, doing: string): UserError | undefined {
  const inner = (error as { readonly errors?: readonly Error[] }).errors?.[0];
  const { code = '' } = (inner ?? error) as Error & { readonly code?: string };
  if (NOBODY_THERE.has(code)) return errors.unreachable(shown);
  if (CERTIFICATE.test(code)) return errors.certificateRefused(shown, code);
  // OpenSSL's own: the other side does not speak TLS.
  if (/EPROTO|ERR_SSL/.test(code)) return errors.tlsRefused(shown);
  return code === 'ECONNRESET' || code === 'EPIPE' ? errors.connectionLost(shown, doing) : undefined;
}

/** The first line of what a server says, without what it quotes: that may be the id of a person. */
export function withoutValues(message: string): string {
  const [line = ''] = message.split('\n');
  return line.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…').slice(0, 200);
}
