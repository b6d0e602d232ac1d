#!/usr/bin/env python3
"""A second reading of the vectors that shares no code with the package.

Recomputes every tree, path, key ID and signature of the valid vectors and checks that every valid
receipt verifies. Needs `cryptography` 47 or later (Ed25519 and ML-DSA-44). Run: python3 check.py
"""

import base64
import hashlib
import json
import pathlib
import struct

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey

HERE = pathlib.Path(__file__).parent


def load(name):
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def sha(data):
    return hashlib.sha256(data).digest()


def leaf(entry):
    return sha(b"\0" + entry)


def root(leaves):
    """MTH of RFC 6962 section 2.1, over leaf hashes."""
    if not leaves:
        return sha(b"")
    while len(leaves) > 1:  # Pairing row by row gives the same tree: an odd last node moves up.
        paired = [sha(b"\1" + leaves[i] + leaves[i + 1]) for i in range(0, len(leaves) - 1, 2)]
        leaves = paired + leaves[len(paired) * 2 :]
    return leaves[0]


def split(n):
    return 1 << ((n - 1).bit_length() - 1)


def path(m, leaves):
    n = len(leaves)
    if n == 1:
        return []
    k = split(n)
    if m < k:
        return path(m, leaves[:k]) + [root(leaves[k:])]
    return path(m - k, leaves[k:]) + [root(leaves[:k])]


def subproof(m, leaves, complete):
    n = len(leaves)
    if m == n:
        return [] if complete else [root(leaves)]
    k = split(n)
    if m <= k:
        return subproof(m, leaves[:k], complete) + [root(leaves[k:])]
    return subproof(m - k, leaves[k:], False) + [root(leaves[:k])]


def root_from_path(index, size, hash_, proof):
    """Recursive definition: which half the leaf is in decides the side of the last hash."""
    if size == 1:
        assert not proof
        return hash_
    k = split(size)
    if index < k:
        return sha(b"\1" + root_from_path(index, k, hash_, proof[:-1]) + proof[-1])
    return sha(b"\1" + proof[-1] + root_from_path(index - k, size - k, hash_, proof[:-1]))


def b64(hashes):
    return [base64.b64encode(h).decode() for h in hashes]


def parse_vkey(vkey):
    name, key_id, material = vkey.split("+", 2)
    typed = base64.b64decode(material, validate=True)
    assert sha(name.encode() + b"\n" + typed)[:4].hex() == key_id, name
    return name, bytes.fromhex(key_id), typed[0], typed[1:]


def verify(key, text, signature):
    name, _, kind, public = key
    if kind == 1:
        return Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
    (time,) = struct.unpack(">Q", signature[:8])
    if kind == 4:
        message = f"cosignature/v1\ntime {time}\n{text}".encode()
        return Ed25519PublicKey.from_public_bytes(public).verify(signature[8:], message)
    assert kind == 6
    origin, size, root_hash, *extensions = text.splitlines()
    assert not extensions
    message = b"subtree/v1\n\0" + bytes([len(name.encode())]) + name.encode()
    message += struct.pack(">Q", time) + bytes([len(origin.encode())]) + origin.encode()
    message += struct.pack(">QQ", 0, int(size)) + base64.b64decode(root_hash)
    return MLDSA44PublicKey.from_public_bytes(public).verify(signature[8:], message)


def signers(note, keys):
    at = note.rindex("\n\n")
    names = []
    for line in note[at + 2 : -1].split("\n"):
        dash, name, encoded = line.split(" ")
        raw = base64.b64decode(encoded, validate=True)
        for key in keys:
            if dash == "—" and key[0] == name and key[1] == raw[:4]:
                verify(key, note[: at + 1], raw[4:])
                if key not in names:
                    names.append(key)
    return [key[0] for key in names]


def check_tree():
    vectors = load("tree")
    leaves = [leaf(bytes.fromhex(h)) for h in vectors["small"]["leaves"]]
    for n, expected in enumerate(vectors["small"]["roots"]):
        assert root(leaves[:n]).hex() == expected
    large = vectors["large"]
    leaves = [leaf(f"entry {i}".encode()) for i in range(max(map(int, large["roots"])))]
    for size, expected in large["roots"].items():
        assert root(leaves[: int(size)]).hex() == expected
    for case in large["inclusion"]:
        assert b64(path(case["index"], leaves[: case["size"]])) == case["proof"]
    for case in large["consistency"]:
        assert b64(subproof(case["oldSize"], leaves[: case["size"]], True)) == case["proof"]


def check_notes():
    vectors = load("signed-note")
    published = vectors["published"]
    assert signers(published["note"], [parse_vkey(published["vkey"])]) == ["example.com/foo"]
    keys = [parse_vkey(vkey) for vkey in vectors["keys"]]
    for case in vectors["valid"]:
        assert signers(case["note"], keys) == case["signedBy"], case["why"]
    for case in vectors["invalid"]:
        if case["code"] != "bad_signature":
            continue
        try:
            signers(case["note"], keys)
        except (InvalidSignature, AssertionError):
            continue
        raise AssertionError(case["why"])


def check_receipts():
    vectors = load("receipt")
    words = [line.split() for line in vectors["policy"].splitlines()]
    keys = [parse_vkey(w[1] if w[0] == "log" else w[2]) for w in words if w[0] in ("log", "witness")]
    for case in vectors["valid"]:
        head, note = case["receipt"].split("\n\n", 1)
        lines = [line for line in head.split("\n")[1:] if not line.startswith("extra ")]
        proof = [base64.b64decode(line, validate=True) for line in lines[1:]]
        index = int(lines[0].removeprefix("index "))
        _, size, root_hash = note.split("\n")[:3]
        found = root_from_path(index, int(size), leaf(bytes.fromhex(vectors["entry"])), proof)
        assert found == base64.b64decode(root_hash), case["why"]
        assert len(signers(note, keys)) == 3, case["why"]


def check_paths():
    for case in load("tile-path")["valid"]:
        digits = str(case["index"])
        digits = digits.rjust(-(-len(digits) // 3) * 3, "0")
        groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
        text = "/".join(["x" + g for g in groups[:-1]] + groups[-1:])
        level = "entries" if case["kind"] == "entries" else str(case["level"])
        partial = "" if case["width"] == 256 else f".p/{case['width']}"
        assert f"tile/{level}/{text}{partial}" == case["path"]


def check_base64():
    for case in load("base64")["valid"]:
        assert base64.b64encode(bytes.fromhex(case["hex"])).decode() == case["base64"]


if __name__ == "__main__":
    for check in (check_base64, check_paths, check_tree, check_notes, check_receipts):
        check()
        print("ok", check.__name__)
