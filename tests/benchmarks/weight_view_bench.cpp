// How long the picture of a layer's weights keeps the window's thread busy.
//
//     weight_view_bench [WIDTH HEIGHT [ROUNDS]]
//
// Shows a dense layer of 2500 x 4000 weights, and one of 4000 x 784, in a view of WIDTH x HEIGHT pixels at
// several magnifications, and prints in milliseconds, as least / median / 99th percentile:
//   pan    one move of a drag, painted
//   tile   the longest turn of the event loop from a new picture until it is on display
// and what the picture holds in memory. The picture itself is made outside of the measured time, as a run
// makes it on a thread of its own.

#include "ui/support/theme.h"
#include "ui/weights/weight_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

using namespace prunescope;

struct Layer {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<float> values{};
    std::vector<std::uint8_t> mask{};
    std::vector<std::uint8_t> maskBefore{};
};

Layer makeLayer(std::int64_t rows, std::int64_t columns) {
    Layer layer{.rows = rows, .columns = columns};
    const auto size = static_cast<std::size_t>(rows * columns);
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 0.02F);
    layer.values.resize(size);
    layer.mask.resize(size);
    layer.maskBefore.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        layer.values[i] = normal(random);
        layer.mask[i] = std::abs(layer.values[i]) > 0.025F ? 1 : 0;
        layer.maskBefore[i] = std::abs(layer.values[i]) > 0.024F ? 1 : 0;
    }
    return layer;
}

std::shared_ptr<const session::WeightPicture> makePicture(const Layer& layer, const view::TileRequest& tile,
                                                          std::int64_t step) {
    const auto size = static_cast<std::int64_t>(layer.values.size());
    return std::make_shared<const session::WeightPicture>(session::WeightPicture{
        .request = {LayerIndex{0}, tile},
        .step = StepIndex{step},
        .tile = view::makeTile({layer.values.data(), layer.mask.data(), layer.maskBefore.data()},
                               view::WeightLayout(layer.rows, layer.columns), tile),
        .histogram = view::magnitudeHistogram(layer.values.data(), layer.mask.data(), size, 64),
        .threshold = 0.025F,
        .maskUpdate = StepIndex{step}});
}

class Stopwatch {
public:
    Stopwatch() { timer_.start(); }
    double ms() const { return static_cast<double>(timer_.nsecsElapsed()) / 1e6; }

private:
    QElapsedTimer timer_;
};

void print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("  %s %6.2f /%6.2f /%6.2f", what, at(0), at(0.5), at(0.99));
}

/// Turns the event loop for `ms`; the longest turn.
double longestTurn(double ms) {
    double longest = 0;
    const Stopwatch whole;
    while (whole.ms() < ms) {
        const Stopwatch turn;
        QCoreApplication::processEvents();
        longest = std::max(longest, turn.ms());
        QThread::usleep(200);
    }
    return longest;
}

void send(QWidget& widget, QEvent::Type type, const QPointF& at, Qt::MouseButton button) {
    QMouseEvent event(type, at, widget.mapToGlobal(at), button, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

std::vector<double> measurePan(ui::WeightView& view, int rounds) {
    std::vector<double> times;
    const QPointF middle = view.rect().center();
    send(view, QEvent::MouseButtonPress, middle, Qt::LeftButton);
    for (int k = 0; k < rounds; ++k) {
        // A circle: it stays near where it began, on a tile that covers it.
        const QPointF at = middle + 60 * QPointF(std::cos(k * 0.2), std::sin(k * 0.2));
        const Stopwatch frame;
        send(view, QEvent::MouseMove, at, Qt::NoButton);
        view.repaint();
        times.push_back(frame.ms());
        QCoreApplication::processEvents();
    }
    send(view, QEvent::MouseButtonRelease, middle, Qt::LeftButton);
    return times;
}

std::vector<double> measureTile(ui::WeightView& view, const Layer& layer, int rounds, std::int64_t& step) {
    std::vector<double> times;
    for (int k = 0; k < rounds; ++k) {
        const auto picture = makePicture(layer, view.wantedTile(view::Arrangement::matrix), ++step);
        const Stopwatch arrival;
        view.setPicture(picture);
        const double taken = arrival.ms();
        times.push_back(std::max(taken, longestTurn(80)));
    }
    return times;
}

void measure(const Layer& layer, const QSize& size, int rounds) {
    ui::Theme theme;
    ui::WeightView view(theme);
    view.resize(size);
    view.show();
    view.setLayout(view::WeightLayout(layer.rows, layer.columns));
    std::int64_t step = 0;
    std::printf("%lld x %lld weights\n", static_cast<long long>(layer.rows),
                static_cast<long long>(layer.columns));
    for (const double cell : {0.0, 1.0, 3.0, 6.5, 20.0, 60.0}) {
        while (view.cellSize() < cell) view.zoomIn();
        view.setPicture(makePicture(layer, view.wantedTile(view::Arrangement::matrix), ++step));
        longestTurn(500);
        std::printf("%6.2f px a cell", view.cellSize());
        print("pan", measurePan(view, 10 * rounds));
        print("tile", measureTile(view, layer, rounds, step));
        const auto tile = view.wantedTile(view::Arrangement::matrix);
        const auto cells = std::min(tile.rows, tile.mostRows) * std::min(tile.columns, tile.mostColumns);
        std::printf("  %5.2f MB\n",
                    static_cast<double>(cells) * (sizeof(float) * 2 + 1 + sizeof(QRgb)) / 1e6);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QSize size(argc > 2 ? std::atoi(argv[1]) : 1900, argc > 2 ? std::atoi(argv[2]) : 1300);
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 20;
    std::printf("view of %d x %d pixels; ms as least / median / 99th percentile\n", size.width(),
                size.height());
    measure(makeLayer(2500, 4000), size, rounds);
    measure(makeLayer(4000, 784), size, rounds);
    return EXIT_SUCCESS;
}
