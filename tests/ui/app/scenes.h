#pragma once

#include "ui/app/whole_window.h"
#include "ui/bench/bench_page.h"
#include "ui/experiment/section.h"
#include "ui/report/export_dialog.h"

#include <gtest/gtest.h>

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

/// Every view that the window has, one after the other.
namespace prunescope::ui {

class Scenes {
public:
    enum class State { empty, paused, finished };
    using Visitor = std::function<void(QWidget&, const QString&)>;

    Scenes(WholeWindow& whole, State state) : whole_(whole), state_(state) {}
    ~Scenes() {
        dialog_.reset();
        whole_.close();
    }
    Scenes(const Scenes&) = delete;
    Scenes& operator=(const Scenes&) = delete;

    static const char* nameOf(State state) {
        return state == State::empty ? "empty" : state == State::paused ? "paused" : "finished";
    }

    bool prepare() {
        if (state_ != State::empty) whole_.recordRuns();
        whole_.open();
        if (state_ == State::paused && !whole_.holdARun()) return false;
        if (state_ == State::finished && !whole_.openFinishedRun()) return false;
        const bool measured = state_ != State::finished || (measureTheModel() && readHurt());
        return state_ == State::empty || (measured && tickRuns() && selectAnEvent() && openDialog());
    }

    /// Shows every page and the export dialog in a window of this size.
    void visit(const QSize& size, const Visitor& look) {
        MainWindow& window = *whole_.window;
        window.resize(size);
        EXPECT_EQ(window.size(), size);
        EXPECT_TRUE(window.minimumSizeHint().width() <= 1280 && window.minimumSizeHint().height() <= 720)
            << window.minimumSizeHint().width() << " x " << window.minimumSizeHint().height();
        // It would keep the keyboard.
        if (dialog_ != nullptr) dialog_->hide();
        auto* tabs = whole_.find<QTabWidget>("pages");
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            // The form's sections: folded, then unfolded.
            for (const bool open : {false, true}) {
                if (open && page > 0) continue;
                unfold(open);
                settle();
                look(window, tabs->tabText(page));
                ++visited_;
            }
        }
        if (dialog_ != nullptr) {
            dialog_->show();
            settle();
            look(*dialog_, dialog_->windowTitle());
            ++visited_;
        }
    }
    int visited() const { return visited_; }

    /// Until layouts are done and what is drawn late is drawn.
    static void settle() {
        constexpr int redrawMs = 90;
        QTest::qWait(redrawMs);
        // A layout inside a layout asks the outer one, which then asks for its turn.
        for (int round = 0; round < 3; ++round) QCoreApplication::sendPostedEvents();
    }

private:
    void unfold(bool open) const {
        for (Section* section : whole_.window->findChildren<Section*>()) section->setExpanded(open);
    }
    bool tickRuns() const {
        show(3);
        auto* table = whole_.find<QTableView>("runsTable");
        if (!QTest::qWaitFor([&] { return table->model()->rowCount() >= 2; }, 20'000)) return false;
        int ticked = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex cell = table->model()->index(row, column);
                if (cell.flags().testFlag(Qt::ItemIsUserCheckable) &&
                    table->model()->setData(cell, Qt::Checked, Qt::CheckStateRole))
                    ++ticked;
            }
        }
        QTest::qWait(300);  // their curves are read
        return ticked >= 2;
    }
    bool selectAnEvent() const {
        show(2);
        auto* table = whole_.find<QTableView>("auditTable");
        if (!QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }, 20'000)) return false;
        table->selectRow(0);
        QTest::qWait(300);  // the weights are read
        return true;
    }
    /// The opened run's own model and two sparsities, for a moment.
    bool measureTheModel() const {
        show(4);
        whole_.find<QLineEdit>("benchSparsities")->setText(QStringLiteral("50, 98"));
        whole_.find<QSpinBox>("benchBatch")->setValue(2);
        whole_.find<QDoubleSpinBox>("benchSeconds")->setValue(0.01);
        auto* page = whole_.find<BenchPage>("benchPage");
        page->startMeasurement();
        const bool ended = QTest::qWaitFor([&] { return !page->isMeasuring(); }, 60'000);
        return ended && whole_.find<QTableView>("benchTable")->model()->columnCount() == 5;
    }
    /// Whom pruning hurt is read in the background.
    bool readHurt() const {
        show(2);
        const auto* classes = whole_.find<QTableView>("hurtClasses");
        return QTest::qWaitFor([&] { return classes->isVisible(); }, 20'000);
    }
    void show(int page) const {
        whole_.find<QTabWidget>("pages")->setCurrentIndex(page);
        settle();
    }
    bool openDialog() {
        dialog_ = std::make_unique<ExportDialog>(PageContext{*whole_.run, whole_.theme, whole_.settings},
                                                 whole_.window.get());
        QSignalSpy ready(dialog_.get(), &ExportDialog::reportReady);
        dialog_->show();
        return ready.wait(20'000);
    }

    WholeWindow& whole_;
    State state_;
    int visited_ = 0;
    std::unique_ptr<ExportDialog> dialog_;
};

}  // namespace prunescope::ui
