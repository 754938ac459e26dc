#include "ui/runs/test_quality.h"

#include "ui/support/engine_text.h"
#include "view/quality_text.h"

#include <QCoreApplication>

namespace prunescope::ui {
namespace {

struct TestQuality {
    Q_DECLARE_TR_FUNCTIONS(TestQuality)
};

}  // namespace

QString testQualityTitle(const run::QualityMeasure& measure) {
    return TestQuality::tr("Test %1").arg(qualityName(measure));
}

QString qualityName(const run::QualityMeasure& measure) {
    return engineText(measure.name);
}

XyAxis testQualityAxis(const run::QualityMeasure& measure, const std::string& unit) {
    const std::string name = view::titleWithUnit(qualityName(measure).toStdString(), measure, unit);
    const QString title = measure.higherIsBetter ? TestQuality::tr("test %1, more is better (measured)")
                                                 : TestQuality::tr("test %1, less is better (measured)");
    return {.title = title.arg(QString::fromStdString(name)), .kind = view::axisKindOf(measure)};
}

}  // namespace prunescope::ui
