#pragma once

#include "ui/support/job.h"
#include "ui/support/page.h"
#include "workspace/deploy_forms.h"
#include "workspace/network_export.h"
#include "workspace/run_model.h"

#include <filesystem>
#include <optional>
#include <string>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class FormTable;
class MessageBar;
class RunName;

/// What can be taken away from the run on display: its trained weights as a file, and its report.
class ShipPage : public Page {
    Q_OBJECT
public:
    explicit ShipPage(const PageContext& context, QWidget* parent = nullptr);
    QString title() const override { return tr("Take away"); }
    Place place() const override { return {Tab::ship, Side::right}; }
    std::vector<Command> commands() const override { return {{Menu::run, save_}}; }

    /// As the button does, once the file is chosen.
    void saveWeights(const std::filesystem::path& target);
    /// The same of any format, by name.
    void exportAs(const std::string& format, const std::filesystem::path& target);

signals:
    void saved(const QString& file);
    void notSaved();

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void takeRun();
    void look();
    void showFacts();
    void chooseFile();
    void chooseFileOf(const std::string& format);
    void write(const workspace::ExportRequest& request);
    void showSpeed();
    QString suggestedFile(const std::string& suffix) const;

    PageContext context_;
    QAction* save_;
    RunName* name_;
    QLabel *run_, *weightsTitle_, *weightsFacts_, *hash_, *formsTitle_, *speed_, *reportTitle_, *reportText_;
    FormTable* forms_;
    QPushButton *saveButton_, *reportButton_;
    MessageBar* message_;
    std::optional<workspace::WeightsOfRun> weights_;
    std::optional<workspace::DeployForms> deploy_;
    bool stale_ = true;  ///< what is known is of another run, or of one that went on
    Job looking_;
    Job weighing_;
    Job saving_;
};

}  // namespace prunescope::ui
