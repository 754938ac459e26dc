#pragma once

#include "cli/cli_process.h"
#include "data/idx_fixtures.h"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

namespace prunescope::test {

/// A folder with a tiny data set, and a short run on it.
class CliFixture : public testing::Test {
protected:
    CliFixture() { writeTinyMnist(folder_.path()); }

    /// A short run on 30 images; `more` is appended.
    std::vector<std::string> training(const std::string& name,
                                      const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{
            "train",   "--dataset", "mnist",   "--data-dir", folder_.path().string(),
            "--model", "mlp:16",    "--batch", "8",          "--epochs",
            "4",       "--lr",      "0.001",   "--set",      "validation_fraction=0.25",
            "--out",   path(name)};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    /// One that ends when it is told to.
    std::vector<std::string> longTraining(const std::string& name,
                                          const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = training(name, {"--epochs", "100000"});
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    /// Of a run whose folder is renamed while it trains, and which is told to end after that.
    Answer ofARunThatMoves(const std::string& from, const std::string& to) const {
        CliProcess process(longTraining(from, {"--json"}));
        EXPECT_TRUE(process.waitForMessage("epoch"));
        std::filesystem::rename(folder_ / from, folder_ / to);
        process.signal(SIGTERM);
        return process.wait();
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    bool exists(const std::string& name) const { return std::filesystem::exists(folder_ / name); }
    void write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
    }
    std::string read(const std::string& name) const {
        std::ifstream stream(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    TemporaryFolder folder_;
};

}  // namespace prunescope::test
