"""The second reader: a chat model, named by its user, that reads what the coder itself is in doubt about.

Off unless a command is given ``--second-reader URL``; then, and only then, texts leave this machine. What it answers
counts only if it is sound by the codebook and quotes the text, and is kept apart from the coder's own records until a
person accepts it. ``doubt`` says what is sent, ``prompt`` and ``shape`` what is asked, ``answer`` what counts,
``asking`` talks HTTP, ``cache`` remembers, ``reader`` is the flow.
"""
