import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../src/report/glossary.ts';
import { expectFits, expectGolden, goldenRun, WRITTEN } from '../golden.ts';
import { PROJECT, run } from '../run.ts';

const FOLDER = 'fixtures/members-ledger';
const file = (name: string) => `${FOLDER}/${name}.csv`;
const BUSINESS = ['calc', file('costs'), file('spend'), '--currency', 'EUR'];
const OUTCOMES = ['--outcomes', file('outcomes'), '--higher', 'earnings', '--lower', 'scam', '--count', 'contracts'];
const LEDGER = ['--member-ledger', file('member-ledger'), '--hour-value', '18'];
const BOTH = [...BUSINESS, ...OUTCOMES, '--money', 'earnings', ...LEDGER, '--recognition', file('recognition')];

const golden = (name: string, args: readonly string[]) => goldenRun(`members/${name}`, args);

async function members(args: readonly string[]) {
  const { stdout, stderr } = await run([...args, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout).data.members;
}

/** Every number of an expected document agrees with what was found there. */
function expectAgreement(found: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    const off = Math.abs(Number(found ?? Number.NaN) - expected);
    expect(off, path).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    return;
  }
  for (const [key, value] of Object.entries(expected as object)) {
    expectAgreement((found as Record<string, unknown> | null)?.[key], value, `${path}.${key}`);
  }
}

describe('both ledgers in one report', () => {
  test.each([80, 60, 45])('fit %s columns', async (width) => {
    expectFits(await golden(`both.${width}.txt`, [...BOTH, '--width', String(width)]), width);
  });

  test.each(WRITTEN)('are written as %s', async (format, extension) => {
    await golden(`both.${extension}`, [...BOTH, '--format', format]);
  });

  test('are the verdict alone with --brief, and one section with --section', async () => {
    await golden('both.brief.txt', [...BOTH, '--brief']);
    await golden('both.side.txt', [...BOTH, '--section', 'members-side', '--ascii']);
  });

  test('hold the figures that ledger.py computes in exact fractions', async () => {
    const { recognition, ...expected } = JSON.parse(readFileSync(join(PROJECT, FOLDER, 'expected.json'), 'utf8'));
    const found = await members(BOTH);
    expectAgreement(found.latest12, expected, 'latest12');
    expect(found.recognition.coverage).toBeCloseTo(recognition, 12);
  });

  test('leave every figure of the business as it is', async () => {
    const data = async (args: readonly string[]) => JSON.parse((await run([...args, '--json'])).stdout).data;
    const { members: _, membersReason: __, caveats: ___, inputs: ____, ...alone } = await data(BUSINESS);
    expect(await data(BOTH)).toMatchObject(alone);
  });

  test('name no person', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown']) {
      expect((await run([...BOTH, '--format', format])).stdout).not.toMatch(/\bm0\d\d\b/);
    }
  });
});

describe('what is missing is said with the file that would fill it', () => {
  test('without any member data in one line', async () => {
    await golden('business.side.txt', [...BUSINESS, '--section', 'members-side']);
    const { stdout } = await run([...BUSINESS, '--json']);
    expect(JSON.parse(stdout).data).toMatchObject({
      members: null,
      membersReason: 'no file says what members get: --outcomes',
    });
  });

  test('without money, hours, fees and recognition', async () => {
    await golden('outcomes-alone.txt', [...BUSINESS, ...OUTCOMES]);
  });

  test('without outcomes', async () => {
    await golden('ledger-alone.txt', [...BUSINESS, ...LEDGER]);
  });

  test('a surplus of members is never what the business gained', async () => {
    const { surplus, latest12 } = await members([...BUSINESS, ...LEDGER]);
    expect([surplus, latest12.surplus, latest12.shareOfPie]).toEqual([null, null, null]);
  });
});

describe('the window', () => {
  test('that begins after the period which a change starts from has both ledgers in full', async () => {
    const cut = [...BOTH, '--from', '2023-Q1'];
    await golden('from.txt', [...cut, '--section', 'members-side']);
    const { roi, latest12 } = await members(cut);
    expect(roi).toBe(latest12.roi);
    expect(roi).toBeCloseTo(92890 / 87510, 12);
  });

  test('takes rates by the month as it takes rows by the quarter', async () => {
    const rates = ['--hours', '300/month', '--fees', '820/month', '--hour-value', '18'];
    const { latest12 } = await members([...BUSINESS, ...OUTCOMES, '--money', 'earnings/year', ...rates]);
    expect(latest12).toMatchObject({ hours: 3600, hoursValue: 64800, fees: 9840, investment: 74640 });
  });
});

