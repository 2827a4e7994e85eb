"""What storage says when it cannot do what was asked.

StorageError
├── NotFound   no such row in this workspace
└── Conflict   the row was changed, or exists, since the caller looked
"""


class StorageError(Exception):
    """Any refusal of storage."""


class NotFound(StorageError):
    """No such thing in this workspace."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"no {kind} {key}")
        self.kind = kind
        self.key = key


class Conflict(StorageError):
    """Somebody else was first, or the version is not the one that was read."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"conflict on {kind} {key}")
        self.kind = kind
        self.key = key


class KeyMissing(StorageError):
    """A stored text is encrypted with a key that is not configured."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"no secret key {key_id!r}: add it to TRELLIS_SECRET_KEYS")
        self.key_id = key_id
