/**
 * The tokens of the design language and what every public page has: masthead, buttons, signs, word differences.
 * Light first; dark on a screen that asks for it, never on paper. Logical properties only, so that a page from
 * right to left needs no rule of its own. English words on a page from right to left keep their own order
 * (`plaintext`) and the page's edge (`match-parent`).
 */
export const STYLE_BASE = `
:root{
  color-scheme:light;
  --paper:#ffffff;--raise:#ffffff;
  --ink:#1e1a22;--ink-2:#48414f;--ink-3:#635b6b;
  --rule:#d8d4dd;--rule-2:#857c8e;
  --brand:#5b2452;--wash:#f2e8f0;--mark-line:#a86b00;
  --add:#165c3b;--add-wash:#dcf1e4;--del:#97281f;--del-wash:#fbe5e1;
  --warn:#744600;--warn-wash:#fdf0d5;--note:#3d4a66;--focus:#5b2452;
  --serif:"Source Serif 4 Variable","Noto Naskh Arabic Variable","Noto Naskh Arabic","Noto Serif CJK SC","Songti SC","SimSun",Georgia,serif;
  --sans:"IBM Plex Sans Variable","IBM Plex Sans Arabic","Noto Sans Arabic","Noto Naskh Arabic Variable","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;
  --mono:ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;
  --t-xs:.8125rem;--t-s:.875rem;
  --num:56px;--hang:76px;--item:26px;
}
@media screen and (prefers-color-scheme:dark){:root{
  color-scheme:dark;
  --paper:#1d1a21;--raise:#28242d;
  --ink:#ece8ef;--ink-2:#c6bfcc;--ink-3:#a79fae;
  --rule:#3a343f;--rule-2:#857c8e;
  --brand:#e2b1d8;--wash:#35263a;--mark-line:#e5b04b;
  --add:#8fd9ae;--add-wash:#17392a;--del:#f4a89f;--del-wash:#47211e;
  --warn:#f0c277;--warn-wash:#3b2c10;--note:#b4c3e4;--focus:#f0cfe9;
}}
*,*::before,*::after{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-block-start:24px}
body{margin:0;background:var(--paper);color:var(--ink);font:400 var(--t-s)/1.45 var(--sans);font-synthesis:none;text-rendering:optimizeLegibility;overflow-wrap:break-word}
p,h1,h2,h3,h4,h5,h6,ul,ol,dl,dd,pre{margin:0;padding:0}
a{color:var(--brand);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
main:focus,article:focus{outline:none}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-block-start:-100px;inset-inline-start:16px;padding:8px 12px;background:var(--raise);z-index:1}
.skip:focus{inset-block-start:8px}
.i{inline-size:1em;block-size:1em;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;vertical-align:-.14em;flex:none}
[dir=rtl] :is(p,dt,dd,li,h1,h2,h3):lang(en){unicode-bidi:plaintext;text-align:-webkit-match-parent;text-align:match-parent}
:lang(ar){--serif:"Noto Naskh Arabic Variable","Noto Naskh Arabic","Source Serif 4 Variable",Georgia,serif}
.mast{display:flex;align-items:center;gap:16px;min-block-size:52px;padding-inline:max(24px,calc(50vw - 660px))}
.brand{display:inline-flex;align-items:center;gap:10px;min-block-size:32px;font:600 1rem/1 var(--serif);letter-spacing:-.01em;color:var(--ink-2);text-decoration:none}
.brand::before{content:"";inline-size:6px;block-size:22px;border:0 solid;border-inline-width:1.5px 3px}
.crumb{min-inline-size:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--ink-2)}
.crumb::before{content:"/";margin-inline-end:8px;color:var(--rule-2)}
.grow{flex:1}
.btn{display:inline-flex;align-items:center;gap:6px;flex:none;min-block-size:34px;padding:5px 13px;border:1px solid var(--rule-2);border-radius:6px;background:var(--raise);color:var(--ink);font-weight:500;line-height:1.2;text-decoration:none;white-space:nowrap}
.btn:hover{background:var(--wash)}
ins{text-decoration:underline;text-decoration-thickness:1.5px;text-underline-offset:.17em;background:var(--add-wash);color:var(--add);padding-inline:.1em;border-radius:2px}
del{text-decoration:line-through;text-decoration-thickness:1.5px;background:var(--del-wash);color:var(--del);padding-inline:.1em;border-radius:2px}
ins.r{margin-inline-start:.22em}
.kind{display:inline-block;padding:1px 5px;border:1px solid currentColor;border-radius:2px;font:600 .75rem/1.25 var(--sans);letter-spacing:.04em;color:var(--ink-2)}
.kind.add{color:var(--add)}.kind.sup{color:var(--del)}.kind.mod{color:var(--brand)}
.disp{display:flex;gap:5px;align-items:baseline;font-weight:500}.disp .i{align-self:center}
.disp.yes{color:var(--add)}.disp.no{color:var(--del)}.disp.noted{color:var(--note)}.disp.open{color:var(--ink-2)}
@media (forced-colors:active){ins{border-block-end:2px solid}}
`;
