"""What can go wrong, as exceptions."""

from __future__ import annotations

from typing import Any, Dict, Optional, Type


class MultimailError(Exception):
    """The base of everything that this package raises."""


class UnreachableError(MultimailError):
    """No answer came. Whether the call was carried out is not known."""


class ApiError(MultimailError):
    """The server said no.

    status: the HTTP status; code: the reason for programs, which never changes;
    field: what in the request was wrong, where it was one field;
    retry_after: seconds, where the server said when to come back.
    """

    def __init__(self, status: int, body: Dict[str, Any], retry_after: Optional[float] = None) -> None:
        self.status = status
        self.message = str(body.get("error", "no reason given"))
        self.code = str(body.get("code", "status_%d" % status))
        self.field: Optional[str] = body.get("field")
        self.retry_after = retry_after
        self.body = body
        super().__init__("%s (%d %s)" % (self.message, status, self.code))


class InvalidRequestError(ApiError):
    """400, 413, 415 or 422: the request cannot be used."""


class AuthenticationError(ApiError):
    """401: no key, or one that is unknown or revoked."""


class PermissionDeniedError(ApiError):
    """403: not this key, or not in this mode."""


class NotFoundError(ApiError):
    """404: no such thing for this key."""


class ConflictError(ApiError):
    """409: not as things are now."""


class RateLimitError(ApiError):
    """429: too many calls, or too many messages."""


class ServerError(ApiError):
    """5xx: the server failed, or cannot do this now."""


_KINDS: Dict[int, Type[ApiError]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: InvalidRequestError,
    415: InvalidRequestError,
    422: InvalidRequestError,
    429: RateLimitError,
}


def refusal(status: int, body: Dict[str, Any], retry_after: Optional[float]) -> ApiError:
    """The exception for an answer that is no success."""
    kind = _KINDS.get(status, ServerError if status >= 500 else ApiError)
    return kind(status, body, retry_after)
