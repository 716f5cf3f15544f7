package dev.netwright.runtime.report.html;

import dev.netwright.runtime.chart.ChartStyle;

/**
 * The style of a run's page, the same as of a network's card, and its only script. Both are free of XML's special
 * characters.
 */
final class PageStyle {
    /** Light by default, dark if the reader's system is, and plain on paper. */
    static final String CSS = """

            :root { color-scheme: light dark; --paper: #fcfbf8; --card: #ffffff; --ink: #1d1f23; --soft: #5a606b; --line: #dedbd3;
              --link: #2c6a94; --right: #3f7d58; --wrong: #b3531e; --ground: #f3f1eb; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #16181b; --card: #1d2024; --ink: #e9e7e2; --soft: #a2a8b3; --line: #34383f;
                --link: #7db4dc; --right: #86c29d; --wrong: #e0884f; --ground: #22262b; } }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 15px/1.5 "Inter", system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; }
            main { max-width: 1100px; margin: 0 auto; padding: 48px 32px 64px; }
            h1 { font-size: 40px; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 6px; font-weight: 650; overflow-wrap: anywhere; }
            h2 { font-size: 22px; letter-spacing: -0.01em; margin: 56px 0 12px; font-weight: 620; }
            h3 { font-size: 15px; margin: 28px 0 6px; font-weight: 620; }
            p { margin: 0 0 12px; max-width: 72ch; }
            code, pre, .package { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; }
            .package { color: var(--soft); font-size: 13px; margin: 0 0 4px; }
            .lead { font-size: 17px; color: var(--soft); }
            .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); margin: 28px 0 0;
              border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
            .figures div { padding: 16px 16px 14px 0; }
            .figures dt { font-size: 13px; color: var(--soft); }
            .figures dd { margin: 2px 0 0; font-size: 25px; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
            .figures small { display: block; font-size: 12px; letter-spacing: 0; color: var(--soft); }
            nav { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 18px 0 0; font-size: 14px; }
            a { color: var(--link); text-decoration: none; }
            a:hover { text-decoration: underline; }
            .scroll { overflow-x: auto; }
            .tall { max-height: 90vh; overflow-y: auto; }
            svg { display: block; max-width: none; font-family: inherit; }
            .confusion { margin: 8px 0 0; }
            .confusion text { fill: var(--ink); }
            .confusion .end { text-anchor: end; } .confusion .middle { text-anchor: middle; font-variant-numeric: tabular-nums; }
            .confusion .ground { fill: var(--ground); }
            .right rect { fill: var(--right); } .wrong rect { fill: var(--wrong); }
            .confusion .full text { fill: var(--paper); }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 3px 10px; text-align: right; font-size: 13px; font-weight: 400; vertical-align: baseline; }
            .plain { min-width: 480px; margin: 0 0 24px; }
            .plain thead th { color: var(--soft); border-bottom: 1px solid var(--line); }
            .plain .word { text-align: left; padding-left: 0; }
            .plain tbody tr:hover { background: var(--ground); }
            .none { color: var(--soft); }
            .sorts th { cursor: pointer; } .sorts th:hover { color: var(--ink); }
            th[aria-sort=ascending]::after { content: " \u25b4"; } th[aria-sort=descending]::after { content: " \u25be"; }
            .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(112px, 1fr)); gap: 20px 16px; }
            .gallery figure { margin: 0; break-inside: avoid; }
            .gallery img { width: 112px; height: 112px; object-fit: contain; image-rendering: pixelated; background: var(--ground); border-radius: 6px; }
            figcaption { font-size: 12.5px; line-height: 1.4; overflow-wrap: anywhere; color: var(--soft); }
            figcaption b { display: block; color: var(--ink); font-weight: 600; }
            figcaption span { font-variant-numeric: tabular-nums; }
            summary { cursor: pointer; padding: 6px 0; color: var(--link); }
            iframe { width: 100%; height: 80vh; border: 1px solid var(--line); border-radius: 10px; }
            pre { margin: 0; padding: 18px 20px; background: var(--ground); border-radius: 10px; overflow-x: auto; font-size: 13px; line-height: 1.55; }
            :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
            @media (max-width: 700px) { main { padding: 28px 16px 40px; } h1 { font-size: 30px; } }
            @media print { :root { --paper: #ffffff; --card: #ffffff; } nav, iframe { display: none; } main { max-width: none; padding: 0; }
              .scroll { overflow: visible; max-height: none; } svg { max-width: 100%; height: auto; } h2 { break-after: avoid; } pre { white-space: pre-wrap; } }
            """ + ChartStyle.CSS;

    /** Sorts tables by the column whose header is clicked: words ascending, numbers descending at first. */
    static final String SCRIPT = """

            for (const table of document.querySelectorAll("table.sortable")) {
              table.classList.add("sorts");
              const heads = [...table.tHead.rows[0].cells];
              heads.forEach((head, column) => head.addEventListener("click", () => {
                const isWord = head.classList.contains("word");
                const order = head.getAttribute("aria-sort") === (isWord ? "ascending" : "descending") ? -1 : 1;
                const text = row => row.cells[column].textContent;
                const number = row => Number.isNaN(parseFloat(text(row))) ? -1 : parseFloat(text(row));
                const rows = [...table.tBodies[0].rows];
                rows.sort((a, b) => order * (isWord ? text(a).localeCompare(text(b)) : number(b) - number(a)));
                table.tBodies[0].append(...rows);
                heads.forEach(other => other.removeAttribute("aria-sort"));
                head.setAttribute("aria-sort", isWord === (order === 1) ? "ascending" : "descending");
              }));
            }
            """;

    private PageStyle() {}
}
