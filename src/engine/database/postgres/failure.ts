import * as errors from '../../../errors/database.ts';
import { sumTooLarge } from '../../../errors/engine.ts';
import { UserError } from '../../../errors/user-error.ts';
import { networkFailure, withoutValues } from '../failure.ts';
import type { DatabaseSource } from '../source.ts';

/** What a failure of the client or the server means for the user. */
export function postgresFailure(error: unknown, source: DatabaseSource, doing: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const { shown, timeout, tls } = source;
  const { code = '' } = error as Error & { readonly code?: string };
  if (/does not support SSL/i.test(error.message)) return errors.tlsRefused(shown);
  const network = networkFailure(error, source, doing);
  if (network !== undefined) return network;
  if (/timeout expired|connection timeout/i.test(error.message)) return errors.unreachable(shown);
  if (code === '' && /Connection terminated|Client has encountered/i.test(error.message))
    return errors.connectionLost(shown, doing);
  if (code === '' && /SASL|password|authentication/i.test(error.message)) return errors.loginRefused(shown);
  if (code === '28000' && tls === 'off' && /no encryption|SSL off/i.test(error.message))
    return errors.tlsDemanded(shown);
  switch (code) {
    case '28000':
    case '28P01':
      return errors.loginRefused(shown);
    case '3D000':
      return errors.databaseUnknown(shown);
    case '42501':
      return errors.tableForbidden(nameIn(error.message) ?? 'a table', shown);
    case '42P01':
      return errors.tableMissing(nameIn(error.message) ?? 'a table', shown, []);
    case '53300':
      return errors.connectionsUsedUp(shown);
    case '57014':
      return errors.tookTooLong(shown, doing, timeout);
    case '53000':
    case '53100':
    case '53200':
    case '53400':
      return errors.memoryUsedUp(shown, doing);
    case '22003':
      return sumTooLarge();
    default:
      if (/^(08|57P)/.test(code)) return errors.connectionLost(shown, doing);
      return code === '' ? error : errors.databaseFailed(shown, doing, code, withoutValues(error.message));
  }
}

/** The table in "permission denied for table payments". */
function nameIn(message: string): string | undefined {
  return /(?:table|view|relation|schema) "?([^"]+?)"?(?: does not exist)?$/.exec(message)?.[1];
}
