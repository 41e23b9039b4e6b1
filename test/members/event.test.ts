import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change, NamedFigures } from '../../src/core/event/result.ts';
import { PROJECT } from '../run.ts';
import { dataOf, expectReferences, references } from './reference.ts';

/** Computed by event.py, person by person. */
const PANDAS = references('event.csv');

const folder = join(PROJECT, '../shared/data');
const isThere = existsSync(join(folder, 'grocery-events.csv'));
const where = isThere ? '' : ' [the public data are not beside the project]';

/** A study beside what pandas has for it. */
function expectStudy(name: string, { attendees, change, placebo, beyondPlacebo }: NamedFigures): void {
  const endsOf = (own: Change | null) => {
    const [low, high] = own!.interval!.difference;
    return { difference: own!.difference, low, high };
  };
  expectReferences(PANDAS, name, { attendees });
  expectReferences(PANDAS, `${name}.change`, endsOf(change));
  expectReferences(PANDAS, `${name}.placebo`, endsOf(placebo));
  expectReferences(PANDAS, `${name}.beyond`, endsOf(beyondPlacebo));
}

test('event, through the command, is what pandas answers person by person', async () => {
  const files = ['events', 'transactions'].map((name) => `fixtures/events/${name}.csv`);
  const { pooled, events } = await dataOf(['event', ...files, '--customers', 'fixtures/events/customers.csv']);
  expectStudy('fixture', pooled);
  for (const own of events) expectStudy(`fixture.${own.event}`, own);
});

describe.skipIf(!isThere)(`the grocery campaigns${where}`, () => {
  const files = ['events', 'transactions'].map((name) => join(folder, `grocery-${name}.csv`));

  test('give the changes that pandas gives, and no verdict', async () => {
    const { verdict, pooled, events } = await dataOf(['event', ...files, '--map', 'events.event=event_type']);
    expectStudy('grocery', pooled);
    expect(events.map(({ event }: NamedFigures) => event)).toEqual(['Type A', 'Type B', 'Type C']);
    for (const own of events) expectStudy(`grocery.${own.event}`, own);
    expect(verdict).toBe('unclear');
  });
});
