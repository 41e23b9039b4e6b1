// The peer of reading: parses a CSV file to arrays with csv-parse, and does nothing with them.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';

/** @type {string[][]} */
const rows = [];
await pipeline(createReadStream(process.argv[2] ?? ''), parse({ bom: true }), async (records) => {
  for await (const record of records) rows.push(record);
});
if (rows.length < 2) throw new Error('nothing was parsed');
