"""Calls over HTTP, with patience where the server asks for it."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from typing import Any, Callable, Dict, Mapping, Optional
from urllib.parse import urlencode

from .errors import ApiError, UnreachableError, refusal

LONGEST_WAIT_SECONDS = 60.0


class Transport:
    def __init__(
        self,
        base_url: str,
        api_key: str,
        timeout: float,
        max_retries: int,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._key = api_key
        self._timeout = timeout
        self._retries = max_retries
        self._sleep = sleep

    def call(
        self,
        method: str,
        path: str,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
    ) -> Dict[str, Any]:
        """The answer's JSON object. Raises an ApiError, or UnreachableError when there was none."""
        request = self._request(method, path, query, body)
        repeatable = method == "GET" or bool(body and body.get("idempotency_key"))
        for attempt in range(self._retries + 1):
            last = attempt == self._retries
            try:
                return self._once(request)
            except ApiError as refused:
                # Both say that nothing was done, so repeating does no harm.
                if last or refused.status not in (429, 503) or refused.retry_after is None:
                    raise
                if refused.retry_after > LONGEST_WAIT_SECONDS:
                    raise
                self._sleep(refused.retry_after)
            except UnreachableError:
                if last or not repeatable:
                    raise
                self._sleep(0.5 * 2**attempt)
        raise AssertionError("unreachable")

    def _request(
        self,
        method: str,
        path: str,
        query: Optional[Mapping[str, Any]],
        body: Optional[Mapping[str, Any]],
    ) -> urllib.request.Request:
        given = {name: value for name, value in (query or {}).items() if value is not None}
        url = self._base + path + ("?" + urlencode(given) if given else "")
        headers = {"Authorization": "Bearer " + self._key, "Accept": "application/json"}
        data = None
        if body is not None:
            data = json.dumps({name: value for name, value in body.items() if value is not None}).encode()
            headers["Content-Type"] = "application/json"
        return urllib.request.Request(url, data=data, headers=headers, method=method)

    def _once(self, request: urllib.request.Request) -> Dict[str, Any]:
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                return _object(answer.read())
        except urllib.error.HTTPError as refused:
            with refused:
                raise refusal(refused.code, _object(refused.read()), _seconds(refused.headers)) from None
        except (OSError, http.client.HTTPException) as failed:
            raise UnreachableError("no answer from %s: %s" % (self._base, failed)) from failed


def _object(body: bytes) -> Dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    return value if isinstance(value, dict) else {"error": body[:200].decode(errors="replace")}


def _seconds(headers: Mapping[str, str]) -> Optional[float]:
    text = headers.get("Retry-After", "")
    return float(text) if text.isdigit() else None
