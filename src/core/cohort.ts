/** Who somebody is in a period, in the order of a member's life. */
export const COHORTS = ['non_member', 'newcomer', 'lurker', 'active'] as const;
export type Cohort = (typeof COHORTS)[number];

/** The cohorts whose uplift is the community's return, in the order of the report. */
export const RETURNING = ['active', 'lurker'] as const satisfies readonly Cohort[];
export type ReturningCohort = (typeof RETURNING)[number];

/** What the spending went to. */
export const LINES = ['existing', 'new'] as const;
export type Line = (typeof LINES)[number];
