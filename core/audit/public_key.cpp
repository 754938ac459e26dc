// Public keys and signatures, which everybody may have.

#include "audit/signing_key.h"
#include "audit/text_of_bytes.h"
#include "base/error.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <vector>

namespace prunescope::audit {
namespace {

/// SubjectPublicKeyInfo of Ed25519 before the 32 bytes of the key (RFC 8410, section 10.1).
constexpr std::string_view derPrefix("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
constexpr std::string_view pemBegin = "-----BEGIN PUBLIC KEY-----";
constexpr std::string_view pemEnd = "-----END PUBLIC KEY-----";

}  // namespace

bool isSignedBy(std::string_view publicKey, std::string_view message, std::string_view signature) {
    const auto key = bytesFromHex<crypto_sign_PUBLICKEYBYTES>(publicKey);
    const auto bytes = bytesFromHex<crypto_sign_BYTES>(signature);
    return key && bytes &&
           crypto_sign_verify_detached(bytes->data(), reinterpret_cast<const unsigned char*>(message.data()),
                                       message.size(), key->data()) == 0;
}

std::string publicKeyPem(std::string_view publicKey) {
    const auto key = bytesFromHex<crypto_sign_PUBLICKEYBYTES>(publicKey).value();
    std::vector<unsigned char> der(derPrefix.begin(), derPrefix.end());
    der.insert(der.end(), key.begin(), key.end());
    return fmt::format("{}\n{}\n{}\n", pemBegin, base64(der), pemEnd);
}

std::string publicKeyFromPem(std::string_view pem, const std::string& where) {
    const UsageError noKey(where, Text::of("is no public key of Ed25519 in PEM"),
                           Text::of("Name the file that `prunescope-cli key --export FILE` wrote."));
    const std::size_t begin = pem.find(pemBegin);
    const std::size_t end = pem.find(pemEnd);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        throw UsageError(noKey);
    const std::string_view text = pem.substr(begin + pemBegin.size(), end - begin - pemBegin.size());
    std::array<unsigned char, 64> der{};
    std::size_t bytes = 0;
    const bool decoded = sodium_base642bin(der.data(), der.size(), text.data(), text.size(), "\r\n \t",
                                           &bytes, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
    const std::string_view found(reinterpret_cast<const char*>(der.data()), bytes);
    if (!decoded || bytes != derPrefix.size() + crypto_sign_PUBLICKEYBYTES || !found.starts_with(derPrefix))
        throw UsageError(noKey);
    return hexOf(std::span(der).subspan(derPrefix.size(), crypto_sign_PUBLICKEYBYTES));
}

}  // namespace prunescope::audit
