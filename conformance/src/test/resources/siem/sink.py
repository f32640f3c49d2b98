"""Takes events over HTTPS and writes each down before it answers: python3 sink.py PORT CERT KEY LOG MODE

MODE is a file with one word, read at every request:
  ok      write it down, answer 204
  silent  write it down, then close the connection without an answer
  busy    answer 503 and write nothing down
"""

import base64
import http.server
import json
import os
import ssl
import sys

port, certificate, key, log, mode = sys.argv[1:]


class Sink(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with open(mode) as said:
            word = said.read().strip()
        if word == "busy":
            self.answer(503)
            return
        line = {
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": base64.b64encode(body).decode(),
        }
        with open(log, "a") as lines:
            lines.write(json.dumps(line) + "\n")
            lines.flush()
            os.fsync(lines.fileno())
        if word == "silent":
            self.close_connection = True
        else:
            self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *ignored):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Sink)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
