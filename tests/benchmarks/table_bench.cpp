// How fast a table is read: from the file to rows that can be trained on.
//
//     table_bench FILE [ROUNDS]     5 of them without it
//
// Prints the seconds and megabytes (10^6 bytes) of the file per second of each round, then a line of JSON
// with the median. The file was read before, so that the disk is not what is measured.

#include "base/error.h"
#include "base/file_reader.h"
#include "data/registry.h"
#include "speed/stopwatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

using namespace prunescope;

int measure(const std::string& file, int rounds) {
    run::RunConfig config;
    config.dataset = "table";
    config.dataDir = file;
    const double megabytes = static_cast<double>(FileReader(file).size()) / 1e6;
    std::vector<double> seconds;
    std::int64_t rows = 0;
    for (int round = 0; round <= rounds; ++round) {
        const double taken = speed::secondsOf([&] {
            const auto dataset = data::loadDataset(config);
            rows = dataset->description().trainImages + dataset->description().validationImages +
                   dataset->description().testImages;
        });
        if (round == 0) continue;  // the file is read from the disk
        seconds.push_back(taken);
        fmt::print("{:.3f} s, {:.0f} MB/s\n", taken, megabytes / taken);
    }
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    fmt::print("{{\"rows\": {}, \"megabytes\": {:.1f}, \"seconds\": {:.3f}}}\n", rows, megabytes, median);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const int rounds = count > 2 ? std::atoi(words[2]) : 5;
    if (count < 2 || rounds < 1) {
        fmt::print(stderr, "table_bench FILE [ROUNDS]\n");
        return 2;
    }
    try {
        return measure(words[1], rounds);
    } catch (const prunescope::Error& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
