"""What answers hold. Each has everything that the server said in ``raw``."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Dict, List, Mapping, Optional, Type, TypeVar

T = TypeVar("T", bound="Answer")


@dataclass(frozen=True)
class Answer:
    raw: Dict[str, Any] = field(repr=False)

    @classmethod
    def of(cls: Type[T], json: Mapping[str, Any]) -> T:
        """From an answer; what it does not say is None, or empty."""
        known = {each.name: json[each.name] for each in fields(cls) if json.get(each.name) is not None}
        known["raw"] = dict(json)
        return cls(**known)


@dataclass(frozen=True)
class DomainIntelligence(Answer):
    """risk_score: 0 (harmless) to 1, None while nothing is known."""

    risk_score: Optional[float] = None
    dmarc_policy: Optional[str] = None
    domain_age_days: Optional[int] = None
    domain: Optional[str] = None
    summary: Optional[str] = None


@dataclass(frozen=True)
class _Judged(Answer):
    @property
    def domain_intelligence(self) -> DomainIntelligence:
        return DomainIntelligence.of(self.raw.get("domain_intelligence") or {})


@dataclass(frozen=True)
class Mailbox(Answer):
    id: str = ""
    address: str = ""
    oversight_mode: str = ""
    display_name: Optional[str] = None
    approver_email: Optional[str] = None
    identity_signing: bool = True
    ai_disclosure: bool = True
    note: Optional[str] = None


@dataclass(frozen=True)
class Attachment(Answer):
    name: str = ""
    size: int = 0
    content_type: str = ""


@dataclass(frozen=True)
class EmailSummary(_Judged):
    id: str = ""
    mailbox_id: str = ""
    thread_id: str = ""
    direction: str = ""
    to: List[str] = field(default_factory=list)
    subject: str = ""
    status: str = ""
    received_at: Optional[str] = None
    created_at: Optional[str] = None
    has_attachments: bool = False
    spam_verdict: Optional[str] = None
    headers: Dict[str, str] = field(default_factory=dict)

    @property
    def sender(self) -> str:
        """The address that the message comes from; ``from`` is a word of the language."""
        return str(self.raw.get("from", ""))


@dataclass(frozen=True)
class Email(EmailSummary):
    """identity_headers: by names in lower case; identity_verified: None without such headers."""

    cc: List[str] = field(default_factory=list)
    markdown: str = ""
    text_body: str = ""
    identity_headers: Dict[str, str] = field(default_factory=dict)
    identity_verified: Optional[bool] = None
    approved_at: Optional[str] = None
    approved_by: Optional[str] = None
    digest: Optional[str] = None

    @property
    def attachments(self) -> List[Attachment]:
        return [Attachment.of(each) for each in self.raw.get("attachments") or []]


@dataclass(frozen=True)
class EmailPage(Answer):
    cursor: Optional[str] = None

    @property
    def emails(self) -> List[EmailSummary]:
        return [EmailSummary.of(each) for each in self.raw.get("emails") or []]


@dataclass(frozen=True)
class Sent(_Judged):
    """status: where the message stands, not that it has left."""

    id: str = ""
    message_id: str = ""
    status: str = ""
    thread_id: str = ""
    idempotent: bool = False


@dataclass(frozen=True)
class PendingItem(_Judged):
    id: str = ""
    message_id: str = ""
    mailbox_id: str = ""
    direction: str = ""
    to: List[str] = field(default_factory=list)
    subject: str = ""
    body_markdown: str = ""
    status: str = ""
    created_at: str = ""
    agent_id: Optional[str] = None
    digest: Optional[str] = None

    @property
    def sender(self) -> str:
        return str(self.raw.get("from", ""))


@dataclass(frozen=True)
class Pending(Answer):
    total: int = 0
    cursor: Optional[str] = None

    @property
    def items(self) -> List[PendingItem]:
        return [PendingItem.of(each) for each in self.raw.get("items") or []]


@dataclass(frozen=True)
class Decision(Answer):
    status: str = ""
    message_id: Optional[str] = None


@dataclass(frozen=True)
class Status(Answer):
    id: Optional[str] = None
    status: str = ""


@dataclass(frozen=True)
class Thread(Answer):
    thread_id: str = ""
    message_count: int = 0
    participants: List[str] = field(default_factory=list)
    last_activity: Optional[str] = None
    has_unanswered_inbound: bool = False

    @property
    def emails(self) -> List[EmailSummary]:
        return [EmailSummary.of(each) for each in self.raw.get("emails") or []]


@dataclass(frozen=True)
class Account(Answer):
    id: str = ""
    name: str = ""
    slug: str = ""
    sending_disabled: bool = False


@dataclass(frozen=True)
class Key(Answer):
    """api_key: the secret, in the answer to the call that made it and nowhere else."""

    id: str = ""
    name: str = ""
    prefix: str = ""
    scopes: List[str] = field(default_factory=list)
    api_key: Optional[str] = field(default=None, repr=False)
    is_active: bool = True
    status: Optional[str] = None


@dataclass(frozen=True)
class AuditEntry(Answer):
    id: str = ""
    action: str = ""
    resource_id: Optional[str] = None
    actor_id: str = ""
    actor_role: str = ""
    created_at: str = ""
    metadata: Dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class AuditLog(Answer):
    cursor: Optional[str] = None

    @property
    def entries(self) -> List[AuditEntry]:
        return [AuditEntry.of(each) for each in self.raw.get("entries") or []]


@dataclass(frozen=True)
class Webhook(Answer):
    """signing_secret: in the answer to the call that made it and nowhere else."""

    id: str = ""
    url: str = ""
    events: List[str] = field(default_factory=list)
    mailbox_id: Optional[str] = None
    signing_secret: Optional[str] = field(default=None, repr=False)
