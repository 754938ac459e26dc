#include "run/config_io.h"

#include <algorithm>
#include <utility>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

/// A field that `access` finds in a configuration, const or not.
template <class Access>
ConfigField field(OptionDescription description, Access access) {
    const RunConfig defaults;
    description.defaultValue = access(defaults);
    return {std::move(description), [access](const RunConfig& c) { return Json(access(c)); },
            [access](RunConfig& c, const Json& value) { value.get_to(access(c)); }};
}

OptionDescription text(std::string key, std::string title, std::string help) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = OptionKind::text,
            .defaultValue = {}};
}

OptionDescription choice(std::string key, std::string title, std::string help,
                         std::vector<std::string> choices) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = OptionKind::choice,
            .defaultValue = {},
            .choices = std::move(choices)};
}

OptionDescription flag(std::string key, std::string title, std::string help) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = OptionKind::boolean,
            .defaultValue = {}};
}

OptionDescription whole(std::string key, std::string title, std::string help, double minimum,
                        double maximum) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = OptionKind::integer,
            .defaultValue = {},
            .minimum = minimum,
            .maximum = maximum};
}

OptionDescription real(std::string key, std::string title, std::string help, double minimum, double maximum) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = OptionKind::real,
            .defaultValue = {},
            .minimum = minimum,
            .maximum = maximum};
}

OptionDescription shares(std::string key, std::string title, std::string help) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = OptionKind::shares,
            .defaultValue = {},
            .minimum = 0,
            .maximum = 1};
}

OptionDescription numbers(std::string key, std::string title, std::string help, double minimum,
                          double maximum) {
    OptionDescription description = real(std::move(key), std::move(title), std::move(help), minimum, maximum);
    description.kind = OptionKind::numbers;
    return description;
}

ConfigField leftOutWhenEmpty(ConfigField field) {
    field.leftOutWhenEmpty = true;
    return field;
}

OptionDescription below(OptionDescription description) {
    description.maximumExcluded = true;
    return description;
}

OptionDescription above(OptionDescription description) {
    description.minimumExcluded = true;
    return description;
}

#define FIELD(member)        \
    [](auto&& c) -> auto&& { \
        return c.member;     \
    }

void addNormalisationFields(std::vector<ConfigField>& f) {
    constexpr double largest = 1e9;
    f.push_back(leftOutWhenEmpty(field(
        numbers(
            "data.mean", "Mean of the inputs",
            "What is taken from each channel, one number for each; pixels count from 0 to 1. Empty takes "
            "the mean of the training images. A network with weights of its own wants the numbers that it "
            "was trained with.",
            -largest, largest),
        FIELD(normalisation.mean))));
    f.push_back(leftOutWhenEmpty(
        field(above(numbers("data.deviation", "Deviation of the inputs",
                            "What each channel is divided by, after its mean was taken; empty takes the "
                            "deviation of the training images.",
                            0, largest)),
              FIELD(normalisation.deviation))));
}

/// The weights before the first step.
void addStartFields(std::vector<ConfigField>& f) {
    f.push_back(leftOutWhenEmpty(field(
        text("start.weights", "Start of the weights",
             "Empty: the weights of the network's own ONNX file, where it has one, else new ones; new: drawn "
             "by the seed; or a file of weights of the same network (.onnx, .safetensors, .npz, .weights)."),
        FIELD(start.weights))));
    // Other weights than those whose hash is there.
    f.back().set = [](RunConfig& c, const Json& value) {
        if (!c.start.weights.empty() && value != c.start.weights) c.start.sha256.clear();
        value.get_to(c.start.weights);
    };
    f.push_back(leftOutWhenEmpty(
        field(text("start.names", "Names of the weights",
                   "JSON file of an object with the names that tensors have in the file, and those that the "
                   "network has; null leaves a tensor out."),
              FIELD(start.names))));
    f.push_back(leftOutWhenEmpty(field(
        text("start.sha256", "Hash of the weights",
             "SHA-256 that the file of weights must have, so that a run is repeated from the same ones; "
             "empty takes any."),
        FIELD(start.sha256))));
}

/// What varies training images and no data set has for its default.
void addAppearanceFields(std::vector<ConfigField>& f) {
    f.push_back(field(real("augment.rotation", "Random rotation",
                           "Largest random turn about the middle, in degrees to either side.", 0, 180),
                      FIELD(augment.rotation)));
    f.push_back(
        field(below(real("augment.brightness", "Random brightness",
                         "Pixels are multiplied by a random factor that is at most this far from 1.", 0, 1)),
              FIELD(augment.brightness)));
    f.push_back(field(
        below(real("augment.contrast", "Random contrast",
                   "Distances of pixels from the mean of their channel in the image are multiplied by a "
                   "random factor that is at most this far from 1.",
                   0, 1)),
        FIELD(augment.contrast)));
    f.push_back(
        field(whole("augment.cutout", "Cut-out",
                    "Side in pixels of a square at a random place that is filled with the channel's mean.", 0,
                    4096),
              FIELD(augment.cutout)));
}

