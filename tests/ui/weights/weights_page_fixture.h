#pragma once

#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"
#include "ui/weights/weight_view.h"
#include "ui/weights/weights_page.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QSettings>
#include <QTest>

namespace prunescope::ui {

using session::InspectWeight;
using session::WatchWeights;

inline run::LayerDescription layer(const char* name, std::vector<std::int64_t> shape, std::int32_t index) {
    run::LayerDescription l{.name = name, .kind = "", .weightShape = std::move(shape)};
    l.weights = 1;
    for (const auto extent : l.weightShape) l.weights *= extent;
    l.prunable = LayerIndex{index};
    return l;
}

class WeightsPageTest : public testing::Test {
protected:
    WeightsPageTest() : page_(PageContext{run_, theme_, settings_}) { page_.resize(1000, 640); }

    void showNetwork(RunModel::Stage stage) {
        run::RunHeader header;
        header.dataset.imageShape = {1, 4, 4};
        header.network.layers = {layer("conv1", {6, 1, 3, 3}, 0), layer("fc1", {8, 20}, 1)};
        run_.headerNow = header;
        run_.stageNow = stage;
        emit run_.runChanged();
        emit run_.stageChanged();
    }

    template <class Action>
    std::vector<Action> asked() const {
        if constexpr (requires { typename Action::Answer; }) {
            return run_.askedOf<Action>();
        } else {
            return run_.submittedOf<Action>();
        }
    }

    /// What the run would answer to the latest request: the weights are their own index.
    void send(StepIndex step, std::vector<std::uint8_t> before = {}) {
        const WatchWeights request = asked<WatchWeights>().back();
        const auto* described = describedLayer(*run_.headerNow, request.layer);
        const auto size = static_cast<std::size_t>(described->weights);
        std::vector<float> values(size);
        for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<float>(i) * (i % 2 == 0 ? 1 : -1);
        std::vector<std::uint8_t> mask(size, 0);
        for (std::size_t i = size / 2; i < size; ++i) mask[i] = 1;
        if (before.empty()) before = mask;
        const view::WeightLayout layout(described->weightShape, request.tile.arrangement,
                                        imageShapeOf(*run_.headerNow, request.layer));
        auto snapshot = std::make_shared<session::Snapshot>(*run_.snapshotNow);
        snapshot->picture = std::make_shared<const session::WeightPicture>(session::WeightPicture{
            .request = request,
            .step = step,
            .tile = view::makeTile({values.data(), mask.data(), before.data()}, layout, request.tile),
            .histogram =
                view::magnitudeHistogram(values.data(), mask.data(), static_cast<std::int64_t>(size), 16),
            .threshold = static_cast<float>(size / 2),
            .maskUpdate = step});
        run_.snapshotNow = snapshot;
        emit run_.snapshotChanged();
    }
    /// The same, until it is on display.
    void answer(StepIndex step) {
        send(step);
        const QString text = QLocale(QLocale::English).toString(static_cast<qlonglong>(step.value));
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return find<QLabel>("weightsSummary")->text().endsWith(QLatin1Char(' ') + text); }, 5000))
            << "pictures are drawn some 14 times a second";
        ASSERT_TRUE(QTest::qWaitFor([this] { return !picture().isColouring(); }, 5000));
    }

    template <class T>
    T* find(const char* name) {
        return page_.findChild<T*>(QLatin1String(name));
    }
    WeightView& picture() { return *find<WeightView>("weightView"); }
    QString shownTitle() {
        for (const QLabel* label : page_.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("saved"))) return label->text();
        }
        return {};
    }

    FakeRunModel run_;
    Theme theme_;
    QSettings settings_{QStringLiteral("prunescope-tests"), QStringLiteral("weights")};
    WeightsPage page_;
};

}  // namespace prunescope::ui
