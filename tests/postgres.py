"""A PostgreSQL of the tests' own, made from the system's binaries.

It listens on a socket in a temporary folder and nowhere else, so no port is taken and nobody else gets in.
The run that owns the folder holds a lock; a keeper waits for that lock and then stops the server and removes
its files, so that nothing is left over even by a run that was killed.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_connections = 100
shared_buffers = 64MB
autovacuum = off
jit = off
"""


class PostgresMissing(Exception):
    """This machine has no PostgreSQL to start."""


def memory_folder() -> Path | None:
    """A folder in memory where there is a roomy one: files there start and close in half the time."""
    shared = Path("/dev/shm")  # noqa: S108  # what is made in it has a random name, and is private
    roomy = os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > 2**30
    return shared if roomy else None


@contextmanager
def postgres_folder() -> Iterator[Path]:
    """A folder for one server, which is stopped and removed when the block, or this process, ends."""
    folder = Path(tempfile.mkdtemp(prefix="trellis-postgres-", dir=memory_folder()))
    with (folder / "kept").open("w") as kept:
        try:
            with _locked(folder / "owned"):
                yield folder
        finally:
            fcntl.flock(kept, fcntl.LOCK_EX)
            shutil.rmtree(folder, ignore_errors=True)


def start_postgres(folder: Path) -> None:
    """Start the folder's server unless it runs; raises PostgresMissing."""
    with _locked(folder / "starting"):
        if not (folder / "started").exists():
            _start(folder, _binaries())
            (folder / "started").touch()


def postgres_url(folder: Path, database: str) -> str:
    """The SQLAlchemy URL of a database of the folder's server."""
    return f"postgresql+asyncpg://trellis@/{database}?host={folder}"


def _binaries() -> Path:
    found = [Path(which).parent for which in [shutil.which("initdb")] if which]
    if shutil.which("pg_config"):
        said = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
        found.append(Path(said.stdout.strip()))
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in found:
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    raise PostgresMissing("no PostgreSQL here (initdb, pg_ctl, postgres): install it to run these tests")


def _start(folder: Path, binaries: Path) -> None:
    owner = _owner()
    if owner:
        os.chown(folder, owner["user"], owner["group"])
    keeper: list[str | Path] = [sys.executable, __file__, folder, binaries]
    nowhere = subprocess.DEVNULL
    subprocess.run(keeper, check=True, stdin=nowhere, stdout=nowhere, stderr=nowhere)
    files = folder / "files"
    _run(binaries / "initdb", "-D", files, "-U", "trellis", "-A", "trust", "-E", "UTF8", "-N", "--no-locale")
    with (files / "postgresql.conf").open("a") as settings:
        settings.write(_SETTINGS.format(folder=folder))
    _run(binaries / "pg_ctl", "-D", files, "-l", folder / "log", "-w", "start")


def _run(*command: str | Path) -> None:
    """Run one of PostgreSQL's programs as somebody it accepts, and say what it said if it fails."""
    with tempfile.TemporaryFile("w+") as words:
        done = subprocess.run(command, stdout=words, stderr=words, cwd="/", check=False, **_owner())
        words.seek(0)
        assert done.returncode == 0, f"{command[0]} failed: {words.read()}"


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: the user to run it as, where we are root."""
    if os.getuid() != 0:
        return {}
    users = {user.pw_name: user for user in pwd.getpwall()}
    user = users.get("postgres") or users["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _keep(folder: Path, binaries: Path) -> None:
    """Return at once, and leave a process behind that outlives the owner of the folder for a moment."""
    with _locked(folder / "kept"):
        if os.fork():
            os._exit(0)
        os.setsid()
        with _locked(folder / "owned"):
            stop: list[str | Path] = [binaries / "pg_ctl", "-D", folder / "files", "-m", "immediate", "stop"]
            subprocess.run(stop, check=False, cwd="/", **_owner())
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    _keep(Path(sys.argv[1]), Path(sys.argv[2]))
