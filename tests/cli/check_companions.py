#!/usr/bin/env python3
"""Checks what a seal lays beside a run, as others would read it: from the specifications alone.

    check_companions.py RUN KEY.pem

model.sig by OpenSSF Model Signing 1.0 (method key): the signature of the envelope, the root digest, every file of the folder and no
other. provenance.intoto.json by SLSA 1.0, ml-bom.cdx.json by CycloneDX 1.6: what they must have, and the digests in them.
Exit status 1, and a line that says what is wrong.
"""
import base64
import hashlib
import json
import pathlib
import re
import sys

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key


def expect(holds, what):
    if not holds:
        sys.exit(what)


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def opened(envelope, key):
    """The statement in a signed envelope of DSSE."""
    kind, payload = envelope["payloadType"], base64.b64decode(envelope["payload"])
    encoded = b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)
    key.verify(base64.b64decode(envelope["signatures"][0]["sig"]), encoded)
    statement = json.loads(payload)
    expect(kind == "application/vnd.in-toto+json", "the payload is of another type")
    expect(statement["_type"] == "https://in-toto.io/Statement/v1", "it is no statement of in-toto")
    return statement


def check_signature(run, key):
    bundle = json.loads((run / "model.sig").read_text())
    expect(bundle["mediaType"] == "application/vnd.dev.sigstore.bundle.v0.3+json", "it is no bundle of Sigstore")
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    expect(bundle["verificationMaterial"]["publicKey"]["hint"] == hashlib.sha256(pem).hexdigest(), "the hint is of another key")
    statement = opened(bundle["dsseEnvelope"], key)
    expect(statement["predicateType"] == "https://model_signing/signature/v1.0", "it is no signature of a model")
    predicate = statement["predicate"]
    signed = {r["name"]: r["digest"] for r in predicate["resources"]}
    expect(list(signed) == sorted(signed), "the files are not in order")
    root = hashlib.sha256(b"".join(bytes.fromhex(d) for d in signed.values())).hexdigest()
    expect(statement["subject"] == [{"name": run.name, "digest": {"sha256": root}}], "the root digest is another")
    ignored = set(predicate["serialization"]["ignore_paths"])
    found = {str(p.relative_to(run)): sha256(p) for p in run.rglob("*")
             if p.is_file() and str(p.relative_to(run)) not in ignored and p.relative_to(run).parts[0] not in ignored}
    expect(found == signed, f"the folder is not what was signed: {set(found.items()) ^ set(signed.items())}")


def check_provenance(run, key):
    statement = opened(json.loads((run / "provenance.intoto.json").read_text()), key)
    expect(statement["predicateType"] == "https://slsa.dev/provenance/v1", "it is no provenance of SLSA")
    expect(statement["subject"] == [{"name": "final.weights", "digest": {"sha256": sha256(run / "final.weights")}}],
           "the provenance is of other weights")
    definition, details = statement["predicate"]["buildDefinition"], statement["predicate"]["runDetails"]
    expect(definition["externalParameters"]["configuration"] == json.loads((run / "config.json").read_text()),
           "the configuration is another")
    expect(all(re.fullmatch("[0-9a-f]{64}", d["digest"]["sha256"]) for d in definition["resolvedDependencies"]),
           "data without a digest")
    expect(definition["resolvedDependencies"] != [] and details["builder"]["id"].startswith("urn:"), "a part is missing")
    seal = json.loads((run / "seal.json").read_text())["statement"]
    expect(details["byproducts"][0]["digest"]["blake2b256"] == seal["hash"], "the chain is another")


def check_bom(run):
    bom = json.loads((run / "ml-bom.cdx.json").read_text())
    expect((bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.6"), "it is no bill of materials")
    expect(re.fullmatch("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bom["serialNumber"]), "the serial number is none")
    model = bom["metadata"]["component"]
    expect(model["type"] == "machine-learning-model", "it is of no model")
    expect(model["hashes"] == [{"alg": "SHA-256", "content": sha256(run / "final.weights")}], "it is of other weights")
    expect(model["modelCard"]["quantitativeAnalysis"]["performanceMetrics"], "no measure was taken over")
    references = {c["bom-ref"] for c in bom["components"]}
    expect(all(set(d["dependsOn"]) <= references for d in bom["dependencies"]), "a part is not there")


def main():
    run, key = pathlib.Path(sys.argv[1]), load_pem_public_key(pathlib.Path(sys.argv[2]).read_bytes())
    check_signature(run, key)
    check_provenance(run, key)
    check_bom(run)


if __name__ == "__main__":
    main()
