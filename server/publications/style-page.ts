/**
 * The public page: contents, title block, text with hanging numbers, record. The three columns are those of the
 * mockup; up to 1100 px the contents go, up to 900 px numbers stand above their paragraph. Numbers are positioned
 * against the whole text, not their block, so that those of nested items stand in the same margin.
 */
export const STYLE_PAGE = `
.page{display:grid;grid-template-columns:minmax(0,208px) minmax(0,720px) minmax(0,1fr);column-gap:32px;max-inline-size:1320px;margin-inline:auto}
.tb{grid-column:2/-1;max-inline-size:900px;padding-block:32px 24px;padding-inline-start:var(--hang)}
.tb .sym{display:flex;gap:16px;align-items:baseline;font-weight:600}
.tb .fin{padding:1px 9px;border-radius:99px;background:var(--add-wash);color:var(--add)}
.tb h1{margin-block:10px 16px;font:600 2.5rem/1.12 var(--serif);letter-spacing:-.02em;text-wrap:balance}
.newer{margin-block-end:16px;padding:8px 12px;border-inline-start:4px double var(--warn);background:var(--warn-wash);color:var(--warn)}.newer a{color:inherit}
.facts{display:flex;flex-wrap:wrap;gap:6px 28px}.facts div{display:flex;gap:7px}.facts dt{color:var(--ink-3)}
code{font:500 .9375em/1.4 var(--mono)}
.ok,.bad{font-weight:600;white-space:nowrap}.ok{color:var(--add)}.bad{color:var(--del)}
.toc{grid-column:1;position:sticky;inset-block-start:16px;align-self:start;max-block-size:calc(100dvh - 32px);overflow:auto;padding-block-start:4px}
.toc h2{margin-block-end:4px;font:600 var(--t-xs)/1.4 var(--sans);color:var(--ink-2)}
.toc ol{list-style:none}
.toc li a{display:grid;grid-template-columns:1.6em 1fr;min-block-size:28px;padding-block:4px;line-height:1.35;color:var(--ink-2);text-decoration:none}.toc li a:hover{text-decoration:underline}
.toc .h2 a{grid-template-columns:2.4em 1fr;padding-inline-start:1.6em}
.toc ol+p{margin-block-start:10px;padding-block-start:12px;border-block-start:1px solid var(--rule)}
.toc p{color:var(--ink-2);padding-block:4px}.toc p a{color:inherit}

.text{position:relative;grid-column:2;padding-block-end:32px;font:400 1.125rem/1.62 var(--serif);font-feature-settings:"onum"}
.text [data-pid]{position:static;white-space:pre-wrap;text-wrap:pretty;scroll-margin-block-start:24px}
.text>:is(p,h1,h2,h3,h4,h5,h6){padding-inline-start:var(--hang);margin-block-end:.85em}
.text :is(h1,h2,h3,h4,h5,h6){font:600 1.25rem/1.35 var(--serif);margin-block:1.5em .55em}
.text>h1{font-size:1.75rem}.text>h3{font-size:1.125rem}.text>:is(h4,h5,h6){font-size:1.0625rem}
.text>:first-child{margin-block-start:0}
.text>:first-child:is(h2,h3){margin-block-start:1.1em}
.num{position:absolute;inset-inline-start:0;inline-size:var(--num);text-align:end;font:500 var(--t-xs)/1 var(--sans);line-height:calc(1.125rem*1.62);color:var(--ink-3);text-decoration:none;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
:is(h1,h2)>.num.own{font:600 1.25rem/1.35 var(--serif);color:var(--ink)}
:is(h3,h4,h5,h6)>.num.own{font:600 1rem/1.5 var(--serif);color:var(--ink)}
:is(h1,h2,h3,h4,h5,h6)>.num.quiet{line-height:1.6875rem}
.num.quiet{opacity:0}.num.quiet:focus,:hover>.num.quiet,:target>.num.quiet{opacity:1}
.num:hover,:target>.num{color:var(--brand);text-decoration:underline}
.text :is(ul,ol){list-style:none;padding-inline-start:var(--item);margin-block-end:.85em}
.text>:is(ul,ol){padding-inline-start:calc(var(--hang) + var(--item))}
.text li li,.text li>:is(ul,ol){margin-block-end:0}
.text li[data-pid]{margin-block-end:.55em}
.text li[data-pid]::before{content:"–";display:inline-block;inline-size:var(--item);margin-inline-start:calc(-1*var(--item));color:var(--ink-3)}
.text li:has(>.num.own)::before{display:none}
.text li>.num.own{position:static;display:inline-block;inline-size:auto;min-inline-size:var(--item);margin-inline-start:calc(-1*var(--item));padding-inline-end:4px;text-align:start;font:inherit;color:var(--ink-2)}
.text table{margin-inline-start:var(--hang);margin-block:.4em 1.2em;border-collapse:collapse;font-size:1rem;line-height:1.5}
.text :is(td,th){padding:6px 10px;border:1px solid var(--rule);vertical-align:top;text-align:start;font-weight:400}
.text th{background:color-mix(in srgb,var(--rule) 30%,transparent);font-weight:600}
.text :is(td,th)>*{margin-block:0 .5em}.text :is(td,th)>:last-child{margin-block-end:0}
.text :is(td,th) .num{position:static;inline-size:auto;margin-inline-end:.5em}.text :is(td,th) .num.quiet{display:none}
.how{display:inline-flex;align-items:center;min-block-size:24px;padding-inline:7px;margin-inline-start:4px;border:1px solid var(--rule);border-radius:99px;font:500 var(--t-xs)/1 var(--sans);letter-spacing:0;font-feature-settings:normal;color:var(--ink-2);text-decoration:none;vertical-align:.12em;white-space:nowrap}
.how:hover{border-color:var(--brand);background:var(--wash);color:var(--brand)}
.text [data-pid]:is(:target,:has(>:target)){box-decoration-break:clone;background:linear-gradient(var(--mark-line),var(--mark-line)) no-repeat 64px .2em/3px calc(100% - .4em)}
[dir=rtl] .text [data-pid]:is(:target,:has(>:target)){background-position:calc(100% - 64px) .2em}
.text li[data-pid]:is(:target,:has(>:target)),.text :is(td,th) [data-pid]:is(:target,:has(>:target)){background:none;outline:2px solid var(--mark-line);outline-offset:4px}
:lang(ar) .text,.text:lang(ar){font-size:1.1875rem;line-height:1.9;letter-spacing:0}.text:lang(ar) p>.num{line-height:calc(1.1875rem*1.9)}.text:lang(ar) em{font-style:normal}

.about{grid-column:2;margin-inline-start:var(--hang);margin-block-end:72px;padding-block-start:24px;border-block-start:4px double var(--rule)}
.about h2{font:600 1.25rem/1.35 var(--serif);margin-block-end:12px}
.about h3{font:600 var(--t-s)/1.45 var(--sans);margin-block:20px 4px}
.about p{margin-block-end:8px;max-inline-size:65ch}
.about pre{margin-block-end:12px;padding:8px 12px;border:1px solid var(--rule);white-space:pre-wrap;overflow-wrap:anywhere}
.why{padding:8px 12px;border-inline-start:4px double var(--warn);background:var(--warn-wash);color:var(--warn)}
.record div{display:grid;grid-template-columns:11em 1fr;padding-block:5px;border-block-end:1px solid var(--rule)}.record dt{color:var(--ink-3)}.record dd{overflow-wrap:anywhere}
.plain{list-style:none}.plain li{padding-block:3px}.columns{columns:2 16em}
.print-only,.running{display:none}
@media screen and (max-width:1100px){
  .page{grid-template-columns:minmax(0,720px);justify-content:center;padding-inline:20px}
  .toc{display:none}.tb,.text,.about{grid-column:1}
}
@media screen and (max-width:900px){
  :root{--hang:0px}
  .text .num{position:static;display:block;inline-size:auto;margin-block-end:2px;text-align:start;line-height:24px}
  .text .num.quiet:not(:focus){display:none}
  .text :is(h1,h2,h3,h4,h5,h6)>.num{display:inline-block;margin-inline-end:.5em;line-height:inherit}
  .text li>.num.own{display:inline-block;line-height:inherit}
  .text [data-pid]:is(:target,:has(>:target)){background:none;box-shadow:-12px 0 0 var(--paper),-15px 0 0 var(--mark-line)}
  [dir=rtl] .text [data-pid]:is(:target,:has(>:target)){box-shadow:12px 0 0 var(--paper),15px 0 0 var(--mark-line)}
  .text table{display:block;overflow-x:auto}.text [data-pid]{text-wrap:wrap}
}
@media screen and (max-width:720px){
  .mast{padding-inline:16px}.crumb{display:none}.btn{min-block-size:44px}.how{min-block-size:32px}
  .tb{padding-block:12px 20px}.tb h1{font-size:1.75rem}.facts{flex-direction:column}.facts dd{white-space:normal}
  .record div{grid-template-columns:1fr}
}
`;
