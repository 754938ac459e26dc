#pragma once

#include <QString>
#include <QStringList>
#include <QToolButton>
#include <functional>

class QAction;

namespace prunescope::ui {

/// Beside a field for a place on the disk: lets one be chosen, a folder or a single file, or a file of
/// certain kinds alone.
class PlaceButton : public QToolButton {
    Q_OBJECT
public:
    /// `here`: what the field holds, where the dialogs begin. `files`: patterns such as "*.json" of the files
    /// that are meant; none for any file or folder.
    explicit PlaceButton(std::function<QString()> here, const QStringList& files = {},
                         QWidget* parent = nullptr);
    void retranslate();

signals:
    void chosen(const QString& place);

private:
    void offerBoth();
    void chooseFolder();
    void chooseFile();
    void take(const QString& place);

    std::function<QString()> here_;
    QStringList files_;
    QAction* folder_ = nullptr;
    QAction* file_ = nullptr;
};

}  // namespace prunescope::ui
