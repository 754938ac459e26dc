#include "extension/extensions.h"

#include <gtest/gtest.h>

namespace prunescope::extension {
namespace {

/// Brings everything once, before any test looks for it.
class Registration : public testing::Environment {
    void SetUp() override {
        addToyMethod();
        addToyNetwork();
        addToyTable();
        addToyOptimizer();
        addToyFormat();
    }
};

testing::Environment* const registration = testing::AddGlobalTestEnvironment(new Registration);

}  // namespace
}  // namespace prunescope::extension
