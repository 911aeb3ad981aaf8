"""A linear-chain conditional random field with exact gradients by forward-backward, fast enough for a CPU.

The recursions run in NumPy in scaled probability space (Rabiner 1989, section V.A); autograd sees one function whose
gradient is expected minus observed counts.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

FORBIDDEN = -1e4


class _NegativeLogLikelihood(torch.autograd.Function):
    """Sum over sequences of ``log Z - score(gold)``."""

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, moves: Tensor, start: Tensor, gold: Tensor, lengths: Tensor) -> Tensor:  # type: ignore[override]
        scores = emissions.detach().numpy().astype(np.float64)
        value, *grads = forward_backward(
            scores, moves.detach().numpy(), start.detach().numpy(), gold.numpy(), lengths.numpy()
        )
        ctx.save_for_backward(*(torch.from_numpy(grad.astype(np.float32)) for grad in grads))
        return torch.tensor(value, dtype=torch.float32)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, ...]:  # type: ignore[override]
        emissions, moves, start = ctx.saved_tensors
        return emissions * grad, moves * grad, start * grad, None, None


def forward_backward(
    scores: NDArray[np.float64],
    moves: NDArray[np.float32],
    start: NDArray[np.float32],
    gold: NDArray[np.int64],
    lengths: NDArray[np.int64],
) -> tuple[float, NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the loss and its gradients.

    Args:
        scores: ``[batch, length, labels]``.
        moves: ``[labels, labels]``, from row to column.
        start: ``[labels]``.
        gold: ``[batch, length]``, read up to each sequence's length; -1 marks a word without a label, which every path
            may cross freely.
        lengths: ``[batch]``, at least 1.

    Returns:
        Loss and its gradients for scores, moves and start.
    """
    batch, length, _ = scores.shape
    inside = np.arange(length)[None, :] < lengths[:, None]
    free = _sweep(scores, moves, start, inside, None)
    bound = _sweep(scores, moves, start, inside, gold)
    assert batch == len(lengths)
    return (
        float(free[0] - bound[0]),
        free[1] - bound[1],
        free[2] - bound[2],
        free[3] - bound[3],
    )


def _sweep(
    scores: NDArray[np.float64],
    moves: NDArray[np.float32],
    start: NDArray[np.float32],
    inside: NDArray[np.bool_],
    gold: NDArray[np.int64] | None,
) -> tuple[float, NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Run forward and backward over all paths, or over the paths that agree with ``gold``."""
    batch, length, labels = scores.shape
    top = scores.max(axis=2, keepdims=True)
    local = np.exp(scores - top)
    if gold is not None:
        allowed = (gold[:, :, None] < 0) | (np.arange(labels)[None, None, :] == gold[:, :, None])
        local = local * allowed
    local[~inside] = 1.0
    step = np.exp(np.clip(moves.astype(np.float64), -60.0, 60.0))
    alpha = np.empty_like(scores)
    norm = np.ones((batch, length))
    current = np.exp(np.clip(start.astype(np.float64), -60.0, 60.0)) * local[:, 0]
    norm[:, 0] = current.sum(axis=1)
    alpha[:, 0] = current / norm[:, :1]
    for at in range(1, length):
        current = (alpha[:, at - 1] @ step) * local[:, at]
        norm[:, at] = current.sum(axis=1)
        alpha[:, at] = current / norm[:, at, None]
        alpha[~inside[:, at], at] = alpha[~inside[:, at], at - 1]
    beta = np.empty_like(scores)
    beta[:, -1] = 1.0
    for at in range(length - 2, -1, -1):
        following = ((local[:, at + 1] * beta[:, at + 1]) @ step.T) / norm[:, at + 1, None]
        beta[:, at] = np.where(inside[:, at + 1, None], following, 1.0)
    marginals = alpha * beta
    marginals /= np.maximum(marginals.sum(axis=2, keepdims=True), 1e-300)
    marginals[~inside] = 0.0
    weight = inside[:, 1:] / norm[:, 1:]
    pairs = np.einsum("bti,btj->ij", alpha[:, :-1] * weight[:, :, None], local[:, 1:] * beta[:, 1:]) * step
    value = float((np.log(norm) * inside).sum() + (top[:, :, 0] * inside).sum())
    return value, marginals, pairs, marginals[:, 0].sum(axis=0)


class Crf(nn.Module):
    """Learned scores of starts and of moves between labels, with forbidden moves fixed.

    Args:
        allowed: ``[labels, labels]``, True where a move is possible.
    """

    def __init__(self, allowed: NDArray[np.bool_]) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(allowed.shape, dtype=torch.float32))
        self.start = nn.Parameter(torch.zeros(len(allowed)))
        self.register_buffer("ban", torch.from_numpy(np.where(allowed, 0.0, FORBIDDEN).astype(np.float32)))

    def scores(self) -> Tensor:
        """Return the moves ``[labels, labels]`` with the forbidden ones far below zero."""
        return self.moves + self.ban

    def loss(self, emissions: Tensor, gold: Tensor, lengths: Tensor) -> Tensor:
        """Return the summed negative log likelihood of ``gold`` (see :func:`forward_backward` for shapes)."""
        value = _NegativeLogLikelihood.apply(emissions.float(), self.scores(), self.start, gold, lengths)
        assert isinstance(value, Tensor)
        return value
