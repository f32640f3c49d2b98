"""The client against a server that says what the test wants."""

import json
import sys
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import multimail
from multimail._transport import Transport


class Scripted(BaseHTTPRequestHandler):
    answers: list = []
    seen: list = []

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        Scripted.seen.append((self.command, self.path, self.rfile.read(length), self.headers))
        status, headers, body = Scripted.answers.pop(0)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_DELETE = _answer

    def log_message(self, *args: object) -> None:
        pass


class TransportTest(unittest.TestCase):
    def setUp(self) -> None:
        Scripted.answers, Scripted.seen = [], []
        self.server = HTTPServer(("127.0.0.1", 0), Scripted)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        self.slept: list = []
        self.client = multimail.Client("mm_live_x", base_url=self.url)
        self.client._http = Transport(self.url, "mm_live_x", 5.0, 2, self.slept.append)

    def tearDown(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def refused(self, status: int, code: str, headers: dict = {}) -> tuple:
        return status, headers, json.dumps({"error": "No.", "code": code, "field": "to"}).encode()

    def test_a_refusal_is_an_exception_with_status_code_and_field(self) -> None:
        for status, kind in (
            (400, multimail.InvalidRequestError),
            (401, multimail.AuthenticationError),
            (403, multimail.PermissionDeniedError),
            (404, multimail.NotFoundError),
            (409, multimail.ConflictError),
            (422, multimail.InvalidRequestError),
            (429, multimail.RateLimitError),
            (500, multimail.ServerError),
        ):
            Scripted.answers = [self.refused(status, "because")]
            with self.assertRaises(kind) as raised:
                self.client.get_account()
            self.assertEqual((status, "because", "to"), (raised.exception.status, raised.exception.code, raised.exception.field))

    def test_a_call_waits_as_long_as_the_server_says_and_is_repeated(self) -> None:
        Scripted.answers = [
            self.refused(429, "rate_limited", {"Retry-After": "7"}),
            self.refused(503, "unavailable", {"Retry-After": "2"}),
            (200, {}, b'{"id": "ten_1", "name": "Acme"}'),
        ]
        self.assertEqual("Acme", self.client.get_account().name)
        self.assertEqual([7.0, 2.0], self.slept)

    def test_a_wait_that_is_too_long_is_the_callers_to_decide(self) -> None:
        Scripted.answers = [self.refused(429, "rate_limited", {"Retry-After": "86400"})]
        with self.assertRaises(multimail.RateLimitError) as raised:
            self.client.get_account()
        self.assertEqual(86400.0, raised.exception.retry_after)
        self.assertEqual([], self.slept)

    def test_what_may_have_reached_the_server_is_repeated_only_where_that_does_no_harm(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        with self.assertRaises(multimail.UnreachableError):
            self.client.send_email("mbx_1", "bob@example.org", "Hello", "Text")
        self.assertEqual([], self.slept)
        with self.assertRaises(multimail.UnreachableError):
            self.client.send_email("mbx_1", "bob@example.org", "Hello", "Text", idempotency_key="one")
        self.assertEqual([0.5, 1.0], self.slept)

    def test_what_was_not_given_is_not_sent_and_ids_are_encoded(self) -> None:
        Scripted.answers = [(202, {}, b'{"id": "em_1", "status": "pending_scan", "new_member": 1}')]
        sent = self.client.send_email("a/b", "bob@example.org", "Hello", "Text")
        method, path, body, headers = Scripted.seen[0]
        self.assertEqual(("POST", "/v1/mailboxes/a%2Fb/send"), (method, path))
        self.assertEqual({"to": ["bob@example.org"], "subject": "Hello", "markdown": "Text"}, json.loads(body))
        self.assertEqual("Bearer mm_live_x", headers["Authorization"])
        self.assertEqual(("em_1", 1), (sent.id, sent.raw["new_member"]))

    def test_an_answer_that_is_no_json_is_an_error_not_a_crash(self) -> None:
        Scripted.answers = [(502, {}, b"<html>Bad gateway</html>")]
        with self.assertRaises(multimail.ServerError) as raised:
            self.client.get_account()
        self.assertEqual("status_502", raised.exception.code)

    def test_a_secret_is_not_in_what_is_printed_of_a_key(self) -> None:
        Scripted.answers = [(201, {}, b'{"id": "key_1", "api_key": "mm_live_secret"}')]
        key = self.client.create_api_key("Reader")
        self.assertEqual("mm_live_secret", key.api_key)
        self.assertNotIn("secret", repr(key))


if __name__ == "__main__":
    unittest.main()
