#include "ui/experiment/section.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace prunescope::ui {

Section::Section(const QString& name, QWidget* parent)
    : QWidget(parent),
      heading_(new QToolButton(this)),
      content_(new QWidget(this)),
      rows_(new QVBoxLayout(content_)) {
    setObjectName(QStringLiteral("section.") + name);
    heading_->setObjectName(objectName() + QStringLiteral(".heading"));
    heading_->setAutoRaise(true);
    heading_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    heading_->setFocusPolicy(Qt::StrongFocus);
    rows_->setContentsMargins(16, 0, 0, 8);
    rows_->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(heading_);
    layout->addWidget(content_);
    connect(heading_, &QToolButton::clicked, this, [this] { setExpanded(!expanded_); });
    setExpanded(false);
}

void Section::setTitle(const QString& title) {
    heading_->setText(title);
}

void Section::setExpanded(bool expanded) {
    const bool changed = expanded != expanded_;
    expanded_ = expanded;
    heading_->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    content_->setVisible(expanded);
    if (changed) emit expandedChanged(expanded);
}

}  // namespace prunescope::ui
