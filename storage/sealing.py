"""Which keys the stored words are sealed with, and sealing them anew with the newest (DESIGN 5.14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, LargeBinary, and_, func, literal, or_, select, type_coerce

from storage.columns import metadata
from storage.errors import KeyMissing
from storage.session import Workspace
from storage.types import EncryptedText, KeyRing, ring_of

PLAIN = ""
"""In the place of a key's id: words that are not sealed."""
PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """How many words each key sealed, by id, the ring's own first; and the ids that open nothing."""

    words: dict[str, int]
    missing: tuple[str, ...]


async def check_keys(workspace: Workspace) -> None:
    """Look at the first and the last word of each column, as a start is to be quick; raises KeyMissing."""
    for column in sealed_columns():
        for order in (column.table.primary_key.columns, [one.desc() for one in column.table.primary_key]):
            query = select(column).where(*_held(workspace, column)).order_by(*order).limit(1)
            (await workspace.session.execute(query)).first()


async def keys_in_use(workspace: Workspace) -> Sealed:
    """Look at every word: by which key it is sealed, and one of each whether that is the right one."""
    ring = ring_of(workspace.session.dialect)
    words = dict.fromkeys([*ring.ids, PLAIN], 0)
    missing: dict[str, None] = {}
    for column in sealed_columns():
        for key_id in words:
            words[key_id] += await _count(workspace, column, _is_sealed_with(column, key_id))
            missing |= await _unopened(workspace, column, _is_sealed_with(column, key_id))
        missing |= await _unopened(workspace, column, _is_foreign(column, ring))
    return Sealed(words={name: count for name, count in words.items() if count}, missing=tuple(missing))


async def count_unsealed(workspace: Workspace) -> int:
    """How many words are not sealed with the newest key."""
    ring = ring_of(workspace.session.dialect)
    counts = [await _count(workspace, column, _is_old(column, ring)) for column in sealed_columns()]
    return sum(counts)


async def seal_page(workspace: Workspace, most: int = PAGE) -> int:
    """Seal some words with the newest key; returns how many there were, 0 when all are.

    A word that somebody changes meanwhile stays theirs. Raises KeyMissing, and then nothing is written.
    """
    ring = ring_of(workspace.session.dialect)
    left = most
    for column in sealed_columns():
        left -= await _seal(workspace, column, ring, left)
        if left <= 0:
            break
    return most - left


def sealed_columns() -> Iterator[Column[Any]]:
    """Every column of private words."""
    for table in metadata.sorted_tables:
        yield from (column for column in table.columns if isinstance(column.type, EncryptedText))


async def _seal(workspace: Workspace, column: Column[Any], ring: KeyRing, most: int) -> int:
    table = column.table
    keys = list(table.primary_key.columns)
    query = (
        select(*keys, _raw(column).label("raw"))
        .where(*_held(workspace, column), _is_old(column, ring))
        .limit(most)
    )
    found = (await workspace.session.execute(query)).all()
    for row in found:
        place = f"{table.name}.{column.name}"
        sealed = ring.seal(ring.open(bytes(row.raw), place), place)
        is_same = and_(*(key == row._mapping[key.name] for key in keys), _raw(column) == bytes(row.raw))
        change = table.update().where(is_same).values({column: literal(sealed, LargeBinary)})
        await workspace.session.execute(change)
    return len(found)


async def _count(workspace: Workspace, column: Column[Any], which: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(column.table).where(*_held(workspace, column), which)
    return await workspace.session.scalar(query) or 0


async def _unopened(workspace: Workspace, column: Column[Any], which: ColumnElement[bool]) -> dict[str, None]:
    """The id of the key that one such word needs and that is not here, if so."""
    try:
        query = select(column).where(*_held(workspace, column), which).limit(1)
        (await workspace.session.execute(query)).first()
    except KeyMissing as missing:
        return {missing.key_id: None}
    return {}


def _held(workspace: Workspace, column: Column[Any]) -> tuple[ColumnElement[bool], ...]:
    return column.table.c.workspace_id == workspace.id, column.is_not(None)


def _raw(column: Column[Any]) -> ColumnElement[bytes]:
    return type_coerce(column, LargeBinary)


def _is_sealed_with(column: Column[Any], key_id: str) -> ColumnElement[bool]:
    start = KeyRing.start_of(key_id)
    return func.substr(_raw(column), 1, len(start), type_=LargeBinary) == literal(start, LargeBinary)


def _is_foreign(column: Column[Any], ring: KeyRing) -> ColumnElement[bool]:
    return ~or_(*(_is_sealed_with(column, key_id) for key_id in (*ring.ids, PLAIN)))


def _is_old(column: Column[Any], ring: KeyRing) -> ColumnElement[bool]:
    return ~_is_sealed_with(column, next(iter(ring.ids), PLAIN))
