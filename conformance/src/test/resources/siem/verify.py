"""Checks deliveries as their receiver would: python3 verify.py LOG SECRET KEYS ORIGIN

LOG has one delivery a line, as sink.py writes them. KEYS is the JWK set of the sender. ORIGIN is the URL up to the path.
The checks are the published ones, beside this file. Prints {"verified": N, "refused": ["line: why", ...]}.
"""

import base64
import json
import sys

from published import check_origin, check_secret, public_keys

log, secret, keys, origin = sys.argv[1:]
with open(keys) as file:
    public = public_keys(json.load(file))

verified, refused = 0, []
with open(log) as lines:
    for at, line in enumerate(lines, 1):
        delivery = json.loads(line)
        body = base64.b64decode(delivery["body"])
        why = []
        try:
            check_origin(delivery["headers"], body, origin + delivery["path"], public)
        except Exception as wrong:
            why.append(f"origin: {wrong!r}")
        try:
            check_secret(delivery["headers"], body, secret)
        except ValueError as wrong:
            why.append(f"secret: {wrong}")
        verified += not why
        refused += [f"{at}: {reason}" for reason in why]
print(json.dumps({"verified": verified, "refused": refused}))
