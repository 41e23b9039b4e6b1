/** How a series is told apart: by colour, by dash and by mark, any of which is enough. */
export interface Ink {
  /** On white. */
  readonly color: string;
  /** Class under which the dark page changes the colour. */
  readonly name: string;
  readonly dash?: string;
  readonly mark: 'disc' | 'ring' | 'diamond' | 'square';
}

/** Blue, vermilion and green of Okabe and Ito, which colour-blind readers tell apart, and a purple dark enough for white. */
export const INKS: readonly [Ink, ...Ink[]] = [
  { color: '#0072B2', name: 's1', mark: 'disc' },
  { color: '#D55E00', name: 's2', dash: '7 4', mark: 'ring' },
  { color: '#007D5C', name: 's3', dash: '2 3', mark: 'diamond' },
  { color: '#9A4C82', name: 's4', dash: '9 3 2 3', mark: 'square' },
];

/** The ink of a series by its place; a fifth begins anew. */
export function inkOf(index: number): Ink {
  return INKS[index % INKS.length] ?? INKS[0];
}

/** What is written, what is said quietly, the lines of a grid, the page. */
export const TEXT = { fill: '#1f2328', class: 't' } as const;
export const QUIET = { fill: '#59636e', class: 'q' } as const;
export const GRID = { stroke: '#d8dde3', class: 'g' } as const;
export const AXIS = { stroke: '#6e7781', class: 'a' } as const;
