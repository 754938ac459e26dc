#include "base/sha256.h"

#include "base/system_error.h"

#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
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

std::string sha256HexOfFile(const std::filesystem::path& path, Links links) {
    const Descriptor fd = openRegularFile(path, links);
    Sha256 hasher;
    std::vector<char> piece(std::size_t{1} << 20U);
    for (;;) {
        const ssize_t got = ::read(fd.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw systemError(path, "cannot read the file: {}", errno);
        if (got == 0) return hasher.finish();
        hasher.update({piece.data(), static_cast<std::size_t>(got)});
    }
}

}  // namespace prunescope
