"""Fast tests of what coreference is trained on and how pairs are told apart; no data needed."""

import pathlib
import random
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from reader import mentions  # noqa: E402
from reader.coreference import Coreference, Prepared  # noqa: E402
from reader.mentions import CLASSES, Mention, Stretch, mention_class  # noqa: E402
from reader.pairs import BUCKETS, SIZES, Features, Tree, distance, head, match, role  # noqa: E402


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


WORDS = "Ann Lee met Bob Roe in Paris . There he told Lee of her prize .".split()
SENTENCES = [WORDS[:8], WORDS[8:]]
TREE = Tree(
    heads=[2, 0, -1, 2, 3, 6, 2, 2, 10, 10, -1, 10, 14, 14, 10, 10],
    relations="nsubj flat root obj flat case obl punct advmod nsubj root obj case nmod:poss obl punct".split(),
    names=[(0, 1, "PER"), (3, 4, "PER"), (6, 6, "GPE"), (11, 11, "PER")])
FOUND = [Mention(0, 1, "a"), Mention(3, 4, "b"), Mention(6, 6, "p"), Mention(9, 9, "b"), Mention(11, 11, "a"),
         Mention(13, 13, "a")]


def test_features():
    features = Features(Stretch("gum", SENTENCES, FOUND), FOUND, TREE, {"ann": "f", "bob": "m", "paris": "f"})
    ranks = features.ranks(5, [0, 1, 2, 3, 4])
    assert ranks == {4: 0, 1: 1, 0: 0}

    def row(i, j):
        return dict(zip(SIZES, features.row(i, j, ranks)))

    she, he, name = CLASSES.index("she"), CLASSES.index("he"), CLASSES.index("name")
    assert row(5, 0) == {"distance": 6, "match": 0, "classes": she * 12 + name, "sentences": 1, "roles": 4 * 8 + 0,
                         "sex": 1, "count": 2, "rank": 0}
    assert row(5, 1)["sex"] == 2 and row(5, 1)["roles"] == 4 * 8 + 1 and row(5, 1)["count"] == 1
    assert row(5, 3)["classes"] == she * 12 + he and row(5, 3)["rank"] == 6 and row(5, 3)["sex"] == 2
    assert row(3, 5)["distance"] == 4 + BUCKETS and row(3, 5)["sentences"] == 5 and row(3, 5)["rank"] == 7
    assert all(0 <= value < SIZES[name] for i in range(6) for j in range(6) for name, value in row(i, j).items())


def test_heads_and_roles():
    assert head(FOUND[0], TREE.heads) == 0 and head(Mention(5, 6, "x"), TREE.heads) == 6
    assert [role(r) for r in ("nsubj:pass", "obj", "obl:tmod", "nmod", "nmod:poss", "appos", "conj", "root")] == list(range(3)) + [
        3, 4, 5, 6, 7]


def test_only_pronouns_of_persons_are_asked_for():
    torch.manual_seed(1)
    item = Prepared(Stretch("gum", SENTENCES, FOUND), torch.randn(len(WORDS), 384), TREE, {"ann": "f", "bob": "m"})
    assert item.anaphors == [(3, 0, 3, False), (5, 3, 8, False)]
    models = [Coreference().eval(), Coreference().eval()]
    for shares in item.shares(models):
        assert abs(float(shares.sum()) - 1) < 1e-5


def test_scorer_learns_a_link():
    torch.manual_seed(1)
    item = Prepared(Stretch("gum", SENTENCES, FOUND), torch.randn(len(WORDS), 384), TREE, {"ann": "f", "bob": "m"})
    model = Coreference()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    losses = []
    for _ in range(20):
        loss = item.loss(model)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2
