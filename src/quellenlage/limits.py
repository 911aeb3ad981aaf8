"""Every bound of the program, each with its reason. Nothing else in the package carries a size limit of its own.

Sizes are in bytes, lengths in Unicode code points, times in seconds, unless the name says otherwise.
"""

from __future__ import annotations

from typing import Final

MAX_RECORD_BYTES: Final = 20 * 1024 * 1024
"""One file or page: the largest saved news pages seen are about 8 MB; trafilatura's own bound is 20 MB."""

MAX_LINE_BYTES: Final = 20 * 1024 * 1024
"""One JSONL line holds one article, so it may be as large as a page."""

MAX_TEXT_CHARS: Final = 1_000_000
"""One article's text (spaCy's default bound). A longer one is rejected, not cut: cut text misleads."""

MAX_FILES: Final = 200_000
"""Files that one run collects from folders and globs, so that a wrong path ('/') ends with a message."""

MAX_FOLDER_DEPTH: Final = 32
"""Depth of folders that are walked; deeper trees are loops of links in practice."""

MAX_HTML_DEPTH: Final = 1_000
"""Nesting of HTML elements; deeper pages only occur as attacks and exhaust the parser's stack."""

MAX_HTML_NODES: Final = 500_000
"""Elements of one page; a page with a million table rows keeps extractors busy for minutes (trafilatura #704)."""

EXTRACTION_SECONDS: Final = 30.0
"""Time for the extraction of one page, in a process of its own."""

EXTRACTION_BYTES: Final = 2 * 1024**3
"""Address space of that process: a page of 20 MB takes under 1 GB; the libraries reserve more than they use."""

MAX_JSON_LD_CHARS: Final = 2_000_000
"""One JSON-LD block of a page; the article's whole text may stand in it, so twice `MAX_TEXT_CHARS`."""

MAX_TITLE_CHARS: Final = 400
"""A longer first line is body text without a title."""

MAX_SENTENCE_CHARS: Final = 4_000
"""A longer run without sentence end is cut at white space, so that later layers stay linear."""

MIN_PARALLEL_RECORDS: Final = 24
"""Fewer articles are annotated in the process itself: two workers need about as long to start as it needs for these."""

CHUNK_RECORDS: Final = 8
"""Articles handed to a worker at a time: large enough that passing them costs little, small enough to end together."""

COMMIT_ARTICLES: Final = 100
"""Articles stored in one transaction: what an interruption can cost at the most."""

MAX_TOKEN_CHARS: Final = 512
"""A longer run of letters is no word (base64, spliced files); it is cut into several tokens."""

MAX_QUOTE_TOKENS: Final = 600
"""A longer quotation is a mark that was never closed."""

MAX_SEGMENTS: Final = 160
"""Clauses of one sentence that the statement rules look at; a sentence with more commas is a list or no prose."""

MAX_MODEL_CHARS: Final = 60_000
"""Text that the statement model reads: the longest newspaper reportage. Longer ones (protocols, tickers) take the model
minutes and are read by rules alone."""
