#pragma once

#include "store/run_condition.h"
#include "store/run_list.h"

namespace prunescope::ui {

using store::conditionName;
using store::conditionOf;
using store::RunCondition;

}  // namespace prunescope::ui
