#include "base/user_folders.h"

#include "base/error.h"

#include <gtest/gtest.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <string>

namespace prunescope {
namespace {

/// Puts the environment back at the end.
class UserFolders : public testing::Test {
protected:
    UserFolders() {
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            const char* value = std::getenv(name);
            before_[name] = value == nullptr ? std::nullopt : std::optional<std::string>(value);
            ::unsetenv(name);
        }
    }
    ~UserFolders() override {
        for (const auto& [name, value] : before_) set(name, value);
    }
    static void set(const std::string& name, const std::optional<std::string>& value) {
        value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
    }

private:
    std::map<std::string, std::optional<std::string>> before_;
};

TEST_F(UserFolders, AreBelowTheHomeWhereNothingElseIsSaid) {
    set("HOME", "/home/me");
    EXPECT_EQ(homeFolder(), "/home/me");
    EXPECT_EQ(dataFolder(), "/home/me/.local/share");
    EXPECT_EQ(configFolder(), "/home/me/.config");
    EXPECT_EQ(cacheFolder(), "/home/me/.cache");
    EXPECT_EQ(defaultWorkspace(), "/home/me/.local/share/prunescope/runs");
}

TEST_F(UserFolders, AreWhereTheXdgVariablesSayUnlessRelativeOrEmpty) {
    set("HOME", "/home/me");
    set("XDG_DATA_HOME", "/data");
    set("XDG_CONFIG_HOME", "/config");
    set("XDG_CACHE_HOME", "/cache");
    EXPECT_EQ(dataFolder(), "/data");
    EXPECT_EQ(configFolder(), "/config");
    EXPECT_EQ(cacheFolder(), "/cache");
    for (const char* unusable : {"", "data", "./data", "~/data"}) {
        set("XDG_DATA_HOME", unusable);
        set("XDG_CONFIG_HOME", unusable);
        set("XDG_CACHE_HOME", unusable);
        EXPECT_EQ(dataFolder(), "/home/me/.local/share") << unusable;
        EXPECT_EQ(configFolder(), "/home/me/.config") << unusable;
        EXPECT_EQ(cacheFolder(), "/home/me/.cache") << unusable;
    }
}

TEST_F(UserFolders, TakeTheHomeFromThePasswordDatabaseWhereItIsNotSet) {
    const passwd* entry = ::getpwuid(::getuid());
    for (const std::optional<std::string>& home :
         {std::optional<std::string>(), std::optional<std::string>(""),
          std::optional<std::string>("relative")}) {
        set("HOME", home);
        if (entry != nullptr) {
            EXPECT_EQ(homeFolder(), entry->pw_dir);
        } else {
            EXPECT_THROW(homeFolder(), Error);
        }
    }
}

TEST_F(UserFolders, AreNotBelowAFile) {
    set("HOME", "/dev/null");
    EXPECT_THROW(dataFolder(), Error);
    set("XDG_DATA_HOME", "/data");
    EXPECT_EQ(dataFolder(), "/data") << "the home is not needed for it";
}

}  // namespace
}  // namespace prunescope
