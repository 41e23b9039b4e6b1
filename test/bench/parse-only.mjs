// The peer of reading: parses a CSV file to arrays with csv-parse, the quickest way it has, and does nothing with them.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';

/** @type {string[][]} */
const rows = [];
const parser = parse({ bom: true });
parser.on('readable', () => {
  for (let record = parser.read(); record !== null; record = parser.read()) rows.push(record);
});
await pipeline(createReadStream(process.argv[2] ?? ''), parser);
if (rows.length < 2) throw new Error('nothing was parsed');