void addDataFields(std::vector<ConfigField>& f) {
    f.push_back(field(text("dataset", "Data set", "What the network learns from."), FIELD(dataset)));
    f.push_back(field(
        text("data_dir", "Data folder", "Folder with the data set's files; empty looks in the usual places."),
        FIELD(dataDir)));
    f.push_back(
        field(above(real("data.share", "Share of the training data",
                         "Share of the training samples of every class that is used, for a quick look; "
                         "the test stays whole, so that its accuracy can be compared.",
                         0, 1)),
              FIELD(dataShare)));
    f.push_back(field(
        above(below(real("validation_fraction", "Validation share",
                         "Share of the training samples held back to decide with during the run.", 0, 1))),
        FIELD(validationFraction)));
    f.push_back(field(whole("augment.shift", "Random shift",
                            "Largest random shift in pixels; -1 takes the data set's default.", -1, 16),
                      FIELD(augment.shift)));
    f.push_back(field(choice("augment.flip", "Random flip",
                             "Mirror half of the images left to right; auto takes the data set's default.",
                             {"auto", "on", "off"}),
                      FIELD(augment.flip)));
    addAppearanceFields(f);
    addNormalisationFields(f);
}

void addModelFields(std::vector<ConfigField>& f) {
    f.push_back(field(text("model", "Network",
                           "Architecture by name, mlp:WIDTHS such as mlp:300,100, or a file that describes "
                           "one: JSON, or ONNX with its weights."),
                      FIELD(model)));
    // Another network than the one whose graph is there.
    f.back().set = [](RunConfig& c, const Json& value) {
        if (value == c.model) return;
        value.get_to(c.model);
        c.graph = nullptr;
    };
    addStartFields(f);
    f.push_back(field(below(real("dropout", "Dropout",
                                 "Share of the last hidden activations dropped while training.", 0, 1)),
                      FIELD(dropout)));
    f.push_back(field(below(real("label_smoothing", "Label smoothing",
                                 "Share of the target that is spread evenly over all classes.", 0, 1)),
                      FIELD(labelSmoothing)));
    f.push_back(field(
        text("class_weights", "Class weights",
             "How much a sample of a class counts in the loss: none, all alike; balanced, every class as "
             "much as the others; or a number for each class, such as 1,2.5. Weights are scaled to a "
             "mean of 1 over the training samples, and evaluation knows none."),
        FIELD(classWeights)));
    f.push_back(field(choice("target.loss", "Loss of a number",
                             "Where a number is predicted: its squared error, or Huber's loss, in which "
                             "outliers count less.",
                             {"squared", "huber"}),
                      FIELD(targetLoss)));
    f.push_back(field(above(real("target.huber_delta", "Huber delta",
                                 "Distance, in standard deviations of the target, from which on Huber's loss "
                                 "rises no faster than the error.",
                                 0, 1e6)),
                      FIELD(huberDelta)));
}

void addPruningFields(std::vector<ConfigField>& f) {
    f.push_back(field(text("method", "Method", "How weights are chosen, cut and revived."), FIELD(method)));
    f.push_back(field(choice("schedule.shape", "Shape", "Course of the sparsity between start and end.",
                             scheduleShapeNames()),
                      FIELD(schedule.shape)));
    f.push_back(field(below(real("schedule.initial", "Initial sparsity",
                                 "Share of weights cut at the ramp's start.", 0, 1)),
                      FIELD(schedule.initial)));
    f.push_back(field(below(real("schedule.target", "Target sparsity",
                                 "Share of the prunable weights cut at the ramp's end.", 0, 1)),
                      FIELD(schedule.target)));
    f.push_back(
        field(real("schedule.start", "Ramp starts", "Share of the run after which pruning starts.", 0, 1),
              FIELD(schedule.start)));
    f.push_back(
        field(real("schedule.end", "Ramp ends", "Share of the run after which the target is reached.", 0, 1),
              FIELD(schedule.end)));
    f.push_back(field(
        real("schedule.freeze", "Freeze",
             "Share of the run after which the mask is frozen: exploration ends, exploitation begins.", 0, 1),
        FIELD(schedule.freeze)));
    f.push_back(field(choice("pruning.scope", "Scope",
                             "Rank weights over the whole network, keep the same share of every layer, or "
                             "share by the Erdos-Renyi-kernel rule.",
                             pruningScopes()),
                      FIELD(pruning.scope)));
    f.push_back(field(
        whole("pruning.mask_interval", "Mask interval", "Steps between two updates of the mask.", 1, 1e6),
        FIELD(pruning.maskInterval)));
    f.push_back(field(whole("pruning.min_keep", "Fewest kept",
                            "Weights that every layer keeps, so that none is cut off.", 0, 1e9),
                      FIELD(pruning.minKeep)));
    f.push_back(
        field(flag("pruning.recalibrate_batch_norm", "Recalibrate batch norm",
                   "Measure the batch-norm statistics anew at the end, since earlier ones saw other masks."),
              FIELD(pruning.recalibrateBatchNorm)));
    f.push_back(
        field(choice("pruning.on_collapse", "On collapse",
                     "What happens when a layer is pressed down to its fewest, the loss stays at that "
                     "of guessing, or weights grow tenfold in an epoch: hold the ramp at the present "
                     "sparsity, stop the run, or note it and go on.",
                     {"hold", "stop", "note"}),
              FIELD(pruning.onCollapse)));
    f.push_back(leftOutWhenEmpty(
        field(shares("pruning.layers", "Budget by layer",
                     "Largest share of a layer's weights that may be cut; with 0 the layer is never "
                     "pruned, and a layer without a budget gets what the scope gives it."),
              FIELD(pruning.layers))));
}

