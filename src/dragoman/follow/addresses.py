"""Which addresses may be asked: http and https alone, and no machine of one's own network unless that is allowed.

A name is looked up once, what it leads to is checked, and the connection goes to that very number: a name that leads
elsewhere a moment later (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import ipaddress
import socket

import httpx2

from dragoman.follow.errors import FollowError

SCHEMES = {"http": 80, "https": 443}


def numbers(url: httpx2.URL, *, private: bool) -> list[str]:
    """The IP addresses that a URL leads to. Raises `FollowError` where it may not be asked or leads nowhere."""
    if url.scheme not in SCHEMES or not url.host:
        raise FollowError(f"{url}: only http and https addresses are followed")
    if url.userinfo:
        raise FollowError(f"{url.host}: an address with a password is not followed: leave the password out")
    try:
        found = socket.getaddrinfo(url.host, url.port or SCHEMES[url.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FollowError(f"{url.host}: there is no such host, or no network") from None
    listed = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private and not all(map(is_public, listed)):
        raise FollowError(f"{url.host} lies in a private network: allow it with `private: true` if that is meant")
    return listed


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet (IANA's special-purpose registries)."""
    address = ipaddress.ip_address(number.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    meant = mapped or address
    return meant.is_global and not meant.is_multicast