describe('an outcome as money', () => {
  const survey = ['--outcomes', 'fixtures/outcomes/survey.csv', '--higher', 'earnings', '--lower', 'chargeback'];
  const given = ['--hours', '0', '--fees', '0'];
  const example = ['calc', '--example'];

  test('of one period counts only where the user says so, and the report says so too', async () => {
    const money = ['--money', 'earnings/year', '--money', 'chargeback=120/year'];
    const refused = await members([...example, ...survey, ...money]);
    expect(refused.returnReason).toContain('earnings: a gap in one period is no return');
    const counted = [...example, ...survey, ...money, ...given, '--count-unadjusted'];
    await golden('unadjusted.txt', [...counted, '--section', 'members-side', '--section', 'caveats']);
  });

  test('that is a share of people is worth what the user says, and less of it is a gain', async () => {
    const args = [...example, ...survey, '--money', 'chargeback=120/month', '--count-unadjusted'];
    const { outcomes } = await members(args);
    const { difference, counted } = outcomes.find(({ outcome }: { outcome: string }) => outcome === 'chargeback');
    expect(counted.each).toBeCloseTo(-120 * difference, 12);
    expect(difference).toBeLessThan(0);
  });
});

describe('--fail-under', () => {
  test('reads the members side too', async () => {
    const ran = await run([...BOTH, '--fail-under', 'members.latest12.shareOfPie=60%', '--brief']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      'failed: members.latest12.shareOfPie is 52.6%, below 60.0% (--fail-under members.latest12.shareOfPie=60%)\n',
    );
  });

  test('what is unknown does not pass, and says why', async () => {
    const ran = await run([...BOTH, '--fail-under', 'members.roi=0', '--brief']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('members.roi is unknown: earnings: what members had in 2022 is in no change since');
  });
});

describe('--explain', () => {
  const ofMembers = entriesOf('calc').filter(({ path }) => path.startsWith('members.'));

  test.each(ofMembers.map(({ id }) => id))('%s puts the numbers in', async (id) => {
    expectGolden(`explain/${id}.txt`, (await run([...BOTH, '--explain', id])).stdout);
  });

  test('without member data says what is missing', async () => {
    await golden('explain-unknown.txt', ['calc', '--example', '--explain', 'member-roi']);
  });

  const lines: Readonly<Record<string, readonly string[]>> = {
    outcomes: ['outcomes', 'fixtures/outcomes/survey.csv', '--lower', 'chargeback'],
    event: ['event', 'fixtures/monthly/events.csv', 'fixtures/monthly/orders.csv'],
    dose: ['dose', 'fixtures/outcomes/topics.csv', '--higher', 'revenue'],
    incidents: ['incidents', 'fixtures/outcomes/incidents.csv'],
  };
  const others = (['outcomes', 'event', 'dose', 'incidents'] as const).flatMap((of) => entriesOf(of));

  test.each(others.map(({ id, of = 'calc' }) => [of, id]))('%s --explain %s', async (of, id) => {
    const two = ['outcomes', 'fixtures/outcomes/two-periods.csv', '--higher', 'skill'];
    const args = id === 'change-against-change' ? two : lines[of]!;
    const { stdout, stderr } = await run([...args, '--explain', id]);
    expect(stderr).toBe('');
    expectGolden(`explain/${id}.txt`, stdout);
  });
});

describe('a wrong command line of the members side exits 2 and says what would do', () => {
  test.each([
    ['money-unknown', [...BUSINESS, ...OUTCOMES, '--money', 'earning']],
    ['money-per', ['calc', '--example', '--outcomes', 'fixtures/outcomes/survey.csv', '--money', 'earnings']],
    ['money-each', [...BUSINESS, ...OUTCOMES, '--money', 'scam']],
    ['money-direction', [...BUSINESS, '--outcomes', file('outcomes'), '--count', 'contracts', '--money', 'earnings']],
    ['money-twice', [...BUSINESS, ...OUTCOMES, '--money', 'earnings', '--money', 'Earnings/month']],
    ['outcomes-asked', [...BUSINESS, '--money', 'earnings']],
    ['given-twice', [...BUSINESS, ...LEDGER, '--hours', '310/month']],
    ['hours-rate', [...BUSINESS, '--hours', '310']],
    ['money-form', [...BUSINESS, ...OUTCOMES, '--money', 'scam=x/month']],
    ['member-ledger-map', [...BUSINESS, ...LEDGER, '--map', 'member_ledger.amuont=Betrag']],
    ['metric-elsewhere', ['calc', '--example', '--explain', 'e-value']],
  ])('%s', async (name, args) => {
    const { code, stdout, stderr } = await run(args);
    expectGolden(`usage/${name}.txt`, stderr);
    expect([code, stdout]).toEqual([2, '']);
  });
});
