#include "ui/app/fork_dialog.h"

#include "run/quality.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace prunescope::ui {

ForkDialog::ForkDialog(const QString& run, const workspace::ForkPoints& fork, QWidget* parent)
    : QDialog(parent),
      list_(new QTreeWidget(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("forkDialog"));
    setWindowTitle(tr("Branch from here"));
    list_->setObjectName(QStringLiteral("forkPoints"));
    list_->setAccessibleName(tr("Saved states"));
    auto* question = new PlainLabel(this);
    question->setWordWrap(true);
    question->setText(
        tr("A new run begins with a saved state of %1; that run stays as it is. With which one?").arg(run));
    buttons_->button(QDialogButtonBox::Ok)->setText(tr("Set up the branch"));
    buttons_->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(question);
    column->addWidget(list_, 1);
    column->addWidget(buttons_);
    fill(fork);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(list_, &QTreeWidget::itemActivated, this, &QDialog::accept);
    resize(520, 360);
}

void ForkDialog::fill(const workspace::ForkPoints& fork) {
    const run::QualityMeasure& measure = run::mainMeasure(fork.task);
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setHeaderLabels(
        {tr("Step"), tr("Epoch"), tr("Sparsity"), tr("Validation: %1").arg(engineWord(measure.title))});
    for (const workspace::ForkPoint& point : fork.points) {
        steps_.push_back(point.step);
        const QString quality = point.validation
                                    ? qualityText(measure, measure.of(*point.validation), fork.unit)
                                    : QStringLiteral("–");
        auto* row = new QTreeWidgetItem(list_, {countText(point.step.value), decimalText(point.epoch, 2),
                                                percentText(point.sparsity), quality});
        for (int column = 0; column < row->columnCount(); ++column)
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    list_->setCurrentItem(list_->topLevelItem(0));
    list_->header()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

StepIndex ForkDialog::step() const {
    const int row = list_->indexOfTopLevelItem(list_->currentItem());
    return steps_.at(static_cast<std::size_t>(std::max(0, row)));
}

}  // namespace prunescope::ui
