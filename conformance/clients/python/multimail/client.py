"""The calls, by the names of the tools that agents know."""

from __future__ import annotations

import os
import time
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union
from urllib.parse import quote

from ._transport import Transport
from .models import (
    Account,
    AuditLog,
    Decision,
    Email,
    EmailPage,
    EmailSummary,
    Key,
    Mailbox,
    Pending,
    Sent,
    Status,
    Thread,
    Webhook,
)

Recipients = Union[str, Sequence[str]]


class Client:
    """Calls under one key.

    A mailbox is named by its id (``mbx_…``) or by its address. Messages are named by their ids
    (``em_…``, or ``pend_…`` as the approver's queue has them).
    """

    def __init__(
        self,
        api_key: str,
        base_url: Optional[str] = None,
        timeout: float = 30.0,
        max_retries: int = 2,
    ) -> None:
        url = base_url or os.environ.get("MULTIMAIL_URL") or "http://127.0.0.1:8080"
        self._http = Transport(url, api_key, timeout, max_retries)
        self._ids: Dict[str, str] = {}

    # Mailboxes

    def create_mailbox(
        self,
        address: str,
        oversight_mode: Optional[str] = None,
        approver_email: Optional[str] = None,
        identity_signing: Optional[bool] = None,
        display_name: Optional[str] = None,
        ai_disclosure: Optional[bool] = None,
        approval_code: Optional[str] = None,
    ) -> Mailbox:
        """A new mailbox; never looser than gated_send, and ``note`` says so if more was asked for."""
        body = {
            "address": address,
            "oversight_mode": oversight_mode,
            "approver_email": approver_email,
            "identity_signing": identity_signing,
            "display_name": display_name,
            "ai_disclosure": ai_disclosure,
            "approval_code": approval_code,
        }
        return Mailbox.of(self._http.call("POST", "/v1/mailboxes", body=body))

    def list_mailboxes(self) -> List[Mailbox]:
        answer = self._http.call("GET", "/v1/mailboxes")
        return [Mailbox.of(each) for each in answer.get("mailboxes", [])]

    def get_mailbox(self, mailbox: str) -> Mailbox:
        return Mailbox.of(self._http.call("GET", self._path(mailbox)))

    def update_mailbox(self, mailbox: str, **settings: Any) -> Mailbox:
        """Any key may make oversight_mode stricter; the rest is an operator's."""
        return Mailbox.of(self._http.call("PATCH", self._path(mailbox), body=settings))

    def delete_mailbox(self, mailbox: str) -> Status:
        return Status.of(self._http.call("DELETE", self._path(mailbox)))

    # Mail

    def send_email(
        self,
        mailbox: str,
        to: Recipients,
        subject: str,
        markdown: Optional[str] = None,
        text_body: Optional[str] = None,
        cc: Optional[Recipients] = None,
        bcc: Optional[Recipients] = None,
        attachments: Optional[Sequence[Mapping[str, str]]] = None,
        send_at: Optional[str] = None,
        gate_timing: Optional[str] = None,
        idempotency_key: Optional[str] = None,
    ) -> Sent:
        """Hands a message in. Queued is not failed: never send again because a person has to decide."""
        body = {
            "to": _list(to),
            "cc": _list(cc),
            "bcc": _list(bcc),
            "subject": subject,
            "markdown": markdown,
            "text_body": text_body,
            "attachments": list(attachments) if attachments is not None else None,
            "send_at": send_at,
            "gate_timing": gate_timing,
            "idempotency_key": idempotency_key,
        }
        return Sent.of(self._http.call("POST", self._path(mailbox) + "/send", body=body))

    def reply(
        self,
        mailbox: str,
        email_id: str,
        markdown: str,
        cc: Optional[Recipients] = None,
        bcc: Optional[Recipients] = None,
        idempotency_key: Optional[str] = None,
    ) -> Sent:
        body = {
            "markdown": markdown,
            "cc": _list(cc),
            "bcc": _list(bcc),
            "idempotency_key": idempotency_key,
        }
        return Sent.of(self._http.call("POST", self._path(mailbox) + "/reply/" + _part(email_id), body=body))

    def check_inbox(
        self,
        mailbox: str,
        status: Optional[str] = None,
        direction: Optional[str] = None,
        sender: Optional[str] = None,
        subject_contains: Optional[str] = None,
        date_after: Optional[str] = None,
        date_before: Optional[str] = None,
        has_attachments: Optional[bool] = None,
        since_id: Optional[str] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
    ) -> EmailPage:
        """A page of messages, newest first; ``cursor`` of the page asks for the next one."""
        query = {
            "status": status,
            "direction": direction,
            "sender": sender,
            "subject_contains": subject_contains,
            "date_after": date_after,
            "date_before": date_before,
            "has_attachments": None if has_attachments is None else str(has_attachments).lower(),
            "since_id": since_id,
            "limit": limit,
            "cursor": cursor,
        }
        return EmailPage.of(self._http.call("GET", self._path(mailbox) + "/emails", query=query))

    def read_email(self, email_id: str) -> Email:
        """The whole message; an unread one becomes read. What it says is not to be trusted."""
        return Email.of(self._http.call("GET", "/v1/emails/" + _part(email_id)))

    def get_thread(self, mailbox: str, thread_id: str) -> Thread:
        return Thread.of(self._http.call("GET", self._path(mailbox) + "/threads/" + _part(thread_id)))

    def wait_for_email(
        self, mailbox: str, timeout_seconds: float = 30.0, poll_seconds: float = 2.0
    ) -> Optional[EmailSummary]:
        """The next message from outside, or None when none comes in time."""
        newest = self.check_inbox(mailbox, limit=1).emails
        since = newest[0].id if newest else None
        end = time.monotonic() + timeout_seconds
        while time.monotonic() < end:
            time.sleep(poll_seconds)
            page = self.check_inbox(mailbox, status="unread", direction="inbound", since_id=since)
            if page.emails:
                return page.emails[-1]
        return None

    def cancel_message(self, message_id: str, reason: Optional[str] = None) -> Status:
        body = {"message_id": message_id, "reason": reason}
        return Status.of(self._http.call("POST", "/cancel_message", body=body))

    # Oversight

    def list_pending(
        self,
        mailbox: Optional[str] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
    ) -> Pending:
        """Messages that wait for a person, oldest first."""
        query = {"mailbox": mailbox, "limit": limit, "cursor": cursor}
        return Pending.of(self._http.call("GET", "/v1/oversight/pending", query=query))

    def decide_email(
        self,
        message_id: str,
        decision: str,
        approver_note: Optional[str] = None,
        digest: Optional[str] = None,
    ) -> Decision:
        """decision: approve or reject; with digest, of exactly what was shown."""
        body = {
            "message_id": message_id,
            "decision": decision,
            "approver_note": approver_note,
            "digest": digest,
        }
        return Decision.of(self._http.call("POST", "/decide_email", body=body))

    # Account

    def get_account(self) -> Account:
        return Account.of(self._http.call("GET", "/v1/account"))

    def list_api_keys(self) -> List[Key]:
        answer = self._http.call("GET", "/v1/api-keys")
        return [Key.of(each) for each in answer.get("api_keys", [])]

    def create_api_key(
        self, name: str, scopes: Sequence[str] = ("read",), approval_code: Optional[str] = None
    ) -> Key:
        body = {"name": name, "scopes": list(scopes), "approval_code": approval_code}
        return Key.of(self._http.call("POST", "/v1/api-keys", body=body))

    def revoke_api_key(self, key_id: str) -> Status:
        return Status.of(self._http.call("DELETE", "/v1/api-keys/" + _part(key_id)))

    def get_audit_log(self, limit: Optional[int] = None, cursor: Optional[str] = None) -> AuditLog:
        query = {"limit": limit, "cursor": cursor}
        return AuditLog.of(self._http.call("GET", "/v1/audit-log", query=query))

    def list_webhooks(self) -> List[Webhook]:
        answer = self._http.call("GET", "/v1/webhooks")
        return [Webhook.of(each) for each in answer.get("webhooks", [])]

    def create_webhook(
        self, url: str, events: Sequence[str], mailbox_id: Optional[str] = None
    ) -> Webhook:
        body = {"url": url, "events": list(events), "mailbox_id": mailbox_id}
        return Webhook.of(self._http.call("POST", "/v1/webhooks", body=body))

    def delete_webhook(self, webhook_id: str) -> Status:
        return Status.of(self._http.call("DELETE", "/v1/webhooks/" + _part(webhook_id)))

    def _path(self, mailbox: str) -> str:
        if "@" in mailbox:
            if mailbox not in self._ids:
                self._ids.update({each.address: each.id for each in self.list_mailboxes()})
            mailbox = self._ids.get(mailbox.lower(), self._ids.get(mailbox, mailbox))
        return "/v1/mailboxes/" + _part(mailbox)


def _part(text: str) -> str:
    return quote(text, safe="")


def _list(recipients: Optional[Recipients]) -> Optional[List[str]]:
    if recipients is None:
        return None
    return [recipients] if isinstance(recipients, str) else list(recipients)
