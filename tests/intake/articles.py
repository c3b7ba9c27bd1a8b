"""Articles written for these tests, in the shapes that sites and agencies give them."""

from __future__ import annotations

PARAGRAPHS = (
    "VIENNA, 8 May. Foreign Minister Ada Mbeki of Kenya met her Japanese counterpart Ken Mori in Vienna on Wednesday "
    "and spoke with him about ports, railways and the next summit.",
    "The two ministers signed a memorandum on maritime transport. It is to be followed by a visit to Nairobi in June, "
    "for which no day has been set yet.",
    "Both sides said that talks on fisheries would go on.",
)
TEXT = "\n\n".join(PARAGRAPHS)
TITLE = "Ministers meet in Vienna"
FRAGMENT = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS).replace(
    "Ken Mori", "<a href='/m'>Ken&nbsp;Mori</a>"
)

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} - Harbour News</title>
<meta property="og:site_name" content="Harbour News"><meta name="author" content="Ana Berg">
<meta property="article:published_time" content="2024-05-08T23:30:00+02:00">
<link rel="canonical" href="https://harbour.example/2024/vienna">
<script>var tracking = "no text of ours";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>{TITLE}</h1>
{FRAGMENT}</article>
<aside><a href="/other">Ten more stories that you must read</a></aside>
<footer>Copyright 2024 Harbour News. All rights reserved.</footer></body></html>"""
