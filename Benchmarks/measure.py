"""Measures a release server over a folder of its own against the goals: pages, registering, memory, start."""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "BrowserTests"))

from client import Client, words  # noqa: E402
from cpu_account import CPUAccount  # noqa: E402
from dossier import PAGES, filled, opened  # noqa: E402
from goals import Goals  # noqa: E402
from papers_made import born_digital  # noqa: E402
from server import Server  # noqa: E402

WAITING = "/van-ban-den/cho"
REGISTRATION = "/van-ban-den/vao-so"
# Papers that lie waiting while «Việc của tôi» is measured.
WAITING_PAPERS = 20
ACCOUNT = CPUAccount()


def say(line: str = "") -> None:
    print(line, flush=True)


def wrk(server: Server, path: str, clients: int, seconds: int, *options: str, **environment: str) -> dict:
    before = ACCOUNT.seconds
    out = subprocess.run(
        ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency", "--timeout", "10s", *options, server.address + path],
        capture_output=True, text=True, check=True, timeout=seconds + 60, env={**os.environ, **environment},
    ).stdout
    used = ACCOUNT.seconds - before
    requests = int(re.search(r"(\d+) requests in", out)[1])
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if refused or not requests:
        raise SystemExit(f"{path}: {refused[1] if refused else 'all'} of {requests} answers were refusals:\n{out}")
    return {
        "path": path,
        "clients": clients,
        "requests_per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]),
        "p50_ms": milliseconds(re.search(r"^\s+50%\s+(\S+)", out, re.M)[1]),
        "p99_ms": milliseconds(re.search(r"^\s+99%\s+(\S+)", out, re.M)[1]),
        "cpu_ms": used * 1000 / requests,
    }


def milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def disk_commits_per_second(folder: Path, seconds: float = 2) -> float:
    """How often this disk makes 4 KiB durable, one after the other."""
    path = folder / "commits"
    block = b"x" * 4096
    with path.open("wb", buffering=0) as file:
        end, count = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            os.pwrite(file.fileno(), block, 0)
            os.fdatasync(file.fileno())
            count += 1
    path.unlink()
    return count / seconds


def registration_fields(client: Client) -> dict[str, str]:
    """The form as it stands, without its one-time key and what each registration brings itself."""
    form = client.form(client.get(REGISTRATION), text="Trích yếu")
    form.choose("type", "Công văn")
    form.fields |= {"notation": "SXD-VP", "issuedDate": "12/11/2026", "next": "show"}
    for name in ("khoa-gui", "numberText", "issuer", "subject"):
        form.fields.pop(name, None)
    return form.fields


def register_metadata(server: Server, client: Client, wanted: int, goals: Goals) -> None:
    """Sixteen clerks register papers without files until there are as many as wanted."""
    commits = disk_commits_per_second(server.folder / "data")
    fields = urllib.parse.urlencode(registration_fields(client))
    rates, cpu, done = [], [], 0
    while done < wanted:
        row = wrk(
            server, REGISTRATION, 16, 5, "-s", str(ROOT / "Benchmarks/register.lua"), FORM_FIELDS=fields,
            COOKIE=client.cookie, FIRST_NUMBER=str(done * 10 + 1),
        )
        rates.append(row["requests_per_second"])
        cpu.append(row["cpu_ms"])
        done = int(server.rows("SELECT COUNT(*) FROM incoming_documents")[0])
        say(f"  {done:6} documents   {rates[-1]:7.0f}/s   {cpu[-1]:5.2f} CPU ms   p50 {row['p50_ms']:.1f} ms   p99 {row['p99_ms']:.1f} ms")
    say(f"  the disk alone: {commits:.0f} commits/s")
    goals.add("register metadata, 16 clients", "≥ 1,000/s", f"{rates[0]:,.0f}/s (disk: {commits:,.0f} commits/s)", rates[0] >= 1000)
    goals.note("register metadata, CPU", f"{cpu[0]:.2f} CPU ms")
    count, first, last, different = map(
        int,
        server.rows("SELECT COUNT(*), MIN(number), MAX(number), COUNT(DISTINCT number) FROM register_entries")[0].split("|"),
    )
    whole = count == different == last - first + 1
    check = client.get(client.link(client.get("/so"), "Kiểm sổ"))
    goals.add("numbers after it", "no hole, none twice", f"{count:,} lines, {first} to {last:,}", whole and "không thiếu, không trùng" in check)


