#pragma once

#include "ui/support/job.h"
#include "ui/support/page.h"
#include "workspace/run_model.h"

#include <optional>

class QLabel;
class QPushButton;

namespace prunescope::ui {

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
    QString suggestedFile() const;

    PageContext context_;
    QAction* save_;
    RunName* name_;
    QLabel *run_, *weightsTitle_, *weightsFacts_, *hash_, *reportTitle_, *reportText_;
    QPushButton *saveButton_, *reportButton_;
    MessageBar* message_;
    std::optional<workspace::WeightsOfRun> weights_;
    bool stale_ = true;  ///< what is known is of another run, or of one that went on
    Job looking_;
    Job saving_;
};

}  // namespace prunescope::ui
