#include "data/datasets.h"
#include "data/mnist_files.h"

namespace prunescope::data {
namespace {

Text mnistHint() {
    return Text::of("Name the folder that holds the files (data_dir, --data-dir DIR).");
}

DatasetFacts mnistFacts() {
    return {.shape = {1, 28, 28},
            .classNames = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"},
            .augmentation = Augmentation{}};
}

}  // namespace

/// LeCun, Cortes & Burges, "The MNIST database of handwritten digits"; any other digits in its file format.
DatasetEntry mnist() {
    return {
        .description =
            {.name = "mnist",
             .title = "MNIST",
             .summary =
                 "Grey 28 x 28 pictures of ten digits, in MNIST's file naming, from a folder that you name."},
        .hint = mnistHint(),
        .describe = [](const nlohmann::json&) { return std::optional(mnistFacts()); },
        .open =
            [](const DataPlace& place) { return openMnistFiles(mnistFacts(), place.folder, mnistHint()); },
    };
}

}  // namespace prunescope::data
