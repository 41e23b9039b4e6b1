import { horizonMissing } from '../../src/errors/diff.ts';
import { joiningNotFromStdin, panelOrExports } from '../../src/errors/effect.ts';
import {
  engineMissing,
  fileChanged,
  memoryTooSmall,
  parquetBroken,
  parquetRows,
  rawIncomplete,
  scratchFull,
  scratchUnusable,
  spendTwice,
  sumTooLarge,
} from '../../src/errors/engine.ts';
import { kindUnclear, mapUnknown } from '../../src/errors/header.ts';
import { fileUnreadable, unpackedTooLarge } from '../../src/errors/input.ts';
import {
  givenTwice,
  moneyDirection,
  moneyEach,
  moneyPer,
  moneyTwice,
  moneyUnknown,
  outcomesAsked,
} from '../../src/errors/member-ledger.ts';
import { columnUnknown, directionTwice, periodAbsent } from '../../src/errors/outcomes.ts';
import { recordTooLong } from '../../src/errors/row.ts';
import { sourceService } from '../../src/errors/source.ts';
import { bytesForTerminal, outputFailed } from '../../src/errors/usage.ts';
import { markdownTable } from './page.ts';

export interface Said {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Messages that a small file or a command line alone cannot raise, with values made up. */
const RARE: readonly Said[] = [
  bytesForTerminal('parquet', 'parquet'),
  columnUnknown('--by', 'programm', ['programme'], ['programme']),
  directionTwice('earnings', '--higher', '--lower'),
  engineMissing(),
  fileChanged(),
  fileUnreadable('EACCES'),
  givenTwice('hours'),
  horizonMissing('2020', 'old.json', ['totals', 'latest12', '2023']),
  joiningNotFromStdin(),
  kindUnclear([]),
  mapUnknown('spend.amnt', 'spend.amount', ['spend.amount']),
  memoryTooSmall('100 MB'),
  moneyDirection('earnings'),
  moneyEach('chargeback', 'year'),
  moneyPer('earnings'),
  moneyTwice('earnings'),
  moneyUnknown('earning', ['earnings'], ['earnings']),
  outcomesAsked('--money'),
  outputFailed('report.json', 'ENOENT: no such file or directory'),
  panelOrExports(),
  parquetBroken(),
  parquetRows(),
  periodAbsent('--from', '2020', ['2023', '2024']),
  rawIncomplete(),
  recordTooLong(),
  scratchFull('the temporary folder'),
  scratchUnusable('the temporary folder'),
  sourceService('shop', ['~/.pg_service.conf']),
  spendTwice(),
  sumTooLarge(),
  unpackedTooLarge(2 ** 30),
];

/** One row for each message. */
export function saidTable(said: readonly Said[]): string {
  return markdownTable(
    ['code', 'message', 'what to do'],
    said.map(({ code, message, remedy }) => [`\`${code}\``, message, remedy]),
  );
}

export function rareTable(): string {
  return saidTable(RARE);
}
