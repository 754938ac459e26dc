#include "ui/support/message_bar.h"

#include "ui/support/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace prunescope::ui {

MessageBar::MessageBar(Theme& theme, QWidget* parent)
    : QFrame(parent), theme_(theme), symbol_(new QLabel(this)), text_(new QLabel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(symbol_, 0, Qt::AlignTop);
    layout->addWidget(text_, 1);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setTextFormat(Qt::PlainText);
    connect(&theme_, &Theme::changed, this, &MessageBar::restyle);
    hide();
}

void MessageBar::show(Kind kind, const QString& text) {
    kind_ = kind;
    text_->setText(text);
    setAccessibleName(text);
    restyle();
    setVisible(!text.isEmpty());
}

QPushButton* MessageBar::addButton() {
    auto* button = new QPushButton(this);
    layout()->addWidget(button);
    return button;
}

void MessageBar::clear() {
    text_->clear();
    hide();
}

QString MessageBar::text() const {
    return text_->text();
}

void MessageBar::restyle() {
    const QColor colour = kind_ == Kind::error     ? theme_.error()
                          : kind_ == Kind::warning ? theme_.warning()
                                                   : theme_.accent();
    symbol_->setText(kind_ == Kind::information ? QStringLiteral("ⓘ") : QStringLiteral("⚠"));
    symbol_->setStyleSheet(QStringLiteral("color: %1; font-weight: bold").arg(colour.name()));
    setStyleSheet(QStringLiteral("prunescope--ui--MessageBar { background: %1; border-left: 3px solid %2; }")
                      .arg(theme_.surface().name(), colour.name()));
}

}  // namespace prunescope::ui
