package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;

/** The beginning of every page: its title and style. Nothing outside of the page is loaded. */
final class PageHead {
    private PageHead() {}

    static Markup of(String title) {
        return Markup.of(
                "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        + "script-src 'unsafe-inline'; img-src data:\"/>\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                        + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{}</title>\n<style>{}</style>\n</head>\n",
                title,
                Markup.of(PageStyle.CSS));
    }
}
