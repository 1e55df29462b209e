"""A running server with a data folder of its own, for browser journeys and measurements."""

import copy
import os
import re
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

START_SECONDS_MAX = 60
ROOT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Starts `program` on a free port of 127.0.0.1 over a temporary folder filled with the example body.

    `database` is the address of a PostgreSQL server: a database of its own is made there and dropped at the end.
    """

    def __init__(self, program: str | Path, seed: bool = True, database: str | None = None, **settings: str):
        self.program = str(program)
        self.folder = Path(tempfile.mkdtemp(prefix="chauban-"))
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = self.folder / "server.log"
        self.seed = seed
        # Who vouches for the certificate, when the address is https.
        self.trusted: ssl.SSLContext | None = None
        self.process: subprocess.Popen | None = None
        self.environment = {
            **os.environ,
            "CHAUBAN_DATA": str(self.folder / "data"),
            "CHAUBAN_BIND": f"127.0.0.1:{self.port}",
            "CHAUBAN_PUBLIC_FOLDER": str(ROOT / "Public"),
            **settings,
        }
        self.environment.pop("CHAUBAN_TEST_DATABASE", None)
        self.maintenance = database
        self.database_name = f"chauban_{self.folder.name.replace('-', '_').lower()}"
        if database:
            self.psql(f'CREATE DATABASE "{self.database_name}"')
            address = urllib.parse.urlsplit(database)
            own = f"postgres://{address.netloc}/{self.database_name}?{address.query}"
            self.environment["CHAUBAN_DATABASE"] = own

    def twin(self) -> "Server":
        """A second server over the same data folder and database, on a port of its own. Stop it before this one is removed."""
        other = copy.copy(self)
        other.port = free_port()
        other.address = f"http://127.0.0.1:{other.port}"
        other.log = self.folder / f"server-{other.port}.log"
        other.environment = self.environment | {"CHAUBAN_BIND": f"127.0.0.1:{other.port}"}
        other.process = None
        other.seed = False
        return other

    def psql(self, statement: str) -> None:
        subprocess.run(["psql", "--quiet", self.maintenance, "--command", statement], check=True, capture_output=True)

    def command(self, *arguments: str, status: int | None = 0) -> str:
        """Runs one of the program's commands over this folder; fails when it ends with another status (None: any)."""
        done = subprocess.run(
            [self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=600
        )
        if status is not None and done.returncode != status:
            raise RuntimeError(f"chauban {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def start(self) -> "Server":
        if self.seed:
            self.command("seed", "--if-empty")
            self.seed = False
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve"], env=self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        self.wait_until_ready()
        return self

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with status {self.process.returncode}:\n{self.tail()}")
            try:
                with urllib.request.urlopen(f"{self.address}/suc-khoe", timeout=5, context=self.trusted):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.01)
        raise RuntimeError(f"the server did not answer within {START_SECONDS_MAX} s:\n{self.tail()}")

    def rows(self, statement: str) -> list[str]:
        """What a query finds, a row a line, columns apart by «|»."""
        if self.maintenance:
            command = ["psql", "--quiet", "--no-align", "--tuples-only", self.environment["CHAUBAN_DATABASE"], "-c", statement]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            return done.stdout.splitlines()
        with sqlite3.connect(f"file:{self.folder}/data/chauban.sqlite?mode=ro", uri=True, timeout=15) as database:
            return ["|".join(map(str, row)) for row in database.execute(statement)]

    def execute(self, statement: str) -> None:
        """Changes the database behind the program's back; it must not be running."""
        if self.maintenance:
            address = self.environment["CHAUBAN_DATABASE"]
            subprocess.run(["psql", "--quiet", address, "--command", statement], check=True, capture_output=True)
            return
        with sqlite3.connect(self.folder / "data" / "chauban.sqlite") as database:
            database.execute(statement)

    def files(self, part: str) -> list[Path]:
        """Every file below a part of the data folder: staging, vault, derivatives."""
        return [path for path in (self.folder / "data" / part).rglob("*") if path.is_file()]

    def forget_peak(self) -> float:
        """Memory of the server now, in MiB; its peak is counted anew from here."""
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")
        return self.mebibytes("VmRSS")

    def mebibytes(self, figure: str) -> float:
        """`VmRSS` the memory of the server now, `VmHWM` its peak."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{figure}:\s+(\d+) kB", status)[1]) / 1024

    def tail(self, lines: int = 40) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def remove(self) -> None:
        self.stop()
        if self.maintenance:
            self.psql(f'DROP DATABASE IF EXISTS "{self.database_name}" WITH (FORCE)')
        shutil.rmtree(self.folder, ignore_errors=True)
