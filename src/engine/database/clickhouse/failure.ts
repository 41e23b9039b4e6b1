import * as errors from '../../../errors/database.ts';
import { sumTooLarge } from '../../../errors/engine.ts';
import { UserError } from '../../../errors/user-error.ts';
import { networkFailure, withoutValues } from '../failure.ts';
import type { DatabaseSource } from '../source.ts';

/** Code of an error of ClickHouse, which stands in its message in two ways: `Code: 60, …` and `Code: 60. …`. */
function codeOf(message: string): number | undefined {
  const code = /Code: (\d+)[.,]/.exec(message)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** What a failure of the client or the server means for the user. `cluster` is missing where no shards were asked. */
export function clickhouseFailure(
  error: unknown,
  source: DatabaseSource,
  doing: string,
  cluster: string | undefined,
): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const { shown, timeout, tls } = source;
  const { message } = error;
  // A server that speaks TLS hangs up on a plain request, or answers with what is no HTTP.
  const hungUp = /socket hang up|ECONNRESET|Parse Error|HTTPS port/i.test(message);
  if (hungUp && tls === 'off' && doing === 'connecting') return errors.tlsDemanded(shown);
  const network = networkFailure(error, source, doing);
  if (network !== undefined) return network;
  if (/^Timeout error/i.test(message)) return errors.serverHangs(shown, doing, timeout);
  if (/socket hang up|aborted/i.test(message)) return errors.connectionLost(shown, doing);
  const own = Number((error as { readonly code?: string }).code);
  const code = codeOf(message) ?? (Number.isInteger(own) ? own : undefined);
  if (code === undefined) return error;
  const named = /(?:Table|table) ([^\s]+) (?:doesn't|does not) exist/.exec(message)?.[1];
  switch (code) {
    case 192:
    case 193:
    case 194:
    case 195:
    case 516:
      return errors.loginRefused(shown);
    case 81:
      return errors.databaseUnknown(shown);
    case 60:
      return errors.tableMissing(named ?? 'a table', shown, []);
    case 291:
    case 497:
      return errors.tableForbidden(/ON (\S+?\.\S+)/.exec(message)?.[1] ?? 'a table', shown);
    case 159:
    case 160:
      return errors.tookTooLong(shown, doing, timeout);
    case 164:
      return errors.settingsForbidden(shown);
    case 202:
    case 203:
      return errors.connectionsUsedUp(shown);
    case 241:
    case 158:
    case 191:
    case 243:
    case 307:
    case 396:
      return errors.memoryUsedUp(shown, doing);
    case 32:
    case 209:
    case 210:
    case 279:
    case 519:
      return cluster === undefined ? errors.connectionLost(shown, doing) : errors.shardLost(shown, cluster);
    case 407:
      return sumTooLarge();
    default:
      return errors.databaseFailed(shown, doing, `code ${code}`, withoutValues(message));
  }
}
