/**
 * The look of the page: system typefaces, one column, light and dark. Printed pages are light, of whatever size the
 * reader's paper has. It stands in the page word for word, so that its hash can allow it.
 */
export const STYLE = `:root{--ink:#1f2328;--quiet:#59636e;--rule:#d8dde3;--page:#fff;--shade:#f6f8fa;--one:#0072b2;--neg:#a33b00}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:break-word}
main{max-width:52rem;margin:0 auto;padding:2.5rem 1.5rem 3rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:1.75rem;font-weight:650;letter-spacing:-.01em}
h1.long{font-size:1.45rem}
h2{font-size:1.3rem;font-weight:650}
h3{font-size:1.1rem;font-weight:650}
h4,h5,h6{font-size:1rem;font-weight:650}
p{margin:.6rem 0}
a{color:var(--one)}
.title{margin:0 0 1.1rem;color:var(--quiet)}
.badge{display:inline-block;margin:0 0 .7rem;padding:.1rem .7rem;border:1.5px solid currentColor;border-radius:1rem;font-size:.875rem;font-weight:600}
.positive{color:var(--one)}
.negative{color:var(--neg)}
.unclear{color:var(--quiet)}
.lead{font-weight:600}
.details{font-size:1.05rem}
.failed{border-left:4px solid var(--neg);padding-left:.8rem}
.figures{display:grid;gap:1rem 1.5rem;margin:1.6rem 0 0;padding:1rem 0;border:solid var(--rule);border-width:1px 0}
.figures.of-2{grid-template-columns:repeat(2,1fr)}
.figures.of-3{grid-template-columns:repeat(3,1fr)}
.figures.of-4{grid-template-columns:repeat(4,1fr)}
.figures.of-5{grid-template-columns:repeat(5,1fr)}
.figures div{display:flex;flex-direction:column}
.figures dt{color:var(--quiet);font-size:.875rem}
.figures dd{margin:0;font-size:1.4rem;font-weight:650;line-height:1.3;white-space:nowrap}
.figures .note{font-size:.8125rem;font-weight:400;color:var(--quiet);white-space:normal}
nav{margin:1.6rem 0 0;font-size:.9375rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.15rem 0}
section{margin-top:2.6rem}
section section,.part{margin-top:1.8rem}
h2{padding-bottom:.3rem;border-bottom:2px solid var(--ink)}
.note{margin:.4rem 0;color:var(--quiet);font-size:.9375rem}
.scroll{overflow-x:auto;margin:.8rem 0}
:focus-visible{outline:2px solid var(--one);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .7rem;text-align:left;vertical-align:baseline;font-weight:400}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{border-bottom:1px solid var(--quiet);color:var(--quiet);font-size:.875rem;vertical-align:bottom}
tbody tr+tr>*{border-top:1px solid var(--rule)}
tfoot>tr>*{border-top:1px solid var(--quiet);font-weight:650}
tbody th{min-width:7rem}
.n{text-align:right}
td.n,.value{white-space:nowrap}
.neg{color:var(--neg)}
.unknown,.reason{color:var(--quiet)}
.reason{margin:.2rem 0;font-size:.875rem}
td.bar{width:24%;min-width:6rem;vertical-align:middle}
td.bar svg{display:block;width:100%;height:.7rem}
dl.facts{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.3rem 1.5rem;margin:.8rem 0;font-variant-numeric:tabular-nums}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
ul.caveats{margin:.8rem 0;padding-left:1.2rem}
.caveats li{margin:.4rem 0}
code{font:.8125rem/1.4 ui-monospace,SFMono-Regular,Menlo,"Liberation Mono",monospace;color:var(--quiet)}
pre{margin:.8rem 0;padding:.8rem 1rem;background:var(--shade);white-space:pre-wrap}
pre code{color:var(--ink);font-size:.875rem}
figure{margin:1.2rem 0}
figcaption{margin:0 0 .6rem;font-weight:600;font-size:.9375rem}
figure svg{display:block;width:100%;height:auto}
figure .narrow{display:none}
details{margin:.5rem 0}
summary{width:fit-content;color:var(--quiet);font-size:.875rem;cursor:pointer}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--rule);color:var(--quiet);font-size:.875rem}
@media screen and (max-width:36rem){
main{padding:1.5rem 1rem 2rem}
h1{font-size:1.4rem}
h1.long{font-size:1.2rem}
.details{font-size:1rem}
.figures[class]{grid-template-columns:1fr 1fr}
.figures dd{font-size:1.2rem}
dl.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:.5rem}
figure .wide{display:none}
figure .narrow{display:block}
th:first-child{position:sticky;left:0;background:var(--page)}
tbody th{min-width:5.5rem}
th,td{padding:.35rem .4rem}
}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e6e9ed;--quiet:#a5aeb8;--rule:#3a414a;--page:#14171b;--shade:#1d2127;--one:#56b4e9;--neg:#ff9e4a}
svg .t{fill:#e6e9ed}
svg .q{fill:#a5aeb8}
svg .g{stroke:#2f353d}
svg .a{stroke:#8b949e}
svg .k{fill:#2a3038}
svg .m{fill:#e6e9ed}
svg .w{stroke:#e6e9ed}
svg .f.s1{fill:#56b4e9}svg .l.s1{stroke:#56b4e9}
svg .f.s2{fill:#ff9e4a}svg .l.s2{stroke:#ff9e4a}
svg .f.s3{fill:#3ccba3}svg .l.s3{stroke:#3ccba3}
svg .f.s4{fill:#e3a1cf}svg .l.s4{stroke:#e3a1cf}
svg .o{fill:#14171b}
svg .o.s2{stroke:#ff9e4a}svg .o.s4{stroke:#e3a1cf}
}
@media print{
@page{margin:16mm}
:root{font-size:10.5pt}
body{font-size:1rem;line-height:1.4}
main{max-width:none;padding:0}
h2,h3,h4,.note,figcaption,p:has(+.scroll){break-after:avoid}
nav,details:not([open]),.details summary{display:none}
section{margin-top:1.6rem}
figure,.scroll,tr,.facts,li,.figures,.note{break-inside:avoid}
figure,.figures{print-color-adjust:exact;-webkit-print-color-adjust:exact}
td.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow:visible}
table{font-size:.84rem}
thead th{font-size:.8rem}
th,td{padding:.25rem .4rem}
tbody th{min-width:0}
thead{display:table-header-group}
tfoot{display:table-row-group}
p{orphans:3;widows:3}
}
`;

/** SHA-256 of the style: with it the page allows this style and nothing else. A test keeps it true. */
export const STYLE_HASH = 'sha256-DLsvFcWwKhKwXm3SseuYO00NqIUKsymWsFFaFxjBgLg=';
