#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace prunescope::ui {

/// A row for each file that was saved, from which it can be opened and found.
class SavedFiles : public QWidget {
    Q_OBJECT
public:
    explicit SavedFiles(QWidget* parent = nullptr);

    void setFiles(const QStringList& files);
    void clear();

signals:
    void notOpened(const QString& path);  ///< no program was found for it

private:
    void addRow(const QString& file);

    QVBoxLayout* rows_;
};

}  // namespace prunescope::ui
