import type { Complaint } from './problem.ts';
import { EXIT, UserError } from './user-error.ts';
import { written } from './written.ts';

/** Every message about raw exports and the engine that adds them up: what is wrong; what to do next. */

export const dayInvalid = (value: string): Complaint => ({
  code: 'DAY_INVALID',
  message: `${written(value)} is not a date`,
  remedy: 'Write the day as 2024-01-31.',
});

export const fileChanged = (): Complaint => ({
  code: 'FILE_CHANGED',
  message: 'the file changed while it was read',
  remedy: 'Wait until it is written in full, or copy it first, and run again.',
});

export const nobodyJoined = (): Complaint => ({
  code: 'NOBODY_JOINED',
  message: 'nobody in the file has a date of joining',
  remedy: 'Fill in the column "joined", or name the column that holds it with --map members.joined=Header.',
});

export const parquetRows = (): Complaint => ({
  code: 'PARQUET_ROWS',
  message: 'some rows have no id, no date or no amount that can be read',
  remedy: 'Write the table as CSV to see which: each row is then named by its line.',
});

export const parquetBroken = (): Complaint => ({
  code: 'PARQUET_BROKEN',
  message: 'the Parquet file cannot be read',
  remedy: 'Write it again, or as CSV.',
});

/** Without the package that adds up raw exports and knows Parquet. */
export const engineMissing = () =>
  new UserError(
    {
      code: 'ENGINE_MISSING',
      message: 'DuckDB, which adds up members and transactions and knows Parquet, is not installed here',
      remedy:
        'Install it beside community-roi: npm install @duckdb/node-bindings@1.5.6-r.1. Spending by cohort (spend.csv) works without it.',
    },
    EXIT.usage,
  );

export const memoryTooSmall = (limit: string) =>
  new UserError(
    {
      code: 'MEMORY_TOO_SMALL',
      message: `${limit} of memory is not enough for these files`,
      remedy: 'Give more with --memory, such as --memory 4GB; what does not fit is put on the disk, but some must.',
    },
    EXIT.input,
  );

export const scratchFull = (folder: string) =>
  new UserError(
    {
      code: 'DISK_FULL',
      message: `there is no room left in ${folder} for what does not fit into memory`,
      remedy: 'Make room, name another folder in TMPDIR, or give more memory with --memory.',
    },
    EXIT.input,
  );

export const scratchUnusable = (folder: string) =>
  new UserError(
    {
      code: 'SCRATCH_UNUSABLE',
      message: `nothing can be put into ${folder} for the time of the run`,
      remedy: 'Name a folder that may be written to in TMPDIR.',
    },
    EXIT.input,
  );

export const sumTooLarge = () =>
  new UserError(
    {
      code: 'SUM_TOO_LARGE',
      message: 'the amounts add up to more than 38 digits',
      remedy: 'Look for an amount with too many digits.',
    },
    EXIT.input,
  );

export const rawIncomplete = () =>
  new UserError(
    {
      code: 'RAW_INCOMPLETE',
      message: '--members and --transactions are needed together',
      remedy: 'Name both, or give spending by cohort (spend.csv) in their place.',
    },
    EXIT.usage,
  );

export const spendTwice = () =>
  new UserError(
    {
      code: 'SPEND_TWICE',
      message: 'spending comes from a spending file, or from --cells, or from --members and --transactions',
      remedy: 'Name one of them: what stands in two would be counted twice.',
    },
    EXIT.usage,
  );
