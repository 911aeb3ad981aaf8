"""The network: a BERT encoder with heads for quotations, entities and, per quotation, its roles, type and medium."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from quellenlage.layers.model.labels import (
    GERMEVAL_LABELS,
    MEDIA,
    PLACES,
    QUOTE_LABELS,
    ROLES,
    TYPES,
    WIKINEURAL_LABELS,
    allowed_moves,
)
from training.crf import Crf
from training.e5 import E5

READER = 192
READER_HEADS = 6
READER_INNER = 512
READER_LAYERS = 2


class Block(nn.Module):
    """One transformer block with the norm after the sum."""

    def __init__(self, hidden: int, heads: int, inner: int, *, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.first = nn.LayerNorm(hidden, eps=epsilon)
        self.second = nn.LayerNorm(hidden, eps=epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return new states ``[batch, length, hidden]``; ``mask`` is added to the attention scores."""
        batch, length, hidden = states.shape
        parts = self.qkv(states).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        read = attention(parts[0], parts[1], parts[2], mask)
        states = self.first(states + self.out(read.transpose(1, 2).reshape(batch, length, hidden)))
        return self.second(states + self.drop(self.down(F.gelu(self.up(states)))))


def attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """Scaled dot-product attention, written out: backward, a CPU needs a quarter of the fused one's time."""
    scores = torch.matmul(query * query.shape[-1] ** -0.5, key.transpose(-1, -2))
    if mask is not None:
        scores = scores + mask
    with torch.autocast("cpu", enabled=False):
        weights = torch.softmax(scores, dim=-1)
    return torch.matmul(weights, value)


def mask_of(present: Tensor, dtype: torch.dtype) -> Tensor:
    """Turn ``[batch, length]`` of truth values into a mask that is added to attention scores."""
    return torch.zeros(present.shape, dtype=dtype).masked_fill(~present, -1e4)[:, None, None, :]


