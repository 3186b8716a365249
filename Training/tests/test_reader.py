"""Fast tests that need neither data nor the base's weights."""

import random
import sys
import pathlib

import pytest
import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from reader import cat_files, corpora, export, lemmas, polnear, score, windows  # noqa: E402
from reader.encoder import SHAPES, Encoder, shape  # noqa: E402
from reader.model import Reader  # noqa: E402


@pytest.mark.parametrize("form, lemma", [
    ("said", "say"), ("Ships", "ship"), ("is", "be"), ("US", "US"), ("McDonalds", "McDonald"), ("'s", "be"), ("ÉTÉ", "été"),
    ("x", "x"), ("children", "child"),
])
def test_lemma_edits_come_back(form, lemma):
    assert lemmas.apply(form, lemmas.edit(form, lemma)) == lemma


def test_lemma_class_is_shared():
    assert lemmas.edit("walked", "walk") == lemmas.edit("Talked", "talk") == "2||l"
    assert lemmas.apply("a", "3|be|l") == "be"


@pytest.mark.parametrize("word, name", [
    ("said", "lower"), ("Paris", "title"), ("A", "title"), ("NATO", "upper"), ("iPhone", "mixed"), ("12.5", "digits"),
    ("—", "punctuation"), ("F-16s", "title"), ("北京", "mixed"), ("O’Brien", "mixed"),
])
def test_shapes(word, name):
    assert SHAPES[shape(word)] == name


def test_iob2():
    tags = ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-PER"]
    found = corpora.iob2(tags, {"PER": {"PER"}, "LOC": {"GPE", "LOC"}})
    assert found == [(0, 1, {"PER"}), (3, 3, {"GPE", "LOC"}), (4, 4, {"GPE", "LOC"})]


def test_spans_are_read_by_the_sum_over_types():
    labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
    shares = torch.tensor([
        [0.9, 0.1, 0.0, 0.0, 0.0], [0.4, 0.3, 0.0, 0.3, 0.0], [0.1, 0.0, 0.3, 0.0, 0.6], [0.1, 0.1, 0.0, 0.8, 0.0],
        [0.9, 0.0, 0.1, 0.0, 0.0], [0.2, 0.1, 0.7, 0.0, 0.0]])
    assert score.decode((shares + 1e-9).log(), labels) == {(1, 2, "ORG"), (3, 3, "ORG"), (5, 5, "PER")}


def test_marked_attributions_find_their_words(tmp_path):
    path = tmp_path / "marks.tsv"
    path.write_text("# head\nx\td\tSOURCE:0-6 CUE:6-10 CONTENT:10-20\nx\td\tCONTENT:22-29\nx\tnone\t-\n")
    sentences = [corpora.Sentence([corpora.Word(w) for w in text.split()])
                 for text in ("Ann Ode said that it fell .", "And burned .")]
    documents = [corpora.Document("x", sentences, "d"), corpora.Document("x", [corpora.Sentence([corpora.Word("a")])], "none"),
                 corpora.Document("x", [corpora.Sentence([corpora.Word("a")])], "other")]
    corpora.with_roles(documents, corpora.attributions(path))
    assert [(a, b, set(t)) for a, b, t in sentences[0].roles.spans] == [(0, 1, {"SOURCE"}), (2, 2, {"CUE"}), (3, 5, {"CONTENT"})]
    assert [(a, b) for a, b, _ in sentences[1].roles.spans] == [(0, 1)]
    assert documents[1].sentences[0].roles.spans == [] and documents[2].sentences[0].roles is None


@pytest.mark.parametrize("annotation, roles", [
    ("T1\tSource 0 3\nT2\tCue 4 8\nT3\tContent 9 11;12 16\nE1\tSource:T1 Cue:T2 Content:T3\n", "1110222203303333"),
    ("T1\tSource 0 3\nT2\tCue 4 8\nE1\tSource:T1 Cue:T2\n", "0" * 16),  # without content it is none
])
def test_roles_of_standoff(annotation, roles):
    assert "".join(map(str, polnear.roles_of_characters(annotation, 16))) == roles


def test_names_of_a_mention_lose_what_is_before_them():
    words = [corpora.Word(w) for w in "aircraft manufacturer Boeing 's".split()]
    assert cat_files.trim(words, [0, 1, 2, 3]) == (2, 2)
    words = [corpora.Word(w) for w in "Airbus parent EADS".split()]
    assert cat_files.trim(words, [0, 1, 2]) is None
    assert cat_files.disjoint([(0, 4, "a"), (1, 2, "b"), (3, 3, "c")]) == [(1, 2, "b"), (3, 3, "c")]


def test_gum_spans_nest():
    misc = ["Entity=(1-person-new(2-place-new)", "_", "Entity=1)"]
    assert corpora.gum_spans(misc) == [(0, 0, "place", "2"), (0, 2, "person", "1")]


class Letters:
    """Stands for the tokeniser: a piece for each two letters."""

    def __call__(self, word):
        return [1000 + ord(c) for c in word[::2]]


