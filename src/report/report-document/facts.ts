import type { Report } from '../report.ts';

/** Files that the config does not name, and the part of the document that they would fill. */
export interface MissingFiles {
  /** The command. */
  readonly part: string;
  readonly files: readonly { readonly name: string; readonly summary: string }[];
}

/** What a document is put together from. */
export interface DocumentFacts {
  readonly title?: string;
  readonly config: { readonly name: string; readonly sha256: string };
  /** The reports by command, in their order. */
  readonly parts: Readonly<Record<string, Report>>;
  readonly missing: readonly MissingFiles[];
  /** What became of the goals. */
  readonly scorecard?: Report;
  /** What has changed since an earlier result. */
  readonly since?: Report;
}
