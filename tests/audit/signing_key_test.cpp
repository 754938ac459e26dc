#include "audit/signing_key.h"

#include "base/error.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>

namespace prunescope::audit {
namespace {

namespace fs = std::filesystem;

std::string messageOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(SigningKey, SignsWhatNobodyCanChange) {
    const SigningKey key;
    const std::string signature = key.sign("the head");
    EXPECT_TRUE(isSignedBy(key.publicKey(), "the head", signature));
    EXPECT_FALSE(isSignedBy(key.publicKey(), "the heap", signature));
    EXPECT_FALSE(isSignedBy(SigningKey().publicKey(), "the head", signature));
    EXPECT_FALSE(isSignedBy("", "the head", signature));
    EXPECT_FALSE(isSignedBy(key.publicKey(), "the head", signature.substr(2)));
}

TEST(SigningKey, SignaturesAreThoseOfTheStandard) {
    // RFC 8032, section 7.1, test 2.
    EXPECT_TRUE(isSignedBy("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72",
                           "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                           "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
}

TEST(SigningKey, IsMadeOnceAndForItsOwnerAlone) {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "below" / "key.json";
    const SigningKey key;
    EXPECT_TRUE(key.create(file, std::nullopt));
    struct stat state {};
    ASSERT_EQ(::stat(file.c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0600U);
    EXPECT_FALSE(SigningKey().create(file, std::nullopt)) << "a key that is there is never replaced";
    EXPECT_EQ(SigningKey::read(file, std::nullopt).publicKey(), key.publicKey());
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1);
}

TEST(SigningKey, APassphraseIsAskedFor) {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "key.json";
    const SigningKey key;
    ASSERT_TRUE(key.create(file, "correct horse"));
    EXPECT_TRUE(SigningKey::isProtected(file));
    EXPECT_EQ(SigningKey::read(file, "correct horse").sign("x"), key.sign("x"));
    EXPECT_THAT(messageOf([&] { SigningKey::read(file, "battery"); }),
                testing::HasSubstr("the passphrase is not the one of this key"));
    EXPECT_THROW(SigningKey::read(file, std::nullopt), UsageError);
}

TEST(SigningKey, RefusesAFileThatOthersMayRead) {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "key.json";
    SigningKey().create(file, std::nullopt);
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    EXPECT_THAT(messageOf([&] { SigningKey::read(file, std::nullopt); }), testing::HasSubstr("chmod 600"));
}

TEST(SigningKey, RefusesADamagedFile) {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "key.json";
    SigningKey().create(file, std::nullopt);
    const std::string whole = test::readBytes(file);
    const auto refused = [&](const std::string& content) {
        std::ofstream(file, std::ios::binary) << content;
        try {
            SigningKey::read(file, std::nullopt);
        } catch (const Error&) {
            return true;
        }
        return false;
    };
    EXPECT_FALSE(refused(whole));
    for (const char* content : {"", "{}", "[]", "{\"type\": \"prunescope-signing-key-1\"}"})
        EXPECT_TRUE(refused(content)) << content;
    EXPECT_TRUE(refused(whole.substr(0, whole.size() / 2)));
    std::string other = whole;
    const std::size_t seed = other.find("\"seed\": \"") + 9;
    other[seed] = other[seed] == '0' ? '1' : '0';
    EXPECT_TRUE(refused(other)) << "the public key belongs to another seed";
    EXPECT_TRUE(refused(std::string(5000, ' ')));
}

TEST(PublicKey, IsReadBackFromPem) {
    // Of the private key in RFC 8410, section 10.3, as its section 10.1 has it.
    const std::string pem =
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END "
        "PUBLIC "
        "KEY-----\n";
    const std::string key = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";
    EXPECT_EQ(publicKeyFromPem(pem, "key.pem"), key);
    EXPECT_EQ(publicKeyPem(key), pem);
    for (const std::string& bad :
         {std::string(), std::string("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----"),
          pem.substr(0, 60), "-----END PUBLIC KEY-----" + pem.substr(0, 26),
          std::string(pem).replace(30, 4, "AAAA")})
        EXPECT_THROW(publicKeyFromPem(bad, "key.pem"), Error) << bad;
}

}  // namespace
}  // namespace prunescope::audit
