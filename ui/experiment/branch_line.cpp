#include "ui/experiment/branch_line.h"

#include "ui/support/format.h"
#include "ui/support/plain_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace prunescope::ui {

BranchLine::BranchLine(QWidget* parent)
    : QWidget(parent), text_(new PlainLabel(this)), remove_(new QPushButton(this)) {
    setObjectName(QStringLiteral("branchLine"));
    text_->setObjectName(QStringLiteral("branchText"));
    remove_->setObjectName(QStringLiteral("removeBranch"));
    text_->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(text_, 1);
    row->addWidget(remove_);
    connect(remove_, &QPushButton::clicked, this, [this] { setOrigin(std::nullopt); });
    retranslate();
}

void BranchLine::setOrigin(const std::optional<BranchOrigin>& origin) {
    if (!origin && !origin_) return;
    origin_ = origin;
    retranslate();
    emit changed();
}

void BranchLine::retranslate() {
    setVisible(origin_.has_value());
    remove_->setText(tr("Remove"));
    remove_->setToolTip(tr("Makes it a new run that begins at its first step."));
    if (!origin_) return;
    text_->setText(
        tr("Branch of %1 from step %2. Network, data, batch and seed are those of that run; all else may "
           "be another from there on.")
            .arg(QString::fromStdString(origin_->folder.filename().string()),
                 countText(origin_->step.value)));
}

}  // namespace prunescope::ui
