// The difference between the two JSON objects of an event, in words.

#include "run/audit_events.h"
#include "run/record_json.h"
#include "ui/audit/audit_text.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <algorithm>
#include <array>
#include <optional>

namespace prunescope::ui {
namespace {

using Json = nlohmann::json;

const QString arrow = QStringLiteral(" → ");
const QString nothing = QStringLiteral("–");

std::optional<Json> objectIn(const std::string& text) {
    try {
        Json json = run::jsonFromText(text, "");
        if (json.is_object()) return json;
    } catch (const std::exception&) {
        return std::nullopt;  // Damaged or plain text: shown as it stands.
    }
    return std::nullopt;
}

/// As many digits as it takes to tell 95 % from 95.0001 %, and no more.
QString shareText(double share) {
    return QString::number(100 * share, 'g', 10) + QStringLiteral(" %");
}

/// What a key is about: tells how its value is written.
enum class Unit { share, step, word, points, plain };

Unit unitOf(const std::string& key) {
    if (key == "target" || key == "initial" || key == "sparsity") return Unit::share;
    if (key == "start" || key == "end" || key == "freeze") return Unit::step;
    if (key == "shape" || key == "phase") return Unit::word;
    return key == "knots" ? Unit::points : Unit::plain;
}

/// The two objects of an event, and what of them differs.
class Difference {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::AuditText)
public:
    Difference(const Json& before, const Json& after, const std::vector<std::string>& layers)
        : before_(before), after_(after), layers_(layers) {}

    QString text() {
        // What a user looks for first comes first.
        static constexpr std::array first{"phase", "target", "initial", "shape", "start",
                                          "end",   "freeze", "knots",   "z",     "sparsity"};
        for (const char* key : first) add(key);
        const auto addOthers = [&](const Json& object) {
            for (const auto& [key, value] : object.items()) {
                if (std::find(first.begin(), first.end(), key) == first.end()) add(key);
            }
        };
        addOthers(after_);
        for (const auto& [key, value] : before_.items()) {
            const bool known =
                after_.contains(key) || std::find(first.begin(), first.end(), key) != first.end();
            if (!known) add(key);
        }
        return parts_.join(QStringLiteral("; "));
    }

private:
    void add(const std::string& key) {
        const Json* was = before_.contains(key) ? &before_.at(key) : nullptr;
        const Json* is = after_.contains(key) ? &after_.at(key) : nullptr;
        if (was == nullptr && is == nullptr) return;
        if (was != nullptr && is != nullptr && *was == *is) return;
        if (key == "knots" && was == nullptr && is->is_array() && is->empty()) return;
        if (key == "z" && was != nullptr && is != nullptr && sameLength(*was, *is))
            return addStrengths(*was, *is);
        QString now = is == nullptr ? nothing : valueText(key, *is);
        QString then = was == nullptr ? QString() : valueText(key, *was);
        // Both curves may have as many points: the words must not say that nothing changed.
        if (then == now) now += QLatin1Char(' ') + tr("(other values)");
        parts_ << label(key) + QLatin1Char(' ') + (was == nullptr ? now : then + arrow + now);
    }

    static bool sameLength(const Json& a, const Json& b) {
        return a.is_array() && b.is_array() && a.size() == b.size() && !a.empty();
    }

    void addStrengths(const Json& was, const Json& is) {
        const auto uniform = [](const Json& list) {
            return std::all_of(list.begin(), list.end(), [&](const Json& z) { return z == list.front(); });
        };
        if (is.size() > 1 && uniform(was) && uniform(is)) {
            parts_ << tr("z of all layers %1").arg(plainText(was.front()) + arrow + plainText(is.front()));
            return;
        }
        for (std::size_t layer = 0; layer < is.size(); ++layer) {
            if (was[layer] == is[layer]) continue;
            const QString name = layer < layers_.size() ? QString::fromStdString(layers_[layer])
                                                        : tr("layer %1").arg(layer + 1);
            parts_ << tr("z of %1 %2").arg(name, plainText(was[layer]) + arrow + plainText(is[layer]));
        }
    }

    static QString label(const std::string& key) {
        if (key == "phase") return tr("phase");
        if (key == "target") return tr("target");
        if (key == "initial") return tr("initial sparsity");
        if (key == "shape") return tr("shape");
        if (key == "start") return tr("start");
        if (key == "end") return tr("end");
        if (key == "freeze") return tr("freeze");
        if (key == "knots") return tr("drawn curve");
        if (key == "sparsity") return tr("sparsity");
        return QString::fromStdString(key);
    }

    static QString plainText(const Json& value) {
        if (value.is_number_float()) return QString::number(value.get<double>(), 'g', 10);
        if (value.is_string()) return QString::fromStdString(value.get<std::string>());
        return QString::fromStdString(run::jsonText(value));
    }

    static QString valueText(const std::string& key, const Json& value) {
        const Unit unit = unitOf(key);
        if (unit == Unit::share && value.is_number()) return shareText(value.get<double>());
        if (unit == Unit::step && value.is_null()) return tr("never");
        if (unit == Unit::step && value.is_number_integer()) {
            return tr("step %1").arg(countText(value.get<std::int64_t>()));
        }
        if (unit == Unit::word && value.is_string()) return engineText(value.get<std::string>());
        if (unit == Unit::points && value.is_array()) return tr("%1 points").arg(value.size());
        return plainText(value);
    }

    const Json& before_;
    const Json& after_;
    const std::vector<std::string>& layers_;
    QStringList parts_;
};

}  // namespace

QString AuditText::change(const run::AuditEvent& event, const std::vector<std::string>& layers) {
    if (event.before.empty() && event.after.empty()) return {};
    const auto before = event.before.empty() ? std::optional<Json>(Json::object()) : objectIn(event.before);
    auto after = event.after.empty() ? std::optional<Json>(Json::object()) : objectIn(event.after);
    if (!before || !after) {
        const QString now = QString::fromStdString(event.after);
        return event.before.empty() ? now : QString::fromStdString(event.before) + arrow + now;
    }
    const bool refused = run::isRefusal(event);
    // Why it was refused stands with the reason.
    for (auto entry = after->begin(); refused && entry != after->end();) {
        entry = run::isRefusalNote(entry.key()) ? after->erase(entry) : std::next(entry);
    }
    // A refused request that wanted no values, such as one to pause.
    if (refused && after->empty()) return {};
    const QString text = Difference(*before, *after, layers).text();
    if (text.isEmpty()) return tr("no difference");
    return refused ? tr("asked for: %1").arg(text) : text;
}

}  // namespace prunescope::ui
