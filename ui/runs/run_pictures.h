#pragma once

#include "ui/runs/run_comparison.h"

#include <QString>
#include <QTimer>
#include <QWidget>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTabBar;

namespace prunescope::ui {

class MessageBar;
class RunCurves;
class RunMap;
class RunOverlay;
class RunPair;
class RunParallel;
class RunPicture;
class RunScatter;
class RunsModel;
class Theme;
struct Poster;

/// The pictures of the runs, one at a time: the curves of those that are ticked, and all that the table shows
/// as points or as lines through what they differ in; two that are ticked in tables; who came from whom. What
/// is seen can be saved, copied, and saved as numbers.
class RunPictures : public QWidget {
    Q_OBJECT
public:
    /// `shownRows`: rows of the model that the table shows. `colours`: those of the table.
    RunPictures(Theme& theme, QSettings& settings, RunsModel& model, RunColours& colours, RunCurves& curves,
                std::function<std::vector<int>()> shownRows, QWidget* parent);

    enum Tab : int { curvesTab, scatterTab, parallelTab, differencesTab, mapTab };
    Tab tab() const;
    void setTab(Tab tab);
    /// The runs, their ticks, or which of them the table shows have changed. `mayRead`: curves that are not
    /// known yet.
    void refresh(bool mayRead);
    /// Once, however many rows come and go until then.
    void refreshSoon() { soon_.start(); }
    /// Curves that are drawn have grown.
    void grow();
    void retranslate();
    /// What is seen, as PNG or SVG by the ending of the name. False, with the reason in `error`, when it
    /// cannot be written.
    bool savePicture(const QString& path, QString& error) const;
    bool saveFigures(const QString& path, QString& error) const;
    void copyPicture() const;

signals:
    void runChosen(const QString& runId);
    /// Runs of the table have other colours.
    void coloursChanged();

private:
    /// What of a run decides how it is drawn.
    struct Seen {
        std::string id{};
        std::string name{};
        std::optional<double> sparsity{};
        std::optional<double> accuracy{};
        std::map<std::string, double, std::less<>> otherQualities{};
        std::optional<run::NumberErrors> errors{};
        std::optional<std::int64_t> epochs{};
        std::optional<std::int64_t> bytes{};
        std::optional<double> oneImageMs{};
        bool live = false;
        bool ticked = false;
        bool configured = false;
        bool operator==(const Seen&) const = default;
    };

    void layOut();
    void connectParts();
    /// By their tabs.
    std::array<RunPicture*, 5> pictures() const;
    RunPicture& picture() const;
    std::vector<int> ticked() const;
    RunComparison compare(const std::vector<int>& rows, FamilyColours& colours) const;
    void showComparison();
    void showPair();
    void showMap();
    Poster poster() const;
    void updateHint();
    void askForPicture();
    void askForFigures();
    void say(const QString& error);

    Theme& theme_;
    RunsModel& model_;
    RunColours& colours_;
    RunCurves& curves_;
    std::function<std::vector<int>()> shownRows_;
    FamilyColours familyColours_;
    RunComparison comparison_;  ///< of what is seen
    std::vector<Seen> seen_;    ///< in `comparison_`
    bool known_ = false;        ///< `comparison_` is drawn, in this theme, language and tab
    bool mayRead_ = false;
    QTimer soon_;

    QTabBar* tabs_;
    QPushButton* save_;
    QPushButton* copy_;
    QPushButton* figures_;
    MessageBar* message_;
    QStackedWidget* stack_;
    QLabel* hint_;
    RunOverlay* overlay_;
    RunScatter* scatter_;
    RunParallel* parallel_;
    RunPair* pair_;
    RunMap* map_;
};

}  // namespace prunescope::ui