class Encoder(nn.Module):
    """BERT with frozen word embeddings."""

    def __init__(self, *, vocabulary: int, layers: int, hidden: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, hidden)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(512, hidden)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.drop = nn.Dropout(0.1)
        self.frozen = 0
        self.blocks = nn.ModuleList(Block(hidden, heads, inner, epsilon=epsilon, dropout=0.1) for _ in range(layers))

    def forward(self, pieces: Tensor, present: Tensor | None) -> Tensor:
        """Return states ``[batch, length, hidden]`` of piece ids ``[batch, length]``."""
        states = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        states = self.drop(self.norm(states))
        if torch.is_autocast_enabled("cpu"):
            states = states.to(torch.get_autocast_dtype("cpu"))
        mask = None if present is None else mask_of(present, states.dtype)
        for index, block in enumerate(self.blocks):
            with torch.set_grad_enabled(torch.is_grad_enabled() and index >= self.frozen):
                states = block(states, mask)
        return states

    def freeze(self, blocks: int) -> None:
        """Keep the embeddings and the lowest blocks as they are: cheaper, and other languages keep their footing."""
        self.frozen = blocks
        for parameter in (*self.positions.parameters(), *self.norm.parameters()):
            parameter.requires_grad_(blocks == 0)
        for block in self.blocks[:blocks]:
            block.requires_grad_(False)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader is told of each word that it may read for one quotation, each ``[quotations, words]``.

    Attributes:
        place: 0 to 4, where the word stands to the quotation (:data:`PLACES`).
        distance: Bucket of the signed distance to the nearest word of the quotation.
        other: 1 where the word lies in another quotation.
        present: False for padding.
    """

    place: Tensor
    distance: Tensor
    other: Tensor
    present: Tensor


@dataclass(frozen=True, slots=True)
class Priors:
    """Frequencies in the training data.

    Attributes:
        outer: ``[labels, labels]`` counts of moves in the outer layer.
        inner: The same in the inner layer.
        roles: ``[4]`` share of the words read that have a role.
        kinds: ``[12]`` shares of types and of media.
        wikineural: ``[9]`` shares of its labels.
        germeval: ``[25]`` shares of its labels.
    """

    outer: Tensor
    inner: Tensor
    roles: Tensor
    kinds: Tensor
    wikineural: Tensor
    germeval: Tensor


class Reader(nn.Module):
    """Reads the words around one quotation: which are speaker, cue, frame, addressee; its type and medium."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.narrow = nn.Linear(hidden, READER)
        self.places = nn.Embedding(len(PLACES), READER)
        self.distances = nn.Embedding(64, READER)
        self.others = nn.Embedding(2, READER)
        self.quoted = nn.Linear(hidden, READER)
        self.norm = nn.LayerNorm(READER)
        self.drop = nn.Dropout(0.1)
        self.blocks = nn.ModuleList(
            Block(READER, READER_HEADS, READER_INNER, epsilon=1e-5, dropout=0.1) for _ in range(READER_LAYERS)
        )
        self.roles = nn.Linear(READER, len(ROLES))
        self.attend = nn.Linear(READER, 1)
        self.kind = nn.Linear(2 * READER, len(TYPES) + len(MEDIA))

    def forward(self, states: Tensor, marks: Marks) -> tuple[Tensor, Tensor]:
        """Return role logits ``[quotations, words, 4]`` and logits of types and media ``[quotations, 5 + 7]``.

        Args:
            states: ``[quotations, words, hidden]`` from the encoder.
            marks: See :class:`Marks`.
        """
        inside = ((marks.place == 1) & marks.present).unsqueeze(2).to(states.dtype)
        quoted = (states * inside).sum(1) / inside.sum(1).clamp(min=1.0)
        read = (
            self.narrow(states) + self.places(marks.place) + self.distances(marks.distance) + self.others(marks.other)
        )
        read = self.drop(self.norm(read + self.quoted(quoted).unsqueeze(1))).to(states.dtype)
        mask = mask_of(marks.present, read.dtype)
        for block in self.blocks:
            read = block(read, mask)
        weight = torch.softmax(self.attend(read).squeeze(2).float() + mask[:, 0, 0], dim=1).unsqueeze(2)
        pooled = torch.cat([(read * weight).sum(1), (read * inside).sum(1) / inside.sum(1).clamp(min=1.0)], dim=1)
        return self.roles(read), self.kind(pooled)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(
        self,
        *,
        vocabulary: int,
        layers: int,
        hidden: int = 384,
        heads: int = 12,
        inner: int = 1536,
        epsilon: float = 1e-12,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(
            vocabulary=vocabulary, layers=layers, hidden=hidden, heads=heads, inner=inner, epsilon=epsilon
        )
        self.drop = nn.Dropout(0.1)
        self.quotes = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 2 * len(QUOTE_LABELS)))
        self.outer = Crf(allowed_moves())
        self.inner = Crf(allowed_moves())
        self.wikineural = nn.Linear(hidden, len(WIKINEURAL_LABELS))
        self.germeval = nn.Linear(hidden + len(WIKINEURAL_LABELS), len(GERMEVAL_LABELS))
        self.reader = Reader(hidden)
        self.begin_rare()

    def begin_rare(self) -> None:
        """Make all heads begin near what their priors say, so that the encoder is not bent to express constants."""
        with torch.no_grad():
            for table in (self.reader.places, self.reader.distances, self.reader.others):
                table.weight.mul_(0.1)
            out = self.quotes[2]
            assert isinstance(out, nn.Linear)
            for layer in (out, self.reader.roles, self.reader.kind, self.wikineural, self.germeval):
                layer.weight.mul_(0.1)
                layer.bias.zero_()

    def set_priors(self, priors: Priors) -> None:
        """Set starts, moves and biases to the log frequencies of the training data."""
        with torch.no_grad():
            for crf, moves in ((self.outer, priors.outer), (self.inner, priors.inner)):
                crf.moves.copy_(torch.log((moves + 0.02) / (moves + 0.02).sum(1, keepdim=True)))
                crf.start.copy_(crf.moves[0])
            self.reader.roles.bias.copy_(torch.log(priors.roles / (1 - priors.roles)))
            self.reader.kind.bias.copy_(torch.log(priors.kinds + 1e-3))
            self.wikineural.bias.copy_(torch.log(priors.wikineural + 1e-4))
            self.germeval.bias.copy_(torch.log(priors.germeval + 1e-4))

    def words(self, pieces: Tensor, present: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        """Return word states ``[batch, words, hidden]``: the mean of a word's first and last piece.

        Args:
            pieces: ``[batch, length]``.
            present: ``[batch, length]`` or None.
            first: ``[batch, words]``, index of each word's first piece.
            last: The same for its last piece.
        """
        states = self.encoder(pieces, present)
        width = states.shape[2]
        left = torch.gather(states, 1, first.unsqueeze(2).expand(-1, -1, width))
        right = torch.gather(states, 1, last.unsqueeze(2).expand(-1, -1, width))
        return (left + right) * 0.5

    def tags(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return emissions of the two quotation layers, each ``[batch, words, labels]``."""
        both = self.quotes(self.drop(words))
        return both[..., : len(QUOTE_LABELS)], both[..., len(QUOTE_LABELS) :]

    def entities(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits in the labels of WikiNEuRal and of GermEval, each ``[batch, words, labels]``."""
        dropped = self.drop(words)
        broad = self.wikineural(dropped)
        return broad, self.germeval(torch.cat([dropped, torch.softmax(broad.float(), dim=2).to(dropped.dtype)], dim=2))


def from_e5(model: E5, ids: list[int], *, layers: int) -> Network:
    """Make a network whose encoder is multilingual-e5-small with the rows ``ids`` of its vocabulary.

    With fewer layers than the source has, the lowest are taken: the states of the upper ones, made for the mean over a
    text, hardly tell its words apart (mean cosine between the words of a text: 0.79 after 12 blocks, 0.30 after 9).
    """
    network = Network(
        vocabulary=len(ids),
        layers=layers,
        hidden=model.hidden,
        heads=model.heads,
        inner=model.inner,
        epsilon=model.epsilon,
    )
    tensors = {name: torch.from_numpy(np.ascontiguousarray(array)) for name, array in model.tensors.items()}
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(tensors["emb.word"][ids])
        encoder.positions.weight.copy_(tensors["emb.pos"] + tensors["emb.type"][0])
        encoder.norm.weight.copy_(tensors["emb.ln.w"])
        encoder.norm.bias.copy_(tensors["emb.ln.b"])
        for index, block in enumerate(encoder.blocks):
            assert isinstance(block, Block)
            source = f"l{index}."
            for kind, short in (("weight", "w"), ("bias", "b")):
                joined = torch.cat([tensors[f"{source}{part}.{short}"] for part in "qkv"])
                getattr(block.qkv, kind).copy_(joined)
                for module, name in (
                    (block.out, "ao"),
                    (block.first, "aln"),
                    (block.up, "fi"),
                    (block.down, "fo"),
                    (block.second, "oln"),
                ):
                    getattr(module, kind).copy_(tensors[f"{source}{name}.{short}"])
    return network
