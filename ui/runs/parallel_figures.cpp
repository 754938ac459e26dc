#include "ui/runs/parallel_figures.h"

#include "prune/method.h"
#include "report/csv.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_differences.h"
#include "ui/runs/test_quality.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "view/quality_text.h"

#include <QCoreApplication>
#include <QSet>
#include <QVariant>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace prunescope::ui {
namespace {

struct ParallelWords {
    Q_DECLARE_TR_FUNCTIONS(ParallelFigures)
};

using Members = std::vector<const RunComparison::Member*>;

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();
constexpr double manyfold = 100;  ///< numbers above zero that span this much are shown logarithmically

/// One axis before it is known what lies on it: invalid values are unknown.
struct AxisSource {
    QString title;
    bool share = false;
    std::function<QVariant(const store::RunSummary&)> value;
    bool lessIsBetter = false;
};

QVariant known(const std::string& name) {
    return name.empty() ? QVariant() : QVariant(QString::fromStdString(name));
}

QVariant known(const std::optional<double>& number) {
    return number && std::isfinite(*number) ? QVariant(*number) : QVariant();
}

std::vector<AxisSource> sourcesOf(const Members& members, run::Task task) {
    using Run = store::RunSummary;
    std::vector<AxisSource> sources{
        {ParallelWords::tr("Data set"), false, [](const Run& r) { return known(r.dataset); }},
        {ParallelWords::tr("Network"), false, [](const Run& r) { return known(r.model); }},
        {ParallelWords::tr("Method"), false, [](const Run& r) { return known(r.method); }},
        {ParallelWords::tr("Target sparsity"), true,
         [](const Run& r) { return prune::prunes(r.method) ? known(r.targetSparsity) : QVariant(); }},
        {ParallelWords::tr("Epochs"), false,
         [](const Run& r) { return r.epochs ? QVariant(static_cast<double>(*r.epochs)) : QVariant(); }}};
    std::vector<Run> runs;
    for (const RunComparison::Member* member : members) runs.push_back(member->run);
    for (const RunOption& option : differingOptions(runs)) {
        sources.push_back(
            {engineText(option.title), false, [option](const Run& r) { return optionValue(option, r); }});
    }
    // What one method alone has is no difference between two runs that have it.
    const auto differs = [&](const AxisSource& source) {
        QSet<QString> values;
        for (const Run& run : runs) {
            if (const QVariant value = source.value(run); value.isValid()) values.insert(value.toString());
        }
        return values.size() > 1;
    };
    std::erase_if(sources, [&](const AxisSource& source) { return !differs(source); });
    sources.push_back({ParallelWords::tr("Sparsity"), true, [](const Run& r) { return known(r.sparsity); }});
    const std::string unit = RunComparison::unitOf(members);
    for (const run::QualityMeasure& measure : run::qualityMeasures(task)) {
        const bool some = std::any_of(runs.begin(), runs.end(), [&](const Run& r) {
            return store::testQuality(r, measure.key).has_value();
        });
        if (!some) continue;
        sources.push_back({QString::fromStdString(
                               view::titleWithUnit(testQualityTitle(measure).toStdString(), measure, unit)),
                           measure.unit == run::QualityUnit::share,
                           [key = measure.key](const Run& r) { return known(store::testQuality(r, key)); },
                           !measure.higherIsBetter});
    }
    return sources;
}

bool allNumbers(const std::vector<QVariant>& values) {
    return std::all_of(values.begin(), values.end(), [](const QVariant& value) {
        return !value.isValid() || value.typeId() == QMetaType::Double;
    });
}

view::AxisKind kindOf(const AxisSource& source, const std::vector<QVariant>& values) {
    if (source.share) return view::AxisKind::percent;
    double low = HUGE_VAL;
    double high = 0;
    for (const QVariant& value : values) {
        if (!value.isValid()) continue;
        low = std::min(low, value.toDouble());
        high = std::max(high, value.toDouble());
    }
    return low > 0 && high >= manyfold * low ? view::AxisKind::logarithmic : view::AxisKind::plain;
}

QStringList categoriesOf(const std::vector<QVariant>& values) {
    QStringList categories;
    for (const QVariant& value : values) {
        if (value.isValid()) categories << value.toString();
    }
    categories.removeDuplicates();
    // The first stands at the top.
    std::sort(categories.begin(), categories.end(), std::greater<>());
    return categories;
}

void addAxis(ParallelFigures& figures, const AxisSource& source, const Members& members) {
    std::vector<QVariant> values;
    for (const RunComparison::Member* member : members) values.push_back(source.value(member->run));
    // What is better lies above.
    ParallelAxis axis{.title = source.title, .startsTurned = source.lessIsBetter};
    const bool numbers = allNumbers(values);
    if (numbers) {
        axis.kind = kindOf(source, values);
    } else {
        axis.categories = categoriesOf(values);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double place = !values[i].isValid() ? notKnown
                             : numbers            ? values[i].toDouble()
                                       : static_cast<double>(axis.categories.indexOf(values[i].toString()));
        figures.lines[i].values.push_back(place);
    }
    figures.axes.push_back(std::move(axis));
}

QString lineExplanation(const RunComparison::Member& member, const run::QualityMeasure& main) {
    const double figure = store::testQuality(member.run, main.key).value_or(notKnown);
    return ParallelWords::tr("%1: test %2 %3 at %4 sparsity")
        .arg(member.name, qualityName(main), qualityText(main, figure, member.run.targetUnit),
             percentText(*member.run.sparsity));
}

QByteArray cellOf(const ParallelAxis& axis, double value) {
    if (!std::isfinite(value)) return {};
    if (axis.categories.isEmpty()) return QByteArray::number(value, 'g', 17);
    const QString text = axis.categories.value(static_cast<qsizetype>(value));
    return QByteArray::fromStdString(report::csvText(text.toStdString()));
}

}  // namespace

ParallelFigures parallelFigures(const RunComparison& comparison, const Theme& theme) {
    ParallelFigures figures;
    const run::Task task = comparison.usualTask();
    const run::QualityMeasure& main = run::mainMeasure(task);
    Members members;
    for (const RunComparison::Member& member : comparison.members) {
        if (!member.isMeasured()) continue;
        if (store::testMeasure(member.run) == &main) {
            members.push_back(&member);
        } else {
            ++figures.leftOut;
        }
    }
    if (members.empty()) return figures;
    for (const RunComparison::Member* member : members) {
        figures.lines.push_back({.id = QString::fromStdString(member->run.id),
                                 .explanation = lineExplanation(*member, main),
                                 .colour = comparison.colour(*member, theme),
                                 .chosen = member->ticked});
    }
    for (const AxisSource& source : sourcesOf(members, task)) addAxis(figures, source, members);
    return figures;
}

QByteArray parallelCsv(const ParallelFigures& figures) {
    QByteArray lines = "run";
    for (const ParallelAxis& axis : figures.axes)
        lines += ',' + QByteArray::fromStdString(report::csvText(axis.title.toStdString()));
    lines += "\r\n";
    for (const ParallelLine& line : figures.lines) {
        lines += QByteArray::fromStdString(report::csvText(line.id.toStdString()));
        for (std::size_t i = 0; i < figures.axes.size(); ++i)
            lines += ',' + cellOf(figures.axes[i], line.values[i]);
        lines += "\r\n";
    }
    return lines;
}

}  // namespace prunescope::ui
