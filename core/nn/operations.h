#pragma once

#include "nn/operation.h"

namespace prunescope::nn {

// Each is defined in the file of its layer.
OperationEntry convolutionEntry();
OperationEntry denseEntry();
OperationEntry batchNormEntry();
OperationEntry reluEntry();
OperationEntry clipEntry();
OperationEntry leakyReluEntry();
OperationEntry sigmoidEntry();
OperationEntry tanhEntry();
OperationEntry hardSigmoidEntry();
OperationEntry hardSwishEntry();
OperationEntry flattenEntry();
OperationEntry dropoutEntry();
OperationEntry maxPoolEntry();
OperationEntry averagePoolEntry();
OperationEntry globalAveragePoolEntry();
OperationEntry subsampleEntry();
OperationEntry globalMaxPoolEntry();
OperationEntry zeroPadEntry();
OperationEntry addEntry();
OperationEntry multiplyEntry();
OperationEntry concatEntry();

}  // namespace prunescope::nn
