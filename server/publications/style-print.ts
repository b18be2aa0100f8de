/**
 * The paper copy: ink only, its address and hash on it, numbers in the margin, no controls. The foot of each sheet
 * has its number from the page's margin box; symbol, version and day come from an element that the page repeats as the
 * foot of a table, because a style sheet that is the same for all papers cannot name one.
 */
export const STYLE_PRINT = `
@page{size:A4;margin:22mm 20mm 18mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);direction:ltr;font:8pt sans-serif;color:#333}}
@media print{
  :root{--ink:#000;--ink-2:#222;--ink-3:#333;--rule:#999;--hang:17mm;--num:12mm}
  .mast,.skip,.toc,.how,.no-print,.about{display:none!important}
  .page{display:table;inline-size:100%;max-inline-size:none;padding:0}
  .tb{max-inline-size:none;padding-block:0 10mm}.tb h1{font-size:22pt}.tb .fin{background:none;border:1px solid}
  .text{padding:0;font-size:10.5pt;line-height:1.5}.text:lang(ar){font-size:12pt}
  .text [data-pid]{orphans:3;widows:3;background:none!important;outline:none!important}
  .num{line-height:15.75pt}.num.quiet{display:none}
  .text :is(h2,h3,h4,h5,h6){break-after:avoid;font-size:13pt}:is(h1,h2)>.num.own{font-size:13pt}
  .text tr{break-inside:avoid}
  .print-only{display:block;margin-block-start:8mm;margin-inline-start:17mm;padding-block-start:3mm;border-block-start:.5pt solid #000;font:8.5pt/1.45 var(--sans);overflow-wrap:anywhere}
  .running{display:table-footer-group;break-inside:avoid;font:8pt sans-serif;color:#333}
  .running span{display:block;padding-block-start:5mm}
  .steps>li{break-inside:avoid}
  a{color:inherit;text-decoration:none}
}
`;
