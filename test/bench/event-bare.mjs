// The sums of an event study by hand in the bare DuckDB client: first purchases, first events, what those who never
// attended spent by group and day, and the transactions around the events of the others. No check of any cell, no digest
// of the files, nothing left out or counted, and nothing computed from the sums: what the engine's part costs at the least.
// node test/bench/event-bare.mjs events.csv transactions.csv
import { DuckDBInstance } from '@duckdb/node-api';

const [events = '', transactions = ''] = process.argv.slice(2);
const DAYS = 45;
const csv = (/** @type {string} */ file, /** @type {string} */ columns) =>
  `read_csv('${file}', auto_detect=false, header=true, delim=',', quote='"', escape='"', columns={${columns}})`;

const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
await db.run('SET preserve_insertion_order=false');
await db.run(`CREATE TABLE debut AS SELECT id, min(date) AS debut
  FROM ${csv(events, "'id': 'VARCHAR', 'date': 'DATE', 'event': 'VARCHAR'")} GROUP BY id`);
await db.run(`CREATE TABLE bought AS SELECT id, date, amount
  FROM ${csv(transactions, "'id': 'VARCHAR', 'date': 'DATE', 'amount': 'DECIMAL(18,2)'")}`);
await db.run(`CREATE TABLE person AS
  SELECT known.id, ('0x' || substr(md5(known.id), 1, 2))::UTINYINT AS grp, debut,
    coalesce(debut - ${2 * DAYS}, known) AS since, coalesce(debut - ${2 * DAYS}, known) + ${3 * DAYS - 1} AS until
  FROM (SELECT id, min(date) AS known FROM bought GROUP BY id) known LEFT JOIN debut ON debut.id = known.id`);
const near = await db.run(`SELECT person.grp::INTEGER, since, date, amount::DOUBLE
  FROM bought JOIN person ON person.id = bought.id AND date BETWEEN since AND until`);
const never = await db.run(`SELECT grp, date, sum(amount::DOUBLE) FROM bought
  JOIN (SELECT id, grp FROM person WHERE debut IS NULL) never ON never.id = bought.id GROUP BY grp, date`);
console.log(near.rowCount, never.rowCount);
