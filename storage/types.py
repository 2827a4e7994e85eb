"""Column types: instants and the spans between them, choices, short lists and encrypted text."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import BigInteger, DateTime, Interval, LargeBinary, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.errors import KeyMissing

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLAIN, _SEALED = 0, 1
_NONCE_BYTES = 12


class Instant(TypeDecorator[datetime]):
    """An aware moment: `timestamptz` on PostgreSQL, whole microseconds since 1970 on SQLite."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Pick the column type of this database."""
        is_sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(BigInteger() if is_sqlite else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Take an aware datetime to the column."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Bring the column back as a UTC datetime."""
        if value is None:
            return None
        if dialect.name == "sqlite":
            return _EPOCH + timedelta(microseconds=value)
        return value.astimezone(UTC)  # type: ignore[no-any-return]  # the driver's type is a datetime


class Span(TypeDecorator[timedelta]):
    """A length of time that may be added to an `Instant` by the database: its units are the instant's."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Pick the column type of this database."""
        return dialect.type_descriptor(BigInteger() if dialect.name == "sqlite" else Interval())

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> Any:
        """Take a length of time to the database."""
        return value // _MICROSECOND if value is not None and dialect.name == "sqlite" else value


class Choice(TypeDecorator[StrEnum]):
    """One word of a closed list, kept as text so that an operator can read it."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__(32)
        self.words = words
        self._by_text = {str(word): word for word in words}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Take the word to the column."""
        return None if value is None else str(self.words(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Bring the word back."""
        return None if value is None else self._by_text[value]


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days from `first` to `last`, both among them. Its text is `2026-07-01/2026-07-14`.

    Raises ValueError where they end before they begin.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("days end on or after the day on which they begin")

    def __str__(self) -> str:
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @classmethod
    def read(cls, text: str) -> "Days":
        """Days from their text."""
        first, _, last = text.partition("/")
        return cls(date.fromisoformat(first), date.fromisoformat(last))


class Several(TypeDecorator[tuple[Any, ...]]):
    """A short list that is read whole with its row and never searched: words with a space between."""

    impl = Text
    cache_ok = True

    def __init__(self, read: Callable[[str], Any] = str) -> None:
        super().__init__()
        self.read = read

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Write the words."""
        return " ".join(map(str, value)) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Any, ...]:  # noqa: ARG002  # SQLAlchemy's signature
        """Read the words; none is an empty list."""
        return tuple(self.read(word) for word in value.split()) if value else ()


class KeyRing:
    """The encryption keys by id, newest first; empty means that text is kept plain.

    Stored form: version byte, then for sealed text the length of the key id, the id, a nonce and
    AES-256-GCM's output (DESIGN 5.14).
    """

    def __init__(self, keys: tuple[tuple[str, bytes], ...] = ()) -> None:
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys}
        self._newest = keys[0][0] if keys else None

    @property
    def ids(self) -> tuple[str, ...]:
        """The keys' ids, newest first."""
        return tuple(self._ciphers)

    @staticmethod
    def start_of(key_id: str) -> bytes:
        """How every text begins that a key sealed; for the empty id, one that none did."""
        return bytes([_SEALED, len(key_id)]) + key_id.encode() if key_id else bytes([_PLAIN])

    def seal(self, text: str, place: str) -> bytes:
        """Text to bytes, bound to its place (`table.column`)."""
        if self._newest is None:
            return bytes([_PLAIN]) + text.encode()
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._ciphers[self._newest].encrypt(nonce, text.encode(), place.encode())
        return self.start_of(self._newest) + nonce + sealed

    def open(self, stored: bytes, place: str) -> str:
        """Bytes to text; raises KeyMissing where the key is absent or is not the one that sealed."""
        if stored[0] == _PLAIN:
            return stored[1:].decode()
        end = 2 + stored[1]
        key_id = stored[2:end].decode()
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise KeyMissing(key_id)
        nonce, sealed = stored[end : end + _NONCE_BYTES], stored[end + _NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, sealed, place.encode()).decode()
        except InvalidTag:
            raise KeyMissing(key_id) from None


class EncryptedText(TypeDecorator[str]):
    """Private words: sealed with the key ring that the engine's dialect carries.

    Never searched or ordered by. `place` is `table.column` and is authenticated with the text.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Seal."""
        return None if value is None else ring_of(dialect).seal(value, self.place)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Open."""
        return None if value is None else ring_of(dialect).open(bytes(value), self.place)


def carry_keys(dialect: Dialect, ring: KeyRing) -> None:
    """Give a dialect the keys: it is the one thing of an engine that a column type sees."""
    dialect.trellis_keys = ring  # type: ignore[attr-defined]  # our own name on SQLAlchemy's object


def ring_of(dialect: Dialect) -> KeyRing:
    """The keys that a dialect was given."""
    ring: KeyRing = dialect.trellis_keys  # type: ignore[attr-defined]  # set by carry_keys
    return ring
