"""A PostgreSQL server of the measurements alone: its folder is kept, it listens on a socket only, and it is durable."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

TOOLS = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
USER = "postgres"
# What a server of 8 GB would be given, and nothing that makes it less durable.
DURABLE = "-c listen_addresses='' -c shared_buffers=1GB -c effective_cache_size=4GB -c maintenance_work_mem=256MB -c max_wal_size=4GB"
# For making a body that can be made again: nothing is flushed, and an index is built in memory.
FILLING = (
    DURABLE + " -c maintenance_work_mem=2GB -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
)


class OwnPostgres:
    def __init__(self, folder: Path):
        self.data = folder / "data"
        self.socket = Path(tempfile.mkdtemp(prefix="chauban-bench-pg-", dir="/tmp"))

    def start(self, settings: str = DURABLE) -> "OwnPostgres":
        if os.geteuid() == 0:
            shutil.chown(self.socket, USER)
        if not self.data.exists():
            self.data.mkdir(parents=True)
            if os.geteuid() == 0:
                shutil.chown(self.data, USER)
            self.tool("initdb", f"--pgdata={self.data}", f"--username={USER}", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        self.tool(
            "pg_ctl", f"--pgdata={self.data}", f"--log={self.socket}/log", "--silent", "--wait", "start",
            f"--options=-k {self.socket} {settings}",
        )
        return self

    def restart(self, settings: str) -> None:
        self.end()
        # What was written without flushing lies in the system's memory until now.
        os.sync()
        self.start(settings)

    def stop(self) -> None:
        self.end()
        shutil.rmtree(self.socket, ignore_errors=True)

    def end(self) -> None:
        self.tool("pg_ctl", f"--pgdata={self.data}", "--silent", "--mode=fast", "stop")

    @property
    def process(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def database(self, name: str) -> str:
        """The address of a database, made when it is not there."""
        there = self.run(self.address("postgres"), f"SELECT 1 FROM pg_database WHERE datname = '{name}'")
        if not there:
            self.run(self.address("postgres"), f'CREATE DATABASE "{name}"')
        return self.address(name)

    def drop(self, name: str) -> None:
        self.run(self.address("postgres"), f'DROP DATABASE IF EXISTS "{name}"')

    def address(self, name: str) -> str:
        return f"postgres:///{name}?host={self.socket}&user={USER}"

    def run(self, address: str, statement: str) -> str:
        command = ["psql", "--quiet", "--no-align", "--tuples-only", address, "--command", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def bytes(self, address: str) -> int:
        return int(self.run(address, "SELECT pg_database_size(current_database())"))

    def tool(self, name: str, *arguments: str) -> None:
        command = [str(TOOLS / name), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", USER, "--", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)
