#pragma once

#include "report/tiny_record.h"

namespace prunescope::report::test {

/// The tiny record of a network that predicts a number, in kWh, of 34 rows in two groups. Before the first
/// cut every error is 1. In the end those of the 32 rows of "Ulm" are 1 and 3 in turn, and those of the two
/// rows of "Bonn" 0 and 2.
inline run::RunRecord tinyNumbers() {
    run::RunRecord r = tinyRecord();
    r.header.dataset.classNames.clear();
    r.header.dataset.files = {{"rows.csv", 100, std::string(64, 'a')}};
    r.header.dataset.target = run::TargetDescription{.name = "load", .unit = "kWh"};
    r.header.dataset.groupNames = {"Bonn", "Ulm"};
    std::vector<float> wanted, before, after;
    std::vector<std::uint16_t> groups;
    for (int i = 0; i < 34; ++i) {
        const bool ulm = i < 32;
        wanted.push_back(static_cast<float>(i));
        before.push_back(wanted.back() + 1);
        after.push_back(wanted.back() + (ulm ? (i % 2 == 0 ? 1.0F : 3.0F) : (i == 32 ? 0.0F : -2.0F)));
        groups.push_back(ulm ? 1 : 0);
    }
    r.imageAnswers = {
        {.step = StepIndex{1}, .groups = groups, .wanted = wanted, .predicted = before},
        {.step = StepIndex{4}, .sparsity = 0.5, .groups = groups, .wanted = wanted, .predicted = after}};
    for (run::MetricSample& sample : r.samples) {
        sample.accuracy = std::numeric_limits<double>::quiet_NaN();
        sample.rmse = 1;
    }
    for (run::Evaluation& e : r.evaluations) {
        e.classes = 0;
        e.confusion.clear();
        e.numbers = run::numberErrorsOf(wanted, e.step == StepIndex{1} ? before : after);
    }
    return r;
}

}  // namespace prunescope::report::test
