"""Another language is a folder of sentences, and what it lacks is found before anybody misses it."""

from pathlib import Path

import pytest

from tests.abroad.language import ENGLISH, abroad, back_home, gaps, make_language


@pytest.fixture
def language(tmp_path: Path) -> Path:
    """The made-up language, whole."""
    make_language(tmp_path)
    return tmp_path


def test_every_language_is_whole() -> None:
    """No language that comes with Trellis lacks anything of the English."""
    folders = {file.parent for file in ENGLISH.glob("*/*.py")}

    assert not [gap for folder in folders for gap in gaps(folder)]


def test_the_made_up_language_is_whole(language: Path) -> None:
    """It has a sentence for every sentence."""
    assert not list(gaps(language))


@pytest.mark.parametrize(
    ("file", "there", "instead", "gap"),
    [
        ("home.py", "def greeting(name: str)", "def hello(name: str)", "home.py: greeting is missing"),
        ("home.py", "def greeting(name: str)", "def greeting(who: str)", "home.py: greeting is (who: str)"),
        ("me.py", "NO_NOTES =", "NOTHING =", "me.py: NO_NOTES is missing"),
        ("errors.py", "'already_done':", "'done':", "errors.py: SENTENCES is "),
        ("errors.py", "{most:,}", "3000", "errors.py: SENTENCES is "),
        ("help.py", "{does}", "", "help.py: LINE is "),
        ("dates.py", f"'{abroad('Monday')}', ", "", "dates.py: WEEKDAYS is 6 parts"),
    ],
)
def test_what_a_language_lacks_is_named(
    language: Path, file: str, there: str, instead: str, gap: str
) -> None:
    """A sentence, a parameter, a key, a blank or a part that is not there is named with its file."""
    written = (language / file).read_text(encoding="utf-8")
    assert there in written
    (language / file).write_text(written.replace(there, instead), encoding="utf-8")

    (found, *_) = gaps(language)

    assert found.startswith(gap)


def test_a_file_that_a_language_lacks_is_named(language: Path) -> None:
    """A subject that was never translated is named, though its English would be said in its place."""
    (language / "kudos.py").unlink()

    assert list(gaps(language)) == ["kudos.py is missing"]


def test_the_made_up_language_is_english_in_other_letters() -> None:
    """Blanks stay as they are, and the way back leads to the same words."""
    assert abroad("Hello {name}") != "Hello {name}"
    assert "{name}" in abroad("Hello {name}")
    assert back_home(abroad("Hello {name}")) == "Hello {name}"