def sentence(text, heads):
    words = [corpora.Word(w, True, "NOUN", "_", w.lower(), h, "dep" if h else "root")
             for w, h in zip(text.split(), heads)]
    return corpora.Sentence(words, names=corpora.Marks([(0, 1, frozenset({"PER"}))], inside=frozenset({2})))


DOCUMENT = corpora.Document("ewt", [
    sentence("Ann Lee slept well .", [3, 1, 0, 3, 3]), sentence("Bob Roe woke up late .", [3, 1, 0, 3, 3, 3])] * 4)


def test_windows_hold_every_word_once():
    for limit in (20, 40, 400):
        made = windows.windows([DOCUMENT], Letters(), limit=limit)
        assert [f for w in made for p in w.parts for f in p.forms] == [
            w.form for s in DOCUMENT.sentences for w in s.words]
        for window in made:
            assert len(window.pieces) == len(window.shapes) == len(window.owner)
            assert len(window.pieces) <= max(limit, 22)
            assert all(window.owner[f] == n for f, n in zip(window.first, window.sentence))


def test_windows_altered_at_random_keep_their_trees():
    labels = windows.Labels([DOCUMENT])
    cut = False
    for seed in range(40):
        made = windows.windows([DOCUMENT], Letters(), limit=40, chance=random.Random(seed))
        tensors = windows.collate(made, labels)
        for i, window in enumerate(made):
            offset = 0
            for part in window.parts:
                cut |= not part.whole
                for k, form in enumerate(part.forms):
                    word = part.sentence.words[part.start + k]
                    assert form.lower() == word.form.lower()
                    head = int(tensors["head"][i, offset + k])
                    if head > 0:
                        assert part.start + head - 1 - offset == word.head - 1
                    elif head < 0:
                        assert not part.start < word.head <= part.end
                offset += len(part.forms)
            last = int(tensors["ends"][i, offset - 1])
            assert last in ((1,) if window.parts[-1].end >= len(window.parts[-1].sentence.words) - 1 else (-100,))
    assert cut


def test_partial_labels():
    labels = windows.Labels([DOCUMENT])
    made = windows.windows([DOCUMENT], Letters(), limit=22)[:1]
    allowed = windows.collate(made, labels)["name_allowed"][0]
    names = labels.sets["name"]
    assert [n for n, a in zip(names, allowed[0]) if a] == ["B-PER"]
    assert [n for n, a in zip(names, allowed[1]) if a] == ["I-PER"]
    assert not allowed[2, 0] and allowed[2, 1:].all()
    assert [n for n, a in zip(names, allowed[3]) if a] == ["O"]


def small():
    labels = windows.Labels([DOCUMENT])
    torch.manual_seed(1)
    return Reader(Encoder(layers=1, vocabulary=1200), labels).eval(), labels


def test_every_head_learns():
    reader, labels = small()
    made = windows.windows([DOCUMENT], Letters(), limit=40)
    tensors = windows.collate(made, labels)
    target = torch.nn.functional.normalize(torch.randn(len(made), max(len(w.parts) for w in made), 384), dim=2)
    optimizer = torch.optim.Adam(reader.parameters(), lr=2e-3)
    sums = []
    for _ in range(25):
        losses = reader.losses(tensors, reader.words(tensors), target)
        assert {"upos", "feats", "lemma", "arc", "relation", "ends", "name", "pool"} <= set(losses)
        optimizer.zero_grad()
        total = sum(losses.values())
        total.backward()
        optimizer.step()
        sums.append(total.item())
    assert sums[-1] < sums[0] / 2
    assert score.score(reader, made, labels)["uas"] > 0.8


def test_windows_of_other_lengths_change_nothing():
    """What pads a batch is not seen."""
    reader, labels = small()
    long, short = windows.windows([DOCUMENT], Letters(), limit=40)[0], windows.windows([DOCUMENT], Letters(), limit=20)[0]
    with torch.no_grad():
        together = reader.words(windows.collate([short, long], labels))[1][0]
        alone = reader.words(windows.collate([short], labels))[1][0]
    assert torch.allclose(together[:len(alone)], alone, atol=1e-5)


def test_file_comes_back(tmp_path, monkeypatch):
    reader, labels = small()
    monkeypatch.setattr(export, "vocabulary", lambda: ["[PAD]", "é", "##x"])
    path = tmp_path / "reader.safetensors"
    export.export(path, reader, labels, {"upos": 0.9}, {"ewt": "00"})
    tensors, metadata = export.read(path)
    assert metadata["format"] == export.FORMAT
    assert bytes(tensors["vocabulary"].numpy()).decode().split("\n") == ["[PAD]", "é", "##x"]
    for name, value in reader.state_dict().items():
        assert torch.allclose(tensors[name].float(), value, atol=2e-3), name
    from safetensors.torch import load_file
    assert set(load_file(path)) == set(tensors)
    raw = bytearray(path.read_bytes())
    raw[-5] ^= 1
    path.write_bytes(raw)
    with pytest.raises(ValueError):
        export.read(path)


def test_checksum_is_fixed():
    assert export.checksum(b"") == "sum64:0000000000000000"
    assert export.checksum(b"headwater") == export.checksum(b"headwater" + bytes(7))
    assert export.checksum(b"ab") != export.checksum(b"ba")
