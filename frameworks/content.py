"""A framework as canonical text, by which published versions are stored and told apart (DESIGN 4)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Any

from frameworks.model import (
    Behaviour,
    BehaviourRef,
    Competency,
    Framework,
    Lane,
    Level,
    Milestone,
    Needs,
    Stage,
)

_FORMAT = 1


def content(framework: Framework) -> str:
    """Canonical JSON: the same framework gives the same text, and nothing of it is lost."""
    document = {"format": _FORMAT, "framework": _plain(framework)}
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(framework: Framework) -> str:
    """SHA-256 of the content, in hex."""
    return hashlib.sha256(content(framework).encode()).hexdigest()


def framework_from_content(text: str) -> Framework:
    """The framework whose content this is; raises ValueError for any other text."""
    try:
        document = json.loads(text)
        if document["format"] != _FORMAT:
            raise ValueError(f"content of format {document['format']}, known is {_FORMAT}")
        return _framework(document["framework"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not the content of a framework: {error!r}") from error


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value


def _framework(given: dict[str, Any]) -> Framework:
    parts = {
        "dimensions": MappingProxyType(given["dimensions"]),
        "triggers": MappingProxyType(given["triggers"]),
        "lanes": tuple(Lane(**one) for one in given["lanes"]),
        "levels": tuple(_level(one) for one in given["levels"]),
        "competencies": tuple(_competency(one) for one in given["competencies"]),
        "milestones": tuple(Milestone(**_tupled(one)) for one in given["milestones"]),
    }
    return Framework(**{**_tupled(given), **parts})


def _level(given: dict[str, Any]) -> Level:
    needs = _needs(given["needs"]) if given["needs"] else None
    return Level(**{**_tupled(given), "expects": MappingProxyType(given["expects"]), "needs": needs})


def _needs(given: dict[str, Any]) -> Needs:
    return Needs(**{**given, "required": tuple(BehaviourRef(**one) for one in given["required"])})


def _competency(given: dict[str, Any]) -> Competency:
    return Competency(**{**_tupled(given), "stages": tuple(_stage(one) for one in given["stages"])})


def _stage(given: dict[str, Any]) -> Stage:
    behaviours = tuple(Behaviour(**_tupled(one)) for one in given["behaviours"])
    return Stage(**{**given, "behaviours": behaviours})


def _tupled(given: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
