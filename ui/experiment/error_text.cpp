#include "ui/experiment/error_text.h"

#include "run/config_io.h"
#include "ui/support/engine_text.h"

#include <algorithm>

namespace prunescope::ui {
namespace {

bool isOption(const std::string& where) {
    const auto& fields = run::configFields();
    return where.starts_with("data.") || std::any_of(fields.begin(), fields.end(), [&](const auto& field) {
               return field.description.key == where;
           });
}

}  // namespace

QString reasonText(const Error& error) {
    if (error.mend().empty()) return engineText(Text::of("{}.", error.problem()));
    return engineText(Text::of("{}. {}", error.problem(), error.mend()));
}

QString placedReasonText(const Error& error) {
    return isOption(error.where().english()) ? reasonText(error) : engineText(error.whole());
}

}  // namespace prunescope::ui
