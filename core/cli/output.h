#pragma once

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace prunescope::cli {

/// One line on standard output. Whatever its text came from, a line is what it becomes: see `terminalLine`.
/// Throws `Error` when it cannot be written, as do all that write there: an answer that nobody got is none.
void sayLine(std::string_view line);
/// One line on standard error. What cannot be written is lost: messages end no run.
void tellLine(std::string_view line) noexcept;

/// Text of several lines.
void sayLines(std::string_view text);
void tellLines(std::string_view text);

/// One line of JSON on standard output, in ASCII, whatever bytes its texts have.
void sayJson(const nlohmann::json& json);

template <class... Values>
void say(fmt::format_string<Values...> text, Values&&... values) {
    sayLine(fmt::format(text, std::forward<Values>(values)...));
}
template <class... Values>
void tell(fmt::format_string<Values...> text, Values&&... values) {
    tellLine(fmt::format(text, std::forward<Values>(values)...));
}

/// At the end: throws `Error` when something of what was said is not written after all.
void finishOutput();

}  // namespace prunescope::cli
