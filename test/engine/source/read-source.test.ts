import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/engine/source/read-source.ts';

const home = mkdtempSync(join(tmpdir(), 'community-roi-'));

const found = (address: string, env: Record<string, string> = {}) =>
  readSource(address, { env: { HOME: home, ...env }, cwd: home, timeout: 300 });

const source = async (address: string, env: Record<string, string> = {}) => (await found(address, env)).source;

/** A file in a folder of its own, that nobody else may read unless `mode` lets them. */
function fileWith(text: string, mode = 0o600): string {
  const file = join(mkdtempSync(join(tmpdir(), 'community-roi-')), 'file');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe('the address of a database', () => {
  test('names all that there is to name', async () => {
    expect(await source('postgres://ann:s%40fe@db.example.com:6432/shop?sslmode=require')).toEqual({
      kind: 'postgres',
      host: 'db.example.com',
      port: 6432,
      database: 'shop',
      user: 'ann',
      password: 's@fe',
      tls: 'unverified',
      timeout: 300,
      shown: 'db.example.com:6432/shop',
    });
  });

  test('may leave nearly everything out', async () => {
    const own = userInfo().username;
    expect(await source('postgres://')).toMatchObject({ host: 'localhost', port: 5432, user: own, database: own });
    expect(await source('clickhouse://localhost')).toMatchObject({ port: 8123, user: 'default', database: 'default' });
  });

  test.each([
    ['postgresql://[::1]/shop', '::1', '[::1]/shop'],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/shop', '/var/run/postgresql', '/var/run/postgresql/shop'],
    ['postgres:///shop?host=/var/run/postgresql', '/var/run/postgresql', '/var/run/postgresql/shop'],
    ['postgres:///My%20Shop?port=5433', 'localhost', 'localhost:5433/My Shop'],
  ])('%s', async (address, host, shown) => {
    expect(await source(address)).toMatchObject({ host, shown });
  });

  test('takes a plus sign in a password as it is, behind the question mark as well', async () => {
    expect(await source('postgres://a@h/db?password=1+1%26')).toMatchObject({ password: '1+1&' });
    expect(await source('postgres://a:1+1@h/db')).toMatchObject({ password: '1+1' });
  });

  test('passes over what this program sets itself', async () => {
    expect(await source('postgres://h/db?application_name=x&connect_timeout=5')).toMatchObject({ host: 'h' });
  });

  test.each([
    ['postgres://ann:s3cr#t@h/db', 'SOURCE_URL'],
    ['postgres://ann:s3cr/t@h/db', 'SOURCE_URL'],
    ['postgres://ann:s3crt%@h/db', 'SOURCE_URL'],
    ['postgres://ann:s3crt@h1,h2/db', 'SOURCE_URL'],
    ['s3crt', 'SOURCE_URL'],
    ['clickhouse://:s3crt@%2Ftmp/db', 'SOURCE_URL'],
    ['mysql://ann:s3crt@h/db', 'SOURCE_SCHEME'],
    ['https://ann:s3crt@h/db', 'SOURCE_SCHEME'],
    ['postgres://ann:s3crt@h/db?sslmod=require', 'SOURCE_PARAMETER'],
    ['postgres://ann:s3crt@h/db?toString=1', 'SOURCE_PARAMETER'],
    ['postgres://ann:s3crt@h/db?sslmode=prefer', 'SOURCE_VALUE'],
    ['postgres://ann:s3crt@h:70000/db', 'SOURCE_URL'],
    ['postgres://ann:s3crt@h/db?port=0', 'SOURCE_VALUE'],
    ['clickhouse+https://ann:s3crt@h/db?sslmode=disable', 'SOURCE_VALUE'],
    ['postgres://ann:s3crt@h/db?sslrootcert=no-such.pem', 'SOURCE_FILE'],
    ['postgres://ann:s3crt@h/db?service=none', 'SOURCE_SERVICE'],
  ])('%s is refused as %s, without its password', async (address, code) => {
    const error = await source(address).then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ code, exitCode: 2 });
    expect(`${error.message} ${error.remedy}`).not.toMatch(/s3cr/);
  });
});

describe('what crosses the wire', () => {
  test.each([
    ['postgres://localhost/db', 'off'],
    ['postgres://127.0.0.1/db', 'off'],
    ['postgres://%2Ftmp/db', 'off'],
    ['postgres://db.example.com/db', 'verified'],
    ['postgres://db.example.com/db?sslmode=disable', 'off'],
    ['postgres://localhost/db?sslmode=verify-full', 'verified'],
    ['clickhouse://localhost/db', 'off'],
    ['clickhouse://ch.example.com/db', 'verified'],
    ['clickhouse+http://ch.example.com/db', 'off'],
    ['clickhouse+https://localhost/db', 'verified'],
    ['clickhouse+https://ch.example.com/db?sslmode=require', 'unverified'],
  ])('%s: %s', async (address, tls) => {
    expect(await source(address)).toMatchObject({ tls });
  });

  test('goes to another port of ClickHouse where it is encrypted', async () => {
    expect(await source('clickhouse://ch.example.com/db')).toMatchObject({ port: 8443, shown: 'ch.example.com/db' });
    expect(await source('clickhouse+http://ch.example.com/db')).toMatchObject({
      port: 8123,
      shown: 'ch.example.com/db',
    });
  });

  test('is checked against a certificate that is named, and against that of libpq', async () => {
    const pem = fileWith('-----BEGIN CERTIFICATE-----\n');
    const named = await source(`postgres://h/db?sslmode=require&sslrootcert=${pem}`);
    expect(named).toMatchObject({ tls: 'verified', ca: '-----BEGIN CERTIFICATE-----\n' });
    expect(await source('postgres://h/db?sslrootcert=system')).not.toHaveProperty('ca');
  });
});