def register_papers(server: Server, client: Client, count: int, goals: Goals, factor: int = 1) -> None:
    """Two-page born-digital PDF files: uploaded one a request by four clerks, read, registered."""
    with tempfile.TemporaryDirectory() as folder:
        base = born_digital(Path(folder))
    form = client.form(client.get(WAITING), action=WAITING)
    fields = registration_fields(client)
    start, before = time.monotonic(), ACCOUNT.seconds
    # A kept body has the papers of earlier runs.
    run = int(time.time())
    last = server.rows("SELECT COALESCE(MAX(id), 0) FROM waiting_papers")[0]

    def upload(clerk: int) -> None:
        mine = clerk_of(server, client)
        for turn in range(clerk, count, 4):
            data = base + b"\n%% copy %d of %d\n%%%%EOF\n" % (turn, run)
            text, location = mine.upload(form.action, form.fields, [(f"cong-van-{turn}.pdf", [data], len(data))])
            assert location, f"{mine.status}: {words(text)}"

    in_parallel(upload)
    uploaded, uploaded_cpu = time.monotonic(), ACCOUNT.seconds
    while server.rows("SELECT 1 FROM waiting_papers WHERE state = 'reading' LIMIT 1"):
        time.sleep(0.05)
    read, read_cpu = time.monotonic(), ACCOUNT.seconds
    papers = server.rows(f"SELECT id FROM waiting_papers WHERE id > {last} ORDER BY id")
    assert len(papers) == count, papers
    left = papers[: count - WAITING_PAPERS]

    def register(clerk: int) -> None:
        mine = clerk_of(server, client)
        for turn in range(clerk, len(left), 4):
            own = {"numberText": f"{run % 1_000_000}{turn:04}", "issuer": "Bộ Nội vụ", "subject": f"V/v báo cáo quý IV, bản {turn}"}
            text, location = mine.ask("POST", f"{WAITING}/{left[turn]}/vao-so", fields | own)
            assert location, words(text)

    in_parallel(register)
    while server.rows("SELECT 1 FROM jobs WHERE is_scheduled = 0 AND state IN ('waiting', 'running') LIMIT 1"):
        time.sleep(0.02)
    end, end_cpu = time.monotonic(), ACCOUNT.seconds
    parts = [
        ("upload", uploaded - start, uploaded_cpu - before, count),
        ("read", read - uploaded, read_cpu - uploaded_cpu, count),
        ("register", end - read, end_cpu - read_cpu, len(left)),
    ]
    for name, seconds, cpu, number in parts:
        say(f"  {name:10} {number / seconds:7.1f}/s   {cpu * 1000 / number:6.1f} CPU ms each")
    cpu = sum(cpu / number for _, _, cpu, number in parts) * 1000
    rate = 1 / sum(seconds / number for _, seconds, _, number in parts)
    goals.add("register a two-page PDF", f"≤ {25 * factor} CPU ms", f"{cpu:.0f} CPU ms", cpu <= 25 * factor)
    goals.add("register a two-page PDF", f"≥ {60 // factor}/s", f"{rate:.1f}/s", rate >= 60 / factor)


def clerk_of(server: Server, client: Client) -> Client:
    other = Client(server.port, timeout=60)
    other.cookies = dict(client.cookies)
    return other


def in_parallel(body) -> None:
    failures = []

    def guarded(clerk: int) -> None:
        try:
            body(clerk)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=(clerk,)) for clerk in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def pages(server: Server, client: Client, seconds: int, goals: Goals) -> list[dict]:
    with_file = server.rows("SELECT document_id FROM incoming_files ORDER BY id DESC LIMIT 1")[0]
    without = server.rows("SELECT id FROM incoming_documents WHERE file_count = 0 ORDER BY id DESC LIMIT 1")[0]
    listed = [("list of 50", "/van-ban-den"), ("my work", "/viec-cua-toi")]
    shown = [("document", f"/van-ban-den/{without}"), ("document with a file", f"/van-ban-den/{with_file}")]
    others = [("search", "/tra-cuu?q=ke+hoach+bao+cao"), ("registration form", REGISTRATION), ("waiting papers", WAITING)]
    say(f"  {'page':22} {'clients':>7} {'req/s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU ms':>7}")
    rows = []
    for name, path in listed + shown + others:
        for clients in (1, 32):
            row = {"page": name, **wrk(server, path, clients, seconds, "-H", f"Cookie: {client.cookie}")}
            rows.append(row)
            say(
                f"  {name:22} {clients:7} {row['requests_per_second']:8.0f} {row['p50_ms']:8.2f} {row['p99_ms']:8.2f}"
                f" {row['cpu_ms']:7.2f}"
            )
        one, many = rows[-2:]
        if (name, path) in listed:
            goals.add(f"{name}, CPU", "≤ 1.0 CPU ms", f"{many['cpu_ms']:.2f} CPU ms", many["cpu_ms"] <= 1.0)
            rate = many["requests_per_second"]
            goals.add(f"{name}, 32 clients", "≥ 1,200/s", f"{rate:,.0f}/s", rate >= 1200)
            goals.add(f"{name}, one client", "p50 ≤ 2 ms", f"{one['p50_ms']:.2f} ms", one["p50_ms"] <= 2)
        elif (name, path) in shown:
            goals.add(f"{name}, CPU", "≤ 0.4 CPU ms", f"{many['cpu_ms']:.2f} CPU ms", many["cpu_ms"] <= 0.4)
        else:
            goals.note(f"{name}, CPU", f"{many['cpu_ms']:.2f} CPU ms")
    return rows


