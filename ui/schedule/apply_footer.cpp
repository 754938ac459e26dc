#include "ui/schedule/apply_footer.h"

#include "ui/support/plain_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace prunescope::ui {

ApplyFooter::ApplyFooter(QWidget* parent)
    : QWidget(parent),
      atOnce_(new PlainLabel(this)),
      reason_(new QLineEdit(this)),
      revert_(new QPushButton(this)),
      apply_(new QPushButton(this)) {
    reason_->setObjectName(QStringLiteral("reasonField"));
    reason_->setMaxLength(500);
    revert_->setObjectName(QStringLiteral("revertButton"));
    apply_->setObjectName(QStringLiteral("applyButton"));
    atOnce_->setObjectName(QStringLiteral("consequenceLabel"));
    atOnce_->setWordWrap(true);
    atOnce_->setTextFormat(Qt::PlainText);
    atOnce_->hide();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(revert_);
    buttons->addWidget(apply_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(atOnce_);
    column->addWidget(reason_);
    column->addLayout(buttons);
    connect(reason_, &QLineEdit::returnPressed, this, &ApplyFooter::applyRequested);
    connect(apply_, &QPushButton::clicked, this, &ApplyFooter::applyRequested);
    connect(revert_, &QPushButton::clicked, this, &ApplyFooter::revertRequested);
}

void ApplyFooter::showConsequences(const QString& text) {
    if (text != atOnce_->text()) atOnce_->setText(text);
    atOnce_->setVisible(!text.isEmpty());
}

std::string ApplyFooter::reason() const {
    return reason_->text().trimmed().toStdString();
}

void ApplyFooter::clearReason() {
    reason_->clear();
}

void ApplyFooter::askReason() {
    reason_->setFocus(Qt::ShortcutFocusReason);
}

void ApplyFooter::enable(bool revert, bool apply, QWidget& heir) {
    const auto enableOne = [&heir](QPushButton& button, bool on) {
        if (!on && button.window()->focusWidget() == &button) heir.setFocus();
        button.setEnabled(on);
    };
    enableOne(*revert_, revert);
    enableOne(*apply_, apply);
}

void ApplyFooter::retranslate() {
    reason_->setPlaceholderText(tr("Reason, for the audit (optional)"));
    reason_->setAccessibleName(tr("Reason"));
    reason_->setToolTip(tr("Why you change this: it is kept in the audit log beside the change."));
    revert_->setText(tr("Revert"));
    revert_->setToolTip(tr("Gives up the draft: back to what the run follows."));
    apply_->setText(tr("Apply"));
    apply_->setToolTip(tr("Sends the draft to the run; it takes effect at the next step."));
}

}  // namespace prunescope::ui
