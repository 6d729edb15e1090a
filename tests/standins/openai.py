"""An endpoint that speaks as much of OpenAI's API as Senpai uses, on loopback, in a thread."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-very-secret"
Reply = Callable[[Any], Any]


@dataclass
class Model:
    """`reply`: from what was asked to what is said, or an HTTP status, or bytes as they are.

    `seconds`: that it takes. `held`: once set, nobody gets a reply until it is cleared.
    `asked`: paths, headers (in lower case) and bodies of the requests.
    """

    reply: Reply
    seconds: float = 0.0
    held: threading.Event = field(default_factory=threading.Event)
    url: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)

    @property
    def data(self) -> Any:
        """What the last request said to judge."""
        return json.loads(self.asked[-1][2]["messages"][-1]["content"])

    def wait_for(self, requests: int) -> None:
        """Until so many were made; half a minute at most."""
        for _ in range(3_000):
            if len(self.asked) >= requests:
                return
            time.sleep(0.01)
        raise AssertionError(f"{len(self.asked)} requests")


def points(*found: tuple[str, str, str]) -> str:
    """The reply that is asked for: (point, verdict, quote)."""
    names = ("point", "verdict", "quote")
    listed = [dict(zip(names, each, strict=True)) for each in found]
    return json.dumps({"points": listed}, ensure_ascii=False)


@contextmanager
def serving(reply: Reply) -> Iterator[Model]:
    model = Model(reply)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            headers = {name.lower(): value for name, value in self.headers.items()}
            model.asked.append((self.path, headers, body))
            time.sleep(model.seconds)
            while model.held.is_set():
                time.sleep(0.01)
            status, headers, data = _response(self.path, model.reply(body))
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                pass  # whoever asked has gone

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _response(path: str, said: Any) -> tuple[int, dict[str, str], bytes]:
    kind = {"Content-Type": "application/json"}
    if isinstance(said, tuple):  # (status, where to)
        return said[0], {**kind, "Location": said[1]}, b"{}"
    if isinstance(said, int):
        return said, kind, json.dumps({"error": {"message": f"no, {KEY}"}}).encode()
    if isinstance(said, bytes):
        return 200, kind, said
    if path.endswith("/embeddings"):
        listed = [
            {"object": "embedding", "index": i, "embedding": vector}
            for i, vector in reversed(list(enumerate(said)))
        ]
        return 200, kind, _encoded({"object": "list", "model": "m", "data": listed})
    message = {"role": "assistant", "content": said}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    chat = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
    return 200, kind, _encoded({**chat, "choices": [choice]})


def _encoded(value: Any) -> bytes:
    return json.dumps(value).encode()
