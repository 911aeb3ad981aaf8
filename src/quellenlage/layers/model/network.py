"""The trained network in ONNX Runtime: words in, scores out.

Each window and each quotation runs alone, without padding: dynamic quantisation scales a whole tensor, so that a
result would otherwise depend on what else is in the batch. On a CPU a batch gains nothing from 200 pieces on
(docs/decisions/0081).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quellenlage.errors import ResourceError
from quellenlage.layers.model import labels
from quellenlage.layers.model.decode import Floats, Ints, Surroundings
from quellenlage.layers.model.files import FOLDER, checked
from quellenlage.layers.model.windows import OVERLAP, Window, cut, speakers


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the words of one article.

    Attributes:
        states: ``[words, 384]``, for the reader.
        tags: ``[words, 32]``, scores of the outer and of the inner layer of quotations.
        germeval: ``[words, 25]``, scores of entity labels in GermEval's scheme.
        wikineural: ``[words, 9]``, the same in WikiNEuRal's.
    """

    states: Floats
    tags: Floats
    germeval: Floats
    wikineural: Floats


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of a label at the start and of moves between labels."""

    moves: Floats
    start: Floats


class Network:
    """Tokenizer and sessions, loaded once.

    Args:
        folder: Where the model's files lie.
        threads: Threads of one session; the result does not depend on it.

    Raises:
        ResourceError: A file is missing or damaged, or was made for other labels.
    """

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        paths = checked(folder)
        settings = json.loads(paths["labels.json"].read_text(encoding="utf-8"))
        expected = (labels.QUOTE_LABELS, labels.GERMEVAL_LABELS, labels.TYPES, labels.MEDIA, labels.ROLES)
        names = ("quote_labels", "germeval_labels", "types", "media", "roles")
        if any(tuple(settings.get(name, ())) != wanted for name, wanted in zip(names, expected, strict=True)):
            raise ResourceError(f"{paths['labels.json']}: the model was made for other labels than this version reads")
        self.chains = tuple(
            Chain(*(np.asarray(settings["chains"][layer][part], dtype=np.float32) for part in ("moves", "start")))
            for layer in ("outer", "inner")
        )
        self.entity_moves: dict[str, Floats] = {
            source: np.asarray(moves, dtype=np.float32) for source, moves in settings["entity_moves"].items()
        }
        self.evidence: Floats = np.asarray(settings["evidence"], dtype=np.float32)
        self.trust = float(settings["trust"])
        self.thresholds: tuple[float, ...] = tuple(settings["thresholds"])
        self._tokenizer: Any = Tokenizer.from_file(str(paths["tokenizer.json"]))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The graphs are built as they should run; of the wider optimisations, sums fused with norms take longer.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        provider = ["CPUExecutionProvider"]
        self._encoder: Any = onnxruntime.InferenceSession(str(paths["encoder.onnx"]), options, providers=provider)
        self._reader: Any = onnxruntime.InferenceSession(str(paths["reader.onnx"]), options, providers=provider)

    def scores(self, text: str, begins: Ints, ends: Ints) -> Scores:
        """Score the words of an article, in windows where it is long.

        Args:
            text: Its text.
            begins: First code point of each word, ascending; at least one word.
            ends: One past its last.
        """
        coded = self._tokenizer.encode(text, add_special_tokens=False)
        windows = cut(coded.ids, coded.offsets, begins, ends, overlap=OVERLAP)
        outputs = [self._run(window) for window in windows]
        if len(outputs) == 1:
            return Scores(*outputs[0])
        spans = [(window.begin, window.begin + len(window.first)) for window in windows]
        best = speakers(spans, length=len(begins))
        joined = [np.empty((len(begins), part.shape[1]), dtype=np.float32) for part in outputs[0]]
        for number, (begin, end) in enumerate(spans):
            mine = best[begin:end] == number
            for whole, part in zip(joined, outputs[number], strict=True):
                whole[begin:end][mine] = part[mine]
        return Scores(*joined)

    def _run(self, window: Window) -> list[Floats]:
        feeds = {
            "pieces": np.asarray([window.pieces], dtype=np.int64),
            "first": np.asarray(window.first, dtype=np.int64),
            "last": np.asarray(window.last, dtype=np.int64),
        }
        result: list[Floats] = self._encoder.run(["words", "tags", "germeval", "wikineural"], feeds)
        return result

    def read(self, states: Floats, near: Surroundings) -> tuple[Floats, Floats]:
        """Return for one quotation the role logits ``[words, 4]`` and the logits of types and media ``[12]``.

        Args:
            states: ``[words, 384]`` of the article.
            near: The words to read.
        """
        feeds: dict[str, NDArray[Any]] = {
            "words": states[None, near.begin : near.end],
            "place": near.place[None],
            "distance": near.distance[None],
            "other": near.other[None],
        }
        roles, kind = self._reader.run(["roles", "kind"], feeds)
        return roles[0], kind[0]
