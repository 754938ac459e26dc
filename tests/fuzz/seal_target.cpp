// Seals, public keys and anchors from somebody else.

#include "audit/signing_key.h"
#include "store/run_seal.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

void readSealText(std::string_view text) {
    const store::RunSeal seal = store::sealFromText(text, "seal.json");
    expect(isDigest(seal.statement.head.hash), "the head of a seal has a hash");
    const std::string again = store::sealText(seal);
    expect(store::sealText(store::sealFromText(again, "seal.json")) == again,
           "a seal is read back as it was written");
    expect(seal.isSigned() == store::sealFromText(again, "seal.json").isSigned(), "and so is its signature");
}

void readPem(std::string_view text) {
    const std::string key = audit::publicKeyFromPem(text, "key.pem");
    expect(audit::publicKeyFromPem(audit::publicKeyPem(key), "key.pem") == key,
           "a key is read back as it was written");
}

void readAnchor(std::string_view text) {
    const audit::Head head = audit::anchorFromText(text);
    expect(audit::anchorFromText(audit::anchorText(head)) == head,
           "an anchor is read back as it was written");
}

void readSealKeyOrAnchor(std::string_view text) {
    answers(readSealText, text);
    answers(readPem, text);
    answers(readAnchor, text);
}

std::vector<std::string> sealSeeds() {
    const audit::SigningKey key;
    const store::SealStatement statement{.head = {3, audit::noHash},
                                         .files = {{"final.weights", 12, audit::noHash}},
                                         .signer = "Ana",
                                         .sealedMs = 5};
    return {store::sealText(store::signedSeal(statement, key)), audit::publicKeyPem(key.publicKey()),
            audit::anchorText(statement.head)};
}

}  // namespace

Target sealTarget() {
    return {"seal", readSealKeyOrAnchor, sealSeeds};
}

}  // namespace prunescope::fuzz
