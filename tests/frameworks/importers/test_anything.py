"""Whatever is brought has an answer: files that load, or a sentence that says what to mend."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.words.framework_import import remark
from frameworks.importers.remarks import ERROR
from frameworks.importers.source import imported
from tests.frameworks.importers.bringing import loaded_again

_TABLES = """| Skill | L1 | L2 |
|---|---|---|
| Care | Asks | TBD |
| **Team** | | |
|  | Tells<br>Shows | |
| a | b | c | d |
|a|"""
_LISTS = """# Title
## Managers
### Skill
## Level: One
## Cluster: Two
- Asks
  - Example: a case
    - deeper
1. first
• pasted
Junior
A sentence that ends.
TODO
---
> said"""
_CELLS = """skill,text,level,stage
framework,kind,text,skill,level,trigger,stage
Care,Asks,L1,
Care,Asks,,2
,Asks,,
A,level,Title,,L1,,
A,points,3,,L1,,
A,milestone,did,Care,L1,scope,
A,expects,,Care,L1,,2
A,link #x,https://example.org,Care,,,
a\tb\tc
a;b;c
"open"""
_ODD = [*"\x00\u2028計=", '{"clusters": [', '{"id": "a"', "}]}", "<b>x</b>", "&amp;", "\\|"]
_PIECES = [f"{line}\n" for part in (_TABLES, _LISTS, _CELLS) for line in part.split("\n")] + _ODD


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=20).map("".join),
    st.sampled_from(["a.md", "a.csv", "a.txt", "a.json", "-"]),
    st.sampled_from([None, "clusters", "lanes", "categories"]),
)
def test_any_text_has_an_answer(text: str, name: str, headings: str | None) -> None:
    """Any heap of pieces becomes files without errors, or an error; every remark can be said."""
    found = imported(text.encode(), name, headings)

    assert all(remark(one.key, one.values) for one in found.remarks)
    assert bool(found.documents) != any(one.weight == ERROR for one in found.remarks)
    loaded_again(found)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["a.md", "a.csv", "a.json", "-"]))
def test_any_bytes_have_an_answer(raw: bytes, name: str) -> None:
    """No content of a file raises."""
    loaded_again(imported(raw, name))
