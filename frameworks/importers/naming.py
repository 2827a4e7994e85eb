"""Ids for what has only a name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

_LONGEST = 48
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def is_id(text: str) -> bool:
    """Whether a text may stand as an id in a framework file."""
    return _ID.fullmatch(text) is not None


def id_from(name: str, kind: str) -> str:
    """An id from a name: its letters and digits; in another script the kind and what follows from the name.

    The same name gives the same id wherever it stands, so that a second import names the same thing.
    """
    folded = unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    is_whole = all(letter.isascii() for letter in plain if letter.isalnum())
    if slug and is_whole:
        return _shortened(slug)
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{_shortened(slug) or kind}-{mark}"


def free_id(wanted: str, taken: Container[str], prefix: str = "") -> str:
    """The id wanted or, where it is taken, the next one that is free; with the prefix first."""
    if wanted not in taken:
        return wanted
    base = f"{prefix}-{wanted}" if prefix else wanted
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def _shortened(slug: str) -> str:
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
