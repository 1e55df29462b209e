"""A real mail server for journeys: keeps what it takes, and can be told to refuse or to be slow."""

import asyncio
import base64
import email
import email.policy
import ssl
import threading
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Letters:
    def __init__(self):
        self.taken: list[email.message.EmailMessage] = []
        self.refuses = False
        self.arriving = threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refuses:
            return "550 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        letter.recipients = list(envelope.rcpt_tos)
        letter.was_secret = session.ssl is not None
        letter.who = session.auth_data.login.decode() if session.auth_data else None
        self.taken.append(letter)
        self.arriving.set()
        while not self.may_answer.is_set():
            await asyncio.sleep(0.05)
        return "250 taken"

    def wait(self, count: int, seconds: float = 60):
        deadline = time.monotonic() + seconds
        while len(self.taken) < count and time.monotonic() < deadline:
            time.sleep(0.1)
        assert len(self.taken) >= count, f"chỉ {len(self.taken)} thư đến, chờ {count}"
        return self.taken[count - 1]


class PostOffice:
    """`user` and `password` make it ask who sends; a certificate makes it demand STARTTLS."""

    def __init__(self, port: int, certificate=None, key=None, user: str = "", password: str = ""):
        self.letters = Letters()
        context = None
        if certificate:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate, key)

        def knows(server, session, envelope, mechanism, data):
            known = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) == (user, password)
            return AuthResult(success=known, handled=known, auth_data=data)

        self.controller = Controller(
            self.letters, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=context is not None,
            authenticator=knows if user else None, auth_required=bool(user), auth_require_tls=context is not None,
        )

    def __enter__(self):
        self.controller.start()
        return self.letters

    def __exit__(self, *_):
        self.letters.may_answer.set()
        self.controller.stop()


def words(letter) -> str:
    """The text of a letter as its reader sees it."""
    return letter.get_content()


def raw(letter) -> str:
    """Everything the letter carries, decoded, to look for what must not be in it."""
    body = base64.b64decode(letter.get_payload().encode()).decode()
    return "\n".join(f"{name}: {value}" for name, value in letter.items()) + "\n" + body
