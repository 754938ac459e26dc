// Answers of an ONNX network as it is taken over here, for the scripts beside this file:
//
//     onnx_answers MODEL IMAGES OUT
//
// MODEL is named as for --model; IMAGES and OUT are 32-bit floats, row-major: (N,C,H,W) and (N,classes).

#include "base/error.h"
#include "base/file.h"
#include "infer/engine.h"
#include "model/network_source.h"

#include <cstring>
#include <iostream>
#include <span>

namespace {

using namespace prunescope;

void answer(const char* modelName, const char* imagesFile, const char* outFile) {
    constexpr std::uint64_t mostBytes = std::uint64_t{1} << 31U;
    const model::OnnxNetwork network = model::readNamedOnnx(modelName);
    const nn::InferenceGraph graph = nn::inferenceGraph(network.graph, [&](const std::string& name) {
        return std::get<std::vector<float>>(network.weights.find(name)->values);
    });
    const std::string bytes = readFile(imagesFile, mostBytes);
    std::vector<float> images(bytes.size() / sizeof(float));
    std::memcpy(images.data(), bytes.data(), images.size() * sizeof(float));
    const auto size = static_cast<std::size_t>(network.graph.inputShape().size());
    constexpr std::size_t atOnce = 100;
    infer::Engine engine(graph, {.batch = atOnce, .sideBySide = true});
    std::vector<float> answers(images.size() / size * static_cast<std::size_t>(engine.outputs()));
    const auto outputs = static_cast<std::size_t>(engine.outputs());
    for (std::size_t first = 0; first < images.size() / size; first += atOnce) {
        const std::size_t count = std::min(atOnce, images.size() / size - first);
        engine.run(std::span(images).subspan(first * size, count * size),
                   std::span(answers).subspan(first * outputs, count * outputs));
    }
    writeFileAtomically(outFile,
                        {reinterpret_cast<const char*>(answers.data()), answers.size() * sizeof(float)});
    std::cout << network.graph.name() << ", " << network.producer << ": "
              << network.graph.describe().parameters() << " parameters, " << network.graph.describe().macs()
              << " multiply-accumulates\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "onnx_answers MODEL IMAGES OUT\n";
        return 2;
    }
    try {
        answer(arguments[1], arguments[2], arguments[3]);
    } catch (const std::exception& e) {
        std::cerr << textOf(e).english() << '\n';
        return 1;
    }
    return 0;
}
