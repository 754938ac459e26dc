#include "report/style.h"

namespace prunescope::report {

namespace {

constexpr std::string_view sheet =
    R"css(:root{--ground:#fff;--ink:#1b1f24;--soft:#5c6670;--hair:#d8dde2;--accent:#0b5a94;--accent-rgb:0,96,160;--wrong-rgb:190,72,0;
color-scheme:light;--large:26px;--body:15px;--little:12.5px}
@media screen and (prefers-color-scheme:dark){:root{--ground:#15181c;--ink:#e6e9ec;--soft:#9aa4ae;--hair:#333a41;
--accent:#6fb4ea;--accent-rgb:60,140,205;--wrong-rgb:225,105,40;color-scheme:dark}}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:400 var(--body)/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{margin:0}
main{max-width:956px;margin:0 auto;padding:56px 32px 96px}
h1{font-size:var(--large);line-height:1.25;font-weight:600;letter-spacing:-.01em;margin:4px 0 20px;max-width:32em;
text-wrap:balance}
h2{font-size:var(--large);line-height:1.3;font-weight:600;letter-spacing:-.01em;margin:0 0 20px}
h2 .number{color:var(--soft);font-weight:400;margin-right:8px}
h3{font-size:var(--body);font-weight:600;margin:32px 0 8px}
p{margin:0 0 12px;max-width:72ch}
header p{white-space:pre-line}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
code{font:inherit;background:none;color:inherit;font-weight:500}
.hash{overflow-wrap:anywhere;font-size:var(--little);color:var(--soft);font-weight:400}
.small,.evidence,.origin{font-size:var(--little)}
.small{color:var(--soft);line-height:1.45}
.soft{color:var(--soft);font-weight:400}
.evidence{color:var(--soft);font-style:italic}
.origin{text-decoration:none;white-space:nowrap}
.kind{margin:0;color:var(--accent);font-weight:600}
section{margin-top:72px;padding-top:20px;border-top:1px solid var(--ink)}
.state{border-top:1px solid var(--hair);border-bottom:1px solid var(--hair);padding:10px 0;margin:20px 0;max-width:none}
.state.alert{background:var(--ink);color:var(--ground);border:0;padding:12px 16px;-webkit-print-color-adjust:exact;
print-color-adjust:exact}
.state.alert a{color:inherit}
.state.alert .evidence,.state.alert .soft{color:inherit}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);margin:28px 0 36px;gap:28px 24px}
.tile dt{font-size:var(--little);color:var(--soft);font-weight:400}
.tile dd{margin:0}
.tile .value{display:block;font-size:var(--large);line-height:1.35;font-weight:600;letter-spacing:-.01em;white-space:nowrap}
.tile .small{display:block}
nav{margin-top:36px;padding-top:14px;border-top:1px solid var(--hair)}
nav ol{columns:3;column-gap:24px;margin:0;padding-left:22px;font-size:var(--little);line-height:1.9}
nav a{text-decoration:none}
ul{margin:0 0 12px;padding-left:20px;max-width:74ch}
li{margin-bottom:6px}
nav li{margin:0}
dl:not(.tiles){display:grid;grid-template-columns:minmax(130px,max-content) 1fr;gap:7px 24px;margin:0 0 24px}
dt{color:var(--soft)}
dl:not(.tiles) dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:20px 0}
.pair{display:flex;flex-wrap:wrap;column-gap:56px}
.pair>:last-child{flex:1 1 280px}
table{border-collapse:collapse;width:100%;font-size:var(--little);line-height:1.4}
caption{text-align:left;font-weight:600;padding:0 0 6px;font-size:var(--little)}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--hair);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom}
td{overflow-wrap:break-word}
.text{overflow-wrap:anywhere}
.num{text-align:right;white-space:nowrap;overflow-wrap:normal}
thead .num{white-space:normal}
.unbroken{white-space:nowrap}
.num+td:not(.num),.num+th:not(.num){padding-left:20px}
.total th,.total td{font-weight:600;border-bottom:1px solid var(--ink)}
.swatch{display:inline-block;width:9px;height:9px;margin-right:7px;border-radius:50%;-webkit-print-color-adjust:exact;
print-color-adjust:exact}
.confusion{width:auto}
.confusion th,.confusion td{border-bottom:0}
.confusion thead th{border:0}
.confusion .answer{padding:0 2px 6px;text-align:center;height:7.5em;vertical-align:bottom}
.confusion .answer span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:10em;overflow:hidden;white-space:nowrap}
.confusion th[scope=row]{padding:4px 10px 4px 0;white-space:nowrap;vertical-align:middle}
.confusion .cell{background:rgba(var(--wrong-rgb),var(--shade));min-width:3.4em;text-align:center;padding:5px 3px;
border:1px solid var(--ground);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.confusion .deep{color:#fff}
.confusion .cell.right{background:rgba(var(--accent-rgb),var(--shade));font-weight:600}
.no{border-bottom:2px solid currentColor}
figure{margin:24px 0 32px}
figcaption{font-size:var(--little);color:var(--soft);margin-bottom:6px}
figcaption strong{color:var(--ink);font-weight:600;margin-right:4px}
.pictures{display:grid;margin:16px 0 28px;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));gap:18px 14px}
.picture{font-size:var(--little);line-height:1.35;overflow-wrap:anywhere}
.picture img{display:block;width:84px;height:84px;object-fit:contain;object-position:left;image-rendering:pixelated;
margin-bottom:4px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.picture strong{display:block;font-weight:600}
.chart{display:block;width:100%;height:auto;overflow:visible;font-size:12px}
.chart text{fill:var(--ink);font-variant-numeric:tabular-nums}
.chart text.soft{fill:var(--soft)}
.chart .mark-label{fill:var(--ink);stroke:var(--ground);stroke-width:4px;paint-order:stroke}
.chart .grid{stroke:var(--hair);fill:none}
.chart .axis{stroke:var(--soft);fill:none}
.chart .mark{stroke:var(--soft);stroke-dasharray:1 3;stroke-linecap:round;fill:none}
.chart .request{stroke:var(--ink);stroke-width:1.5;fill:none}
.chart .line{fill:none;stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.chart .dashed{stroke-dasharray:5 4;stroke-linecap:butt}
.chart .broad{stroke-width:4;opacity:.55}
.chart .faint{stroke-width:1;opacity:.3}
.origins{font-size:var(--little);padding-left:26px}
.origins li{margin-bottom:8px;max-width:96ch}
.origins li:target{outline:1px solid var(--accent);outline-offset:4px}
.signatures{display:grid;grid-template-columns:2fr 2fr 1fr;gap:32px;margin-top:72px}
.signatures .line{border-top:1px solid var(--ink);padding-top:6px}
@media screen and (max-width:860px){main{padding:32px 20px 64px}.tiles{grid-template-columns:repeat(2,1fr)}
nav ol{columns:2}}
@media print{@page{size:A4;margin:17mm 16mm 18mm}
:root{--large:19px;--body:11.5px;--little:9.5px}
main{max-width:none;padding:0}
nav{break-inside:avoid}
section{margin-top:30px;padding-top:12px}
#result{break-before:page;margin-top:0}
h2,h3,caption,figcaption{break-after:avoid}
figure,.picture,tr,li,.tile,.signatures,.state,.confusion{break-inside:avoid}
thead{display:table-header-group}
.tiles{gap:18px 18px;margin:20px 0 24px}
th,td{padding:4px 6px 4px 0}
.num+td:not(.num),.num+th:not(.num){padding-left:10px}
#confusion{break-inside:avoid}
.pair{column-gap:28px}
.pair>:last-child{flex-basis:200px}
.confusion .cell{min-width:2.8em}
.scroll{overflow:visible}
figure{margin:14px 0 18px}
a{color:inherit;text-decoration:none}
.origin{color:var(--accent)}
#signature{break-inside:avoid}}
)css";

}  // namespace

std::string_view styleSheet() {
    return sheet;
}

}  // namespace prunescope::report
