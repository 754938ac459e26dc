#include "ui/report/saved_files.h"

#include "ui/support/plain_label.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace prunescope::ui {

SavedFiles::SavedFiles(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("savedFiles"));
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(4);
    hide();
}

void SavedFiles::setFiles(const QStringList& files) {
    clear();
    for (const QString& file : files) addRow(file);
    setVisible(!files.isEmpty());
}

void SavedFiles::addRow(const QString& file) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const QString name = QFileInfo(file).fileName();
    auto* label = new PlainLabel(row);
    label->setText(fontMetrics().elidedText(name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 24));
    layout->addWidget(label, 1);
    const auto addButton = [&](const char* object, const QString& title, const QString& target) {
        auto* button = new QToolButton(row);
        button->setObjectName(QLatin1String(object));
        button->setText(title);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(title, name));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, target] {
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(target))) emit notOpened(target);
        });
        layout->addWidget(button);
    };
    addButton("openFileButton", tr("Open"), file);
    addButton("showInFolderButton", tr("Show in folder"), QFileInfo(file).absolutePath());
    rows_->addWidget(row);
}

void SavedFiles::clear() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    hide();
}

}  // namespace prunescope::ui
