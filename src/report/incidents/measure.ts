import type { IncidentFigures } from '../../core/incidents/result.ts';
import { type Measure, rateMeasure } from '../outcomes/measure.ts';

/** How the share of people is shown. */
export function shareMeasure({ people }: IncidentFigures): Measure {
  return rateMeasure(Math.max(people.members.value ?? 0, people.nonMembers.value ?? 0));
}

/** Incidents are shown per 1,000 transactions, or per 100,000 where they are rarer than one in 2,000. */
export function transactionFactor(incidents: readonly IncidentFigures[]): number {
  const rates = incidents.flatMap(({ perTransaction: rate }) =>
    rate === null ? [] : [rate.members.rate, rate.nonMembers.rate],
  );
  const largest = Math.max(0, ...rates);
  return largest >= 0.0005 || largest === 0 ? 1000 : 100_000;
}
