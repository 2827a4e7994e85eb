"""Why storage cannot do what was asked: what it is about, for the log. Sentences for people are not its own.

StorageError
├── NotFound          no such row in this workspace
├── Conflict          the row was changed, or exists, since the caller looked
├── KeyMissing        the text was sealed with a key that is not here
├── Unreachable       the database does not answer, or is none
├── WrongSchema       the tables are older or newer than the program
└── BrokenReferences  rows point at rows that are not there
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
        super().__init__(f"no secret key {key_id!r}")
        self.key_id = key_id


class Unreachable(StorageError):
    """The database could not be opened; says the kind of fault and nothing of the address."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"unreachable: {fault}")
        self.fault = fault


class WrongSchema(StorageError):
    """The store's tables are not those that this program knows; `found` is None where there are none."""

    def __init__(self, found: str | None, needed: str) -> None:
        super().__init__(f"schema {found}, not {needed}")
        self.found = found
        self.needed = needed

    @property
    def is_older(self) -> bool:
        """Whether a migration mends it; revisions sort as text."""
        return (self.found or "") < self.needed


class BrokenReferences(StorageError):
    """Rows of these tables point at rows that are not there."""

    def __init__(self, tables: list[str]) -> None:
        super().__init__(f"broken references in {', '.join(tables)}")
        self.tables = tables
