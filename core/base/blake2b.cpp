#include "base/blake2b.h"

#include "base/file_reader.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace prunescope {
namespace {

constexpr std::size_t digestBytes = blake2bDigits / 2;

}  // namespace

struct Blake2b::State {
    crypto_generichash_blake2b_state hash{};
};

Blake2b::Blake2b() : state_(std::make_unique<State>()) {
    crypto_generichash_blake2b_init(&state_->hash, nullptr, 0, digestBytes);
}

Blake2b::~Blake2b() = default;

void Blake2b::update(std::string_view bytes) {
    crypto_generichash_blake2b_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                                      bytes.size());
}

std::string Blake2b::finish() {
    std::array<unsigned char, digestBytes> digest{};
    crypto_generichash_blake2b_final(&state_->hash, digest.data(), digest.size());
    std::string hex(2 * digest.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

std::string blake2bHex(std::string_view bytes) {
    Blake2b hasher;
    hasher.update(bytes);
    return hasher.finish();
}

std::string blake2bHexOfFile(const std::filesystem::path& path) {
    const FileReader file(path);
    Blake2b hasher;
    std::vector<char> piece(std::size_t{1} << 20U);
    for (std::uint64_t position = 0; position < file.size();) {
        const auto bytes =
            static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), file.size() - position));
        file.read(position, std::span(piece).first(bytes));
        hasher.update({piece.data(), bytes});
        position += bytes;
    }
    return hasher.finish();
}

bool isDigest(std::string_view text) {
    return text.size() == blake2bDigits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace prunescope
