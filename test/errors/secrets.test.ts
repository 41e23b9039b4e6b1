import { expect, test } from 'vitest';
import { withoutSecrets } from '../../src/errors/secrets.ts';

test.each([
  ['cannot reach postgres://ann:s3cret@db/shop', 'cannot reach postgres://…@db/shop'],
  [
    "unknown option '--sorce=clickhouse+http://a:p@ss/w#rd@db:8123/x'",
    "unknown option '--sorce=clickhouse+http://…@db:8123/x'",
  ],
  ['"postgres:///shop?password=s3cret&sslmode=require"', '"postgres:///shop?password=…&sslmode=require"'],
  ['postgres://:s3cret@db', 'postgres://…@db'],
  ['write postgres://user@host:5432/database', 'write postgres://user@host:5432/database'],
  ['see https://example.com/a and b@example.com', 'see https://example.com/a and b@example.com'],
])('%s', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown);
});
