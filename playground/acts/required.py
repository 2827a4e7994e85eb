"""What Slack's own form refuses before the app hears of it."""

from __future__ import annotations

import re
from typing import Any

from playground.elements import Field, fields
from playground.model import Json, View
from playground.values import value_of

EMPTY = "Please complete this required field."
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def missing(view: View) -> dict[str, str]:
    """block_id -> sentence, for each input that is empty though required, or not of its kind."""
    found = {}
    for field in fields(view.blocks):
        sentence = _sentence(field, value_of(view.values, field)) if _is_checked(field) else ""
        if sentence:
            found[field.block_id] = sentence
    return found


def _is_checked(field: Field) -> bool:
    return field.is_input and field.element["type"] != "file_input"


def _sentence(field: Field, value: Any) -> str:
    if value in (None, "", []):
        return "" if field.block.get("optional") else EMPTY
    match field.element["type"]:
        case "plain_text_input":
            return _length(field.element, str(value))
        case "number_input":
            return _number(field.element, str(value))
        case "email_text_input":
            return "" if _MAIL.fullmatch(value) else "Please enter a valid email address."
        case "url_text_input":
            return "" if re.match(r"https?://\S+$", value) else "Please enter a valid URL."
        case _:
            return ""


def _length(element: Json, text: str) -> str:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(text) < least:
        return f"Please enter at least {least} characters."
    if len(text) > most:
        return f"Please enter at most {most} characters."
    return ""


def _number(element: Json, text: str) -> str:
    try:
        number = float(text)
    except ValueError:
        return "Please enter a number."
    if "." in text and not element["is_decimal_allowed"]:
        return "Please enter a whole number."
    if number < float(element.get("min_value", number)):
        return f"Please enter a number of at least {element['min_value']}."
    if number > float(element.get("max_value", number)):
        return f"Please enter a number of at most {element['max_value']}."
    return ""
