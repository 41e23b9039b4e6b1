// The least that reading a file of transactions costs: one scan by the bare DuckDB client that parses every cell. With
// --keep the rows go into a table, as for whatever has to look at them twice.
// node test/bench/scan-bare.mjs transactions.csv [--keep]
import { DuckDBInstance } from '@duckdb/node-api';

const [file = '', keep] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
await db.run('SET preserve_insertion_order=false');
const rows = `read_csv('${file}', auto_detect=false, header=true, delim=',', quote='"', escape='"',
    columns={'id': 'VARCHAR', 'date': 'DATE', 'amount': 'DECIMAL(18,2)'})`;
if (keep === '--keep') await db.run(`CREATE TABLE kept AS SELECT * FROM ${rows}`);
const from = keep === '--keep' ? 'kept' : rows;
const sums = await db.runAndReadAll(`SELECT count(date), max(id), sum(amount) FROM ${from}`);
console.log(sums.getRows().length);
