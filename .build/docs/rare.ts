import { horizonMissing } from '../../src/errors/diff.ts';
import {
  engineMissing,
  fileChanged,
  memoryTooSmall,
  parquetBroken,
  parquetRows,
  rawIncomplete,
  scratchFull,
  spendTwice,
  sumTooLarge,
} from '../../src/errors/engine.ts';
import { kindUnclear, mapUnknown } from '../../src/errors/header.ts';
import { fileUnreadable, unpackedTooLarge } from '../../src/errors/input.ts';
import { columnUnknown, directionTwice, periodAbsent } from '../../src/errors/outcomes.ts';
import { recordTooLong } from '../../src/errors/row.ts';
import { outputFailed } from '../../src/errors/usage.ts';
import { markdownTable } from './page.ts';

interface Said {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Messages that a small file or a command line alone cannot raise, with values made up. */
const RARE: readonly Said[] = [
  columnUnknown('--by', 'programm', ['programme'], ['programme']),
  directionTwice('earnings', '--higher', '--lower'),
  engineMissing(),
  fileChanged(),
  fileUnreadable('EACCES'),
  horizonMissing('2020', 'old.json', ['totals', 'latest12', '2023']),
  kindUnclear([]),
  mapUnknown('spend.amnt', 'spend.amount', ['spend.amount']),
  memoryTooSmall('100 MB'),
  outputFailed('report.json', 'ENOENT: no such file or directory'),
  parquetBroken(),
  parquetRows(),
  periodAbsent('--from', '2020', ['2023', '2024']),
  rawIncomplete(),
  recordTooLong(),
  scratchFull('the temporary folder'),
  spendTwice(),
  sumTooLarge(),
  unpackedTooLarge(2 ** 30),
];

/** One row for each of them. */
export function rareTable(): string {
  return markdownTable(
    ['code', 'message', 'what to do'],
    RARE.map(({ code, message, remedy }) => [`\`${code}\``, message, remedy]),
  );
}
