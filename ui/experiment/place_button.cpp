#include "ui/experiment/place_button.h"

#include <QFileDialog>
#include <QMenu>
#include <utility>

namespace prunescope::ui {

PlaceButton::PlaceButton(std::function<QString()> here, const QStringList& files, QWidget* parent)
    : QToolButton(parent), here_(std::move(here)), files_(files) {
    if (files_.isEmpty()) {
        offerBoth();
    } else {
        connect(this, &QToolButton::clicked, this, &PlaceButton::chooseFile);
    }
    setFocusPolicy(Qt::StrongFocus);
    setText(QStringLiteral("…"));
    retranslate();
}

void PlaceButton::offerBoth() {
    auto* menu = new QMenu(this);
    folder_ = menu->addAction(QString(), this, &PlaceButton::chooseFolder);
    file_ = menu->addAction(QString(), this, &PlaceButton::chooseFile);
    folder_->setObjectName(QStringLiteral("chooseFolder"));
    file_->setObjectName(QStringLiteral("chooseFile"));
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
}

void PlaceButton::retranslate() {
    QString name = tr("Choose a file");
    if (folder_ != nullptr) {
        folder_->setText(tr("Choose a folder…"));
        file_->setText(tr("Choose a file…"));
        name = tr("Choose a folder or a file");
    }
    setToolTip(files_.isEmpty() ? name : tr("%1: %2").arg(name, files_.join(QStringLiteral(", "))));
    setAccessibleName(name);
}

void PlaceButton::chooseFolder() {
    take(QFileDialog::getExistingDirectory(this, tr("Choose a folder"), here_()));
}

void PlaceButton::chooseFile() {
    take(QFileDialog::getOpenFileName(this, tr("Choose a file"), here_(), files_.join(QLatin1Char(' '))));
}

void PlaceButton::take(const QString& place) {
    if (!place.isEmpty()) emit chosen(place);
}

}  // namespace prunescope::ui
