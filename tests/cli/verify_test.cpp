// Runs are checked and sealed on the command line, and a second verifier, which shares nothing with the first
// but packaging/AUDIT.md, says the same of every run, honest or not.

#include "cli/cli_fixture.h"
#include "store/chain_writer.h"
#include "store/example_run.h"
#include "store/tampering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <algorithm>
#include <limits>
#include <random>
#include <sstream>

namespace prunescope::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;

class VerifyTest : public CliFixture {
protected:
    /// With a folder of the user's settings of its own.
    Answer cli(const std::vector<std::string>& arguments) const {
        return runCli(Launch{.arguments = arguments, .environment = {{"XDG_CONFIG_HOME", path("config")}}});
    }
    static std::vector<std::string> joined(std::vector<std::string> words,
                                           const std::vector<std::string>& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    Answer secondVerifier(const std::vector<std::string>& arguments) const {
        const std::string script = std::string(PRUNESCOPE_TEST_DATA) + "/../packaging/verify_run.py";
        return runCli(Launch{.arguments = joined({script}, arguments), .program = PRUNESCOPE_PYTHON});
    }
    /// A run that is recorded, and whose key lies in key.pem when it is sealed.
    std::string record(const std::string& name, bool sealed) const {
        EXPECT_EQ(cli(training(name)).status, 0);
        if (sealed) {
            EXPECT_EQ(cli({"key", "--name", "Ana", "--export", path("key.pem")}).status, 0);
            EXPECT_EQ(cli({"seal", path(name)}).status, 0);
        }
        return path(name);
    }
    /// The same run in another folder, writable.
    std::string copied(const std::string& run, const std::string& name) const {
        fs::create_directories(folder_ / name);
        for (const fs::directory_entry& entry : fs::directory_iterator(run)) {
            if (!entry.is_regular_file()) continue;
            const fs::path copy = folder_ / name / entry.path().filename();
            fs::copy_file(entry.path(), copy);
            fs::permissions(copy, fs::perms::owner_write, fs::perm_options::add);
        }
        return path(name);
    }
    /// The lines of JSON that both verifiers say of these runs; they must agree line by line.
    std::vector<Json> agreed(const std::vector<std::string>& runs,
                             const std::vector<std::string>& options = {}) const {
        const Answer first = cli(joined(joined({"verify", "--json"}, options), runs));
        const Answer second = secondVerifier(joined(joined({"--json"}, options), runs));
        EXPECT_EQ(first.status, second.status) << first.error << second.error;
        std::istringstream ours(first.output);
        std::istringstream others(second.output);
        std::vector<Json> lines;
        for (std::string line, other; std::getline(ours, line) && std::getline(others, other);) {
            Json mine = Json::parse(line);
            Json its = Json::parse(other);
            for (const char* key : {"run", "holds", "ended", "anchor", "sealed_by"}) {
                // Of a file that is no database for it, the first one knows no more.
                if (!mine["holds"].get<bool>() && key[0] != 'r' && key[0] != 'h') continue;
                EXPECT_EQ(mine[key], its[key]) << line << "\n" << other;
            }
            const auto linkOf = [](const Json& answer) {
                return answer["fault"].is_null() ? Json() : answer["fault"]["link"];
            };
            EXPECT_EQ(linkOf(mine), linkOf(its)) << line << "\n" << other;
            lines.push_back(std::move(mine));
        }
        EXPECT_EQ(lines.size(), runs.size()) << first.error << second.error;
        return lines;
    }
    void changeAByte(const std::string& file, std::uint64_t seed) const {
        std::string bytes = read(file);
        bytes[seed % bytes.size()] = static_cast<char>(bytes[seed % bytes.size()] ^ 1);
        write(file, bytes);
    }
};

TEST_F(VerifyTest, AnHonestRunHoldsAndSaysItsAnchor) {
    record("run", false);
    const Answer answer = cli({"verify", path("run")});
    EXPECT_EQ(answer.status, 0) << answer.error;
    EXPECT_THAT(answer.output, HasSubstr("holds, "));
    EXPECT_THAT(answer.output, HasSubstr("The run is not sealed"));
    const std::string anchor = agreed({path("run")}).at(0).at("anchor");
    EXPECT_EQ(cli({"verify", path("run"), "--anchor", anchor}).status, 0);
    EXPECT_EQ(agreed({path("run")}, {"--anchor", anchor}).at(0).at("holds"), true);
    EXPECT_EQ(agreed({path("run")}, {"--anchor", "3:" + std::string(64, 'a')}).at(0).at("holds"), false);
    EXPECT_EQ(agreed({path("run")}, {"--anchor", "999:" + std::string(64, 'a')}).at(0).at("holds"), false);
}

TEST_F(VerifyTest, ASealedRunIsReadOnlyAndHoldsAgainstItsKey) {
    record("run", true);
    for (const char* file : {"run.db", "config.json", "final.weights", "seal.json"}) {
        struct stat state {};
        ASSERT_EQ(::stat((folder_ / "run" / file).c_str(), &state), 0);
        EXPECT_EQ(state.st_mode & 0222U, 0U) << file;
    }
    const Answer words = cli({"verify", path("run"), "--key", path("key.pem")});
    EXPECT_EQ(words.status, 0) << words.output;
    EXPECT_THAT(words.output, HasSubstr("sealed by Ana ("));
    EXPECT_EQ(cli({"show", path("run")}).status, 0);
    const Answer again = cli({"seal", path("run")});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.error, HasSubstr("is sealed already"));
}

