#include "report/html.h"

#include "report/css_colours.h"
#include "report/html_blocks.h"
#include "report/style.h"
#include "report/text.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

/// Keeps a browser from fetching anything, should a hole in the escaping ever let something in.
constexpr std::string_view contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

std::string head(const Document& document, const Language& language, const HtmlBlocks& write) {
    return fmt::format(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{}\">\n<head>\n<meta "
        "charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
        "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n",
        language.code, contentPolicy, write.line(document.title), colourStyle(document.layers), styleSheet());
}

std::string contents(const Document& document, const Language& language, const HtmlBlocks& write) {
    std::string html =
        fmt::format("<nav aria-label=\"{}\"><ol>\n", escaped(language.say(Text::of("Contents"))));
    for (const Chapter& chapter : document.chapters)
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", chapter.id, write.line(chapter.title));
    return html + "</ol></nav>\n";
}

}  // namespace

std::string htmlOf(const Document& document, const Language& language) {
    const HtmlBlocks write(language);
    std::string html = head(document, language, write);
    html += fmt::format("<body>\n<main>\n<header>\n<p class=\"small kind\">{}</p>\n<h1>{}</h1>\n",
                        write.line(document.kind), write.line(document.verdict));
    html += write.blocks(document.state) + "</header>\n" + write.blocks(document.summary) +
            contents(document, language, write);
    for (std::size_t i = 0; i < document.chapters.size(); ++i) {
        const Chapter& chapter = document.chapters[i];
        html += fmt::format(
            "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\"><span "
            "class=\"number\">{1}</span> {2}</h2>\n{3}</section>\n",
            chapter.id, i + 1, write.line(chapter.title), write.blocks(chapter.blocks));
    }
    return html + "</main>\n</body>\n</html>\n";
}

}  // namespace prunescope::report
