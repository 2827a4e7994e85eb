"""A framework that somebody brings: read, checked as the files it becomes, written, and told."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from bot.cli.terminal import BAD_USE, FAILED, printable, say_json, stop
from bot.words import framework_import as words
from frameworks.importers.drafts import Said
from frameworks.importers.remarks import ERROR, GUESS, LOOK, Remark
from frameworks.importers.sizes import Sizes, sizes_of
from frameworks.importers.source import imported
from frameworks.importers.writing import file_text
from frameworks.lint import lint
from frameworks.load import Loaded, load_texts
from frameworks.reading.nodes import SIZE_LIMIT

STDIN = "-"
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a source became: a document and a file's text for each framework, and what there is to say."""

    source: str
    documents: tuple[Said, ...]
    texts: dict[Path, str]
    loaded: tuple[Loaded, ...]
    remarks: tuple[Remark, ...]

    def of(self, weight: str) -> list[Remark]:
        """The remarks of one weight."""
        return [one for one in self.remarks if one.weight == weight]


def bring(source: str, folder: Path, headings: str | None) -> Brought:
    """The frameworks of a file or of standard input; ends where something must be mended first."""
    raw, name = _read(source)
    found = imported(raw, name, headings)
    comment = words.MADE_BY.format(source=printable(name))
    texts = {folder / f"{one['framework']}.yaml": file_text(one, comment) for one in found.documents}
    loaded = load_texts({path: text.encode() for path, text in texts.items()})
    brought = Brought(
        source=source, documents=found.documents, texts=texts, loaded=loaded, remarks=found.remarks
    )
    errors = [_line(source, one) for one in brought.of(ERROR)]
    errors += [str(finding) for one in loaded for finding in one.findings]
    if errors:
        hidden = [words.and_more(len(errors) - 50)] if len(errors) > 50 else []
        stop(*errors[:50], *hidden, words.NOTHING_WRITTEN)
    return brought


def write(brought: Brought, folder: Path, *, is_forced: bool) -> None:
    """Write the files, all of them or none where one is there already."""
    taken = [str(path) for path in brought.texts if path.exists()]
    if taken and not is_forced:
        stop(words.already_there(taken), code=BAD_USE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in brought.texts.items():
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        stop(words.cannot_write(str(error.filename or folder), str(error.strerror)), code=FAILED)


def say(brought: Brought, folder: Path) -> None:
    """Tell a person what was understood, guessed and written."""
    sizes = [sizes_of(one) for one in brought.documents]
    typer.echo(f"{words.UNDERSTOOD}: {words.totals([len(sizes), *_total(sizes)])}.")
    for document, size in zip(brought.documents, sizes, strict=True):
        if len(sizes) > 1:
            typer.echo(words.framework_line(document["title"], size))
        for line in _lanes(document):
            typer.echo(line)
    for title, weight in ((words.GUESSED, GUESS), (words.LOOK_AT, LOOK)):
        _say_remarks(title, brought.source, brought.of(weight))
    typer.echo(f"\n{words.WRITTEN}:")
    for path in brought.texts:
        typer.echo(f"  {path}")
    warnings = sum(len(lint(one)) for one in brought.loaded)
    where = str(folder) if len(brought.texts) > 1 else str(next(iter(brought.texts)))
    typer.echo(words.next_step(where, warnings))


def say_plain(brought: Brought) -> None:
    """Print the same for programs."""
    files = [
        {"path": str(path), "framework": document["framework"], "title": document["title"]}
        | sizes_of(document)._asdict()
        for path, document in zip(brought.texts, brought.documents, strict=True)
    ]
    remarks = {"guessed": GUESS, "look_at": LOOK}
    said: dict[str, Any] = {
        name: [_plain(one) for one in brought.of(weight)] for name, weight in remarks.items()
    }
    say_json({"files": files, **said})


def _read(source: str) -> tuple[bytes, str]:
    """The bytes, no more than shows that they are too many, and the name of a source."""
    if source == STDIN:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1), STDIN
    try:
        with Path(source).open("rb") as file:
            return file.read(SIZE_LIMIT + 1), Path(source).name
    except OSError as error:
        stop(words.cannot_read(printable(source), str(error.strerror)), code=BAD_USE)


def _total(sizes: Sequence[Sizes]) -> list[int]:
    return [sum(column) for column in zip(*sizes, strict=True)]


def _lanes(document: Said) -> Iterator[str]:
    for name, lane in document.get("lanes", {}).items():
        levels = [level["title"] for level in document["levels"] if level["lane"] == name]
        yield words.lane_line(lane["title"], levels)


def _say_remarks(title: str, source: str, remarks: Sequence[Remark]) -> None:
    """The first few of each kind under a heading; nothing where there are none."""
    if remarks:
        typer.echo(f"\n{title}:")
    for key in dict.fromkeys(one.key for one in remarks):
        same = [one for one in remarks if one.key == key]
        for one in same[:_SHOWN]:
            typer.echo(f"  {_line(source, one)}")
        if len(same) > _SHOWN:
            typer.echo(words.and_more(len(same) - _SHOWN))


def _line(source: str, one: Remark) -> str:
    return words.at(printable(source, 200), one.line, words.remark(one.key, one.values))


def _plain(one: Remark) -> dict[str, object]:
    return {"line": one.line, "kind": one.key, "what": words.remark(one.key, one.values)}
