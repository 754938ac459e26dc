#pragma once

#include <QString>
#include <QToolButton>
#include <functional>

class QAction;

namespace prunescope::ui {

/// Beside a field for a place on the disk: lets one be chosen, a folder or a single file.
class PlaceButton : public QToolButton {
    Q_OBJECT
public:
    /// `here`: what the field holds, where the dialogs begin.
    explicit PlaceButton(std::function<QString()> here, QWidget* parent = nullptr);
    void retranslate();

signals:
    void chosen(const QString& place);

private:
    void chooseFolder();
    void chooseFile();
    void take(const QString& place);

    std::function<QString()> here_;
    QAction* folder_;
    QAction* file_;
};

}  // namespace prunescope::ui
