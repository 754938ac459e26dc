#include "ui/runs/run_names.h"

#include "prune/method.h"
#include "store/run_list.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_differences.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace prunescope::ui {
namespace {

using Summary = store::RunSummary;
using Summaries = std::vector<const store::RunSummary*>;

struct RunNames {
    Q_DECLARE_TR_FUNCTIONS(RunNames)
};

const QString between = QStringLiteral(" · ");

QString methodName(const Summary& run) {
    const QString method = QString::fromStdString(run.method);
    return prune::prunes(run.method) ? method.toUpper() : method;
}

/// One part of a name: what it is called, and what it says of a run; empty: nothing.
struct NamePart {
    QString title;
    std::function<QString(const Summary&)> text;
    bool isOption = false;
};

std::vector<NamePart> mainParts(NamedTarget target) {
    std::vector<NamePart> parts{
        {RunNames::tr("Data set"), [](const Summary& r) { return QString::fromStdString(r.dataset); }},
        {RunNames::tr("Network"), [](const Summary& r) { return QString::fromStdString(r.model); }},
        {RunNames::tr("Method"), methodName}};
    if (target == NamedTarget::named) {
        parts.push_back({RunNames::tr("Target sparsity"), [](const Summary& r) {
                             const bool asked = r.targetSparsity && prune::prunes(r.method);
                             return asked ? percentAsGiven(*r.targetSparsity) : QString();
                         }});
    }
    parts.push_back({RunNames::tr("Epochs"), [](const Summary& r) {
                         return r.epochs ? RunNames::tr("%1 epochs").arg(countText(*r.epochs)) : QString();
                     }});
    return parts;
}

NamePart optionPart(const RunOption& option) {
    const QString title = engineText(option.title);
    return {title,
            [option, title](const Summary& r) {
                const bool known = !optionOf(r, option.key).is_null();
                return known ? title + QLatin1Char(' ') + optionText(option, r) : QString();
            },
            true};
}

/// The parts in which these runs differ.
std::vector<NamePart> differingParts(const Summaries& runs, NamedTarget target) {
    std::vector<NamePart> parts;
    for (NamePart& part : mainParts(target)) {
        const bool same = std::all_of(runs.begin(), runs.end(), [&](const Summary* run) {
            return part.text(*run) == part.text(*runs.front());
        });
        if (!same) parts.push_back(std::move(part));
    }
    std::vector<Summary> copies;
    for (const Summary* run : runs) copies.push_back(*run);
    for (const RunOption& option : differingOptions(copies)) {
        // What one method alone has tells it from the others by nothing that its own name does not say.
        QSet<QString> known;
        for (const Summary* run : runs) {
            if (!optionOf(*run, option.key).is_null()) known.insert(optionText(option, *run));
        }
        if (known.size() > 1) parts.push_back(optionPart(option));
    }
    return parts;
}

/// Without options that tell no two of these runs apart that what stands before them has not: the unit of a
/// number goes with its column.
std::vector<NamePart> tellingParts(const Summaries& runs, NamedTarget target) {
    std::vector<NamePart> telling;
    std::vector<QString> names(runs.size());
    const auto different = [](const std::vector<QString>& all) {
        return QSet<QString>(all.begin(), all.end()).size();
    };
    for (NamePart& part : differingParts(runs, target)) {
        std::vector<QString> longer = names;
        for (std::size_t i = 0; i < runs.size(); ++i) longer[i] += between + part.text(*runs[i]);
        if (part.isOption && different(longer) == different(names)) continue;
        names = std::move(longer);
        telling.push_back(std::move(part));
    }
    return telling;
}

QString joinedParts(const Summary& run, const std::vector<NamePart>& parts) {
    QStringList words;
    for (const NamePart& part : parts) {
        const QString word = part.text(run);
        if (!word.isEmpty()) words << word;
    }
    return words.join(between);
}

}  // namespace

std::vector<QString> differenceNames(const Summaries& runs, NamedTarget target) {
    std::vector<QString> names;
    if (runs.empty()) return names;
    const std::vector<NamePart> parts = tellingParts(runs, target);
    for (const Summary* run : runs) {
        QString name = run->config ? joinedParts(*run, parts) : QString::fromStdString(run->id);
        if (name.isEmpty()) {
            name = QString::fromStdString(run->model) + between + methodName(*run);
            const bool asked =
                target == NamedTarget::named && run->targetSparsity && prune::prunes(run->method);
            if (asked) name += between + percentAsGiven(*run->targetSparsity);
        }
        names.push_back(name);
    }
    return names;
}

QStringList differenceTitles(const Summaries& runs, NamedTarget target) {
    QStringList titles;
    if (runs.empty()) return titles;
    for (const NamePart& part : differingParts(runs, target)) titles << part.title;
    return titles;
}

QString commonName(const Summaries& runs) {
    QStringList words;
    if (runs.empty()) return {};
    const std::vector<NamePart> parts = mainParts(NamedTarget::left);
    constexpr std::size_t whatIsTrained = 3;  // data set, network, method
    for (std::size_t i = 0; i < whatIsTrained; ++i) {
        const QString first = parts[i].text(*runs.front());
        const bool same = std::all_of(runs.begin(), runs.end(),
                                      [&](const Summary* run) { return parts[i].text(*run) == first; });
        if (same && !first.isEmpty()) words << first;
    }
    return words.join(between);
}

}  // namespace prunescope::ui
