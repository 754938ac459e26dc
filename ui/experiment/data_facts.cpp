#include "ui/experiment/data_facts.h"

#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "view/column_words.h"

#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

QString namesOf(const std::vector<std::string>& names, std::int64_t all) {
    QStringList list;
    for (const std::string& name : names) list << QString::fromStdString(name);
    if (static_cast<std::int64_t>(names.size()) < all) list << QStringLiteral("…");
    return list.join(QStringLiteral(", "));
}

}  // namespace

DataFacts::DataFacts(const run::DatasetDescription& described, QWidget* parent)
    : QWidget(parent), lines_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("dataFacts"));
    lines_->setContentsMargins(0, 0, 0, 0);
    lines_->setSpacing(4);
    const auto [channels, height, width] = described.imageShape;
    if (!described.columns.empty()) {
        addLine(tr("A row"), tr("%1 numbers from %2 columns")
                                 .arg(countText(channels * height * width),
                                      countText(static_cast<std::int64_t>(described.columns.size()))));
    } else if (height * width > 1) {
        const QString size = tr("%1 × %2 pixels").arg(countText(width), countText(height));
        const QString colour = channels == 1   ? tr("grey")
                               : channels == 3 ? tr("in colour")
                                               : tr("%1 channels").arg(countText(channels));
        addLine(tr("A picture"), tr("%1, %2").arg(size, colour));
    } else {
        addLine(tr("A row"), tr("%1 numbers").arg(countText(channels)));
    }
    if (described.testDrawn) addLine(tr("Test"), tr("drawn from the files to train on"));
    if (described.skippedFiles > 0) {
        addLine(tr("Left out"), tr("damaged files: %1 (%2)")
                                    .arg(countText(described.skippedFiles),
                                         namesOf(described.skippedNames, described.skippedFiles)));
    }
    addColumns(described);
}

void DataFacts::addLine(const QString& name, const QString& text) {
    auto* line = new PlainLabel(this);
    line->setWordWrap(true);
    line->setText(tr("%1: %2").arg(name, text));
    lines_->addWidget(line);
}

void DataFacts::addColumns(const run::DatasetDescription& described) {
    const std::size_t shown = std::min(described.columns.size(), mostColumnsShown);
    for (std::size_t c = 0; c < shown; ++c) {
        const run::ColumnDescription& column = described.columns[c];
        QString text = engineText(view::columnUse(column));
        const Text gaps = view::columnGaps(column);
        if (!gaps.empty()) text = tr("%1; missing: %2").arg(text, engineText(gaps));
        addLine(QString::fromStdString(column.name), text);
    }
    if (shown < described.columns.size()) {
        addLine(tr("Columns that are not shown"),
                countText(static_cast<std::int64_t>(described.columns.size() - shown)));
    }
}

}  // namespace prunescope::ui
