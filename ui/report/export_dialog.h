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
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

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
    /// What one look at the disk brings.
    struct Gathered {
        GatherResult result;
        std::vector<workspace::ReferenceChoice> choices;
        std::filesystem::path reference;  ///< what the report is compared with
    };

    QWidget* makePanel();
    void retranslate();
    QLayout* makeButtons(QWidget* panel);
    QLayout* makeReferenceRow(QWidget* panel);
    void gather();
    void takeGathered(const Gathered& gathered);
    void fillReferences();
    void chooseReference(int index);
    void showSaved(const QStringList& files);
    void clearSaved();
    void openSaved(const QString& path);
    void chooseFolder();
    void startExport();
    void takeExported(const ExportResult& result);
    void remember();
    void updateControls();

    PageContext context_;
    PagePreview* preview_;
    QLabel* referenceLabel_;
    QComboBox* reference_;
    QWidget* saved_;
    QVBoxLayout* savedRows_;
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
    /// Nothing before the workspace has been looked through; the best of it is then taken by itself.
    std::optional<std::vector<workspace::ReferenceChoice>> choices_;
    std::filesystem::path chosen_;  ///< the run to compare with; empty: none
    Job gathering_;
    Job exporting_;
};

}  // namespace prunescope::ui
