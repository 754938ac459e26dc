#pragma once

#include "run/run_record.h"

#include <cstddef>
#include <vector>

namespace prunescope::store {

/// What a record takes in memory, about.
std::size_t bytesOf(const run::MetricSample& sample);
std::size_t bytesOf(const std::vector<run::LayerStatistic>& statistics);
std::size_t bytesOf(const run::MaskUpdateRecord& update);
std::size_t bytesOf(const run::Evaluation& evaluation);
std::size_t bytesOf(const run::AuditEvent& event);
std::size_t bytesOf(const run::ImageAnswers& answers);
std::size_t bytesOf(const run::DataFile& file);

}  // namespace prunescope::store