def dossier(server: Server, client: Client, count: int, seconds: int, goals: Goals) -> list[dict]:
    """A dossier of that many documents, put in one by one through the form."""
    documents = server.rows(f"SELECT id FROM incoming_documents ORDER BY id LIMIT {count}")
    client.connection.close()  # the server has let go of it while the pages were measured; the next request opens another
    path = opened(client)
    took = filled(client, path, documents)
    first, last = (sum(part) / len(part) for part in (took[:100], took[-100:]))
    say(f"  put in: {first:.1f} ms each at first, {last:.1f} ms at the end")
    rows = []
    for name, tail in PAGES.items():
        address = path + tail.format(late=len(documents) // 2)
        row = {"page": f"dossier: {name}", **wrk(server, address, 1, seconds, "-H", f"Cookie: {client.cookie}")}
        rows.append(row)
        say(f"  {name:22} {row['p50_ms']:8.2f} ms {row['cpu_ms']:7.2f} CPU ms")
        goals.add(f"dossier of {len(documents):,}, {name}", "≤ 5 CPU ms", f"{row['cpu_ms']:.2f} CPU ms", row["cpu_ms"] <= 5)
    return rows


def restarted(server: Server, goals: Goals) -> None:
    server.stop()
    start = time.monotonic()
    server.start()
    seconds = time.monotonic() - start
    ACCOUNT.follow(server.process.pid)
    goals.add("start", "≤ 0.5 s", f"{seconds:.2f} s", seconds <= 0.5)
    time.sleep(1)
    memory = server.mebibytes("VmRSS")
    goals.add("memory, idle", "≤ 60 MiB", f"{memory:.0f} MiB", memory <= 60)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=str(ROOT / ".build/release/chauban"))
    parser.add_argument("--seconds", type=int, default=3, help="for each page and number of clients")
    parser.add_argument("--register", type=int, default=10_000, help="documents without a file")
    parser.add_argument("--papers", type=int, default=80, help="PDF files that go through upload, reading, registering")
    parser.add_argument("--dossier", type=int, default=2_000, help="documents in one dossier")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()

    goals = Goals()
    server = Server(options.program)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before"
    say(f"{machine}; wrk and the server share the cores")
    if not ACCOUNT.is_whole:
        say("no control group can be made here: CPU of tools in their sandbox is not counted")
    try:
        server.start()
        ACCOUNT.follow(server.process.pid)
        client = Client(server.port, timeout=60).sign_in()
        say(f"\nRegistering {options.register:,} documents")
        register_metadata(server, client, options.register, goals)
        say(f"\nRegistering {options.papers} two-page PDF files, {WAITING_PAPERS} of them left waiting")
        register_papers(server, client, options.papers, goals)
        restarted(server, goals)
        say("\nPages")
        rows = pages(server, client, options.seconds, goals)
        say(f"\nOne dossier of {options.dossier:,} documents")
        rows += dossier(server, client, options.dossier, options.seconds, goals)
        memory = server.mebibytes("VmHWM")
        goals.add("memory, loaded", "≤ 250 MiB", f"{memory:.0f} MiB", memory <= 250)
        say("\n" + goals.table())
        if options.json:
            figures = {"machine": machine, "documents": options.register, "pages": rows, "goals": goals.rows}
            Path(options.json).write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")
    finally:
        server.remove()
        ACCOUNT.remove()


if __name__ == "__main__":
    main()
