// How the page looks: a paper for reading, on a screen of any width, in light and dark, and printed.
import { PALETTES } from '@counterpoint/shared';

const LINKS = { light: '#2f4b9a', dark: '#9db2f7' } as const;

function colours(look: keyof typeof LINKS): string {
  const { sunk, paper, ink, ink2, lineStrong, relation } = PALETTES[look];
  const ground = look === 'light' ? sunk : paper;
  const values = { ground, ink, 'ink-2': ink2, line: lineStrong, link: LINKS[look], ...relation };
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

// Latin first: its fonts have no Chinese, and the Chinese ones draw poor Latin.
const SERIF = `"Source Serif 4 Variable","Source Serif 4",Charter,Georgia,"Noto Serif SC Variable","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif`;
const SANS = `"Inter Variable",Inter,system-ui,"Segoe UI",Roboto,"Noto Sans SC Variable","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif`;

export const STYLE = `
:root{color-scheme:light dark;${colours('light')}--serif:${SERIF};--sans:${SANS}}
@media (prefers-color-scheme:dark){:root{${colours('dark')}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 var(--serif);overflow-wrap:anywhere}
:lang(zh){line-height:1.75}
main,header,footer.end{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3rem}
h1{font-size:2rem;line-height:1.25;margin:0 0 1rem;text-wrap:balance}
h2{font:600 1.25rem/1.4 var(--sans);margin:3rem 0 1rem;padding-bottom:.375rem;border-bottom:1px solid var(--line)}
h3,strong,b{font-weight:600}
h3{font-size:1.125rem;line-height:1.5;margin:1.5rem 0 .5rem}
p{margin:0}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1,h3,.text,.about,.question,blockquote p,cite{white-space:pre-wrap}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--ground);z-index:1}
.question{font-size:1.1875rem;margin-bottom:1rem}
.about{color:var(--ink-2);margin-bottom:1rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:1.5rem 0 0;font:.875rem/1.5 var(--sans);color:var(--ink-2)}
.facts dt{font-weight:600}
.facts dd{margin:0}
cite{font-style:normal}
figure{margin:0}
figcaption{margin-top:.375rem}
figcaption,.relation,.author,blockquote footer,.comment .by,.passage footer{font-family:var(--sans);font-size:.875em;color:var(--ink-2)}
.picture{max-width:min(96vw,100rem);margin:2rem auto 0;padding:0 1.25rem}
.picture .scroll{overflow:auto;max-height:90vh;border:1px solid var(--line)}
.picture svg{display:block;margin:0 auto}
.picture label{font:.875rem/1.5 var(--sans);color:var(--ink-2)}
#full-size{accent-color:var(--link);margin:0 .25rem .5rem 0;vertical-align:-.0625rem}
@media screen{#full-size:not(:checked)~.scroll svg{max-width:100%;max-height:85vh;height:auto}}
ol[role=list]{list-style:none;margin:0;padding:0}
li>ol[role=list]{margin:.375rem 0 .375rem .25rem;padding-left:1rem;border-left:2px solid var(--line)}
li .line{margin:.625rem 0 .25rem}
.number{font:600 .875em var(--sans);font-variant-numeric:tabular-nums;color:var(--ink-2)}
.relation{font-weight:600}
${(['thesis', 'support', 'rebut', 'undercut'] as const)
  .map((relation) => `.${relation}>.line>.relation,.legend .${relation} b{color:var(--${relation})}`)
  .join('\n')}
.author{font-weight:400}
blockquote{margin:.5rem 0 .75rem 1rem;padding:0 0 0 .875rem;border-left:3px double var(--line);font-size:.9375em}
.comment{margin:.375rem 0 .5rem 1rem;font-size:.9375em}
.sources>li{margin:1rem 0}
.legend{display:grid;grid-template-columns:max-content 1fr;gap:.375rem 1rem;margin:0;font:.9375rem/1.5 var(--sans)}
.legend div{display:contents}
.legend dd{margin:0;color:var(--ink-2)}
footer.end{padding-bottom:4rem}
@media (max-width:40rem){
body{font-size:1rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem}
li>ol[role=list]{padding-left:.625rem;margin-left:0}
/* Further in, the number alone says how deep a line is: a phone has no room for more steps. */
ol ol ol ol ol ol[role=list]{padding-left:0;border-left:0}
blockquote,.comment{margin-left:.25rem}
}
@media print{
:root{color-scheme:light;${colours('light')}--ground:#fff}
body{font-size:10.5pt}
.skip,#full-size,.picture label{display:none}
main,header,footer.end,.picture{max-width:none;padding-left:0;padding-right:0}
.picture .scroll{overflow:visible;max-height:none;border:0}
.picture svg{max-width:100%;max-height:24cm;height:auto}
h1,h2,h3{break-after:avoid}
.line,blockquote,.comment,.legend div{break-inside:avoid}
a{color:inherit;text-decoration:none}
@page{margin:2cm}
}
`;
