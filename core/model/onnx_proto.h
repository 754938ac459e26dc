#pragma once

// The definitions that Debian's libonnx was compiled with.
#define ONNX_ML 1
#define ONNX_NAMESPACE onnx

#include <onnx/onnx_pb.h>
