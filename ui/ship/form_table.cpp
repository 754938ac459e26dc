#include "ui/ship/form_table.h"

#include "model/network_format.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/row_table.h"
#include "view/speed_words.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

enum Column : int { formColumn, bytesColumn, latencyColumn, speedupColumn, packedColumn, columnCount };

const QString noFigure = QStringLiteral("–");
constexpr int rowsWithoutScrolling = 6;

QTableWidgetItem* cell(const QString& text, const QString& tip, bool number) {
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(tip);
    if (number) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString latencyText(const workspace::DeployForm& form) {
    if (!form.oneImageMs) return noFigure;
    const int decimals = view::millisecondDecimals(*form.oneImageMs);
    return QStringLiteral("%1 ms").arg(decimalText(*form.oneImageMs, decimals));
}

QString latencyTip(const workspace::DeployForm& form) {
    if (!form.oneImageMs) return FormTable::tr("Not measured: this program does not run it.");
    if (form.measuredOn.empty())
        return FormTable::tr("One sample on one thread, by the runtime library, measured.");
    return FormTable::tr("One sample, measured on %1, imported.")
        .arg(QString::fromStdString(form.measuredOn));
}

QString usageText(const workspace::DeployForm& form) {
    return QLatin1String(model::networkFormats().get(form.format).usage);
}

}  // namespace

FormTable::FormTable(QWidget* parent)
    : QWidget(parent),
      table_(new QTableWidget(0, columnCount, this)),
      usage_(new PlainLabel(this)),
      export_(new QPushButton(this)) {
    table_->setObjectName(QStringLiteral("shipForms"));
    usage_->setObjectName(QStringLiteral("shipUsage"));
    export_->setObjectName(QStringLiteral("shipExportButton"));
    makeRowTable(*table_);
    table_->setSortingEnabled(false);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() +
                           rowsWithoutScrolling * table_->verticalHeader()->defaultSectionSize() +
                           2 * table_->frameWidth());
    usage_->setWordWrap(true);
    usage_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    usage_->setMinimumHeight(4 * usage_->fontMetrics().lineSpacing());
    usage_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(table_);
    column->addWidget(usage_);
    column->addWidget(export_, 0, Qt::AlignLeft);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &FormTable::showChosen);
    connect(table_, &QTableWidget::itemActivated, export_, &QPushButton::click);
    connect(export_, &QPushButton::clicked, this, [this] {
        if (const workspace::DeployForm* form = chosen()) emit exportRequested(form->format);
    });
    retranslate();
}

void FormTable::show(std::optional<workspace::DeployForms> forms, const QString& why) {
    forms_ = std::move(forms);
    why_ = why;
    fill();
}

void FormTable::setBusy(bool busy) {
    busy_ = busy;
    showChosen();
}

const workspace::DeployForm* FormTable::chosen() const {
    const int row = table_->currentRow();
    const bool there = forms_ && row >= 0 && row < static_cast<int>(forms_->forms.size());
    return there ? &forms_->forms[static_cast<std::size_t>(row)] : nullptr;
}

void FormTable::fill() {
    const int before = std::max(table_->currentRow(), 0);
    const QSignalBlocker quiet(table_);
    table_->setRowCount(0);
    const std::size_t count = forms_ ? forms_->forms.size() : 0;
    table_->setRowCount(static_cast<int>(count));
    for (std::size_t k = 0; k < count; ++k) {
        const workspace::DeployForm& form = forms_->forms[k];
        const auto& described = model::networkFormats().get(form.format).description;
        const bool holds = form.refused.empty();
        const QString tip = holds ? engineText(described.summary) : engineText(form.refused);
        const auto bytes = [&](std::int64_t n) {
            return holds ? bytesText(static_cast<double>(n)) : noFigure;
        };
        const int row = static_cast<int>(k);
        table_->setItem(row, formColumn, cell(engineText(described.title), tip, false));
        table_->setItem(row, bytesColumn, cell(bytes(form.bytes), tip, true));
        table_->setItem(row, packedColumn, cell(bytes(form.packedBytes), tip, true));
        table_->setItem(row, latencyColumn, cell(latencyText(form), latencyTip(form), true));
        table_->setItem(
            row, speedupColumn,
            cell(form.speedup ? QString::fromStdString(view::speedupText(*form.speedup)) : noFigure,
                 latencyTip(form), true));
    }
    fitWidth();
    if (count > 0) table_->setCurrentCell(std::min(before, static_cast<int>(count) - 1), formColumn);
    showChosen();
}

/// What each form is called, its size and its time are seen without scrolling.
void FormTable::fitWidth() {
    constexpr int mostLetters = 60;
    table_->resizeColumnsToContents();
    int needed = table_->verticalScrollBar()->sizeHint().width() + 2 * table_->frameWidth();
    for (const int column : {formColumn, bytesColumn, latencyColumn}) needed += table_->columnWidth(column);
    table_->setMinimumWidth(std::min(needed, mostLetters * fontMetrics().averageCharWidth()));
}

void FormTable::showChosen() {
    const workspace::DeployForm* form = chosen();
    const bool holds = form != nullptr && form->refused.empty();
    usage_->setFont(holds ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font());
    if (form == nullptr) {
        usage_->setText(why_);
    } else {
        usage_->setText(holds ? usageText(*form) : engineText(form->refused));
    }
    export_->setEnabled(holds && !busy_);
    export_->setToolTip(
        holds ? tr("Writes it where you say, once what was read back has answered as the run does.")
              : usage_->text());
}

void FormTable::retranslate() {
    table_->setHorizontalHeaderLabels(
        {tr("Form"), tr("Bytes"), tr("One sample"), tr("Speed-up"), QStringLiteral("gzip")});
    table_->setAccessibleName(tr("Forms that the network can be taken away in"));
    export_->setText(tr("Export…"));
    fill();
}

}  // namespace prunescope::ui
