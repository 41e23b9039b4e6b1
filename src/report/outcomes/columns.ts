import type { Column } from '../report.ts';

/** Short ways to write a column of a table. */

export const left = (header: string, priority: number): Column => ({ header, align: 'left', priority });
export const right = (header: string, priority: number): Column => ({ header, align: 'right', priority });
