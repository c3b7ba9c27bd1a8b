"""What is markup of the pages themselves."""

from __future__ import annotations

import re

SCRIPT = re.compile(r'<script(?! type="module" src="/static/built/\w+\.js"></script>)')
"""A script that is not one of the packaged files."""
