#include "ui/experiment/place_button.h"

#include <QFileDialog>
#include <QMenu>
#include <utility>

namespace prunescope::ui {

PlaceButton::PlaceButton(std::function<QString()> here, QWidget* parent)
    : QToolButton(parent), here_(std::move(here)) {
    auto* menu = new QMenu(this);
    folder_ = menu->addAction(QString(), this, &PlaceButton::chooseFolder);
    file_ = menu->addAction(QString(), this, &PlaceButton::chooseFile);
    folder_->setObjectName(QStringLiteral("chooseFolder"));
    file_->setObjectName(QStringLiteral("chooseFile"));
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setText(QStringLiteral("…"));
    retranslate();
}

void PlaceButton::retranslate() {
    folder_->setText(tr("Choose a folder…"));
    file_->setText(tr("Choose a file…"));
    setToolTip(tr("Choose a folder or a file"));
    setAccessibleName(tr("Choose a folder or a file"));
}

void PlaceButton::chooseFolder() {
    take(QFileDialog::getExistingDirectory(this, tr("Choose a folder"), here_()));
}

void PlaceButton::chooseFile() {
    take(QFileDialog::getOpenFileName(this, tr("Choose a file"), here_()));
}

void PlaceButton::take(const QString& place) {
    if (!place.isEmpty()) emit chosen(place);
}

}  // namespace prunescope::ui
