// The least that reading a file of transactions costs: one scan by the bare DuckDB client that parses every cell.
// node test/bench/scan-bare.mjs transactions.csv
import { DuckDBInstance } from '@duckdb/node-api';

const [file = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
const rows = await db.runAndReadAll(`SELECT count(DISTINCT date), max(id), sum(amount)
  FROM read_csv('${file}', auto_detect=false, header=true, delim=',', quote='"', escape='"',
    columns={'id': 'VARCHAR', 'date': 'DATE', 'amount': 'DECIMAL(18,2)'})`);
console.log(rows.getRows().length);
