// The peer of the engine: the same people and sums per month, cohort and group, in SQL written by hand for the bare
// DuckDB client. No check of any cell, no message, no digest of the files: what the answer costs at the least. (Adding
// transactions up by person and month first takes a quarter longer at 10 million rows, and as long at 100 million.)
// node test/bench/engine-bare.mjs members.csv transactions.csv [memory]
import { DuckDBInstance } from '@duckdb/node-api';

const [members = '', transactions = '', memory = '8GB'] = process.argv.slice(2);
const month = (/** @type {string} */ day) => `(year(${day}) * 12 + month(${day}) - 1)`;
const csv = (/** @type {string} */ file, /** @type {string} */ columns) =>
  `read_csv('${file}', auto_detect=false, header=true, delim=',', quote='"', escape='"', columns={${columns}})`;

const instance = await DuckDBInstance.create(':memory:', { memory_limit: memory });
const db = await instance.connect();
await db.run('SET preserve_insertion_order=false');
await db.run(`CREATE TABLE member AS
  SELECT id, ${month('joined')} AS joins, ${month('joined + 90')} AS settles,
    coalesce(CASE WHEN gone >= joined THEN ${month('gone')} END, 1000000) AS leaves,
    ${month('contributed')} AS seen, ${month('contributed + 30')} AS faded
  FROM ${csv(members, "'id': 'VARCHAR', 'joined': 'DATE', 'gone': 'DATE', 'contributed': 'DATE'")}
  WHERE joined IS NOT NULL`);
await db.run(`CREATE TABLE bought AS SELECT id, date, amount
  FROM ${csv(transactions, "'id': 'VARCHAR', 'date': 'DATE', 'amount': 'DECIMAL(18,2)'")}`);
await db.run(`CREATE TABLE person AS
  SELECT known.id, ('0x' || substr(md5(known.id), 1, 2))::UTINYINT AS grp, known, joins, leaves, settles, seen, faded
  FROM (
    SELECT id, min(known) AS known FROM (
      SELECT id, ${month('min(date)')} AS known FROM bought GROUP BY id UNION ALL SELECT id, joins FROM member
    ) GROUP BY id
  ) known LEFT JOIN member ON member.id = known.id`);
const cohort = (/** @type {string} */ at) => `CASE WHEN ${at} >= joins AND ${at} < leaves
  THEN CASE WHEN ${at} < settles THEN 'newcomer' WHEN ${at} >= seen AND ${at} < faded THEN 'active' ELSE 'lurker' END
  ELSE 'non_member' END`;
const sums = await db.runAndReadAll(`SELECT period, ${cohort('period')} AS cohort, grp, sum(amount) AS amount
  FROM (SELECT id, ${month('date')} AS period, amount FROM bought) spent JOIN person ON person.id = spent.id
  GROUP BY ALL`);
const people = await db.runAndReadAll(`SELECT period, cohort, grp, sum(n) AS people FROM (
    SELECT known, joins, leaves, settles, seen, faded, grp, count(*) AS n FROM person GROUP BY ALL
  ) alike, LATERAL (SELECT unnest(range(known, (SELECT ${month('max(date)')} + 1 FROM bought))) AS period) each_month,
  LATERAL (SELECT ${cohort('period')} AS cohort) belongs GROUP BY ALL`);
console.log(sums.getRows().length, people.getRows().length);
