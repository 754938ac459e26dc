#pragma once

#include "audit/signing_key.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

/// Dead Simple Signing Envelope 1.0.2 (github.com/secure-systems-lab/dsse), which in-toto, SLSA and OpenSSF
/// Model Signing put their statements into.
namespace prunescope::audit {

inline constexpr const char* inTotoPayload = "application/vnd.in-toto+json";

/// What is signed: type and payload with their lengths (PAE of the protocol).
std::string preAuthenticationEncoding(std::string_view payloadType, std::string_view payload);

/// {"payload", "payloadType", "signatures"}, the payload and its signature in Base64.
nlohmann::json signedEnvelope(std::string_view payloadType, std::string_view payload, const SigningKey& key);

/// What stands for a key where only a hint is wanted: SHA-256 of its PEM, as model signing has it.
std::string keyHint(std::string_view publicKey);

}  // namespace prunescope::audit
