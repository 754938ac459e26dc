#pragma once

#include "ui/report/export_job.h"
#include "ui/support/page.h"

#include <QDialog>
#include <QFutureWatcher>
#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace prunescope::ui {

class MessageBar;
class PagePreview;

/// Shows the report of the run on display as it will be printed, and saves it where the user says. Everything
/// is read, painted and written in the background.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(const PageContext& context, QWidget* parent);

signals:
    void reportReady();  ///< the pages can be seen; the report can be saved
    void exported(const QStringList& files);
    void exportFailed(const QString& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makePanel();
    void retranslate();
    void gather();
    void takeGathered();
    void chooseFolder();
    void startExport();
    void takeExported();
    void remember();
    void updateControls();

    PageContext context_;
    PagePreview* preview_;
    QLabel* folderLabel_;
    QLineEdit* folder_;
    QPushButton* browse_;
    QLabel* filesLabel_;
    QCheckBox* pdf_;
    QCheckBox* web_;
    QCheckBox* openAfterwards_;
    MessageBar* message_;
    QPushButton* export_;
    QPushButton* close_;
    QFutureWatcher<GatherResult> gathering_;
    QFutureWatcher<ExportResult> exporting_;
    std::shared_ptr<const GatheredReport> report_;
};

}  // namespace prunescope::ui
