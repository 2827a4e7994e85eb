"""Which framework files a command means: paths, folders, names of the library, or all there are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from bot.cli.terminal import BAD_USE, ENV_FILE, printable, stop
from bot.settings import SettingsError, read_settings
from bot.words import framework_files as words
from bot.words.settings import problem
from frameworks.load import LIBRARY, Loaded, load_file, load_files, load_folder, load_library
from frameworks.model import Framework


def company_folder() -> Path | None:
    """The company's own folder, if one is set; no other setting is looked at."""
    try:
        return read_settings(os.environ, ENV_FILE, only=frozenset({"TRELLIS_FRAMEWORKS_DIR"})).frameworks_dir
    except SettingsError as error:
        stop(*map(problem, error.problems), code=BAD_USE)


def named_files(names: Sequence[str]) -> tuple[Loaded, ...]:
    """The files of these names, as one set that may extend each other."""
    paths: list[Path] = []
    for name in names:
        path = _path(name)
        inside = (
            sorted(one for one in path.iterdir() if one.suffix in {".yaml", ".yml"}) if path.is_dir() else []
        )
        if path.is_dir() and not inside:
            stop(words.empty_folder(name), code=BAD_USE)
        paths.extend(inside or [path])
    return load_files(dict.fromkeys(paths))


def all_files() -> tuple[Loaded, ...]:
    """The library's files, and the company's own where there are any."""
    folder = company_folder()
    return (*load_library(), *(load_folder(folder) if folder else ()))


def company_files() -> tuple[Loaded, ...]:
    """The company's own files where there are any, else the library's."""
    folder = company_folder()
    return load_folder(folder) if folder else load_library()


def are_files(names: Sequence[str]) -> bool:
    """Whether files were named one by one, and no folder."""
    return bool(names) and not any(Path(name).is_dir() for name in names)


def framework_named(name: str) -> Framework:
    """One framework by file or by id, the company's own first; its errors end the command."""
    return file_named(name)[1]


def file_named(name: str) -> tuple[Path, Framework]:
    """The same with the file that it stands in."""
    own = {
        one.framework.id: (Path(one.path), one.framework) for one in reversed(all_files()) if one.framework
    }
    if not Path(name).exists() and name in own:
        return own[name]
    loaded = load_file(_path(name, own))
    if loaded.framework is None:
        for finding in loaded.findings:
            typer.echo(words.found(finding), err=True)
        stop(words.mend_first(loaded.path))
    return Path(loaded.path), loaded.framework


def _path(name: str, known: Iterable[str] = ()) -> Path:
    """A path that exists, or the library's file of that name."""
    if not Path(name).exists():
        bundled = LIBRARY / f"{name}.yaml"
        if "/" not in name and bundled.is_file():
            return bundled
        names = sorted({*known, *(one.stem for one in LIBRARY.glob("*.yaml"))})
        stop(words.no_such_file(printable(name), names), code=BAD_USE)
    return Path(name)
