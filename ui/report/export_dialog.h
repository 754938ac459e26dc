#pragma once

#include "ui/report/export_job.h"
#include "ui/support/job.h"
#include "ui/support/page.h"
#include "workspace/references.h"

#include <QDialog>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace prunescope::ui {

class MessageBar;
class PagePreview;
class ReferencePicker;
class SavedFiles;

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
    /// What one look at the disk brings.
    struct Gathered {
        GatherResult result;
        std::vector<workspace::ReferenceChoice> choices;
        std::filesystem::path reference;  ///< what the report is compared with
    };

    QWidget* makePanel();
    void retranslate();
    QLayout* makeButtons(QWidget* panel);
    void gather();
    void takeGathered(const Gathered& gathered);
    void sayNotOpened(const QString& path);
    void chooseFolder();
    void startExport();
    void takeExported(const ExportResult& result);
    void remember();
    void updateControls();

    PageContext context_;
    PagePreview* preview_;
    QLabel* referenceLabel_;
    ReferencePicker* reference_;
    SavedFiles* saved_;
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
    std::shared_ptr<const GatheredReport> report_;
    Job gathering_;
    Job exporting_;
};

}  // namespace prunescope::ui
