#include "audit/signing_key.h"

#include "audit/text_of_bytes.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json_reader.h"
#include "base/system_error.h"
#include "base/user_folders.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace prunescope::audit {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;
using BoxKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;
using Salt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;
using Nonce = std::array<unsigned char, crypto_secretbox_NONCEBYTES>;
using Box = std::array<unsigned char, crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES>;

constexpr const char* keyType = "prunescope-signing-key-1";
constexpr std::uint64_t largestKeyFile = 4096;

Error noSigningKey(const fs::path& file) {
    return {file.string(), Text::of("is no signing key of this program"),
            Text::of("Move it away: `prunescope-cli key` then makes a new one.")};
}

Seed randomSeed() {
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    return seed;
}

BoxKey boxKeyOf(const std::string& passphrase, const Salt& salt) {
    BoxKey key{};
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(),
                      crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Error(Text(), Text::of("there is not enough memory to open the signing key"),
                    Text::of("Close other programs, and try again."));
    }
    return key;
}

Json encrypted(const Seed& seed, const std::string& passphrase) {
    Salt salt{};
    Nonce nonce{};
    Box box{};
    randombytes_buf(salt.data(), salt.size());
    randombytes_buf(nonce.data(), nonce.size());
    BoxKey key = boxKeyOf(passphrase, salt);
    crypto_secretbox_easy(box.data(), seed.data(), seed.size(), nonce.data(), key.data());
    sodium_memzero(key.data(), key.size());
    return {{"salt", hexOf(salt)}, {"nonce", hexOf(nonce)}, {"box", hexOf(box)}};
}

/// A member that is so many bytes in hexadecimal digits.
template <std::size_t Bytes>
std::array<unsigned char, Bytes> bytesAt(const Json& json, const char* key, const fs::path& file) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) throw noSigningKey(file);
    const auto bytes = bytesFromHex<Bytes>(found->get_ref<const std::string&>());
    if (!bytes) throw noSigningKey(file);
    return *bytes;
}

Seed decrypted(const Json& json, const std::optional<std::string>& passphrase, const fs::path& file) {
    if (!passphrase) {
        throw UsageError(file.string(), Text::of("is protected by a passphrase, and none was given"),
                         Text::of("Type it on a terminal, or name a file that holds it with "
                                  "--passphrase-file."));
    }
    BoxKey key = boxKeyOf(*passphrase, bytesAt<crypto_pwhash_SALTBYTES>(json, "salt", file));
    const Box box = bytesAt<std::tuple_size_v<Box>>(json, "box", file);
    const Nonce nonce = bytesAt<crypto_secretbox_NONCEBYTES>(json, "nonce", file);
    Seed seed{};
    const bool opened =
        crypto_secretbox_open_easy(seed.data(), box.data(), box.size(), nonce.data(), key.data()) == 0;
    sodium_memzero(key.data(), key.size());
    if (!opened)
        throw Error(file.string(), Text::of("the passphrase is not the one of this key"),
                    Text::of("Try it again."));
    return seed;
}

Json keyFileContent(const fs::path& file) {
    Json json = readJson(readFile(file, largestKeyFile), file.string(), noSigningKey(file).mend());
    if (!json.is_object() || !json.contains("type") || json["type"] != keyType) throw noSigningKey(file);
    return json;
}

void expectPrivate(const fs::path& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) != 0) throw systemError(file, "cannot open the file: {}", errno);
    if ((state.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
    throw Error(file.string(),
                Text::of("others may read this signing key: its mode is {:o}", state.st_mode & 0777U),
                Text::of("Take their rights away with `chmod 600`, and make a new key if somebody may have "
                         "copied it."));
}

/// The content is on the disk, or it throws.
void writePrivately(const fs::path& file, const std::string& content) {
    const Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.valid()) throw systemError(file, "cannot create the file: {}", errno);
    const ssize_t written = ::write(fd.get(), content.data(), content.size());
    const bool whole = written == static_cast<ssize_t>(content.size()) && ::fsync(fd.get()) == 0;
    if (whole) return;
    const int code = written >= 0 && errno == 0 ? ENOSPC : errno;
    ::unlink(file.c_str());
    throw systemError(file, "cannot write the file: {}", code);
}

}  // namespace

SigningKey::SigningKey() : SigningKey(randomSeed()) {}

SigningKey::SigningKey(const std::array<unsigned char, 32>& seed) : seed_(seed) {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicPart{};
    crypto_sign_seed_keypair(publicPart.data(), secret_.data(), seed_.data());
}

SigningKey::SigningKey(SigningKey&& other) noexcept : seed_(other.seed_), secret_(other.secret_) {}

SigningKey::~SigningKey() {
    sodium_memzero(seed_.data(), seed_.size());
    sodium_memzero(secret_.data(), secret_.size());
}

SigningKey SigningKey::read(const fs::path& file, const std::optional<std::string>& passphrase) {
    expectPrivate(file);
    const Json json = keyFileContent(file);
    SigningKey key(json.contains("seed") ? bytesAt<crypto_sign_SEEDBYTES>(json, "seed", file)
                                         : decrypted(json, passphrase, file));
    if (!json.contains("public_key") || json["public_key"] != key.publicKey()) throw noSigningKey(file);
    return key;
}

bool SigningKey::isProtected(const fs::path& file) {
    return !keyFileContent(file).contains("seed");
}

bool SigningKey::create(const fs::path& file, const std::optional<std::string>& passphrase) const {
    createFolder(file.parent_path());
    Json json = passphrase ? encrypted(seed_, *passphrase) : Json{{"seed", hexOf(seed_)}};
    json["type"] = keyType;
    json["public_key"] = publicKey();
    // Under a name of its own until it is whole: a link to it is made only where there is no such file.
    const fs::path whole = fmt::format("{}.{}", file.string(), ::getpid());
    writePrivately(whole, json.dump(2) + "\n");
    const int linked = ::link(whole.c_str(), file.c_str());
    const int code = errno;
    ::unlink(whole.c_str());
    if (linked == 0) return true;
    if (code == EEXIST) return false;
    throw systemError(file, "cannot create the file: {}", code);
}

std::string SigningKey::publicKey() const {
    return hexOf(std::span(secret_).subspan(crypto_sign_SEEDBYTES));
}

std::string SigningKey::sign(std::string_view message) const {
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(), secret_.data());
    return hexOf(signature);
}

fs::path userKeyFile() {
    return configFolder() / "prunescope" / "signing-key.json";
}

}  // namespace prunescope::audit
