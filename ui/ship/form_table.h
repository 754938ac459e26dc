#pragma once

#include "workspace/deploy_forms.h"

#include <QWidget>
#include <optional>
#include <string>

class QLabel;
class QPushButton;
class QTableWidget;

namespace prunescope::ui {

/// Every form that the network of a run can be taken away in: what it takes, how fast it was measured to be,
/// what to do with it, and a button that asks for the chosen one.
class FormTable : public QWidget {
    Q_OBJECT
public:
    explicit FormTable(QWidget* parent = nullptr);

    /// Nothing: not known, and `why` says why.
    void show(std::optional<workspace::DeployForms> forms, const QString& why);
    /// One is being written: the button waits.
    void setBusy(bool busy);
    void retranslate();

signals:
    /// By the name of the format.
    void exportRequested(const std::string& format);

private:
    void fill();
    void fitWidth();
    void showChosen();
    const workspace::DeployForm* chosen() const;

    QTableWidget* table_;
    QLabel* usage_;
    QPushButton* export_;
    std::optional<workspace::DeployForms> forms_;
    QString why_;
    bool busy_ = false;
};

}  // namespace prunescope::ui
