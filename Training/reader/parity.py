"""What the exported model gives for some sentences, to hold another reader of the file against."""

from __future__ import annotations

import json
import os
import pathlib

import torch

from .corpora import Document, Sentence, Word
from .encoder import tokenizer
from .windows import SPANS, Pieces, windows

SENTENCES = """
The fire broke out at 4:10 a.m. on Tuesday , police said .
PRESIDENT OBAMA SIGNS BILL INTO LAW
apple unveils new iphone
Zoë Müller-Lüdenscheidt flew from São Paulo to Kraków .
naïve café résumé Ångström Æsop Œuvre ﬁre ½ ②
北京 is the capital of 中国 , said 习近平 .
Владимир Путин met Эммануэль Макрон .
The team 🎉🔥 won 3–2 👩‍👩‍👧 !
“ We will not yield , ” said Gen. Mark O’Brien , “ never . ”
He did n't say whether they could 've known .
$ 4.5bn ( £ 3.1m ) , up 12.5 % year-on-year
Antidisestablishmentarianism floccinaucinihilipilification pneumonoultramicroscopicsilicovolcanoconiosis
The ministry denied the report on Monday . Two officials confirmed it .
Yesterday Boeing announced that it would deliver 20 jets next year .
If the deal fails , Airbus may cancel the order .
http://www.example.org/a?b=c&d=%20 foo@bar.com #hashtag @user
é é e ̈ \u00ad zero\u200bwidth soft\u00adhyphen
Kim Jong-un , the North Korean leader , visited Pyongyang 's third factory .
" It was , " she said , " a mistake . "
U.S. stocks fell ; the Dow lost 1.2 per cent .
١٢٣ ४५ 二〇二四年 ４２
McDonald iPhone eBay NATO-led F-16s A
The suspect , 34 , was arrested in Paris , Texas , after police found 2 kilos of cocaine .
They were , officials said , the worst floods in more than a century .
ﬀ Ǆ ß ẞ İ ı Σ ς
a
.
' '' `` ‘ ’ … — – - ‑ _ ^ ~ |
한국 대통령 ภาษาไทย हिन्दी العربية עברית
It is not clear how many people were killed , but at least 12 bodies have been found .
""".strip().split("\n")


@torch.no_grad()
def parity(model: pathlib.Path, path: pathlib.Path):
    """Writes for each sentence its pieces, shapes, vectors and labels. The words of a sentence are one window, and one
    sentence for the heads; the last entry is a window of two sentences."""
    from .export import load

    reader, labels, metadata = load(model)
    pieces = Pieces(tokenizer())
    long = " ".join(SENTENCES[:6]).split(" ")
    rows = [[s.split(" ")] for s in SENTENCES] + [[long], [SENTENCES[12].split(" ")[:8], SENTENCES[12].split(" ")[8:]]]
    entries = []
    for sentences in rows:
        document = Document("plain", [Sentence([Word(w) for w in words]) for words in sentences])
        window = windows([document], pieces, limit=400)[0]
        batch = {
            "pieces": torch.tensor([window.pieces]), "shapes": torch.tensor([window.shapes]),
            "lengths": torch.tensor([len(window.pieces)]), "first": torch.tensor([window.first]),
        }
        hidden, x = reader.words(batch)
        scores, heads = reader.arcs(x, torch.tensor([window.sentence]))
        chosen = scores.argmax(2)
        relations = reader.all_relations(x, heads, chosen).argmax(2)[0].tolist()
        tags = {k: [labels.sets[k][i] for i in head(x)[0].argmax(1).tolist()] for k, head in reader.tags.items()}
        entries.append({
            "words": [w for words in sentences for w in words], "sentence": window.sentence, "pieces": window.pieces,
            "shapes": window.shapes, "first": window.first,
            "vectors": [numbers(row) for row in x[0, :3]],
            "logits": {k: numbers(reader.tags[k](x)[0, 0]) for k in ("upos", "name", "time", "event")},
            "ends_logits": [numbers(row) for row in reader.ends(x)[0]],
            "arc_scores": [numbers(row) for row in scores[0, :3]],
            "relation_scores": numbers(reader.all_relations(x, heads, chosen)[0, 0]),
            "margin": {k: round(margin(head(x)[0]), 4) for k, head in reader.tags.items() if k in SPANS or k == "upos"},
            "labels": tags, "ends": reader.ends(x)[0].argmax(1).tolist(), "heads": chosen[0].tolist(),
            "heads_margin": round(margin(scores[0]), 4),
            "relations": [labels.sets["relation"][i] for i in relations],
            "pooled": [numbers(row) for row in reader.pool(hidden, torch.tensor([window.owner]))[0]],
        })
    content = {"digest": metadata["digest"], "entries": entries}
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    os.replace(beside, path)


def numbers(row: torch.Tensor) -> list[float]:
    return [round(v, 5) for v in row.tolist()]


def margin(scores: torch.Tensor) -> float:
    """The smallest distance between the best and the second best of a row: where it is tiny, readers may differ."""
    best = scores.topk(2, dim=1).values
    return float((best[:, 0] - best[:, 1]).min())
