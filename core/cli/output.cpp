#include "cli/output.h"

#include "base/clean_text.h"
#include "base/error.h"

#include <cerrno>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>

namespace prunescope::cli {
namespace {

void writeOut(std::string_view text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
    throw Error(Text::of("standard output"),
                Text::of("cannot be written: {}", std::generic_category().message(errno)),
                Text::of("Send it to a file or a program that takes all of it."));
}

/// Gives the lines of a text to `use`, one by one.
template <class Use>
void forEachLine(std::string_view text, const Use& use) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        use(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

void sayLine(std::string_view line) {
    writeOut(terminalLine(line) + "\n");
}

void tellLine(std::string_view line) noexcept {
    try {
        const std::string text = terminalLine(line) + "\n";
        std::fwrite(text.data(), 1, text.size(), stderr);
    } catch (const std::exception&) {
        // There is no memory to say it with.
    }
}

void sayLines(std::string_view text) {
    forEachLine(text, sayLine);
}

void tellLines(std::string_view text) {
    forEachLine(text, tellLine);
}

void sayJson(const nlohmann::json& json) {
    writeOut(json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n");
}

void finishOutput() {
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
    throw Error(Text::of("standard output"),
                Text::of("cannot be written: {}", std::generic_category().message(errno)),
                Text::of("Send it to a file or a program that takes all of it."));
}

}  // namespace prunescope::cli
