import { spawnSync } from 'node:child_process';

/**
 * What people would reach for otherwise, each at the same task in its simplest form: join, then sum per month and
 * cohort (non-member, newcomer, settled). Fewer answers than ours: no people, no groups, no check.
 * @param {{ members: string, transactions: string }} files
 * @param {string} folder for what a peer writes
 * @returns {Record<string, readonly string[] | undefined>} command lines; undefined where a peer is not installed
 */
export function peers({ members, transactions }, folder) {
  /** @type {Record<string, readonly string[]>} */
  const all = {
    sqlite3: [
      'sqlite3',
      ':memory:',
      '-cmd',
      '.mode csv',
      '-cmd',
      `.import "${members}" m`,
      '-cmd',
      `.import "${transactions}" t`,
      '-cmd',
      'CREATE INDEX mi ON m(person_id)',
      SQLITE,
    ],
    'R data.table': ['Rscript', '-e', DATA_TABLE, members, transactions],
    // Where another python3 comes first, pandas may be beside that of the system.
    pandas: [pythonWithPandas(), '-c', PANDAS, members, transactions],
    'R aggregate': ['Rscript', '-e', AGGREGATE, members, transactions],
    mawk: ['mawk', '-F,', MAWK, members, transactions],
    Miller: [
      'mlr',
      '--icsv',
      '--ocsv',
      'join',
      '--ul',
      '--ur',
      '-j',
      'person_id',
      '-f',
      members,
      'then',
      'put',
      MILLER,
      'then',
      'stats1',
      '-a',
      'sum',
      '-f',
      'amount',
      '-g',
      'month,cohort',
      transactions,
    ],
  };
  const probes = {
    sqlite3: ['sqlite3', '-version'],
    'R data.table': ['Rscript', '-e', 'library(data.table)'],
    pandas: [pythonWithPandas(), '-c', 'import pandas'],
    'R aggregate': ['Rscript', '-e', '0'],
    mawk: ['mawk', 'BEGIN{}'],
    Miller: ['mlr', '--version'],
  };
  const isInstalled = (/** @type {readonly string[]} */ [command = '', ...args]) =>
    spawnSync(command, args, { cwd: folder }).status === 0;
  return Object.fromEntries(
    Object.entries(probes).map(([name, probe]) => [name, isInstalled(probe) ? all[name] : undefined]),
  );
}

function pythonWithPandas() {
  const found = ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', 'import pandas']).status === 0,
  );
  return found ?? 'python3';
}

const AGGREGATE = `a <- commandArgs(TRUE); m <- read.csv(a[1]); t <- read.csv(a[2]); t$joined <- m$joined[match(t$person_id, m$person_id)];
  d <- as.Date(t$date); j <- as.Date(t$joined, '%Y-%m-%d'); t$month <- substr(t$date, 1, 7);
  t$cohort <- ifelse(is.na(j) | j > d, 0, ifelse(as.integer(d - j) < 90, 1, 2));
  print(aggregate(amount ~ month + cohort, t, sum))`;

const SQLITE = `SELECT substr(t.date, 1, 7), CASE WHEN m.joined IS NULL OR m.joined > t.date THEN 0
  WHEN julianday(t.date) - julianday(m.joined) < 90 THEN 1 ELSE 2 END AS cohort, sum(t.amount), count(DISTINCT t.person_id)
  FROM t LEFT JOIN m ON m.person_id = t.person_id GROUP BY 1, 2;`;

const DATA_TABLE = `library(data.table); a <- commandArgs(TRUE); m <- fread(a[1]); t <- fread(a[2]);
  t[m, on = 'person_id', joined := i.joined]; t[, month := format(as.Date(date), '%Y-%m')];
  t[, cohort := fifelse(is.na(joined) | joined > date, 0L, fifelse(as.integer(as.Date(date) - as.Date(joined)) < 90L, 1L, 2L))];
  print(t[, .(spend = sum(amount), people = uniqueN(person_id)), by = .(month, cohort)])`;

const PANDAS = `import sys, pandas as pd
m = pd.read_csv(sys.argv[1], parse_dates=['joined']); t = pd.read_csv(sys.argv[2], parse_dates=['date'])
t = t.merge(m, on='person_id', how='left'); t['month'] = t.date.dt.to_period('M')
t['cohort'] = 2 - (t.joined.isna() | (t.joined > t.date)).astype(int) * 2 - ((t.date - t.joined).dt.days.between(0, 89)).astype(int)
print(t.groupby(['month', 'cohort']).agg(spend=('amount', 'sum'), people=('person_id', 'nunique')))`;

const MAWK = `function day(s, y, m) { y = substr(s, 1, 4); m = substr(s, 6, 2); if (m < 3) { y--; m += 12 }
  return 365 * y + int(y / 4) + int((153 * m - 457) / 5) + substr(s, 9, 2) }
  FNR == 1 { file++; next } file == 1 { joined[$1] = $2; next }
  { j = joined[$1]; c = j == "" || j > $2 ? 0 : day($2) - day(j) < 90 ? 1 : 2; sum[substr($2, 1, 7) "," c] += $3 }
  END { for (k in sum) print k, sum[k] }`;

const MILLER = `$month = sub($date, "-..$", ""); $cohort = is_absent($joined) || $joined > $date ? 0 : (strptime($date, "%Y-%m-%d") - strptime($joined, "%Y-%m-%d")) / 86400 < 90 ? 1 : 2`;

/**
 * An independent count of the money in a file, by sqlite3 in whole cents.
 * @param {string} transactions
 */
export function centsBySqlite(transactions) {
  const sql = 'SELECT sum(CAST(round(CAST(amount AS REAL) * 100) AS INTEGER)), count(*) FROM t;';
  const ran = spawnSync('sqlite3', [':memory:', '-cmd', '.mode csv', '-cmd', `.import "${transactions}" t`, sql], {
    encoding: 'utf8',
  });
  return (ran.stdout ?? '').trim();
}
