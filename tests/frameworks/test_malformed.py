from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from frameworks.load import load_bytes
from tests.frameworks.malformed import GOOD, all_spoiled, written

TEXT = written(GOOD)
SPOILED = all_spoiled()
FORBIDDEN = st.sampled_from([b"\xff", b"\xc3(", b"\x00", b"\x07", b"\xed\xa0\x80", b"\x80"])


def test_the_good_file_is_good() -> None:
    """The file that is spoiled below has no error of its own."""
    assert load_bytes(TEXT.encode()).findings == ()


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(SPOILED))
def test_no_spoiled_file_passes(spoiled: tuple[str, str]) -> None:
    """A file that is malformed anywhere gives errors at its lines and no framework, and nothing is raised."""
    deed, text = spoiled

    found = load_bytes(text.encode())

    assert found.findings, deed
    assert found.framework is None
    assert all(1 <= one.line <= text.count("\n") + 1 and one.is_error for one in found.findings)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(TEXT)), FORBIDDEN)
def test_no_byte_that_is_no_text_passes(place: int, forbidden: bytes) -> None:
    """Bytes that are not UTF-8, or cannot stand in YAML, are errors wherever they come."""
    raw = TEXT.encode()

    found = load_bytes(raw[:place] + forbidden + raw[place:])

    assert found.findings
    assert found.framework is None


@settings(max_examples=500, deadline=None)
@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 40),
    st.binary(max_size=20) | st.text(max_size=20).map(str.encode),
)
@example(place=0, gone=len(TEXT), new=b"")
def test_whatever_is_cut_or_put_in_there_is_an_answer(place: int, gone: int, new: bytes) -> None:
    """Any bytes give a framework or errors, one of the two, and nothing is raised."""
    raw = TEXT.encode()

    found = load_bytes(raw[:place] + new + raw[place + gone :])

    assert (found.framework is None) == bool(found.findings)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text("[]{}-?:,&*!|>'\"%@`#~ \n\ta1", max_size=200).map(str.encode))
def test_any_bytes_have_an_answer(raw: bytes) -> None:
    """Bytes that were never a framework give errors, and nothing is raised."""
    found = load_bytes(raw)

    assert found.findings
    assert found.framework is None
