"""The server ends when it is asked to, and not in the middle of an answer."""

import signal
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

SLOW = """
import time
from operative.bootstrap.serving import serve

def slow(environ, start_response):
    print("begun", flush=True)
    time.sleep(0.7)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"whole" * 1000]

serve(slow, "127.0.0.1", 0, lambda address: print(address, flush=True))
print("ended", flush=True)
"""


def test_an_answer_under_way_is_finished_before_the_end():
    with (
        subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, text=True) as process,
        ThreadPoolExecutor(1) as reader,
    ):
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        answer = reader.submit(lambda: urllib.request.urlopen(address, timeout=10).read())
        assert process.stdout.readline().strip() == "begun"

        process.send_signal(signal.SIGTERM)

        assert answer.result(10) == b"whole" * 1000
        assert process.wait(10) == 0
