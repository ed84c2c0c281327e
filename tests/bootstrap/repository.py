"""A repository of our own that speaks OAI-PMH on 127.0.0.1, as well or as badly as a test wants."""

import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

__all__ = ["Repository"]

FRAME = """<?xml version="1.0"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2031-05-01T09:00:00Z</responseDate>
<request verb="ListRecords">x</request>{content}</OAI-PMH>"""
RECORD = """<record><header><identifier>{identifier}</identifier><datestamp>{day}</datestamp></header><metadata>
<record xmlns="http://www.loc.gov/MARC21/slim">
<datafield tag="191" ind1=" " ind2=" "><subfield code="a">{symbol}</subfield></datafield>
<datafield tag="245" ind1=" " ind2=" "><subfield code="a">Wells &amp; locks :</subfield>
<subfield code="b">no. {number}</subfield></datafield>
<datafield tag="269" ind1=" " ind2=" "><subfield code="a">{day}</subfield></datafield>
<datafield tag="856" ind1="4" ind2="0"><subfield code="u">{home}/text/{number}-en.txt</subfield>
<subfield code="y">English</subfield></datafield>
<datafield tag="856" ind1="4" ind2="0"><subfield code="u">{home}/text/{number}-fr.txt</subfield>
<subfield code="y">Français</subfield></datafield>
</record></metadata></record>"""
DELETED = """<record><header status="deleted"><identifier>{identifier}</identifier>
<datestamp>{day}</datestamp></header></record>"""


class Repository:
    """A server.

    `days` has the day of change of each record by number, `deleted` the numbers of those that are gone, `page` how
    many come at a time. `faults` is taken from the front, one for each question: an HTTP status, "cut", "slow",
    "garbage", "dtd", "circle", or the code of an error of the protocol; None answers well.
    """

    def __init__(self, days, page=2):
        self.days, self.page = dict(days), page
        self.deleted, self.faults, self.asked = set(), [], []
        self.lines = b""
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                repository.answer(self)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.home = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.url = f"{self.home}/oai"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *args):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler):
        address = urlsplit(handler.path)
        if address.path.startswith("/text/"):
            return self.send(handler, f"Text of {address.path[6:]}".encode())
        if address.path.endswith(".jsonl"):
            return self.send(handler, self.lines)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.asked.append(query)
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, int):
            handler.send_response(fault)
            handler.send_header("Retry-After", "7")
            handler.end_headers()
        elif fault == "cut":
            handler.send_response(200)
            handler.send_header("Content-Length", "100000")
            handler.end_headers()
            handler.wfile.write(b"<OAI-PMH")
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)
        elif fault == "slow":
            time.sleep(0.6)
            self.send(handler, b"late")
        elif fault == "garbage":
            self.send(handler, b"<OAI-PMH><unfinished")
        elif fault == "dtd":
            self.send(handler, b'<!DOCTYPE x [<!ENTITY a "b">]>' + self.page_of(query, None)[22:])
        elif fault and fault != "circle":
            self.send(handler, FRAME.format(content=f'<error code="{fault}">no</error>').encode())
        else:
            self.send(handler, self.page_of(query, fault))
        return None

    def page_of(self, query, fault):
        token = query.get("resumptionToken", "")
        since, start = token.split("|") if token else (query.get("from", ""), "0")
        numbers = [number for number, day in sorted(self.days.items()) if day >= since]
        chosen = numbers[int(start) : int(start) + self.page]
        if not chosen:
            return FRAME.format(content='<error code="noRecordsMatch"/>').encode()
        rows = [
            (DELETED if number in self.deleted else RECORD).format(
                identifier=f"oai:wells:{number}",
                day=self.days[number],
                number=number,
                home=self.home,
                symbol=f"W/{number}",
            )
            for number in chosen
        ]
        after = int(start) + self.page
        more = f"{since}|{after}" if after < len(numbers) else ""
        more = token if fault == "circle" else more
        rows.append(f"<resumptionToken>{more}</resumptionToken>")
        return FRAME.format(content=f"<ListRecords>{''.join(rows)}</ListRecords>").encode()

    def send(self, handler, data):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):
            handler.wfile.write(data)
