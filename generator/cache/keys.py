"""The names of what is kept: hashes of all that it came from."""

from hashlib import sha256

type_of_key = bytes
_KEY_BYTES = 16


def hash_of(*told: str | bytes) -> bytes:
    """The SHA-256 of several things together, of which none can run into the next."""
    parts = (each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass") for each in told)
    return sha256(b"".join(b"%d %b" % (len(part), part) for part in parts)).digest()


def key_of(*told: str | bytes) -> type_of_key:
    """The key of what comes of all that is told, and of nothing else: 16 bytes."""
    return hash_of(*told)[:_KEY_BYTES]
