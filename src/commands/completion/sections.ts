/**
 * The sections that the report of a command may have, in its order. Those that are named after what a file holds are
 * left out. A report knows its sections when it has been computed, a shell must know them before: a test compares.
 */
export const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  calc: [
    'return',
    'cost',
    'years',
    'periods',
    'trend',
    'break-even',
    'sensitivity',
    'scenarios',
    'members',
    'members-side',
    'recognition',
    'impact',
    'yardstick',
    'by-joining',
    'match',
    'caveats',
  ],
  cohorts: ['people', 'spending', 'match', 'caveats'],
  outcomes: ['outcomes', 'in-words', 'before-after', 'rates', 'cohorts', 'tests', 'counts', 'caveats'],
  dose: ['slopes', 'in-words', 'caveats'],
  event: ['change', 'course', 'windows', 'by-event', 'in-words', 'by-date', 'arithmetic', 'people', 'caveats'],
  incidents: ['people', 'transactions', 'money', 'in-words', 'caveats'],
  effect: ['since-joining', 'summary', 'trends', 'by-joining', 'by-calendar', 'cells', 'caveats'],
  check: ['goals', 'checks'],
  report: [
    ...['goals', 'checks', 'since', 'return', 'cost', 'years', 'trend', 'break-even', 'members', 'members-side'],
    ...['yardstick', 'recognition', 'impact', 'outcomes', 'event', 'dose', 'incidents', 'effect', 'missing', 'caveats'],
  ],
  diff: ['movement', 'caveats'],
  config: ['files', 'defaults', 'ignored'],
  explain: ['formula', 'assumptions', 'unknown'],
};
