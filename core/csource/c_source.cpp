#include "csource/c_source.h"

#include "base/error.h"
#include "csource/bench_text.h"
#include "csource/c_text.h"
#include "csource/step_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::csource {
namespace {

/// Read beyond the last site by a vector that begins inside.
constexpr Index readBeyond = 16;

std::string commentBlock(const Labels& labels, const std::string& more) {
    std::string text = fmt::format("/* {}, a trained network as C99\n *\n", commentText(labels.subject));
    for (const auto& [key, value] : labels.facts)
        text += fmt::format(" * {}: {}\n", commentText(key), commentText(value));
    return text + (labels.facts.empty() ? "" : " *\n") + more + " */\n";
}

/// What the names in a template stand for.
struct Names {
    std::string lower;
    std::string upper;

    explicit Names(const Labels& labels)
        : lower(identifierOf(labels.name)), upper(macroOf(identifierOf(labels.name))) {}
};

bool normalises(const Labels& labels) {
    return !labels.mean.empty();
}

std::string headerText(const Labels& labels, const Names& names, const Shape& image, Index outputs,
                       Index scratch, std::size_t constants) {
    const auto macro = [&](const char* ending, auto value, const char* comment) {
        return fmt::format("#define {}_{} {} /* {} */\n", names.upper, ending, value, comment);
    };
    std::string text = commentBlock(labels, " * One image at a time; see the .c file.\n");
    text += fmt::format("#ifndef {0}_H\n#define {0}_H\n\n", names.upper);
    text += macro("CHANNELS", image.channels, "of an image");
    text += macro("HEIGHT", image.height, "of an image, in pixels");
    text += macro("WIDTH", image.width, "of an image, in pixels");
    text += macro("INPUTS", image.size(), "values of an image: (channel, row, column), without gaps");
    text += macro("CLASSES", outputs, "values of a result");
    text += macro("SCRATCH", scratch, "values of memory that a prediction works in");
    text += macro("CONSTANT_BYTES", constants, "of all tables");
    text += "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n";
    text += fmt::format(
        "/* The class of one image, from 0: the first with the largest logit. `input` has {1}_INPUTS "
        "values,\n"
        "   normalised as in training{2}. `output`\n"
        "   gets the {1}_CLASSES logits: no softmax is taken, which changes no class. Works in memory of "
        "its\n"
        "   own, so that one call at a time is allowed. */\n"
        "int {0}_predict(const float *input, float *output);\n\n"
        "/* The same in memory of the caller, {1}_SCRATCH values: for several threads at once, or memory "
        "that is\n"
        "   used for something else between two calls. */\n"
        "int {0}_predict_in(float *scratch, const float *input, float *output);\n\n",
        names.lower, names.upper, normalises(labels) ? ", see " + names.lower + "_normalise" : std::string());
    if (normalises(labels)) {
        text += fmt::format(
            "/* Pixels of one byte, 0 to 255, as {0}_predict wants them. */\n"
            "void {0}_normalise(const unsigned char *pixels, float *input);\n\n",
            names.lower);
    }
    if (!labels.classes.empty()) {
        text += fmt::format("/* UTF-8 */\nextern const char *const {}_class_names[{}_CLASSES];\n\n",
                            names.lower, names.upper);
    }
    return text + "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
}

std::string classNamesText(const Labels& labels, const Names& names) {
    if (labels.classes.empty()) return {};
    std::string text =
        fmt::format("const char *const {}_class_names[{}_CLASSES] = {{\n", names.lower, names.upper);
    for (const std::string& name : labels.classes) text += fmt::format("    {},\n", stringLiteral(name));
    return text + "};\n\n";
}

/// One multiplication and addition for each pixel: (byte / unit - mean) / deviation.
std::string normaliseText(const Labels& labels, const Names& names) {
    if (!normalises(labels)) return {};
    std::string factors;
    std::string shifts;
    for (std::size_t c = 0; c < labels.mean.size(); ++c) {
        const double deviation = labels.deviation[c];
        const double factor = deviation == 0 ? 0 : 1 / (labels.unit * deviation);
        const double shift = deviation == 0 ? 0 : -labels.mean[c] / deviation;
        factors += (c == 0 ? "" : ", ") + floatConstant(static_cast<float>(factor));
        shifts += (c == 0 ? "" : ", ") + floatConstant(static_cast<float>(shift));
    }
    return fmt::format(
        "void {0}_normalise(const unsigned char *pixels, float *input)\n{{\n"
        "    /* (pixel / {2} - mean) / deviation, by channel */\n"
        "    static const float factor[{1}_CHANNELS] = {{{3}}};\n"
        "    static const float shift[{1}_CHANNELS] = {{{4}}};\n"
        "    const int plane = {1}_HEIGHT * {1}_WIDTH;\n"
        "    int c, k;\n"
        "    for (c = 0; c < {1}_CHANNELS; ++c)\n"
        "        for (k = 0; k < plane; ++k)\n"
        "            input[c * plane + k] = factor[c] * (float)pixels[c * plane + k] + shift[c];\n"
        "}}\n\n",
        names.lower, names.upper, labels.unit, factors, shifts);
}

std::string predictText(const Names& names, const std::string& calls) {
    return fmt::format(
        "int {0}_predict_in(float *scratch, const float *input, float *output)\n{{\n"
        "    int best = 0;\n    int k;\n    (void)scratch;\n{2}"
        "    for (k = 1; k < {1}_CLASSES; ++k)\n"
        "        if (output[k] > output[best]) best = k;\n"
        "    return best;\n}}\n\n"
        "int {0}_predict(const float *input, float *output)\n{{\n"
        "    static float scratch[{1}_SCRATCH];\n"
        "    return {0}_predict_in(scratch, input, output);\n}}\n",
        names.lower, names.upper, calls);
}

std::string sourceText(const Labels& labels, const Names& names, const StepText& steps) {
    const bool math = needsMath(steps.kernels());
    std::string text = commentBlock(
        labels,
        std::string(math ? " * C99 with C's mathematical library (-lm) alone "
                         : " * C99 without a library ") +
            "and without allocation. Fastest with -O3 for the processor\n"
            " * at hand, such as `-O3 -march=native`, and with -std=gnu99, where products and sums may be "
            "one\n * instruction; smallest with -Os.\n");
    text += fmt::format("#include \"{}\"\n\n", labels.header);
    // Compilers for microcontrollers may have no <math.h>.
    if (math) text += "/* As <math.h> declares them. */\nfloat expf(float);\nfloat tanhf(float);\n\n";
    text += fmt::format(
        "/* Numbers of 32 bits are what the tables are made of. */\n"
        "typedef char {}_needs_numbers_of_32_bits[sizeof(unsigned int) == 4 && sizeof(float) == 4 ? 1 : "
        "-1];\n\n",
        names.lower);
    text += steps.tables().text();
    text += kernelText(steps.kernels()) + '\n';
    text += steps.sizes() + '\n';
    text += classNamesText(labels, names) + normaliseText(labels, names);
    return text + predictText(names, steps.calls());
}

/// All that the operations of a graph multiply by or add.
template <class Body>
void forEachConstant(const nn::InferenceGraph& graph, const Body& body) {
    for (const nn::GraphNode& node : graph.nodes()) {
        if (const auto* convolution = std::get_if<nn::GraphConvolution>(&node.operation)) {
            body(convolution->weight);
            body(convolution->bias);
        } else if (const auto* affine = std::get_if<nn::GraphAffine>(&node.operation)) {
            body(affine->scale);
            body(affine->shift);
        }
    }
}

void expectFinite(const nn::InferenceGraph& graph) {
    forEachConstant(graph, [](const std::vector<float>& values) {
        if (std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) return;
        throw Error("c", Text::of("the network has values that are not finite"),
                    Text::of("The file is damaged, or its run diverged; choose another."));
    });
}

}  // namespace

CSource cSourceOf(const nn::InferenceGraph& graph, const Labels& labels) {
    expectFinite(graph);
    const Plan plan = planOf(graph);
    StepText steps(plan);
    steps.write();
    const Names names(labels);
    const Index scratch = plan.scratch + readBeyond;
    const std::size_t constants = steps.tables().bytes();
    return {.header = headerText(labels, names, graph.shape(nn::InferenceGraph::input()),
                                 graph.shape(graph.output()).size(), scratch, constants),
            .source = sourceText(labels, names, steps),
            .bench = benchText(labels.header, names.lower, names.upper),
            .constantBytes = constants,
            .scratchBytes = static_cast<std::size_t>(scratch) * sizeof(float)};
}

}  // namespace prunescope::csource
