#include "ui/support/empty_state.h"

#include "ui/support/plain_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace prunescope::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      title_(new PlainLabel(this)),
      explanation_(new PlainLabel(this)),
      button_(new QPushButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(16);
    layout->addStretch(1);
    for (QLabel* label : {title_, explanation_}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    title_->setFont(large);
    explanation_->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(button_, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    button_->setObjectName(QStringLiteral("emptyStateButton"));
    connect(button_, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setTexts(const QString& title, const QString& explanation, const QString& action) {
    title_->setText(title);
    explanation_->setText(explanation);
    button_->setText(action);
    button_->setVisible(!action.isEmpty());
}

}  // namespace prunescope::ui
