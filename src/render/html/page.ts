import { escapeHtml } from './escape.ts';
import { STYLE, STYLE_HASH } from './style.ts';

/** No script, no connection, no frame, no form: nothing but this page's own style. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** A whole document that needs nothing beside itself. */
export function page(title: string, main: string, footer: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="community-roi">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}
<footer>
${footer}
</footer>
</main>
</body>
</html>
`;
}
