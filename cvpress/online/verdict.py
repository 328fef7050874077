"""What an answer of a server means, and what a broken connection does."""

from __future__ import annotations

import ssl
import time
from email.utils import parsedate_to_datetime

from cvpress.links import Answer

LONGEST_WAIT = 10.0  # seconds; a server that wants us to wait longer is left alone
WAIT = 1.0
GONE = {404: "the server knows no such page (404)", 410: "the page was taken away (410)"}
REFUSED = (401, 403, 405, 406, 429, 451, 501, 999)  # 999 is LinkedIn's own
NOT_SATISFIABLE = 416  # a page that has not even one byte is one
# OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED, _HOSTNAME_MISMATCH and _IP_ADDRESS_MISMATCH. An issuer that
# is unknown here may be a company's proxy, or our own list may be old: that is unsure.
CERTIFICATES = {
    10: "the certificate of its site has expired",
    62: "the certificate of its site is another site's",
    64: "the certificate of its site is another site's",
}


def judged(status: int, moved: str) -> Answer:
    """Return what a last status means. `moved`: where redirects that are for good have led."""
    if status in GONE:
        return Answer("gone", GONE[status])
    if 200 <= status < 300 or status == NOT_SATISFIABLE:
        return Answer("moved", "", moved) if moved else Answer("fine")
    if status in REFUSED:
        return Answer("unsure", f"its site refuses programs ({status})")
    return Answer("unsure", f"its site answers {status}")


def broken(error: Exception) -> Answer:
    """Return what it means that a connection broke, or never came about."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = CERTIFICATES.get(cause.verify_code)
            unknown = "the certificate of its site could not be verified"
            return Answer("gone", why) if why else Answer("unsure", unknown)
        cause = cause.__cause__ or cause.__context__
    if "Timeout" in type(error).__name__:
        return Answer("unsure", "its site is slow to answer")
    return Answer("unsure", "its site answered nothing that could be read")


def wait(header: str | None) -> float | None:
    """Return the seconds that a Retry-After asks for (RFC 9110, 10.2.3); None where too many."""
    if header is None:
        return WAIT
    if header.strip().isascii() and header.strip().isdigit():
        seconds = float(header)
    else:
        try:
            seconds = parsedate_to_datetime(header).timestamp() - time.time()
        except (ValueError, OverflowError):
            return WAIT
    return max(0.0, seconds) if seconds <= LONGEST_WAIT else None
