import type { Complaint } from './problem.ts';

/** Every message about an input file, in one voice: what is wrong, with the value as written; what to do next. */

export const fileMissing = (): Complaint => ({
  code: 'FILE_MISSING',
  message: 'there is no such file',
  remedy: 'Check the path, or try the bundled data: community-roi calc --example',
});

export const amountAmbiguous = (value: string, column: string): Complaint => ({
  code: 'AMOUNT_AMBIGUOUS',
  message: `cannot tell whether "${value}" is ${value.replace(/[.,]/, ',')} or ${value.replace(/[.,]/, '.')}`,
  remedy: `column "${column}": nothing else in it decides. Add --decimal , (or --decimal .)`,
});
