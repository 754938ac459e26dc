#pragma once

#include "run/record_json.h"
#include "ui/curve/live_curve.h"
#include "ui/curve/live_draft.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/schedule_page.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace prunescope::ui {

using run::SparsitySchedule;
using session::EditSchedule;
using session::PreviewMasks;
using session::SetAttention;
using testing::ElementsAre;
using Kind = CurveHandle::Kind;

inline run::LayerDescription layer(const char* name, std::int64_t weights, std::int32_t index) {
    run::LayerDescription l{.name = name, .kind = "dense"};
    l.weights = weights;
    l.prunable = LayerIndex{index};
    return l;
}

/// All of a run of 1000 steps and every sparsity: 0.4 pixels a step, 2 pixels a percent.
inline const CurveFrame wholeRun{.area = QRectF(40, 20, 400, 200), .lastStep = 1000};

/// The page on a run that a test puts together, beside a picture with the handles of its draft.
class SchedulePageTest : public testing::Test {
protected:
    SchedulePageTest() {
        window_.resize(900, 900);
        canvas_.setGeometry(0, 0, 470, 260);
        page_.setGeometry(470, 0, 420, 900);
        curve_.setFrame(wholeRun);
    }

    /// 10 epochs of 100 steps, at step 250; layers of 100 and 300 weights.
    void showRun(RunModel::Stage stage, const char* method = "map") {
        run::RunHeader header;
        header.config.method = method;
        header.config.epochs = 10;
        header.totalSteps = 1000;
        header.schedule = {.shape = run::ScheduleShape::cubic,
                           .initial = 0,
                           .target = 0.9,
                           .start = StepIndex{100},
                           .end = StepIndex{700},
                           .freeze = StepIndex{800}};
        header.network.layers = {layer("conv1", 100, 0), layer("fc1", 300, 1)};
        run_.headerNow = header;
        run_.stageNow = stage;
        run_.snapshotNow = std::make_shared<session::Snapshot>();
        run_.snapshotNow->totalSteps = 1000;
        run_.snapshotNow->step = StepIndex{250};
        run_.snapshotNow->sparsity = 0.5;
        run_.snapshotNow->schedule = header.schedule;
        run_.answerNow.step = StepIndex{250};
        emit run_.runChanged();
        emit run_.stageChanged();
        window_.show();
    }
    const SparsitySchedule& planned() const { return run_.headerNow->schedule; }

    template <class Action>
    std::vector<Action> asked() const {
        if constexpr (requires { typename Action::Answer; }) {
            return run_.askedOf<Action>();
        } else {
            return run_.submittedOf<Action>();
        }
    }
    std::string lastReason() const { return run_.submitted.back().reason; }
    std::string lastNote() const { return run_.submitted.back().note.english(); }

    template <class T>
    T& find(const char* name) {
        auto* found = page_.findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    LiveCurve& curve() { return curve_; }
    MessageBar& message() { return find<MessageBar>("scheduleMessage"); }
    void type(const char* field, double value) { find<QDoubleSpinBox>(field).setValue(value); }
    void refuse(const char* why) {
        run_.answerNow = {.accepted = false, .refusal = Text(why), .step = StepIndex{250}};
    }

    void drag(CurveHandle handle, CurvePoint to) {
        const QPointF from = curve().positionOf(handle);
        const QPointF way =
            curve().positionOf(to) - curve().positionOf(pointOf(page_.currentDraft(), handle, {1000, 10}));
        QTest::mousePress(&curve(), Qt::LeftButton, {}, from.toPoint());
        QTest::mouseMove(&curve(), (from + way / 2).toPoint());
        QTest::mouseMove(&curve(), (from + way).toPoint());
        QTest::mouseRelease(&curve(), Qt::LeftButton, {}, (from + way).toPoint());
    }

    FakeRunModel run_;
    Theme theme_;
    QSettings settings_{QStringLiteral("prunescope-tests"), QStringLiteral("schedule")};
    LiveDraft draft_{run_};
    QWidget window_;
    QWidget& canvas_ = *new QWidget(&window_);
    LiveCurve& curve_ = *new LiveCurve(theme_, draft_, run_, canvas_);
    SchedulePage& page_ = *new SchedulePage(WindowContext{{run_, theme_, settings_}, draft_}, &window_);
};

}  // namespace prunescope::ui
