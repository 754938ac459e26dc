#pragma once

#include "run/option.h"

#include <nlohmann/json.hpp>

#include <QString>
#include <cstdint>
#include <optional>

namespace prunescope::ui {

/// How the values of an option are written in a field: shares in percent, and "auto" for a number by which
/// the engine knows it.
class OptionText {
public:
    struct Writing {
        bool percent = false;
        std::optional<std::int64_t> automatic{};
    };

    /// `option` outlives it.
    OptionText(const run::OptionDescription& option, const Writing& writing)
        : option_(option), writing_(writing) {}

    /// Throws an `Error` in the engine's words, or in those of this window where the engine thinks in shares.
    nlohmann::json valueOf(const QString& text) const;
    QString textOf(const nlohmann::json& value) const;
    /// "Allowed: …"; empty for options whose values are not counted.
    QString allowed() const;

private:
    nlohmann::json shareOf(const QString& text) const;

    const run::OptionDescription& option_;
    Writing writing_;
};

}  // namespace prunescope::ui