TEST_F(VerifyTest, AChangedStateIsFoundAndOneThatWasGivenUpIsNoFault) {
    record("run", false);
    std::vector<std::string> states;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "run/states"))
        states.push_back("run/states/" + entry.path().filename().string());
    ASSERT_FALSE(states.empty());
    EXPECT_EQ(agreed({path("run")}).at(0).at("holds"), true);
    const std::string state = read(states[0]);
    changeAByte(states[0], 300);
    EXPECT_THAT(agreed({path("run")}).at(0).at("fault").at("what"),
                HasSubstr("is not the state that was saved"));
    write(states[0], state);
    EXPECT_EQ(agreed({path("run")}).at(0).at("holds"), true);
    fs::rename(folder_ / states[0], folder_ / "run/states/step-000000009999.state");
    const Answer answer = cli({"verify", path("run")});
    EXPECT_EQ(answer.status, 0) << answer.output;
    EXPECT_THAT(answer.output, HasSubstr("saved states are not there: they were given up"));
    EXPECT_THAT(answer.output, HasSubstr("step-000000009999.state is no state that the record knows"));
}

TEST_F(VerifyTest, MasksOfTheWeightsThatAreNotThoseOnRecordAreFound) {
    record("run", false);
    ASSERT_EQ(cli(training("other", {"--seed", "2"})).status, 0);
    fs::copy_file(folder_ / "other/final.weights", folder_ / "run/final.weights",
                  fs::copy_options::overwrite_existing);
    store::Database database(folder_ / "run/run.db", store::OpenMode::modify);
    store::ChainWriter chain(database);
    store::Transaction transaction(database);
    chain.begin();
    store::Database other(folder_ / "other/run.db", store::OpenMode::modify);
    const std::string sha256 = other.text("SELECT sha256 FROM saved_files WHERE name = 'final.weights'");
    database.execute("INSERT INTO saved_files (name, bytes, sha256) SELECT name, bytes, '" + sha256 +
                     "' FROM saved_files WHERE name = 'final.weights'");
    chain.bindNew();
    transaction.commit();
    const Answer answer = cli({"verify", path("run")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.output, HasSubstr("the masks in final.weights are not those that were chosen last"));
}

TEST_F(VerifyTest, AnotherKeyOrNoSealIsSaid) {
    record("run", true);
    copied(path("run"), "unsealed");
    fs::remove(folder_ / "unsealed/seal.json");
    EXPECT_EQ(agreed({path("run"), path("unsealed")}, {}).at(1).at("holds"), true);
    const auto lines = agreed({path("run"), path("unsealed")}, {"--key", path("key.pem")});
    EXPECT_EQ(lines.at(0).at("holds"), true);
    EXPECT_EQ(lines.at(1).at("fault").at("what"), "the run is not sealed");
    const Answer other = runCli(Launch{.arguments = {"key", "--export", path("other.pem")},
                                       .environment = {{"XDG_CONFIG_HOME", path("elsewhere")}}});
    EXPECT_EQ(other.status, 0);
    EXPECT_THAT(agreed({path("run")}, {"--key", path("other.pem")}).at(0).at("fault").at("what"),
                HasSubstr("sealed with another key"));
}

TEST_F(VerifyTest, WhatIsDoneToASealedRunIsFoundByBoth) {
    record("run", true);
    std::vector<std::string> runs{copied(path("run"), "honest")};
    for (std::uint64_t seed = 1; seed <= 220; ++seed) {
        const std::string name = "t" + std::to_string(seed);
        runs.push_back(copied(path("run"), name));
        std::mt19937_64 draw(seed);
        if (seed % 10 == 0) {
            const std::vector<std::string> files{"final.weights", "config.json", "MODEL_CARD.md",
                                                 "ml-bom.cdx.json", "provenance.intoto.json"};
            changeAByte(name + "/" + files[draw() % files.size()], draw());
        } else if (seed == 5) {
            fs::remove(folder_ / name / "final.weights");
        } else {
            Tampering(folder_ / name / "run.db", seed).once();
        }
    }
    const auto lines = agreed(runs);
    EXPECT_EQ(lines.at(0)["holds"], true) << lines.at(0);
    for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_EQ(lines[i]["holds"], false) << lines[i];
}

TEST_F(VerifyTest, WhatLiesBesideASealedRunIsAsOthersReadIt) {
    record("run", true);
    const auto check = [&](const std::string& run) {
        return runCli(Launch{.arguments = {std::string(PRUNESCOPE_TEST_DATA) + "/cli/check_companions.py",
                                           run, path("key.pem")},
                             .program = PRUNESCOPE_PYTHON});
    };
    const Answer sound = check(path("run"));
    EXPECT_EQ(sound.status, 0) << sound.error;
    const std::string card = read("run/MODEL_CARD.md");
    EXPECT_THAT(card, HasSubstr("# Model card: run"));
    EXPECT_THAT(card, HasSubstr("| class | test samples | recall | precision |"));
    fs::create_directories(folder_ / "changed");
    copied(path("run"), "changed/run");
    EXPECT_EQ(check(path("changed/run")).status, 0);
    changeAByte("changed/run/run.db", 30'000);
    EXPECT_THAT(check(path("changed/run")).error, HasSubstr("the folder is not what was signed"));
    fs::create_directories(folder_ / "more");
    copied(path("run"), "more/run");
    write("more/run/payload.bin", "x");
    EXPECT_THAT(check(path("more/run")).error, HasSubstr("payload.bin"));
}

TEST_F(VerifyTest, WeightsBehindALinkAreNotTakenForThoseOfTheRun) {
    record("run", true);
    copied(path("run"), "linked");
    fs::remove(folder_ / "linked/final.weights");
    fs::create_symlink(folder_ / "run/final.weights", folder_ / "linked/final.weights");
    EXPECT_EQ(agreed({path("linked")}).at(0).at("holds"), false);
}

TEST_F(VerifyTest, ARunWithALinkInItIsNotSealed) {
    record("run", false);
    fs::create_symlink("/etc/hostname", folder_ / "run/notes.txt");
    const Answer answer = cli({"seal", path("run")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("is a link"));
    EXPECT_FALSE(exists("run/seal.json"));
}

TEST_F(VerifyTest, AChainThatWasMadeAnewShowsBySealOrAnchorAlone) {
    record("run", true);
    const std::string anchor = agreed({path("run")}).at(0).at("anchor");
    ASSERT_EQ(cli(training("other", {"--seed", "2"})).status, 0);
    copied(path("run"), "swapped");
    fs::copy_file(folder_ / "other/run.db", folder_ / "swapped/run.db", fs::copy_options::overwrite_existing);
    EXPECT_THAT(agreed({path("swapped")}).at(0).at("fault").at("what"),
                HasSubstr("the chain does not end where it was sealed"));
    fs::remove(folder_ / "swapped/seal.json");
    fs::copy_file(folder_ / "other/final.weights", folder_ / "swapped/final.weights",
                  fs::copy_options::overwrite_existing);
    EXPECT_EQ(agreed({path("swapped")}).at(0).at("holds"), true) << "nothing inside can tell";
    EXPECT_EQ(agreed({path("swapped")}, {"--anchor", anchor}).at(0).at("holds"), false);
    EXPECT_EQ(agreed({path("swapped")}, {"--key", path("key.pem")}).at(0).at("holds"), false);
}

TEST_F(VerifyTest, AChangedSealIsFoundByBoth) {
    record("run", true);
    std::vector<std::string> runs;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const std::string name = "s" + std::to_string(seed);
        runs.push_back(copied(path("run"), name));
        Json seal = Json::parse(read(name + "/seal.json"));
        std::mt19937_64 draw(seed);
        Json& statement = seal["statement"];
        const auto changed = [&](std::string text) {
            char& c = text[draw() % text.size()];
            c = c == '0' ? '1' : '0';
            return text;
        };
        switch (seed % 10) {
            case 0:
                seal["signature"] = changed(seal["signature"]);
                break;
            case 1:
                seal["public_key"] = changed(seal["public_key"]);
                break;
            case 2:
                statement["hash"] = changed(statement["hash"]);
                break;
            case 3:
                statement["signer"] = "Eve";
                break;
            case 4:
                statement["links"] = statement["links"].get<int>() - 1;
                break;
            case 5:
                statement["files"].erase(0);
                break;
            case 6:
                statement["more"] = 1;
                break;
            case 7:
                statement["signer"] = 5;
                break;
            case 8:
                statement["files"][0]["sha256"] = 5;
                break;
            default:
                seal.erase("signature");
        }
        write(name + "/seal.json", seal.dump());
    }
    for (const Json& line : agreed(runs)) EXPECT_EQ(line["holds"], false) << line;
}

TEST_F(VerifyTest, ChangedDataAreFoundByBoth) {
    record("run", false);
    EXPECT_EQ(agreed({path("run")}, {"--data", folder_.path().string()}).at(0).at("holds"), true);
    EXPECT_EQ(agreed({path("run")}, {"--data", path("config")}).at(0).at("holds"), false)
        << "they are not there";
    const std::string labels = "train-labels-idx1-ubyte";
    ASSERT_TRUE(exists(labels));
    changeAByte(labels, 20);
    EXPECT_THAT(agreed({path("run")}).at(0).at("fault").at("what"), HasSubstr(labels));
    fs::remove(folder_ / labels);
    EXPECT_EQ(agreed({path("run")}).at(0).at("holds"), true) << "data that are not there are not checked";
}

TEST_F(VerifyTest, BothFollowARunThatWasTakenUp) {
    const store::RunFolder folder = store::createRunFolderAt(folder_ / "up", {});
    recordExample(folder, 64);
    {
        store::Database database(folder.database(), store::OpenMode::modify);
        store::ChainWriter chain(database);
        for (const char* sql :
             {"DELETE FROM samples WHERE id > 33; DELETE FROM outcomes",
              "DELETE FROM mask_updates WHERE id > 2",
              "INSERT INTO samples (step, wall_ms, loss, accuracy, phase) VALUES (34, 1, 9e999, -9e999, 'x'),"
              "(35, 1, -1e-7, 1e21, 'x'), (36, 1, 123456789012345680000, 5e-324, 'x');"
              "INSERT INTO outcomes (state, message, step, wall_ms, trained_images) VALUES ('stopped', '', "
              "36, 1, 9)"}) {
            store::Transaction transaction(database);
            chain.begin();
            database.execute(sql);
            chain.cut();
            chain.bindNew();
            transaction.commit();
        }
    }
    std::vector<std::string> runs{path("up")};
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        runs.push_back(copied(path("up"), "u" + std::to_string(seed)));
        Tampering(fs::path(runs.back()) / "run.db", seed).once();
    }
    const auto lines = agreed(runs);
    EXPECT_EQ(lines.at(0)["holds"], true) << lines.at(0);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        // An end that is cut off whole leaves a chain that holds as far as it goes.
        EXPECT_FALSE(lines[i]["holds"].get<bool>() && lines[i]["ended"].get<bool>()) << lines[i];
    }
}

