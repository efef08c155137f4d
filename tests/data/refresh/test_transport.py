"""Is it said plainly why a publisher gives no file, and is only asked again what may have passed?"""

import shutil
import ssl
import subprocess
import threading
from http.server import HTTPServer

import pytest

from data.errors import OfflineError, SourceError
from data.refresh.download import allow, at_home, fetch
from tests.support.publishers.publisher import BODY, QUICK, status, whole


def test_trouble_that_passes_is_waited_for_longer_each_time(publisher, part, told):
    address = publisher.answers("/trouble.csv", status(500), status(500), whole(BODY))
    fetch(address, part, QUICK, told.way())
    assert part.read_bytes() == BODY
    assert 0.5 <= told.waits[0] <= 1.5
    assert 1.0 <= told.waits[1] <= 3.0


def test_a_publisher_that_is_busy_is_asked_when_it_says(publisher, part, told):
    address = publisher.answers("/busy.csv", status(429, Retry_After="7"), whole(BODY))
    fetch(address, part, QUICK, told.way())
    assert told.waits == [7.0]
    busy = status(503, Retry_After="Sat, 01 Jan 2050 00:00:00 GMT")
    with pytest.raises(SourceError, match=r"asks to wait .+ minutes: try again then"):
        fetch(publisher.answers("/full.csv", busy), part, QUICK, told.way())


def test_a_file_that_is_not_there_is_not_asked_for_twice(publisher, part, told):
    with pytest.raises(SourceError, match=r"localhost answers 404 .+gone\.csv.+--address, or give --file"):
        fetch(publisher.answers("/gone.csv", status(404)), part, QUICK, told.way())
    assert len(publisher.asked) == 1
    assert not part.exists()


def test_redirects_are_followed_shown_and_limited(publisher, part, told):
    publisher.answers("/there.csv", whole(BODY))
    other = publisher.root.replace("localhost", "127.0.0.1")
    for there in ("/there.csv", f"{other}/there.csv"):
        fetch(publisher.answers("/here.csv", status(302, Location=there)), part, QUICK, told.way())
        assert part.read_bytes() == BODY
        part.unlink()
    assert told.lines == [f"  sent on to {root}/there.csv" for root in (publisher.root, other)]
    publisher.asked.clear()
    with pytest.raises(SourceError, match="without end"):
        fetch(publisher.answers("/round.csv", status(301, Location="/round.csv")), part, QUICK, told.way())
    assert len(publisher.asked) == 1 + QUICK.redirects


@pytest.mark.parametrize("address", ["http://example.org/file.csv", "ftp://example.org/a", "file:///etc/passwd", "no"])
def test_only_encrypted_addresses_are_asked(publisher, part, told, address):
    for asked in (address, publisher.answers("/out.csv", status(302, Location=address))):
        if asked == address or ":" in address:
            with pytest.raises(SourceError, match=r"not encrypted|no address"):
                fetch(asked, part, QUICK, told.way())
    assert not part.exists()


def test_another_machine_does_not_send_on_to_this_one_in_plain():
    allow("http://localhost/file.csv", QUICK)
    for address in ("http://localhost/file.csv", "http://127.0.0.1/file.csv"):
        with pytest.raises(SourceError, match="is not encrypted"):
            allow(address, at_home(QUICK, "https://www2.census.gov/file.csv"))


def test_no_network_is_said_at_once(part, told):
    with pytest.raises(OfflineError, match=r"nowhere\.invalid can't be found: this machine seems to be offline"):
        fetch("https://nowhere.invalid/file.csv", part, QUICK, told.way())
    assert not told.waits


def test_a_publisher_that_is_down_is_asked_again(part, told):
    with pytest.raises(SourceError, match="localhost can't be reached, after 3 tries"):
        fetch("http://localhost:1/file.csv", part, QUICK, told.way())
    assert len(told.waits) == 2


def test_a_proxy_that_lets_nothing_through_is_said(part, told, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://localhost:1")
    with pytest.raises(SourceError, match="The proxy of HTTPS_PROXY"):
        fetch("https://www2.census.gov/file.csv", part, QUICK, told.way())


def test_a_proxy_of_the_environment_is_used(publisher, part, told, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", publisher.root)
    monkeypatch.setenv("NO_PROXY", "")
    publisher.answers("http://publisher.example/file.csv", whole(BODY))
    fetch("http://publisher.example/file.csv", part, QUICK._replace(is_plain_allowed=True), told.way())
    assert part.read_bytes() == BODY


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl to make a certificate with")
def test_a_certificate_that_nobody_vouches_for_is_refused(part, told, tmp_path):
    pem = tmp_path / "own.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    made += ["-keyout", str(pem), "-out", str(tmp_path / "cert.pem"), "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", pem)
    server = HTTPServer(("localhost", 0), None)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=True)
    server.handle_error = lambda *_: None
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    with pytest.raises(SourceError, match=r"The certificate of localhost can't be trusted .*REQUESTS_CA_BUNDLE"):
        fetch(f"https://localhost:{server.server_address[1]}/file.csv", part, QUICK, told.way())
    thread.join()
    server.server_close()
