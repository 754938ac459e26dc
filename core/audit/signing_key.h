#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// Ed25519 keys (RFC 8032), by which a person signs the end of a chain.
namespace prunescope::audit {

inline constexpr std::size_t publicKeyDigits = 64;
inline constexpr std::size_t signatureDigits = 128;

class SigningKey {
public:
    /// A new one.
    SigningKey();
    SigningKey(const SigningKey&) = delete;
    SigningKey(SigningKey&& other) noexcept;
    SigningKey& operator=(const SigningKey&) = delete;
    SigningKey& operator=(SigningKey&&) = delete;
    /// Wipes the secret part from memory.
    ~SigningKey();

    /// Reads what `create` wrote. Throws `Error` when it is no key, others than its owner may read it, or the
    /// passphrase is missing or wrong.
    static SigningKey read(const std::filesystem::path& file, const std::optional<std::string>& passphrase);
    /// Whether the key in the file is asked for by a passphrase. Throws `Error` as `read` does.
    static bool isProtected(const std::filesystem::path& file);

    /// Writes it into a new file with mode 0600, below folders that are made when they are absent; with a
    /// passphrase the secret part is encrypted (Argon2id and XSalsa20-Poly1305). False, and nothing is
    /// changed, when there is a file of this name. Throws `Error` when it cannot be written.
    bool create(const std::filesystem::path& file, const std::optional<std::string>& passphrase) const;

    /// In hexadecimal digits.
    std::string publicKey() const;
    /// The signature of a message, in hexadecimal digits.
    std::string sign(std::string_view message) const;

private:
    explicit SigningKey(const std::array<unsigned char, 32>& seed);

    std::array<unsigned char, 32> seed_{};
    std::array<unsigned char, 64> secret_{};  ///< as libsodium keeps it: the seed, then the public key
};

/// Where the user's key is: signing-key.json in the folder prunescope of `configFolder`.
std::filesystem::path userKeyFile();

/// False for a key or signature of another form, too. Both in hexadecimal digits.
bool isSignedBy(std::string_view publicKey, std::string_view message, std::string_view signature);

/// The public key as PEM (RFC 8410), which OpenSSL and others read.
std::string publicKeyPem(std::string_view publicKey);
/// In hexadecimal digits. `where`: the file, for messages. Throws `UsageError` when it is no such text.
std::string publicKeyFromPem(std::string_view pem, const std::string& where);

}  // namespace prunescope::audit