void addOptimizerFields(std::vector<ConfigField>& f) {
    f.push_back(
        field(text("optimizer.name", "Optimizer", "Rule that moves the weights."), FIELD(optimizer.name)));
    f.push_back(field(
        above(real("optimizer.learning_rate", "Learning rate", "Largest learning rate of the run.", 0, 100)),
        FIELD(optimizer.learningRate)));
    f.push_back(
        field(real("optimizer.weight_decay", "Weight decay", "Pull of the weights towards zero.", 0, 10),
              FIELD(optimizer.weightDecay)));
    f.push_back(field(flag("optimizer.decay_bias_and_norm", "Decay biases too",
                           "Apply weight decay to biases and batch norm as well."),
                      FIELD(optimizer.decayBiasAndNorm)));
    f.push_back(field(
        text("learning_rate.shape", "Learning-rate schedule", "Course of the learning rate over the run."),
        FIELD(learningRate.shape)));
    f.push_back(field(
        real("learning_rate.warmup_epochs", "Warm-up", "Epochs over which the rate rises from zero.", 0, 1e6),
        FIELD(learningRate.warmupEpochs)));
}

void addRunFields(std::vector<ConfigField>& f) {
    f.push_back(field(whole("epochs", "Epochs", "Passes over the training samples.", 1, 1e6), FIELD(epochs)));
    f.push_back(field(whole("batch", "Batch size", "Samples per step.", 1, 65536), FIELD(batch)));
    f.push_back(field(
        whole("seed", "Seed", "Start of all random numbers; the same seed gives the same run.", 0, 9e15),
        FIELD(seed)));
    f.push_back(field(whole("threads", "Threads", "Processor threads for training; 0 takes all.", 0, 1024),
                      FIELD(threads)));
}

/// A group whose options `access` finds in a configuration, const or not.
template <class Access>
ConfigGroup group(OptionGroup names, std::string choice, Access /*access*/) {
    return {std::move(names), std::move(choice), [](RunConfig& c) -> Json& { return Access{}(c); },
            [](const RunConfig& c) -> const Json& { return Access{}(c); }};
}

std::vector<ConfigGroup> makeGroups() {
    return {group({"data", "data_options"}, "dataset", FIELD(dataOptions)),
            group({"method", "method_options"}, "method", FIELD(methodOptions)),
            group({"optimizer", "optimizer"}, "optimizer.name", FIELD(optimizer.options)),
            group({"learning_rate", "learning_rate"}, "learning_rate.shape", FIELD(learningRate.options))};
}

#undef FIELD

std::vector<ConfigField> makeFields() {
    std::vector<ConfigField> fields;
    addDataFields(fields);
    addModelFields(fields);
    addPruningFields(fields);
    addOptimizerFields(fields);
    addRunFields(fields);
    return fields;
}

}  // namespace

const std::vector<ConfigField>& configFields() {
    static const std::vector<ConfigField> fields = makeFields();
    return fields;
}

const std::vector<ConfigGroup>& configGroups() {
    static const std::vector<ConfigGroup> groups = makeGroups();
    return groups;
}

const ConfigGroup* groupChosenBy(const std::string& choice) {
    const auto& groups = configGroups();
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const ConfigGroup& g) { return g.choice == choice; });
    return found == groups.end() ? nullptr : &*found;
}

}  // namespace prunescope::run