describe('what the address leaves out', () => {
  const env = { PGHOST: 'db', PGPORT: '6000', PGUSER: 'ann', PGDATABASE: 'shop', PGSSLMODE: 'require' };

  test('is in the variables of libpq', async () => {
    const given = { host: 'db', port: 6000, user: 'ann', database: 'shop', tls: 'unverified' };
    expect(await source('postgres://', env)).toMatchObject(given);
    expect(await source('postgres://other/', env)).toMatchObject({ ...given, host: 'other' });
  });

  test('is in those of clickhouse-client', async () => {
    const ours = { CLICKHOUSE_USER: 'ann', CLICKHOUSE_PASSWORD: 'pw', PGUSER: 'bob', PGHOST: 'db' };
    expect(await source('clickhouse://localhost', ours)).toMatchObject({
      host: 'localhost',
      user: 'ann',
      password: 'pw',
    });
  });

  test('is in a service file, which beats the environment and is beaten by the address', async () => {
    const PGSERVICEFILE = fileWith(
      '# ours\n[test]\nhost=t\n\n[live]\nhost = live.example.com\nport=5999\npassword=p=w\n[x]\nuser=x\n',
    );
    const live = { host: 'live.example.com', port: 5999, password: 'p=w', user: 'ann' };
    expect(await source('postgres://?service=live', { ...env, PGSERVICEFILE })).toMatchObject(live);
    expect(await source('postgres://', { ...env, PGSERVICEFILE, PGSERVICE: 'live' })).toMatchObject(live);
    expect(await source('postgres://h/?service=live', { ...env, PGSERVICEFILE })).toMatchObject({ ...live, host: 'h' });
    await expect(source('postgres://?service=liv', { PGSERVICEFILE })).rejects.toMatchObject({
      code: 'SOURCE_SERVICE',
    });
    await expect(source('postgres://?service=liv', { PGSERVICEFILE: '/no/such' })).rejects.toMatchObject({
      code: 'SOURCE_FILE',
    });
  });
});

describe('a password', () => {
  const lines = [
    '# a comment',
    'short:line',
    'other:5432:shop:ann:not this',
    'h\\:1:*:*:ann:not this either',
    '*:5432:shop:ann:it\\:s\\\\me:too',
    '*:*:*:*:nor this',
  ].join('\n');
  const at = 'postgres://ann@h/shop?sslmode=disable';

  test('comes from the address, else from COMMUNITY_ROI_PASSWORD, PGPASSWORD, or the file, in this order', async () => {
    const PGPASSFILE = fileWith(lines);
    const [ours, theirs] = [{ COMMUNITY_ROI_PASSWORD: 'ours' }, { PGPASSWORD: 'theirs' }];
    const all = { ...ours, ...theirs, PGPASSFILE };
    expect(await source('postgres://ann:typed@h/shop', all)).toMatchObject({ password: 'typed' });
    expect(await source(at, all)).toMatchObject({ password: 'ours' });
    expect(await source(at, { ...theirs, PGPASSFILE })).toMatchObject({ password: 'theirs' });
    expect(await source(at, { PGPASSFILE })).toMatchObject({ password: 'it:s\\me:too' });
    expect(await source(at)).not.toHaveProperty('password');
  });

  test('of a socket stands under localhost in the file', async () => {
    const PGPASSFILE = fileWith('localhost:5432:shop:ann:socket\n');
    expect(await source('postgres://ann@%2Ftmp/shop', { PGPASSFILE })).toMatchObject({ password: 'socket' });
  });

  test('is not taken from a file that others may read, and that is said', async () => {
    const PGPASSFILE = fileWith(lines, 0o644);
    const { source: without, remarks } = await found(at, { PGPASSFILE });
    expect(without).not.toHaveProperty('password');
    expect(remarks).toEqual([`others may read the password file "${PGPASSFILE}": it is passed over until chmod 600`]);
    expect((await found(at, { PGPASSFILE: '/no/such' })).remarks).toEqual([
      'the password file "/no/such" is not there',
    ]);
  });

  test('in the address is remarked on, unless the environment holds it anyway', async () => {
    const typed = 'postgres://ann:s3cret@h/shop';
    const said = [
      'the address holds a password: COMMUNITY_ROI_PASSWORD keeps it out of files and of the list of processes',
    ];
    expect((await found(typed)).remarks).toEqual(said);
    expect((await found(typed, { COMMUNITY_ROI_SOURCE: typed })).remarks).toEqual([]);
    expect((await found(typed, { DB_PASSWORD: 's3cret' })).remarks).toEqual([]);
  });
});
