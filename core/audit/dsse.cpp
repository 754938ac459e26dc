#include "audit/dsse.h"

#include "audit/text_of_bytes.h"
#include "base/sha256.h"

#include <fmt/format.h>

#include <span>

namespace prunescope::audit {
namespace {

std::span<const unsigned char> bytesOf(std::string_view text) {
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

}  // namespace

std::string preAuthenticationEncoding(std::string_view payloadType, std::string_view payload) {
    return fmt::format("DSSEv1 {} {} {} {}", payloadType.size(), payloadType, payload.size(), payload);
}

nlohmann::json signedEnvelope(std::string_view payloadType, std::string_view payload, const SigningKey& key) {
    const std::string signature = key.sign(preAuthenticationEncoding(payloadType, payload));
    const auto bytes = bytesFromHex<crypto_sign_BYTES>(signature).value();
    return {{"payload", base64(bytesOf(payload))},
            {"payloadType", payloadType},
            {"signatures",
             nlohmann::json::array({{{"keyid", keyHint(key.publicKey())}, {"sig", base64(bytes)}}})}};
}

std::string keyHint(std::string_view publicKey) {
    return sha256Hex(publicKeyPem(publicKey));
}

}  // namespace prunescope::audit
