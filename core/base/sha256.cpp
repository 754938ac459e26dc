#include "base/sha256.h"

#include "base/error.h"

#include <sodium.h>

#include <array>
#include <fstream>
#include <vector>

namespace prunescope {

struct Sha256::State {
    crypto_hash_sha256_state hash{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(&state_->hash);
}

Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state_->hash, digest.data());
    std::string hex(2 * digest.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hasher;
    hasher.update(bytes);
    return hasher.finish();
}

std::string sha256HexOfFile(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw Error(path.string(), "cannot open the file", "Check that it exists and may be read.");
    Sha256 hasher;
    std::vector<char> piece(std::size_t{1} << 20U);
    while (stream) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hasher.update({piece.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (stream.bad()) throw Error(path.string(), "cannot read the file", "The disk reported an error.");
    return hasher.finish();
}

}  // namespace prunescope
