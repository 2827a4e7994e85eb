"""A framework file's text from what it says, in the shape of the files that come with Trellis."""

from __future__ import annotations

from typing import Any

import yaml

from frameworks.importers.drafts import Said

_WIDTH = 110
_ON_ONE_LINE = frozenset({"points", "aliases", "owners", "expects", "needs", "competencies"})


class _Dumper(yaml.SafeDumper):
    """The library's writer, which quotes what our reader would take for a number; lists indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


class _Flow(dict[str, Any]):
    """A mapping that stands on one line."""


class _FlowList(list[Any]):
    """A list that stands on one line."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _empty(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


def _flow(dumper: yaml.SafeDumper, said: _Flow) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", said, flow_style=True)


def _flow_list(dumper: yaml.SafeDumper, items: _FlowList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(type(None), _empty)
_Dumper.add_representer(_Flow, _flow)
_Dumper.add_representer(_FlowList, _flow_list)


def file_text(document: Said, comment: str = "") -> str:
    """The file, beginning with a comment where there is one."""
    body = yaml.dump(
        {key: _shaped(key, value) for key, value in document.items()},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
    )
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return f"{head}{body}"


def _shaped(key: str, value: Any) -> Any:
    """Values in their style: what is short and plain on one line."""
    if key == "lanes":
        return {name: _Flow(lane) for name, lane in value.items()}
    if key in _ON_ONE_LINE and isinstance(value, dict | list) and not _holds_mappings(value):
        return _Flow(value) if isinstance(value, dict) else _FlowList(value)
    if isinstance(value, dict):
        return {name: _shaped(name, one) for name, one in value.items()}
    if isinstance(value, list):
        return [_shaped("", one) for one in value]
    return value


def _holds_mappings(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)