TEST_F(VerifyTest, AProtectedKeyAsksForItsPassphrase) {
    record("run", false);
    write("phrase", "correct horse\n");
    write("wrong", "battery\n");
    EXPECT_EQ(cli({"key", "--protect", "--passphrase-file", path("phrase")}).status, 0);
    EXPECT_EQ(cli({"key", "--protect", "--passphrase-file", path("phrase")}).status, 2);
    const Answer wrong = cli({"seal", path("run"), "--passphrase-file", path("wrong")});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.error, HasSubstr("the passphrase is not the one of this key"));
    EXPECT_FALSE(exists("run/seal.json"));
    EXPECT_EQ(cli({"seal", path("run"), "--passphrase-file", path("phrase")}).status, 0);
    EXPECT_EQ(cli({"verify", path("run")}).status, 0);
}

TEST_F(VerifyTest, WrongRequestsAreRefused) {
    write("no.pem", "nothing");
    record("run", false);
    EXPECT_EQ(cli({"verify", path("nowhere")}).status, 2);
    EXPECT_EQ(cli({"verify"}).status, 2);
    EXPECT_EQ(cli({"verify", path("run"), "--anchor", "7"}).status, 2);
    EXPECT_EQ(cli({"verify", path("run"), "--key", path("no.pem")}).status, 2);
    EXPECT_EQ(cli({"key", "--name", "two\nlines"}).status, 2);
    tamper(folder_ / "run/run.db", "UPDATE events SET reason = 'x' WHERE id = 1");
    const Answer answer = cli({"seal", path("run")});
    EXPECT_EQ(answer.status, 1) << "what does not hold is not sealed";
    EXPECT_THAT(answer.error, HasSubstr("does not hold, and is not sealed"));
}

}  // namespace
}  // namespace prunescope::test
