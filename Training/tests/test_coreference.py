"""Fast tests of what coreference is trained on and how pairs are told apart; no data needed."""

import pathlib
import random
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from reader import mentions  # noqa: E402
from reader.coreference import BUCKETS, Coreference, Prepared, distance, match  # noqa: E402
from reader.encoder import Layer  # noqa: E402
from reader.mentions import CLASSES, Mention, Stretch, mention_class  # noqa: E402


def test_classes():
    def name(text):
        return CLASSES[mention_class(text.split())]

    assert [name(t) for t in ("He", "herself", "Ann Lee", "a man", "the man", "its", "Tokyo")] == [
        "he", "she", "name", "indefinite", "phrase", "it", "name"]


def test_distance_and_match():
    words = "Ann Lee met Bob . Lee left the office ; the new office closed".split()
    ann, bob, lee = Mention(0, 1, "a"), Mention(3, 3, "b"), Mention(5, 5, "a")
    first, second = Mention(7, 8, "o"), Mention(10, 12, "o")
    assert distance(bob, ann) == 3 and distance(ann, bob) == 3 + BUCKETS
    assert distance(Mention(70, 70, "x"), ann) == BUCKETS - 1
    assert match(words, lee, ann) == 2 and match(words, bob, ann) == 0
    assert match(words, second, first) == 2 and match(words, ann, Mention(0, 1, "a")) == 3


def test_stretches_score_every_mention_once():
    sentences = [[f"w{i}.{k}" for k in range(37)] for i in range(40)]
    found = [(i, 3, 4, str(i), False) for i in range(40)]
    made = mentions.stretches("x", sentences, found, "d")
    scored = [s.words[m.first] for s in made for m in s.mentions if m.scored]
    assert scored == [f"w{i}.3" for i in range(40)]
    assert all(len(s.words) <= mentions.LONGEST for s in made)
    shown = [s.words[m.first] for s in made for m in s.mentions]
    assert len(shown) > len(scored)


def test_names_become_pronouns():
    text = [["Ann", "Lee", "met", "Bob", "Roe", "."], ["Bob", "Roe", "'s", "car", "broke", "."], ["Lee", "saw", "Roe", "."]]
    found = [Mention(0, 1, "a", True, True), Mention(3, 4, "b", True, True), Mention(6, 7, "b", True, True),
             Mention(12, 12, "a", True, True), Mention(14, 14, "b", True, True)]
    seen = set()
    for seed in range(20):
        made = mentions.with_pronouns(Stretch("gum", text, found, "d"), {"ann": "f", "bob": "m"}, random.Random(seed))
        if made is None:
            continue
        words = made.words
        for m, old in zip(made.mentions, found):
            assert m.chain == old.chain
            shown = " ".join(words[m.first:m.last + 1])
            if m.scored:
                assert shown.lower() in ({"she", "her"} if m.chain == "a" else {"he", "him", "his"})
            else:
                assert shown in {"Ann Lee", "Bob Roe", "Lee", "Roe"}
        seen.add(" ".join(words))
    assert "Ann Lee met Bob Roe . His car broke . She saw him ." in seen


def test_scorer_learns_a_link():
    torch.manual_seed(1)
    words = "Ann met Bob . He left .".split()
    found = [Mention(0, 0, "a"), Mention(2, 2, "b"), Mention(4, 4, "b")]
    item = Prepared(Stretch("gum", [words], found), torch.randn(len(words), 384), torch.zeros(len(words), dtype=torch.long), [])
    assert item.anaphors == [(0, 0, 0, True), (1, 0, 1, True), (2, 1, 3, False)]
    model = Coreference(Layer(384, 12, 1536))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    losses = []
    for _ in range(15):
        loss = item.loss(model)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2
