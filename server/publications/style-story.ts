/** How a paragraph came to be: a filled dot is a version, an open one is what was said. And the page of a problem. */
export const STYLE_STORY = `
.story .tb h1,.note .tb h1{font-size:2.125rem}
.story .of,.story .sum,.note .sum{margin-block-start:6px;color:var(--ink-2)}
.steps{grid-column:2;list-style:none;margin-inline-start:var(--hang);padding-block-end:72px}
.steps>li{position:relative;padding-inline-start:26px;padding-block-end:20px}
.steps>li::before{content:"";position:absolute;inset-inline-start:2px;inset-block-start:7px;inline-size:10px;block-size:10px;border:2px solid var(--brand);border-radius:50%;background:var(--paper)}
.steps>li.ver::before{background:var(--brand)}
.steps>li:not(:last-child)::after{content:"";position:absolute;inset-inline-start:6.5px;inset-block:21px -3px;border-inline-start:1px solid var(--rule-2)}
.steps h2{display:flex;justify-content:space-between;align-items:baseline;gap:8px;font:600 1rem/1.5 var(--sans)}
.steps h3{display:flex;flex-wrap:wrap;gap:6px;align-items:baseline;font:600 var(--t-s)/1.45 var(--sans)}
.steps time{margin-inline-start:auto;font-weight:400;font-size:var(--t-xs);color:var(--ink-3);white-space:nowrap}
.steps p{color:var(--ink-2)}
.steps .q{margin-block-start:4px;font:400 1.0625rem/1.62 var(--serif);color:var(--ink);white-space:pre-wrap}
.steps .c{margin-block-start:10px}.steps .c+.c{padding-block-start:10px;border-block-start:1px solid var(--rule)}
.steps .c .q{font-size:.9375rem;line-height:1.5}
.steps .said{white-space:pre-wrap}
.steps .disp.yes{color:var(--add)}.steps .disp.no{color:var(--del)}.steps .disp.noted{color:var(--note)}
.note .mend{font:400 1.125rem/1.62 var(--serif)}
@media screen and (max-width:1100px){.steps{grid-column:1}}
`;
