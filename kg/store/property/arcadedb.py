"""ArcadeDB as a child process that serves one folder over Bolt on loopback.

The wheel `arcadedb-embedded` brings its own Java. The server lives as long as the store is open: a shell waits on a pipe from
this process, and when that is closed, however this process ends, it ends the server. Two users, with passwords that exist only
in this run: one writes, the other may only read, because the server does not heed the access mode of a transaction.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import importlib.util
import json
import os
import secrets
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from kg.model.errors import StoreError

DATABASE = "elshi"
WRITER, READER = "root", "reader"
_LOCK, _SETTINGS = "elshi.lock", "server"
_HEAP = "ELSHI_ARCADEDB_HEAP"
_STARTS = 3
_PATIENCE = 60.0
_LEAVING = 20.0
_PAUSE = 0.05
_ITERATIONS = 65536  # the server's own default
_WATCH = 'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (cat >/dev/null; kill "$server") <&3 2>/dev/null & wait "$server"'
_FLAGS = (
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--add-modules=jdk.incubator.vector",
    "-Djava.awt.headless=true",
    "-XX:+UseSerialGC",
)
_ALL = {"resultSetLimit": -1, "readTimeout": -1}
_GROUPS = {
    "admin": {
        **_ALL,
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
    },
    "readers": {**_ALL, "access": [], "types": {"*": {"access": ["readRecord"]}}},
    "*": {**_ALL, "access": [], "types": {"*": {"access": []}}},
}


@dataclass(slots=True)
class ArcadeServer:
    """A running server. `passwords` are those of WRITER and READER."""

    uri: str
    http: str
    passwords: dict[str, str]
    process: subprocess.Popen[bytes]
    settings: Path
    lock: int

    def stop(self) -> None:
        """Ends the server and waits for it: then the folder may be opened again. May be called twice."""
        if self.process.stdin is not None:
            with suppress(BrokenPipeError):
                self.process.stdin.close()
        try:
            self.process.wait(_LEAVING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.settings, ignore_errors=True)
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1


def serve(folder: Path, *, create: bool) -> ArcadeServer:
    """Starts the server of a folder, where `create` allows it also of a new one, and returns when it answers.

    Raises StoreError where the folder holds something else, is missing, or is open already, and where the server is not
    installed or does not start.
    """
    java, jars = _installed()
    _check(folder, create=create)
    lock = _locked(folder)
    with ExitStack() as held:
        held.callback(os.close, lock)
        for _ in range(_STARTS):  # another program may take a port between our finding it free and the server's opening it
            server = _started(java, jars, folder, lock)
            if _answers(server):
                held.pop_all()
                return server
            told = _end(server.settings / "server.log")
            server.lock = -1  # stays for the next try
            server.stop()
        raise StoreError(f"the ArcadeDB server of {folder} did not start: {told}", cure="check its rights, and the memory left")


def _installed() -> tuple[Path, Path]:
    found = importlib.util.find_spec("arcadedb_embedded")
    for place in (found and found.submodule_search_locations) or ():
        java = Path(place) / "jre" / "bin" / "java"
        if java.exists():
            return java, Path(place) / "jars"
    raise StoreError("ArcadeDB is not installed", cure="pip install 'elshi[arcadedb]'")


def _check(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, a store is a folder", cure="give another path")
    if (folder / DATABASE).is_dir():
        return
    if folder.is_dir() and any(path.name not in {_LOCK, _SETTINGS} for path in folder.iterdir()):
        raise StoreError(
            f"the folder {folder} is not an ArcadeDB store of Elshi", cure="give another folder: this one is left as it is"
        )
    if not create:
        raise StoreError(f"there is no store at {folder}", cure="build one with kg build, or check the path")


def _locked(folder: Path) -> int:
    """A lock on the folder that the server inherits, so that it is free only when the server, too, has ended."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreError(f"the store {folder} cannot be opened: {error.strerror}", cure="check its rights") from error
    until = time.monotonic() + _LEAVING
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError:
            owner = os.pread(lock, 20, 0)
            if _alive(owner) or time.monotonic() > until:
                os.close(lock)
                raise StoreError(
                    f"the store {folder} is open in another program", cure="wait until that ends: one program at a time"
                ) from None
            time.sleep(_PAUSE)  # its program was killed, and its server is about to end
    os.ftruncate(lock, 0)
    os.pwrite(lock, str(os.getpid()).encode(), 0)
    return lock


def _alive(owner: bytes) -> bool:
    if not owner.isdigit():
        return True
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(java: Path, jars: Path, folder: Path, lock: int) -> ArcadeServer:
    settings = folder.resolve() / _SETTINGS  # of this run; what a killed one left goes
    shutil.rmtree(settings, ignore_errors=True)
    settings.mkdir(mode=0o700)
    passwords = {name: secrets.token_urlsafe(24) for name in (WRITER, READER)}
    (settings / "config").mkdir()
    users = {WRITER: "admin", READER: "readers"}
    (settings / "config" / "server-users.jsonl").write_text(
        "".join(
            json.dumps({"name": name, "databases": {"*": [group]}, "password": _hashed(passwords[name])}) + "\n"
            for name, group in users.items()
        ),
        encoding="utf-8",
    )
    groups = {"databases": {"*": {"groups": _GROUPS}}, "version": 2}
    (settings / "config" / "server-groups.json").write_text(json.dumps(groups), encoding="utf-8")
    bolt, http = _free_ports()
    given = {
        "server.rootPath": settings,
        "server.configDirectory": settings / "config",
        "server.logsDirectory": settings / "log",
        "server.backupDirectory": settings / "backups",
        "server.databaseDirectory": folder.resolve(),
        "server.defaultDatabases": f"{DATABASE}[]",
        "server.mode": "development",  # in production it keeps to itself what is wrong with a query
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt,
        "opencypher.loadCsv.allowFileUrls": "false",
        "txWalFlush": 2,  # to the disk before a commit returns
    }
    heap = os.environ.get(_HEAP, "1g")
    command = [str(java), f"-Xmx{heap}", *_FLAGS, *(f"-Darcadedb.{name}={value}" for name, value in given.items())]
    command += ["-cp", f"{jars}/*", "com.arcadedb.server.ArcadeDBServer"]
    with (settings / "server.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 (nothing of it goes through the shell's parser but the fixed text)
            ["/bin/sh", "-c", _WATCH, "arcadedb", *command],
            stdin=subprocess.PIPE, stdout=log, stderr=log, pass_fds=(lock,), start_new_session=True, cwd=settings,
        )  # fmt: skip
    return ArcadeServer(f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}", passwords, process, settings, lock)


def _answers(server: ArcadeServer) -> bool:
    """Whether the server is up: its ports open before its database does, so it is asked whether it is ready."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.http}/api/v1/ready", timeout=5):  # noqa: S310 (an address of ours)
                return True
        except urllib.error.HTTPError as error:
            error.close()
        except OSError:
            pass
        time.sleep(_PAUSE)
    return False


def _hashed(password: str) -> str:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    found = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(found).decode()}"


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        for found in (one, other):
            found.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])


def _end(log: Path) -> str:
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "it says nothing"
    wrong = [line for line in lines if "SEVER" in line or "Exception" in line or "rror" in line]
    return " ".join((wrong or lines or ["it says nothing"])[-1].split())[:300]
