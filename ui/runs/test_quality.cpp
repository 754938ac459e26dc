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
    // In a language whose words stand without blanks it is one word.
    if (&measure == &run::mainMeasure(run::Task::classification)) return TestQuality::tr("Test accuracy");
    return TestQuality::tr("Test %1").arg(qualityName(measure));
}

QString qualityName(const run::QualityMeasure& measure) {
    return engineText(measure.name);
}

XyAxis testQualityAxis(const run::QualityMeasure& measure, const std::string& unit) {
    QString name = testQualityTitle(measure);
    name[0] = name[0].toLower();
    const std::string inUnit = view::titleWithUnit(name.toStdString(), measure, unit);
    const QString title = measure.higherIsBetter ? TestQuality::tr("%1, more is better (measured)")
                                                 : TestQuality::tr("%1, less is better (measured)");
    return {.title = title.arg(QString::fromStdString(inUnit)), .kind = view::axisKindOf(measure)};
}

}  // namespace prunescope::ui
