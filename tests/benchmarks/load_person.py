"""People who tell a recorded story again and again, each with own words: the clients of bench_load.

A process of its own with a thread to a person: `python -m tests.benchmarks.load_person` reads a Crowd from
stdin, says that it is ready, walks when it is told to, and writes what it Saw to stdout. It knows nothing of
the site but what was recorded, so that it takes little of the machine that it shares with the server.
"""

from __future__ import annotations

import http.client
import pickle
import random
import re
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

TOKEN, WORDS = "@token@", ("@0@", "@1@", "@2@")  # in a recorded body, where no "@" can stand as itself
MARK = re.compile(rb"Qx[a-z]{6}")
PACKET = "/packet/download/"
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')
_WAIT = 120.0  # seconds for an answer; none is an error


@dataclass(frozen=True)
class Asked:
    """One request of the story, and what came of it when it was recorded."""

    method: str
    address: str
    body: str | None
    status: int
    to: str
    shown: frozenset[int]  # which of the person's own words the page shows


Words = tuple[str, str, str]  # that are one visit's alone


@dataclass(frozen=True)
class Crowd:
    host: str
    story: tuple[Asked, ...]
    people: tuple[tuple[Words, ...], ...]  # the visits of each
    all_words: frozenset[str]  # of everybody, in the other processes and before, too
    thinking: float = 0.0  # seconds over a page, in the mean


@dataclass
class Saw:
    """What the people of one process met with."""

    times: list[tuple[str, float, float]] = field(
        default_factory=list
    )  # what kind, seconds, when it was over
    errors: list[str] = field(default_factory=list)
    crossed: int = 0  # pages and packets with somebody else's words
    stories: int = 0  # whole, with their packets
    packets: int = 0  # read, and found to be the person's own
    again: int = 0  # requests sent anew: the server closed the kept connection at that moment
    cpu: float = 0.0  # seconds, while walking

    def __add__(self, other: Saw) -> Saw:
        return Saw(
            *(mine + theirs for mine, theirs in zip(vars(self).values(), vars(other).values(), strict=True))
        )


class Telling:
    """One visit: a connection that is kept, a cookie and the page's token."""

    def __init__(self, crowd: Crowd, words: Words, saw: Saw) -> None:
        self.crowd, self.words, self.saw = crowd, words, saw
        self.connection = http.client.HTTPConnection(crowd.host, timeout=_WAIT)
        self.cookie = self.token = ""
        self.packet = b""

    def walk(self) -> None:
        try:
            for asked in self.crowd.story:
                self.ask(asked)
                if self.crowd.thinking and asked.status == 200 and kind_of(asked) == "page":
                    time.sleep(random.expovariate(1 / self.crowd.thinking))
            self.saw.stories += 1
        except (OSError, http.client.HTTPException) as why:
            self.saw.errors.append(f"{asked.method} {asked.address}: {why!r}")
        finally:
            self.connection.close()

    def ask(self, asked: Asked) -> None:
        body, headers = None, {"Cookie": self.cookie} if self.cookie else {}
        if asked.body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            text = asked.body.replace(TOKEN, self.token)
            for placeholder, word in zip(WORDS, self.words, strict=True):
                text = text.replace(placeholder, word)
            body = text.encode()
        start = time.monotonic()
        got, answer = self._answered(asked, body, headers)
        end = time.monotonic()
        self.saw.times.append((kind_of(asked), end - start, end))
        if said := got.getheader("Set-Cookie"):
            self.cookie = said.split(";", 1)[0]
        if found := _TOKEN.search(answer):
            self.token = found[1].decode()
        if asked.address == PACKET:
            self.packet = answer
        self._judge(asked, got, answer)

    def _answered(
        self, asked: Asked, body: bytes | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, bytes]:
        self._let_go_if_closed()
        kept = self.connection.sock is not None
        try:
            self.connection.request(asked.method, asked.address, body, headers)
            got = self.connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            if not kept:
                raise
            self.connection.close()  # closed while the request was on its way
            self.saw.again += 1
            self.connection.request(asked.method, asked.address, body, headers)
            got = self.connection.getresponse()
        return got, got.read()

    def _let_go_if_closed(self) -> None:
        """A server closes a kept connection that nobody uses. A browser notices, and opens another."""
        kept = self.connection.sock
        if kept is not None and select.select([kept], [], [], 0)[0]:
            self.connection.close()

    def _judge(self, asked: Asked, got: http.client.HTTPResponse, answer: bytes) -> None:
        if (got.status, got.getheader("Location", "")) != (asked.status, asked.to):
            self.saw.errors.append(
                f"{asked.method} {asked.address}: {got.status} {got.getheader('Location', '')}"
            )
        elif asked.address != PACKET:
            expected = {self.words[each] for each in asked.shown}
            self.compare(f"{asked.method} {asked.address}", expected, answer)

    def compare(self, where: str, expected: set[str], shown: bytes) -> bool:
        """Whether these words, and nobody else's, are there. A token of the site's may look like a word."""
        found = {each.decode() for each in MARK.findall(shown)} & self.crowd.all_words
        self.saw.crossed += bool(found - set(self.words))
        if expected - found:
            self.saw.errors.append(f"{where}: own words are missing")
        return found == expected

    def read_packet(self) -> None:
        """After the walk, and never through a file: what is printed must be this person's."""
        read = subprocess.run(["pdftotext", "-", "-"], input=self.packet, capture_output=True)
        self.saw.packets += self.compare("the packet", set(self.words), read.stdout)


def kind_of(asked: Asked) -> str:
    if asked.address == PACKET:
        return "packet"
    return "file" if asked.address.startswith("/static/") else "page"


def walk_all(crowd: Crowd, say: Callable[[bytes], object], told: Callable[[], object]) -> Saw:
    """Everybody at once, each one visit after the other."""
    saws = [Saw() for _person in crowd.people]
    visits = [
        [Telling(crowd, words, saw) for words in person]
        for person, saw in zip(crowd.people, saws, strict=True)
    ]
    together = threading.Barrier(len(visits) + 1)

    def one(mine: list[Telling]) -> None:
        together.wait()
        for visit in mine:
            visit.walk()

    with ThreadPoolExecutor(len(visits)) as pool:
        walks = [pool.submit(one, mine) for mine in visits]
        say(b"ready\n")
        told()
        together.wait()
        start = time.process_time()
        for walk in walks:
            walk.result()
        spent = time.process_time() - start
    say(b"walked\n")
    told()
    for visit in (each for mine in visits for each in mine):
        if visit.packet:
            visit.read_packet()
    return sum(saws, Saw(cpu=spent))


def main() -> None:
    crowd: Crowd = pickle.load(sys.stdin.buffer)

    def say(line: bytes) -> None:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()

    pickle.dump(walk_all(crowd, say, sys.stdin.buffer.readline), sys.stdout.buffer)


if __name__ == "__main__":
    # Pickle names a class by its module, and this one would be "__main__" otherwise.
    from tests.benchmarks import load_person

    load_person.main()
