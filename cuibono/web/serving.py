"""The desk is served: a free port of the loopback address, a token of this start, a browser that is opened."""

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from cuibono.case import Case
from cuibono.errors import CuibonoError
from cuibono.web.app import application

HOST = "127.0.0.1"
PORT = 8137


def serve(case: Case, *, port: int, browser: bool, tell: Callable[[str], None]) -> None:
    """Answer until Ctrl-C. Raises CuibonoError when the port is taken."""
    listening = _listen(port)
    server, address = _server(case, listening)
    tell(f"The desk of {case.title}: {address}")
    tell("It answers this machine only. Stop it with Ctrl-C.")
    if browser:
        threading.Timer(0.6, webbrowser.open, (address,)).start()
    server.run(sockets=[listening])


@contextmanager
def beside(case: Case) -> Iterator[str]:
    """The desk on a free port, in a thread of this process, while the block lasts: the address that lets one in."""
    with _listen(0) as listening:
        server, address = _server(case, listening)
        listening.listen()  # who comes before the thread has begun waits
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join(10)


def _server(case: Case, listening: socket.socket) -> tuple[uvicorn.Server, str]:
    """What answers at a socket, and its address with the token of this start."""
    port = int(listening.getsockname()[1])
    token = secrets.token_urlsafe(24)
    config = uvicorn.Config(
        application(case, token=token, port=port), log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=2,
    )  # fmt: skip
    return uvicorn.Server(config), f"http://{HOST}:{port}/?token={token}"


def free(port: int) -> bool:
    """Whether a port of the loopback address can be had."""
    try:
        _listen(port).close()
    except CuibonoError:
        return False
    return True


def _listen(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # Named as TCP, else asyncio leaves out TCP_NODELAY, and each answer waits 40 ms for an acknowledgement.
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        raise CuibonoError(f"Port {port} cannot be used: {error.strerror}.", try_="cuibono serve --port 0") from error
    return made
