package dev.netwright.processor.card;

/** The style sheet of a card, and its only script; neither contains text that XML would read as markup. */
final class CardStyle {
    /** Light by default, dark if the reader's system is dark, and plain in print. */
    static final String STYLE = """

            :root { color-scheme: light dark; --paper: #fcfbf8; --card: #ffffff; --ink: #1d1f23; --soft: #5a606b; --line: #dedbd3;
              --conv: #2c6a94; --pool: #3f7d58; --linear: #7a5195; --merge: #98602a; --other: #6b7078;
              --v: #3f7fad; --g: #d08a3c; --s: #9a6fb0; --t: #7f8a4a; --c: #5aa58a; --k: #8b8f96; --ground: #f3f1eb; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #16181b; --card: #1d2024; --ink: #e9e7e2; --soft: #a2a8b3; --line: #34383f;
                --conv: #7db4dc; --pool: #86c29d; --linear: #c3a0da; --merge: #dba66b; --other: #a5abb5;
                --v: #5b9cca; --g: #d99a52; --s: #b48ac8; --t: #a3b06a; --c: #7cc4aa; --k: #9aa0a8; --ground: #22262b; } }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; }
            body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
              font: 15px/1.5 "Inter", system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; }
            main { max-width: 1100px; margin: 0 auto; padding: 48px 32px 64px; }
            h1 { font-size: 40px; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 6px; font-weight: 650; overflow-wrap: anywhere; }
            h2 { font-size: 22px; letter-spacing: -0.01em; margin: 64px 0 12px; font-weight: 620; }
            h3 { font-size: 15px; margin: 0; font-weight: 620; }
            p { margin: 0 0 12px; max-width: 72ch; }
            code, pre, .package, .shapes, td, tbody th, summary span { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; }
            .package { color: var(--soft); font-size: 13px; margin: 0 0 4px; }
            .lead { font-size: 18px; color: var(--soft); }
            .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); margin: 32px 0 0;
              border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
            .figures div { padding: 16px 16px 14px 0; }
            .figures dt { font-size: 13px; color: var(--soft); }
            .figures dd { margin: 2px 0 0; font-size: 25px; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
            .figures small { display: block; font-size: 12px; letter-spacing: 0; color: var(--soft); }
            nav { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 18px 0 0; font-size: 14px; }
            a { color: var(--conv); text-decoration: none; }
            a:hover { text-decoration: underline; }
            .scroll { overflow-x: auto; }
            .terminal { text-align: center; color: var(--soft); margin: 0 auto; font-size: 14px; }
            .terminal b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
            .blocks { display: flex; flex-wrap: wrap; gap: 22px 24px; margin: 14px 0; }
            .block { position: relative; flex: 1 1 auto; max-width: 100%; padding: 13px 16px 12px; background: var(--card); border: 1px solid var(--line);
              border-radius: 10px; break-inside: avoid; }
            .block + .block::before { content: "\u2192"; position: absolute; left: -20px; top: calc(50% - 12px); color: var(--soft); }
            .block header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 16px; margin-bottom: 4px; }
            .block header p, .cost { margin: 0; font-size: 13px; color: var(--soft); }
            .block header .shapes { font-size: 12.5px; }
            .cost { font-size: 12.5px; font-variant-numeric: tabular-nums; margin: -2px 0 6px; }
            .block header .times { color: var(--merge); font-weight: 600; }
            .repeated { box-shadow: 4px 4px 0 -1px var(--card), 4px 4px 0 0 var(--line), 8px 8px 0 -1px var(--card), 8px 8px 0 0 var(--line); margin: 0 8px 8px 0; }
            .auxiliary { border-style: dashed; }
            .block.auxiliary::before { content: "\u21b3"; }
            .aside { font-size: 13px; color: var(--soft); margin: 0 0 2px; }
            svg { display: block; max-width: none; font-family: inherit; }
            .drawing text { text-anchor: middle; fill: var(--ink); }
            .drawing .name { font-size: 12.5px; font-weight: 600; }
            .drawing .operation { font-size: 11px; fill: var(--soft); }
            .drawing .shape { font-size: 11px; font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; }
            .box rect { fill: var(--paper); stroke: currentColor; stroke-width: 1.2; }
            .conv { color: var(--conv); } .pool { color: var(--pool); } .linear { color: var(--linear); } .merge { color: var(--merge); } .other { color: var(--other); }
            .box .name { fill: currentColor; }
            .edge { fill: none; stroke: var(--soft); stroke-width: 1.2; opacity: 0.75; }
            .arrow, .entry { fill: var(--soft); }
            table, .layers { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            .layers { min-width: 900px; }
            .layers table { width: 100%; table-layout: fixed; }
            .c1 { width: 24%; } .c2 { width: 16%; } .c3 { width: 13%; } .c4 { width: 12%; } .c5 { width: 14%; } .c6 { width: 12%; } .c7 { width: 9%; }
            th, td { padding: 3px 8px; text-align: right; font-size: 12.5px; font-weight: 400; vertical-align: baseline; }
            thead th { font-size: 12.5px; color: var(--soft); font-weight: 500; vertical-align: bottom; }
            .layers th:first-child, .layers td:nth-child(2), .layers th:nth-child(2), .layers td:nth-child(3), .layers th:nth-child(3) { text-align: left; }
            .layers th:first-child { overflow-wrap: anywhere; }
            .layers td:nth-child(2) { color: var(--soft); }
            .layers tbody tr:hover { background: var(--ground); }
            .layers details tbody th { padding-left: 24px; }
            .head { border-bottom: 1px solid var(--line); }
            tr.total th, tr.total td { font-weight: 650; border-top: 1px solid var(--ink); padding-top: 6px; }
            details { border-bottom: 1px solid var(--line); }
            summary { display: grid; grid-template-columns: 24% 16% 13% 12% 14% 12% 9%; cursor: pointer; padding: 5px 0; font-size: 12.5px; list-style: none; }
            summary::-webkit-details-marker { display: none; }
            summary span { padding: 0 8px; text-align: right; }
            summary span:nth-child(1) { text-align: left; font-weight: 650; }
            summary span:nth-child(1)::before { content: "\u25b8"; display: inline-block; width: 14px; color: var(--soft); font-weight: 400; }
            details[open] summary span:nth-child(1)::before { content: "\u25be"; }
            summary span:nth-child(3) { text-align: left; }
            summary:hover { background: var(--ground); }
            .bar { display: inline-block; height: 8px; margin-right: 6px; background: var(--conv); opacity: 0.55; border-radius: 1px; min-width: 1px; }
            figure { margin: 28px 0 0; break-inside: avoid; }
            figure p { color: var(--soft); font-size: 14px; }
            figure b { color: var(--ink); font-weight: 600; }
            .legend { font-size: 13px; color: var(--soft); max-width: none; }
            .legend span { display: inline-block; width: 11px; height: 11px; margin: 0 6px 0 18px; border-radius: 2px; vertical-align: -1px; }
            .legend span:first-child { margin-left: 0; }
            span.v { background: var(--v); } span.g { background: var(--g); } span.s { background: var(--s); } span.t { background: var(--t); } span.c { background: var(--c); }
            span.k { background: var(--k); }
            .memory text { font-size: 11px; fill: var(--soft); }
            .memory .amount { text-anchor: end; font-variant-numeric: tabular-nums; }
            .memory .phase, .memory .blockname { text-anchor: middle; }
            .memory .phase { font-size: 12px; fill: var(--ink); }
            .memory .caption { font-size: 11px; fill: var(--soft); }
            .area.v, .region.v { fill: var(--v); } .area.g, .region.g { fill: var(--g); } .area.s, .region.s { fill: var(--s); }
            .area.t, .region.t { fill: var(--t); } .area.c, .region.c { fill: var(--c); } .area.k, .region.k { fill: var(--k); }
            .area { opacity: 0.85; }
            .region { stroke: var(--paper); stroke-width: 0.5; }
            .region:hover { opacity: 0.6; }
            .ground { fill: var(--ground); }
            .tick { stroke: var(--line); stroke-width: 0.6; }
            .middle { stroke: var(--ink); stroke-width: 0.8; stroke-dasharray: 2 3; opacity: 0.6; }
            .limit { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 4 3; } .level { stroke: var(--soft); stroke-width: 0.7; stroke-dasharray: 1 3; }
            .axis { stroke: var(--soft); stroke-width: 0.8; }
            .batches th, .batches td { padding: 4px 26px 4px 0; min-width: 96px; }
            .batches th:first-child { min-width: 64px; text-align: left; }
            .batches tbody tr { border-top: 1px solid var(--line); }
            #memory h3 { margin: 36px 0 6px; } figure h3 { margin-top: 0; }
            .code { position: relative; }
            pre { margin: 0; padding: 18px 20px; background: var(--ground); border-radius: 10px; overflow-x: auto; font-size: 13px; line-height: 1.55; tab-size: 4; }
            button { position: absolute; top: 10px; right: 10px; font: inherit; font-size: 12.5px; padding: 3px 12px; color: var(--ink); background: var(--card);
              border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
            footer { margin-top: 64px; padding-top: 14px; border-top: 1px solid var(--line); font-size: 12.5px; color: var(--soft); }
            footer code { overflow-wrap: anywhere; }
            :focus-visible { outline: 2px solid var(--conv); outline-offset: 2px; }
            @media (max-width: 700px) { main { padding: 28px 16px 40px; } h1 { font-size: 30px; } .block::before { display: none; } }
            @media print { :root { --paper: #ffffff; --card: #ffffff; } nav, button { display: none; } main { max-width: none; padding: 0; }
              .scroll { overflow: visible; } svg { width: 100%; height: auto; } h2 { break-after: avoid; } pre { white-space: pre-wrap; } }
            """;

    /** Shows the copy buttons, which are hidden without scripts. */
    static final String SCRIPT = """

            for (const button of document.querySelectorAll("button")) {
              button.hidden = false;
              button.addEventListener("click", () => {
                getSelection().selectAllChildren(button.nextElementSibling);
                document.execCommand("copy");
                button.textContent = "Copied";
                setTimeout(() => { button.textContent = "Copy"; }, 1500);
              });
            }
            """;

    private CardStyle() {}
}
