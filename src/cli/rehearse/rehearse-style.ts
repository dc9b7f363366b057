/** The look of a rehearsal's report: the desk's colours and type, light, dark and on paper. One meaning per colour; patterns and words beside. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --bg: light-dark(#eaeeef, #0e1317); --panel: light-dark(#ffffff, #151c22);
  --line: light-dark(#ccd5da, #2f3c46); --edge: light-dark(#6a7984, #6e8090);
  --ink: light-dark(#15202a, #e8edf0); --dim: light-dark(#4a5964, #98a8b3);
  --good: light-dark(#2c3a45, #cdd7dd); --on-good: light-dark(#ffffff, #15202a);
  --gap: light-dark(#a9b6be, #56656f); --on-gap: light-dark(#15202a, #ffffff);
  --bad: light-dark(#eec1ba, #7d3a33); --on-bad: light-dark(#4c0f09, #ffffff);
  --alert: light-dark(#b0261b, #ff8272); --on-alert: light-dark(#ffffff, #2a0703);
  --bar: light-dark(#c9d9f0, #23446f); --fill: light-dark(#7ea3d8, #3f6ca8); --local: light-dark(#1d5cb8, #6ea8fe);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 1rem/1.5 "Atkinson Hyperlegible Next", "DejaVu Sans", system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem clamp(0.75rem, 3vw, 2rem) 3rem; }
h1 { font-size: clamp(1.6rem, 1.2rem + 1.6vw, 2.3rem); line-height: 1.15; margin: 0 0 0.25rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 0.35rem; }
h3 { font-size: 1rem; margin: 0 0 0.25rem; }
p { margin: 0 0 0.75rem; max-width: 70ch; }
.kicker, .note { color: var(--dim); font-size: 0.875rem; max-width: none; }
.kicker { font-weight: 600; }
.card { background: var(--panel); border: 1px solid var(--line); border-radius: 9px; padding: 0.9rem 1rem; margin: 0 0 0.9rem; break-inside: avoid; }
.found { list-style: none; }
.found li { position: relative; padding: 0.3rem 0 0.3rem 2rem; max-width: 90ch; }
.found li::before { position: absolute; left: 0.2rem; font-weight: 700; }
.found .well::before { content: "✓" / ""; } .found .ill::before { content: "✗" / ""; color: var(--alert); } .found .told::before { content: "–" / ""; }
.found .ill { font-weight: 600; }
.players { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0.2rem 2rem; margin: 0; }
.players div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0.5rem; padding: 0.25rem 0; }
.players dt { font-weight: 600; } .players dd { margin: 0; }
.three { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0.5rem 1.5rem; }
figure { margin: 0 0 0.5rem; break-inside: avoid; } figcaption { font-weight: 600; font-size: 0.9375rem; margin-bottom: 0.35rem; }
.plot { display: block; width: 100%; height: auto; overflow: visible; font: 12px "Atkinson Hyperlegible Next", "DejaVu Sans", system-ui, sans-serif; }
.wide { max-width: 27rem; }
.contents { columns: 16rem; list-style: none; font-size: 0.9375rem; } .contents a { color: var(--local); display: inline-block; padding: 0.2rem 0; }
.name { text-anchor: end; fill: var(--ink); } .scale { text-anchor: middle; fill: var(--dim); font-size: 11px; } .in { text-anchor: middle; font-size: 11px; }
rect.sound { fill: var(--good); } text.sound { fill: var(--on-good); }
rect.gaps { fill: var(--gap); } text.gaps { fill: var(--on-gap); }
rect.unsound { fill: var(--bad); } text.unsound { fill: var(--on-bad); }
rect.grave { fill: var(--alert); } text.grave { fill: var(--on-alert); }
rect.not-exercised { fill: none; stroke: var(--edge); stroke-dasharray: 3 2; } text.not-exercised { fill: var(--ink); }
rect.sound, rect.gaps, rect.unsound, rect.grave { stroke: var(--panel); stroke-width: 1; }
.tick { stroke: var(--line); } .even { stroke: var(--edge); stroke-dasharray: 4 3; }
.mark { fill: var(--local); stroke: var(--panel); stroke-width: 1; } .mark.unsure { fill: var(--panel); stroke: var(--alert); stroke-width: 1.6; }
.band { fill: var(--gap); opacity: 0.55; }
.range { stroke: var(--edge); fill: none; } .half { fill: var(--bar); stroke: var(--local); } .median { stroke: var(--ink); stroke-width: 2.5; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0 0 0.75rem; padding: 0; font-size: 0.875rem; }
.legend li { display: flex; align-items: center; gap: 0.4rem; } .key { width: 16px; height: 16px; flex: none; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { text-align: left; font-weight: 400; padding: 0.3rem 0.4rem; vertical-align: middle; }
thead th { color: var(--dim); text-align: right; width: 5.9rem; font-size: 0.8125rem; }
tbody tr { border-top: 1px solid var(--line); } .quiet > th { color: var(--dim); }
tbody td { text-align: right; font-variant-numeric: tabular-nums; background: linear-gradient(var(--fill), var(--fill)) left 0.4rem bottom 0.15rem / calc((100% - 0.8rem) * var(--share, 0)) 4px no-repeat; }
.flag { color: var(--alert); font-weight: 600; white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details { margin-top: 0.5rem; } summary { cursor: pointer; color: var(--local); font-size: 0.875rem; } summary:focus-visible { outline: 3px solid var(--local); outline-offset: 2px; border-radius: 4px; }
footer { margin-top: 2.5rem; color: var(--dim); font-size: 0.875rem; }
@media (max-width: 46rem) {
  table, thead, tbody { display: block; } tr { display: grid; grid-template-columns: repeat(var(--bots), 1fr); }
  tr > :first-child { grid-column: 1 / -1; } thead tr > :first-child { display: none; }
  thead th { width: auto; font-size: 0.65rem; padding: 0.2rem 0; } td, thead th { text-align: center; }
  tbody td { text-align: center; padding: 0.15rem 0.1rem 0.45rem; background-position: left 0.15rem bottom 0.15rem; background-size: calc((100% - 0.3rem) * var(--share, 0)) 4px; }
}
@page { margin: 14mm 12mm; }
@media print {
  :root { color-scheme: light; --bg: #ffffff; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; } body { font-size: 10pt; } .card { padding: 0.5rem 0.6rem; } h2, h3, section > p, .legend { break-after: avoid; } h2 { margin-top: 1.4rem; } details, nav { display: none; } tbody td, th { padding-top: 0.15rem; padding-bottom: 0.25rem; }
  .three { grid-template-columns: repeat(3, 1fr); } tr { break-inside: avoid; } thead th { width: 3.9rem; font-size: 8pt; }
}
`;
