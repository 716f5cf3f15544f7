package dev.netwright.runtime.chart;

/** The style sheet of charts: light, or dark if the reader's system is. */
public final class ChartStyle {
    /** Rules for elements of the class {@code chart}. Lines differ in color and dash, as in d2l's Animator. */
    public static final String CSS = """
            .chart { --chart-ink: #1d1f23; --chart-soft: #5a606b; --chart-grid: #dedbd3;
              --s1: #2c6a94; --s2: #a8407d; --s3: #3f7d58; --s4: #b3631e; --s5: #7a5195; --s6: #6b7078; }
            @media (prefers-color-scheme: dark) {
              .chart { --chart-ink: #e9e7e2; --chart-soft: #a2a8b3; --chart-grid: #34383f;
                --s1: #7db4dc; --s2: #e58ac0; --s3: #86c29d; --s4: #dba66b; --s5: #c3a0da; --s6: #a5abb5; } }
            .chart text { font-size: 12px; fill: var(--chart-soft); font-variant-numeric: tabular-nums; }
            .chart .title { font-size: 14px; font-weight: 600; fill: var(--chart-ink); }
            .chart .name { fill: var(--chart-ink); }
            .chart .up, .chart .before { text-anchor: end; }
            .chart .across { text-anchor: middle; }
            .chart .grid { stroke: var(--chart-grid); stroke-width: 1; fill: none; }
            .chart .axis { stroke: var(--chart-soft); stroke-width: 1; fill: none; }
            .chart .mark { stroke: var(--chart-ink); stroke-width: 1; stroke-dasharray: 2 3; fill: none; }
            .chart .marked { fill: var(--chart-ink); }
            .chart .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
            .chart .rest { fill: transparent; }
            .chart .s1 { stroke: var(--s1); } .chart .s2 { stroke: var(--s2); stroke-dasharray: 6 3; }
            .chart .s3 { stroke: var(--s3); stroke-dasharray: 7 3 1.5 3; } .chart .s4 { stroke: var(--s4); stroke-dasharray: 1.5 3; }
            .chart .s5 { stroke: var(--s5); } .chart .s6 { stroke: var(--s6); stroke-dasharray: 6 3; }
            .chart .alone { fill: none; stroke-width: 2; stroke-dasharray: none; }
            """;

    private ChartStyle() {}
}
