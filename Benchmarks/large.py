"""Measures a release server over a large generated body, which is built once and kept, against the goals."""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

from goals import Goals
from measure import ACCOUNT, REGISTRATION, ROOT, disk_commits_per_second, register_papers, registration_fields, say, wrk

sys.path.insert(0, str(ROOT / "Tests" / "BrowserTests"))

from client import Client  # noqa: E402
from own_postgres import DURABLE, FILLING, OwnPostgres  # noqa: E402
from server import Server  # noqa: E402

SEARCHER = ROOT / ".build/release/measure-search"
OFFICER = "Vào vai Chuyên viên"
# Documents of the small body that growth is told from.
SMALL = 10_000
# Documents whose filling is measured on PostgreSQL, with the word index in place.
FILLED = 20_000
WORD_INDEX = "search_words_index"
# From the product's goals: PostgreSQL may take three times as long.
FACTOR = {"sqlite": 1, "postgres": 3}


class Body:
    """One generated installation: its data folder, and on PostgreSQL its database."""

    def __init__(self, program: str, documents: int, postgres: OwnPostgres | None):
        self.documents = documents
        self.folder = ROOT / "artifacts" / "bench" / f"{'postgres' if postgres else 'sqlite'}-{documents}"
        self.settings = {"CHAUBAN_DATA": str(self.folder)}
        self.address = str(self.folder / "chauban.sqlite")
        self.postgres = postgres
        if postgres:
            self.address = postgres.database(f"bench_{documents}")
            self.settings["CHAUBAN_DATABASE"] = self.address
        self.program = program

    def build(self, goals: Goals | None) -> None:
        """Makes the body when it is not there; what was said at its making is kept beside it."""
        kept = self.folder / "generate.txt"
        if not kept.exists():
            say(f"Generating {self.documents:,} documents")
            kept.write_text(self.filled_without_word_index() if self.postgres else self.generated())
        text = kept.read_text()
        say(text.strip())
        if goals and not self.postgres:
            rate = rate_of(text)
            goals.add("bulk filling with indexes", "≥ 3,000 a CPU second", f"{rate:,}", rate >= 3000)
        if goals:
            goals.note("size on disk", f"{self.bytes / self.documents / 1024:.1f} KiB a document")

    def generated(self) -> str:
        return self.told("generate", "--documents", str(self.documents))

    def filled_without_word_index(self) -> str:
        """Its word index is made at the end, from all entries at once; nothing is flushed meanwhile."""
        self.postgres.restart(FILLING)
        try:
            self.told("seed", "--if-empty")
            [definition] = self.postgres.run(
                self.address, f"SELECT indexdef FROM pg_indexes WHERE indexname = '{WORD_INDEX}'"
            ).splitlines()
            self.postgres.run(self.address, f"DROP INDEX {WORD_INDEX}")
            text = self.generated()
            self.postgres.run(self.address, definition)
            self.postgres.run(self.address, "VACUUM ANALYZE")
            return text
        finally:
            self.postgres.restart(DURABLE)

    def told(self, *command: str) -> str:
        done = subprocess.run(
            [self.program, *command], env=os.environ | self.settings, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    @property
    def bytes(self) -> int:
        files = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        return files + (self.postgres.bytes(self.address) if self.postgres else 0)


def rate_of(text: str) -> int:
    return int(re.search(r"(\d+) văn bản một giây CPU", text)[1])


def filling(program: str, postgres: OwnPostgres, factor: int, goals: Goals) -> None:
    """A durable body that is made for this figure and thrown away: its word index is there from the beginning."""
    postgres.drop(f"bench_{FILLED}")
    body = Body(program, FILLED, postgres)
    shutil.rmtree(body.folder, ignore_errors=True)
    say(f"Filling {FILLED:,} documents, word index in place")
    try:
        body.told("seed", "--if-empty")
        before = ACCOUNT.seconds
        text = body.generated()
        say(text.strip())
        rate = rate_of(text)
        goals.add(
            "bulk filling with indexes", f"≥ {3000 // factor:,} a CPU second", f"{rate:,}", rate >= 3000 / factor
        )
        server = (ACCOUNT.seconds - before) * 1000 / FILLED
        goals.note("bulk filling, the server's part", f"{server:.2f} CPU ms a document")
    finally:
        postgres.drop(f"bench_{FILLED}")
        shutil.rmtree(body.folder, ignore_errors=True)


def served(program: str, body: Body) -> Server:
    """A server over the kept body, which stays when the server is removed."""
    server = Server(program, seed=False)
    (server.folder / "data").symlink_to(body.folder)
    if body.postgres:
        server.environment["CHAUBAN_DATABASE"] = server.maintenance = body.address
    return server


def ended(server: Server) -> None:
    server.maintenance = None
    server.remove()


def newest(server: Server) -> str:
    """The address of the document that came last."""
    return f"/van-ban-den/{server.rows('SELECT MAX(id) FROM incoming_documents')[0]}"


def page_figures(server: Server, client: Client, seconds: int) -> dict[str, dict]:
    paths = {
        "list of 50": "/van-ban-den", "my work": "/viec-cua-toi", "document": newest(server),
        "search, one common word": "/tra-cuu?q=quy+dinh", "search, three words": "/tra-cuu?q=ke+hoach+kiem",
    }
    figures = {}
    say(f"  {'page':26} {'clients':>7} {'req/s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU ms':>7}")
    for name, path in paths.items():
        for clients in (1, 32):
            row = wrk(server, path, clients, seconds, "-H", f"Cookie: {client.cookie}")
            figures[f"{name}/{clients}"] = row
            say(
                f"  {name:26} {clients:7} {row['requests_per_second']:8.0f} {row['p50_ms']:8.2f} {row['p99_ms']:8.2f}"
                f" {row['cpu_ms']:7.2f}"
            )
    return figures


def judge_pages(figures: dict[str, dict], factor: int, goals: Goals) -> None:
    for name in ("list of 50", "my work"):
        one, many = figures[f"{name}/1"], figures[f"{name}/32"]
        goals.add(f"{name}, CPU", f"≤ {factor:.1f} CPU ms", f"{many['cpu_ms']:.2f} CPU ms", many["cpu_ms"] <= factor)
        rate = many["requests_per_second"]
        goals.add(f"{name}, 32 clients", f"≥ {1200 // factor:,}/s", f"{rate:,.0f}/s", rate >= 1200 / factor)
        goals.add(f"{name}, one client", f"p50 ≤ {2 * factor} ms", f"{one['p50_ms']:.2f} ms", one["p50_ms"] <= 2 * factor)
    many = figures["document/32"]
    goals.add("document, CPU", f"≤ {0.4 * factor:.1f} CPU ms", f"{many['cpu_ms']:.2f} CPU ms", many["cpu_ms"] <= 0.4 * factor)


def judge_growth(large: dict[str, dict], small: dict[str, dict], goals: Goals) -> None:
    for name in ("list of 50", "document", "search, one common word", "search, three words"):
        growth = large[f"{name}/32"]["cpu_ms"] / small[f"{name}/32"]["cpu_ms"]
        goals.add(f"{name}, growth", "≤ 1.5 times", f"{growth:.2f} times", growth <= 1.5)


def searches(body: Body, factor: int, goals: Goals) -> str:
    """Every line of queries.txt, as a clerk and as an officer, beside the engine's own part."""
    text = subprocess.run([str(SEARCHER), body.address], check=True, capture_output=True, text=True).stdout
    for who in ("clerk", "officer"):
        line = next(line for line in text.splitlines() if line.startswith(f"{who}: mean"))
        mean = float(line.split()[4])
        engine, best, slowest = (float(re.search(rf"{name}\s+([\d.]+)", line)[1]) for name in ("engine", "best", "slowest"))
        goals.add(
            f"search as {who}, mean", f"≤ engine + {factor:.1f} CPU ms", f"{mean:.2f} CPU ms (engine {engine:.2f})",
            mean <= engine + factor,
        )
        goals.add(f"search as {who}, slowest", f"≤ {40 * factor} ms", f"{slowest:.0f} ms", slowest <= 40 * factor)
        goals.add(f"relevance as {who}, mean", f"≤ {20 * factor} CPU ms", f"{best:.1f} CPU ms", best <= 20 * factor)
    return text


def handling(body: Body, factor: int, goals: Goals) -> None:
    """Directives to two hundred recipients and issues to a hundred agencies, in process; afterwards one officer holds
    five hundred open things."""
    # A kept body may be older than the program: any command brings it to the newest schema.
    body.told("seed", "--if-empty")
    worker = Path(body.program).with_name("measure-work")
    text = subprocess.run([worker, body.address], check=True, capture_output=True, text=True).stdout.strip()
    say(text)
    for name, goal in (("directive to 200", 150), ("issue to 100", 500)):
        found = re.search(rf"{name}: median ([\d.]+) ms slowest ([\d.]+) ms CPU ([\d.]+) ms", text)
        median, slowest, cpu = map(float, found.groups())
        goals.add(
            f"{name}, one durable act", f"≤ {goal * factor} ms", f"{median:.0f} ms (slowest {slowest:.0f})",
            median <= goal * factor,
        )
        goals.note(f"{name}, CPU", f"{cpu:.0f} CPU ms")


def draft_page(officer: Client) -> str:
    """A draft that this officer writes from its template, checked in the background: versions, way, findings and story."""
    form = officer.form(officer.get("/du-thao/moi"), text="Trích yếu")
    form.fields["trich-yeu"] = "Về việc kiểm kê tài sản công năm 2026"
    _, location = officer.ask("POST", "/du-thao/moi/tu-mau", form.fields)
    if location is None:
        raise SystemExit(f"no draft was made: status {officer.status}")
    path = location.split("?")[0]
    for _ in range(60):
        if "Đang kiểm tra" not in officer.get(path):
            break
        time.sleep(1)
    return path


def inbox(server: Server, seconds: int, factor: int, goals: Goals) -> None:
    """«Việc của tôi» of somebody who holds five hundred open things, the board and a report, and the badge alone."""
    officer = Client(server.port, timeout=60).sign_in(OFFICER)
    leader = Client(server.port, timeout=60).sign_in("Vào vai Lãnh đạo")
    year = time.localtime().tm_year
    pages = {
        "my work, 500 open": ("/viec-cua-toi", officer, 1.0), "badge": ("/thay-doi", officer, 0.3),
        "given by me": ("/viec-da-giao", leader, 1.0), "board": ("/theo-doi", leader, None),
        "report of a year": (f"/bao-cao/tinh-hinh?ky=nam_{year}_1", leader, None),
        "time in steps, a year": (f"/bao-cao/thoi-gian?ky=nam_{year}_1", leader, None),
        "draft": (draft_page(officer), officer, 2.0),
    }
    for name, (path, client, goal) in pages.items():
        more = ("-H", "Accept: application/json") if name == "badge" else ()
        # What has no goal is heavy: one at a time, so that it is not its own queue.
        row = wrk(server, path, 8 if goal else 1, seconds if goal else max(seconds, 20), "-H", f"Cookie: {client.cookie}", *more)
        say(f"  {name:26} {row['requests_per_second']:8.0f}/s   p50 {row['p50_ms']:8.2f} ms   {row['cpu_ms']:7.2f} CPU ms")
        if goal:
            goals.add(f"{name}, CPU", f"≤ {goal * factor:.1f} CPU ms", f"{row['cpu_ms']:.2f} CPU ms", row["cpu_ms"] <= goal * factor)
        else:
            goals.note(name, f"{row['cpu_ms']:.1f} CPU ms, p50 {row['p50_ms']:.0f} ms")


def register_more(server: Server, client: Client, factor: int, goals: Goals) -> None:
    """Sixteen clerks for five seconds. The body is a little larger afterwards."""
    commits = disk_commits_per_second(server.folder)
    fields = urllib.parse.urlencode(registration_fields(client))
    row = wrk(
        server, REGISTRATION, 16, 5, "-s", str(ROOT / "Benchmarks/register.lua"), FORM_FIELDS=fields, COOKIE=client.cookie,
        FIRST_NUMBER=str(int(time.time()) % 10_000_000 * 1_000),
    )
    rate = row["requests_per_second"]
    wanted = 1000 // factor
    goals.add(
        "register metadata, 16 clients", f"≥ {wanted:,}/s", f"{rate:,.0f}/s (disk: {commits:,.0f} commits/s)", rate >= wanted
    )
    goals.note("register metadata, CPU", f"{row['cpu_ms']:.2f} CPU ms")


def started(server: Server, goals: Goals | None) -> Client:
    began = time.monotonic()
    server.start()
    seconds = time.monotonic() - began
    ACCOUNT.follow(server.process.pid)
    time.sleep(1)
    memory = server.mebibytes("VmRSS")
    if goals:
        goals.add("start", "≤ 0.5 s", f"{seconds:.2f} s", seconds <= 0.5)
        goals.add("memory, idle", "≤ 60 MiB", f"{memory:.0f} MiB", memory <= 60)
    return Client(server.port, timeout=60).sign_in()


def small_figures(program: str, postgres: OwnPostgres | None, seconds: int) -> dict[str, dict]:
    body = Body(program, SMALL, postgres)
    body.build(None)
    server = served(program, body)
    try:
        return page_figures(server, started(server, None), seconds)
    finally:
        ended(server)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=str(ROOT / ".build/release/chauban"))
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seconds", type=int, default=3, help="for each page and number of clients")
    parser.add_argument("--papers", type=int, default=80, help="PDF files that go through upload, reading, registering")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()

    factor = FACTOR[options.engine]
    goals = Goals()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before"
    say(f"{machine}; wrk, the server and the database share the cores")
    postgres = OwnPostgres(ROOT / "artifacts" / "bench" / "postgres").start() if options.engine == "postgres" else None
    try:
        body = Body(options.program, options.documents, postgres)
        body.build(goals)
        if postgres:
            # Before anything is measured: its server is another one after each body that is made.
            Body(options.program, SMALL, postgres).build(None)
            ACCOUNT.follow(postgres.process)
            filling(options.program, postgres, factor, goals)
        say("\nHandling")
        handling(body, factor, goals)
        say(f"\nPages over {SMALL:,} documents")
        small = small_figures(options.program, postgres, options.seconds)
        server = served(options.program, body)
        try:
            client = started(server, goals)
            say(f"\nPages over {options.documents:,} documents")
            large = page_figures(server, client, options.seconds)
            judge_pages(large, factor, goals)
            judge_growth(large, small, goals)
            say("\nWork and reports")
            inbox(server, options.seconds, factor, goals)
            goals.add("memory, loaded", "≤ 250 MiB", f"{server.mebibytes('VmHWM'):.0f} MiB", server.mebibytes("VmHWM") <= 250)
            say("\nRegistering")
            register_more(server, client, factor, goals)
            register_papers(server, client, options.papers, goals, factor)
        finally:
            ended(server)
        # The searches may take long: what is known stands before them, and again with them.
        say("\n" + goals.table())
        say("\nSearches, in process")
        say(searches(body, factor, goals))
        say("\n" + goals.table())
        if options.json:
            figures = {"machine": machine, "documents": options.documents, "pages": large, "goals": goals.rows}
            Path(options.json).write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")
    finally:
        if postgres:
            postgres.stop()
        ACCOUNT.remove()


if __name__ == "__main__":
    main()
